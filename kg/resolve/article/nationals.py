"""Whom a text means by "the Serb": a person of that state, or the state's people."""

from collections.abc import Iterator

from kg.english.nouns import HUMAN, classes_of
from kg.extract.findings import Candidate
from kg.gazetteer.leaders import leader_by_name
from kg.gazetteer.states import State, find_state
from kg.resolve.article.antecedent_scores import Meant, shares
from kg.resolve.article.chains import Chain, Link, Linking, state_chain
from kg.resolve.article.noun_phrases import states_of
from kg.resolve.article.salience import before, chains_before

_SENTENCES = 8
_LEAST_SHARE = 0.6
_SENTENCES_TO_CALLING = 3
# Who leads a team plays in it.
_LEADING = frozenset({"captain", "skipper"})


def nation_of(candidate: Candidate) -> State | None:
    """Return the state whose demonym a phrase for a person is: "the Serb"."""
    found = find_state(candidate.lemma) if candidate.label == "PERSON" else None
    return found[0] if found and found[1] == "demonym" else None


def person_of_nation(linking: Linking, index: int, nation: State) -> Iterator[Link]:
    """Yield the person whom "the Serb" means, else the state that "the French" means.

    A person known to be of the state comes first, the nearest; else the one who is
    likely enough as a "he" or "she" would be, and of no other state. "A Serb" and "the
    Serb" of nobody named yield nothing.
    """
    candidate = linking.candidates[index]
    is_definite = candidate.text.casefold().startswith(("the ", "this ", "that "))
    chain = _known(linking, index, nation)
    if chain is None and not _is_told_of_unnamed(linking, index, nation):
        chain = _likeliest(linking, index, nation)
    if is_definite and chain is not None:
        chain.states.add(nation.id)
        yield Link(chain, 0.7, f"of {nation.name}")
    elif candidate.number is None:
        yield Link(state_chain(linking, nation), 1.0, "demonym of the state")


def national_by_calling(linking: Linking, index: int) -> Link | None:
    """Return whom "the Portuguese midfielder" means, who speaks or acts.

    The one person in the sentences before of whom the text told neither a state nor
    what he does, or the same: "the Danish minister" is told by that office.
    """
    candidate = linking.candidates[index]
    is_the = candidate.text.casefold().startswith("the ")
    is_office = "office" in classes_of(candidate.lemma)
    states = states_of(linking, index)
    if not is_the or is_office or len(states) != 1 or not candidate.is_subject:
        return None
    told = _told_of_alone(linking, index)
    if told and told.states <= states and _may_be_called(told, candidate):
        return Link(told, 0.6, "calling and state")
    found = {
        chain.id: chain
        for other, chain in _named_before(linking, index, _SENTENCES_TO_CALLING)
        if chain.states <= states and _may_be_called(chain, candidate)
    }
    if len(found) != 1:
        return None
    [chain] = found.values()
    return Link(chain, 0.6, "calling and state")


def _named_before(
    linking: Linking, index: int, sentences: int
) -> Iterator[tuple[int, Chain]]:
    for other, chain in chains_before(linking, index, sentences):
        if chain.type == "Person" and linking.candidates[other].form == "name":
            yield other, chain


def _may_be_called(chain: Chain, candidate: Candidate) -> bool:
    """Tell whether nothing told of a person forbids to call him by a noun."""
    if {candidate.gender, chain.gender} == {"feminine", "masculine"}:
        return False
    told = {word for word in chain.words - _LEADING if classes_of(word) & HUMAN}
    return not told or candidate.lemma in told


def _known(linking: Linking, index: int, nation: State) -> Chain | None:
    """Return the nearest person before who is known to be of a state."""
    for _, (chain,) in _persons(linking, index):
        leader = leader_by_name(chain.key)
        if nation.id in chain.states or (leader and leader.state == nation.id):
            return chain
    return None


def _is_told_of_unnamed(linking: Linking, index: int, nation: State) -> bool:
    """Tell whether somebody of a nation has no name here: "a Serb", "a Serb woman"."""
    return any(
        other.label == "PERSON"
        and other.form == "nominal"
        and not any(chain.is_entity for chain in linking.chains_of(place))
        and (nation_of(other) == nation or nation.id in states_of(linking, place))
        for place, other in enumerate(linking.candidates[:index])
    )


def _likeliest(linking: Linking, index: int, nation: State) -> Chain | None:
    """Return the likeliest person before of whom no other state is told."""
    free = [(i, (c,)) for i, (c,) in _persons(linking, index) if _is_free(c, nation)]
    # "The French" are rather all of them.
    is_one = linking.candidates[index].number == "singular"
    told = _told_of_alone(linking, index) if is_one else None
    if told is not None and told.is_entity and _is_free(told, nation):
        return told
    found = shares(linking, index, "person", free)
    best = max(found, key=lambda meant: found[meant])
    is_named = bool(best) and best[0].is_entity
    return best[0] if is_named and found[best] >= _LEAST_SHARE else None


def _is_free(chain: Chain, nation: State) -> bool:
    """Tell whether no state but one is told of a person."""
    return not chain.states - {nation.id}


def _told_of_alone(linking: Linking, index: int) -> Chain | None:
    """Return the person of whom alone the last sentence told, as its subject.

    "Quill praised her team. 'Well done,' the Serb said" is Quill, however often the
    text named another before.
    """
    for sentence in range(1, _SENTENCES):
        near = [
            (other, chain)
            for other, chain in _named_outside(linking, index)
            if linking.candidates[index].sentence - sentence
            == linking.candidates[other].sentence
        ]
        if near:
            is_alone = len({chain.id for _, chain in near}) == 1
            is_subject = any(linking.candidates[other].is_subject for other, _ in near)
            return near[0][1] if is_alone and is_subject else None
    return None


def _named_outside(linking: Linking, index: int) -> Iterator[tuple[int, Chain]]:
    """Yield the persons named before in nobody's quotation, the nearest first."""
    for other, (chain,) in _persons(linking, index):
        there = linking.candidates[other]
        if there.quotation is None and there.form == "name":
            yield other, chain


def _persons(linking: Linking, index: int) -> Iterator[tuple[int, Meant]]:
    """Yield the persons before a phrase, those aside in whose words it stands.

    Nobody calls himself by his nation: in "Quill said the Serb had won" it is not she.
    """
    speakers = {
        chain.id
        for head in linking.candidates[index].said_by
        for other in linking.with_head(head)
        for chain in linking.chains_of(other)
    }
    for other in before(linking, index, _SENTENCES):
        chain = linking.only_chain_of(other)
        if chain is not None and chain.type == "Person" and chain.id not in speakers:
            yield other, (chain,)
