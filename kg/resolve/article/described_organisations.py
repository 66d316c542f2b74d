"""Which organisation a text means by "the company", "the agency", "its government"."""

from collections.abc import Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import name_key
from kg.gazetteer.organisations import organisation_named
from kg.gazetteer.states import state_named
from kg.resolve.article.bodies_by_name import (
    body_named_before,
    ministry_of_its_state,
    words_of,
)
from kg.resolve.article.chains import Chain, Link, Linking, state_chain
from kg.resolve.article.described_groups import described_bodies
from kg.resolve.article.described_states import prominent_states
from kg.resolve.article.kinds_of_bodies import OUTLETS, fits_kind, is_called, is_company
from kg.resolve.article.noun_phrases import (
    is_definite,
    is_told_of_another,
    states_of,
)
from kg.resolve.article.salience import chains_before, stand_out
from kg.resolve.article.scopes import (
    is_of_onlookers,
    owner_of,
    state_spoken_of,
    state_with_body,
)
from kg.resolve.one_article import without_article_key
from kg.resolve.organisation_names import is_of_some_state, organisation_key

# How far back a body is taken up by a noun of its own name, also where no other body
# has such a name, and by one of its kind.
_SENTENCES_BY_NAME = 8
_SENTENCES_BY_NAME_ALONE = 60
_SENTENCES_BY_KIND = 4
_DECAY = 0.7
_SUBJECT_WEIGHT = 1.5
# Nouns by which a text means a state's leadership as a whole.
_GOVERNMENT = frozenset({"government", "administration", "regime", "leadership"})
_GOVERNED = frozenset({"Organization", "State"})
# Whose government is no state's.
_LOCAL = frozenset(
    {"city", "county", "local", "municipal", "provincial", "regional", "state"}
)
# Of each field a state has one.
_MINISTRY = "ministry"
_TAKING_UP = words("bodies.taking_up")
_COMPANIES = words("bodies.companies")
_OF_STATES = words("bodies.of_states")
_GROUPS = frozenset({"club", "group"})


def described_organisation(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the state or organisation that a phrase for a body stands for.

    "The energy ministry" is the "Energy Ministry" that the article names,
    "Kenya's government" is Kenya, "the government" the state that the text speaks of
    and "Parliament" that state's; "the council" is the council named before, by its
    name or its kind; "the company" is the one that the text speaks of. "A council",
    "councils" and "Ada's company" are none of them.
    """
    candidate = linking.candidates[index]
    if candidate.number == "plural":
        yield from described_bodies(linking, index)
    if candidate.lemma in _GOVERNMENT and candidate.number == "singular":
        yield from _state_of_government(linking, index)
        return
    if (named := body_named_before(linking, index)) is not None:
        yield Link(named, 0.85, "its name before the noun")
        return
    if (same := _body_of_that_name(linking, index)) is not None:
        yield Link(same, 0.8, "its name in small letters")
        return
    is_name = _is_name_of_body(linking, index)
    if not is_name and states_of(linking, index):
        yield from ministry_of_its_state(linking, index)
        yield from _body_of_nation(linking, index)
        yield from _company_of_nation(linking, index)
    if not is_name and not _takes_up_one_body(linking, index):
        return
    # Two fields are two ministries.
    is_other = is_name and bool(candidate.modifiers)
    fitting = [] if is_other else list(_body_of_that_noun(linking, index))
    yield from fitting
    if not fitting and is_name:
        yield from _body_of_state(linking, index)
    elif not fitting and _stands_for_known(linking, index):
        found = list(prominent_organisation(linking, index))
        yield from found or _named_later(linking, index)


def _body_of_nation(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the one body of a state before that "the Danish ministry" takes up.

    What says more of it, "the new Danish ministry", may be another.
    """
    candidate = linking.candidates[index]
    states = states_of(linking, index)
    is_one = candidate.number == "singular" and is_definite(linking, index)
    inside = [linking.candidates[each] for each in linking.mentions_inside(index)]
    told = {word for each in inside for word in name_key(each.text).split()}
    if not is_one or len(states) != 1 or not told.issuperset(_modifiers(candidate)):
        return
    state = name_key(linking.chains[f"State:{states.pop()}"].name)
    found = {
        chain.id: chain
        for _, chain in chains_before(linking, index, _SENTENCES_BY_NAME)
        if chain.type == "Organization"
        and chain.key.startswith(f"{state} ")
        and chain.key.endswith(f" {candidate.lemma}")
    }
    if len(found) == 1:
        [chain] = found.values()
        yield Link(chain, 0.7, "the only such body of the state before")


def _modifiers(candidate: Candidate) -> list[str]:
    return name_key(" ".join(candidate.modifiers)).split()


def _company_of_nation(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the one company before that "the Finnish lender", "group" may take up.

    Bodies that the gazetteer knows are of states; of two companies it may be either.
    """
    candidate = linking.candidates[index]
    is_one = candidate.number == "singular" and is_definite(linking, index)
    states = states_of(linking, index)
    # "The group" is anybody, "the Finnish group" a firm or an armed one.
    is_kind = candidate.lemma in _COMPANIES | _GROUPS
    if not is_kind or not is_one or len(states) != 1:
        return
    found = {
        chain.id: chain
        for other, chain in chains_before(linking, index, _SENTENCES_BY_KIND)
        if chain.type == "Organization"
        and organisation_named(chain.name) is None
        and linking.candidates[other].form == "name"
        and (not chain.states or chain.states & states)
        and (fits_kind(chain, candidate) or is_called(chain, candidate.lemma))
    }
    if len(found) == 1:
        [chain] = found.values()
        yield Link(chain, 0.6, "the only company before")


def _body_of_that_name(linking: Linking, index: int) -> Chain | None:
    """Return the body that the article names, before or after, in a phrase's words.

    "The emergencies ministry" is the "Emergencies Ministry", unless a state beside it
    is another than the body's.
    """
    candidate = linking.candidates[index]
    if not candidate.modifiers or not is_definite(linking, index):
        return None
    name = name_key(words_of(candidate))
    named = [
        chain
        for chain in linking.chains.values()
        if chain.type == "Organization" and _is_body_named(chain, name)
    ]
    if len(named) != 1:
        return None
    state = _state_beside(linking, index)
    return named[0] if state is None or state.key in named[0].states else None


def _is_body_named(chain: Chain, name: str) -> bool:
    """Tell whether a body has a name, be it with its state: "Kenya Energy Ministry"."""
    key = without_article_key(chain.key)
    return key == name or (bool(chain.states) and key.endswith(f" {name}"))


def _state_of_government(linking: Linking, index: int) -> Iterator[Link]:
    states = states_of(linking, index)
    # "The American and Kenyan governments" are two, and "the government" is any.
    if len(states) == 1:
        yield Link(linking.chains[f"State:{states.pop()}"], 0.8, "its government")
    elif (
        not states
        and _stands_for_known(linking, index)
        and not _is_local(linking, index)
    ):
        yield from state_of_the_government(linking, index)


def _is_local(linking: Linking, index: int) -> bool:
    """Tell the "local government", which is no state's, from the federal one."""
    return not _LOCAL.isdisjoint(linking.candidates[index].modifiers)


def state_of_the_government(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the state whose government a text means that does not say whose it is.

    The one whose government it named before, else the one that it speaks of: in the
    sentences before, or all in all.
    """
    named = next(_government_before(linking, index), None)
    ranked = prominent_states(linking, index)
    # "The regime" may be one of rules, "the administration" a company's.
    is_state_s = linking.candidates[index].lemma == "government"
    spoken_of = state_spoken_of(linking) if is_state_s and not ranked else None
    if named is not None:
        yield named
    elif stand_out([weight for weight, _ in ranked]):
        yield Link(ranked[0][1], 0.6, "state the text speaks of")
    elif spoken_of is not None:
        yield Link(spoken_of, 0.6, "state the text speaks of")


def _stands_for_known(linking: Linking, index: int) -> bool:
    """Tell whether nothing in a phrase says whose it is: "the company".

    "Her company" and "the government of Ada Quill" are told apart by what they name.
    """
    inside = list(linking.mentions_inside(index))
    if not all(_tells_seat(linking, each) for each in inside):
        return False
    return is_definite(linking, index)


def _tells_seat(linking: Linking, index: int) -> bool:
    """Tell whether a name says where a body has its seat: "the Oslo-based bank"."""
    return linking.article.text.startswith("-based ", linking.candidates[index].end)


def _is_name_of_body(linking: Linking, index: int) -> bool:
    """Tell whether words are a body's name: "Parliament", "the health ministry"."""
    candidate = linking.candidates[index]
    if candidate.lemma == _MINISTRY and candidate.modifiers:
        is_one = _takes_up_one_body(linking, index)
        return is_one and is_of_some_state(words_of(candidate).title())
    is_capital = linking.article.text[candidate.head].isupper()
    is_alone = not candidate.modifiers and candidate.text.endswith(
        candidate.lemma.title()
    )
    return is_capital and is_alone and candidate.lemma in _OF_STATES


def _body_of_state(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the body that the state has of which the text speaks.

    "Parliament" is the "Kenya Parliament" where no other state stands out; "Congress"
    is rather that of a state which the gazetteer knows to have one.
    """
    noun = words_of(linking.candidates[index])
    state = _state_beside(linking, index) or state_with_body(linking, noun)
    ranked = prominent_states(linking, index, _SENTENCES_BY_KIND)
    if state is None and stand_out([weight for weight, _ in ranked]):
        state = ranked[0][1]
    if state is None and not ranked:
        state = state_spoken_of(linking)
    if state is not None:
        name = f"{state.name} {noun.title()}"
        known = organisation_named(name)
        name = known.name if known else name
        chain = linking.chain("Organization", organisation_key(name), name)
        chain.gender = "neuter"
        yield Link(chain, 0.6, "body of the state the text speaks of")


def _state_beside(linking: Linking, index: int) -> Chain | None:
    """Return the state that a body's place tells: "the foreign ministry in Nairobi"."""
    owner = owner_of(linking, index)
    if owner is None or owner.type == "State":
        return owner
    state = state_named(owner.name)
    return state_chain(linking, state) if state else None


def _government_before(linking: Linking, index: int) -> Iterator[Link]:
    """Yield whose government the text named last: "Kenya's government".

    One of no state is itself meant: "the Taliban government".
    """
    for other, chain in chains_before(linking, index, _SENTENCES_BY_NAME):
        is_government = linking.candidates[other].lemma.casefold() in _GOVERNMENT
        if is_government and chain.is_entity and chain.type in _GOVERNED:
            yield Link(chain, 0.7, "government named before")
            return


def _takes_up_one_body(linking: Linking, index: int) -> bool:
    """Tell whether a phrase means a body met before: "the alliance".

    "The Kenyan parliament" says itself which it is, and "the alliance between Kenya
    and Ghana" and "the party of Ada Quill" are new ones, whatever the text named.
    """
    candidate = linking.candidates[index]
    if candidate.number == "plural" or not is_definite(linking, index):
        return False
    is_new = linking.article.text.startswith((" between", " of "), candidate.end)
    return not is_new and not states_of(linking, index)


def _body_of_that_noun(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the nearest body that a noun fits, one further back if no other does."""
    candidate = linking.candidates[index]
    called: dict[str, tuple[int, Chain]] = {}
    own = _name_in_capitals(linking, candidate)
    for other, chain in chains_before(linking, index, _SENTENCES_BY_NAME_ALONE):
        if not own.issubset(name_key(chain.name).split()):
            continue
        if chain.type == "Organization" and is_called(chain, candidate.lemma):
            back = candidate.sentence - linking.candidates[other].sentence
            called.setdefault(chain.id, (back, chain))
    for back, nearest in list(called.values())[:1]:
        if back <= _SENTENCES_BY_NAME or len(called) == 1:
            yield Link(nearest, 0.7, "kind of organisation")


def _name_in_capitals(linking: Linking, candidate: Candidate) -> frozenset[str]:
    """Return the words that make a phrase a name: "reform" of "the Reform Party"."""
    if not linking.article.text[candidate.head].isupper():
        return frozenset()
    told = [word for word in candidate.text.split()[1:-1] if word[:1].isupper()]
    return frozenset(name_key(" ".join(told)).split())


def _named_later(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the one body of the text whose name ends with the noun of a phrase.

    "A trust sacked a nurse. The trust lied ... Quill Hospital Trust said": stories
    name it late. Two such bodies, or what says more of it, tell nothing.
    """
    candidate = linking.candidates[index]
    found = [
        chain
        for chain in linking.chains.values()
        if chain.type == "Organization" and is_called(chain, candidate.lemma)
    ]
    if len(found) != 1 or candidate.modifiers or linking.is_met(found[0], index):
        return
    is_whole = name_key(found[0].name).endswith(f" {candidate.lemma}")
    if is_whole and found[0].is_entity and not found[0].states:
        yield Link(found[0], 0.6, "its kind, named later")


def prominent_organisation(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the organisation that the text speaks of where a noun may stand for it.

    "Quill Brothers paid. The bank said ..." yields the bank; "the court" yields
    nothing, nor does "the company" where two are about as prominent.
    """
    candidate = linking.candidates[index]
    is_other = is_told_of_another(linking, index)
    # "This newspaper" is the one that one reads.
    is_own = candidate.lemma in OUTLETS and candidate.text[:5].casefold() == "this "
    if candidate.lemma not in _TAKING_UP or is_other or is_own:
        return
    weights = _weights_of_organisations(linking, index)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if stand_out([weight for _, weight in ranked]):
        chain = linking.chains[ranked[0][0]]
        # From here on it is a charity, and no company.
        chain.words.add(candidate.lemma)
        yield Link(chain, 0.6, "body the text speaks of")
    elif not ranked and candidate.lemma in _COMPANIES:
        yield from _only_company(linking, index)


def _only_company(linking: Linking, index: int) -> Iterator[Link]:
    """Yield the one company that the whole text before names, however far back."""
    found = {
        chain.id: chain
        for _, chain in chains_before(linking, index, _SENTENCES_BY_NAME_ALONE)
        if is_company(chain)
    }
    if len(found) == 1:
        [chain] = found.values()
        if fits_kind(chain, linking.candidates[index]):
            yield Link(chain, 0.6, "the only company")


def _weights_of_organisations(linking: Linking, index: int) -> dict[str, float]:
    """Return how prominent each organisation is that a noun may stand for, by id."""
    candidate = linking.candidates[index]
    weights: dict[str, float] = {}
    for other, chain in chains_before(linking, index, _SENTENCES_BY_KIND):
        there = linking.candidates[other]
        # A body in a quotation is what its speaker speaks of, not what the text does,
        # and one that is told something is mostly whose reporter asked.
        is_beside = there.quotation is not None or there.hears
        is_beside = is_beside or is_of_onlookers(linking, there)
        if is_beside or chain.type != "Organization":
            continue
        if fits_kind(chain, candidate):
            weight = _SUBJECT_WEIGHT if there.is_subject else 1.0
            weight *= _DECAY ** (candidate.sentence - there.sentence)
            weights[chain.id] = weights.get(chain.id, 0.0) + weight
    return weights
