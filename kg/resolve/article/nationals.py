"""Whom a text means by "the Serb": a person of that state, or the state's people."""

from collections.abc import Iterator

from kg.extract.findings import Candidate
from kg.gazetteer.leaders import leader_by_name
from kg.gazetteer.states import State, find_state
from kg.resolve.article.antecedent_scores import Meant, shares
from kg.resolve.article.chains import Chain, Link, Linking, state_chain
from kg.resolve.article.noun_phrases import states_of
from kg.resolve.article.salience import before

_SENTENCES = 8
_LEAST_SHARE = 0.6


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
    others = [(other, meant) for other, meant in _persons(linking, index)]
    free = [(other, (c,)) for other, (c,) in others if not c.states - {nation.id}]
    found = shares(linking, index, "person", free)
    best = max(found, key=lambda meant: found[meant])
    is_named = bool(best) and best[0].is_entity
    return best[0] if is_named and found[best] >= _LEAST_SHARE else None


def _persons(linking: Linking, index: int) -> Iterator[tuple[int, Meant]]:
    for other in before(linking, index, _SENTENCES):
        chain = linking.only_chain_of(other)
        if chain is not None and chain.type == "Person":
            yield other, (chain,)
