"""Noun phrases to the chains that they describe: "the foreign minister"."""

import re
from collections.abc import Iterator

from kg.extract.findings import Candidate
from kg.extract.word_classes import words
from kg.gazetteer.folding import fold, fold_person
from kg.gazetteer.leaders import leader_with_title
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.article.groups import named_states, states_of, unnamed_chains
from kg.resolve.article.organisations import prominent_body
from kg.resolve.article.salience import before, coordination, prominent_states

_DEFINITE = re.compile(r"(?:the|this|that|these|those|both|neither)\b", re.IGNORECASE)
_AGED = re.compile(r"the \d+-year-old\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r".*['’]s? |(?:his|her|its|their|our|my)\b", re.IGNORECASE)
_COUNTS = {"two": 2, "both": 2, "neither": 2, "three": 3, "four": 4}
# Nouns by which a text means a state's leadership as a whole.
_GOVERNMENT = frozenset({"government", "administration", "regime", "leadership"})
_PAST = frozenset({"former", "ex", "then", "late", "future", "next", "previous"})
# What intergovernmental organisations are called, and words of the names that fit.
_KINDS = {
    "alliance": {"treaty", "alliance", "pact", "coalition"},
    "bloc": {"union", "community", "association", "league", "market", "brics", "group"},
}
# Who stands in a relation to somebody else, and is no group of its own.
_RELATIONAL = frozenset(
    {"counterpart", "ally", "comrade", "neighbor", "neighbour", "rival", "partner"}
    | {"predecessor", "successor", "colleague", "friend", "supporter", "opponent"}
)
# Who stands for an office; one text calls the same person by several of them.
_RUNNERS = frozenset(
    {"candidate", "challenger", "contender", "frontrunner", "front-runner", "hopeful"}
    | {"nominee"}
)
_PEOPLE = frozenset({"man", "leader", "minister", "president", "diplomat", "official"})
_MAN = frozenset({"man", "woman", "boy", "girl"})


def link_nominal(draft: Draft, index: int) -> None:
    """Link a noun phrase to what it describes, else to a group of its own.

    By apposition first, then by kind: persons by title, states and bodies by what the
    text speaks of. A phrase that nothing tells stays as a competitor for pronouns.
    """
    for chain, score, reason in _referents(draft, index):
        draft.link(index, chain, score, reason)
    if index in draft.links:
        return
    candidate = draft.candidates[index]
    if _is_worth_naming(draft, index):
        for chain in unnamed_chains(draft, index):
            draft.link(index, chain, 0.7, "described group")
        return
    shadow = Chain("Other", f"{candidate.start}", candidate.text, is_entity=False)
    shadow.number = candidate.number or "singular"
    shadow.gender = candidate.gender
    if candidate.label == "PERSON":
        shadow.type = "Person"
    draft.link(index, shadow, 0.0, "unresolved")


_Judged = tuple[Chain, float, str]


def _referents(draft: Draft, index: int) -> Iterator[_Judged]:
    candidate = draft.candidates[index]
    found = list(_by_apposition(draft, index))
    if found:
        yield from found
    elif candidate.text in {"West", "North", "South"}:
        yield from _direction(draft, index)
    elif candidate.label == "STATE":
        yield from _states(draft, index)
    elif candidate.label == "PERSON":
        yield from _person(draft, index)
    elif candidate.label == "ORG":
        yield from _body(draft, index)
    elif candidate.label == "GROUP":
        yield from _people(draft, index)


def _is_worth_naming(draft: Draft, index: int) -> bool:
    """Tell whether an unnamed group should stand in the graph.

    Groups of a state do ("North Korean troops"), others where they speak or are spoken
    to ("experts", "reporters").
    """
    candidate = draft.candidates[index]
    takes_part = candidate.speaks or candidate.hears
    if candidate.label not in {"GROUP", "ORG", "PERSON"} or candidate.lemma in _MAN:
        return False
    if candidate.text.casefold() in {"people", "others", "man", "men", "women"}:
        return False
    if candidate.number == "singular" and not _has_owner(draft, index):
        is_told = candidate.label == "GROUP" and candidate.hears
        return is_told or (candidate.lemma == "police" and candidate.speaks)
    if candidate.label == "PERSON" or candidate.lemma in _RELATIONAL:
        return takes_part
    return takes_part or bool(named_states(draft, index) | _bodies(draft, index))


def _bodies(draft: Draft, index: int) -> set[str]:
    """Return the keys of organisations that a phrase names: "Pentagon officials"."""
    return {
        chain.key
        for inner in draft.nested(index)
        if draft.candidates[inner].form == "name"
        for chain in draft.of(inner)
        if chain.type == "Organization"
    }


def _has_owner(draft: Draft, index: int) -> bool:
    """Tell whether a phrase names a state, body or place: "a Kremlin aide"."""
    forms = {draft.candidates[i].form for i in draft.nested(index) if i in draft.links}
    return bool(forms & {"name", "demonym", "metonym"})


def _by_apposition(draft: Draft, index: int) -> Iterator[_Judged]:
    candidate = draft.candidates[index]
    head = candidate.appositive.head if candidate.appositive else -1
    near = range(max(index - 6, 0), min(index + 7, len(draft.candidates)))
    for other in near:
        named = draft.candidates[other]
        beside = (
            named.appositive is not None and named.appositive.head == candidate.head
        )
        if named.form != "name" or not (named.head == head or beside):
            continue
        for chain in draft.of(other):
            if _agrees(candidate, chain):
                yield chain, 0.95, "apposition"
                return


def _agrees(candidate: Candidate, chain: Chain) -> bool:
    if candidate.number == "plural" and chain.number == "singular":
        return False
    types = {
        "PERSON": {"Person"},
        "ORG": {"Organization"},
        "STATE": {"State"},
        "GROUP": {"Group", "Organization"},
    }
    return chain.type in types.get(candidate.label or "", set())


def _direction(draft: Draft, index: int) -> Iterator[_Judged]:
    """Yield what "the West", "the North" and "the South" mean in this article."""
    word = draft.candidates[index].text
    if word == "West":
        yield draft.chain("Group", "west", "the West"), 0.9, "name"
        return
    named = [c for c in draft.chains.values() if c.name.startswith(f"{word} ")]
    states = [chain for chain in named if chain.type == "State"]
    if len(states) == 1:
        yield states[0], 0.8, "short for the only such state here"


def _states(draft: Draft, index: int) -> Iterator[_Judged]:
    candidate = draft.candidates[index]
    count = next((_COUNTS[w] for w in _opening(candidate) if w in _COUNTS), 1)
    if count == 1 and (candidate.number == "plural" or not _is_definite(draft, index)):
        return
    if count == 1 and words("superlatives") & set(candidate.modifiers):
        return
    ranked = prominent_states(draft, index)
    if count == 1:
        inside = states_of(draft, index)
        ranked = [(w, c) for w, c in ranked if c.key not in inside]
    if len(ranked) < count:
        return
    rest = ranked[count][0] if len(ranked) > count else 0.0
    if ranked[count - 1][0] >= 1.15 * rest:
        for _, chain in ranked[:count]:
            yield chain, 0.65, "state the text speaks of"


def _opening(candidate: Candidate) -> list[str]:
    return re.findall(r"\w+", candidate.text.casefold())[:3]


def _is_definite(draft: Draft, index: int) -> bool:
    """Tell whether "the" opens a phrase or, as in "the king and queen", the one before.

    "The Secretary and President" are two, each known.
    """
    candidate = draft.candidates[index]
    if _DEFINITE.match(candidate.text) or _POSSESSIVE.match(candidate.text):
        return True
    earlier = draft.candidates[index - 1] if index else candidate
    gap = draft.between(earlier.end, candidate.start)
    return (
        earlier.form == "nominal"
        and earlier.label == candidate.label == "PERSON"
        and re.fullmatch(r"\s+and\s+", gap) is not None
        and _is_definite(draft, index - 1)
    )


def _person(draft: Draft, index: int) -> Iterator[_Judged]:
    candidate = draft.candidates[index]
    if not _is_definite(draft, index) and not states_of(draft, index):
        return
    if candidate.text.casefold().startswith(("a ", "an ")):
        return
    found = _titled(draft, index)
    if found is not None:
        yield found
        return
    told = _leader(draft, index) or _named_next(draft, index) or _aged(draft, index)
    if told is not None:
        yield told


def _titled(draft: Draft, index: int) -> _Judged | None:
    """Return the nearest person before whose title or apposition has the noun."""
    candidate = draft.candidates[index]
    wanted = {word for word in candidate.modifiers if word in words("title modifiers")}
    states = states_of(draft, index)
    for other in before(draft, index, 60):
        for chain in draft.of(other):
            if chain.type != "Person" or not chain.is_entity:
                continue
            if candidate.lemma in _MAN:
                near = candidate.sentence - draft.candidates[other].sentence <= 1
                if near and chain.gender == candidate.gender:
                    return chain, 0.6, "gender"
                continue
            if candidate.lemma in _RUNNERS:
                if _is_running(candidate, chain):
                    return chain, 0.7, "candidacy"
                continue
            if candidate.lemma not in chain.words or not wanted <= chain.words:
                continue
            if states and chain.states and not states & chain.states:
                continue
            return chain, 0.8 if states & chain.states else 0.7, "title"
    return None


def _is_running(candidate: Candidate, chain: Chain) -> bool:
    """Tell whether a person's title fits "the Republican nominee", word for word."""
    wanted, told = (
        {"republican" if word == "gop" else word for word in each}
        for each in (candidate.modifiers, chain.words)
    )
    return bool(wanted) and wanted <= told and bool(told & _RUNNERS)


def _leader(draft: Draft, index: int) -> _Judged | None:
    candidate = draft.candidates[index]
    states = states_of(draft, index)
    if len(states) != 1 or _PAST & set(candidate.modifiers):
        return None
    title = " ".join(
        [word for word in candidate.modifiers if word in words("title modifiers")]
        + [candidate.lemma]
    )
    leader = leader_with_title(states.pop(), title, draft.article.published)
    if leader is None:
        return None
    chain = draft.chain("Person", fold_person(leader.name), leader.name)
    chain.states.add(leader.state)
    chain.words.update(title.split())
    return chain, 0.8, f"in office: {leader.title} of {leader.state}"


def _named_next(draft: Draft, index: int) -> _Judged | None:
    """Return the person of the same state whom the text names right afterwards.

    "Pyongyang's foreign minister said ... North Korea's Choe Son Hui is ..."
    """
    candidate, states = draft.candidates[index], states_of(draft, index)
    for other in range(index + 1, len(draft.candidates)):
        later = draft.candidates[other]
        if later.sentence > candidate.sentence + 1:
            return None
        for chain in draft.of(other) if later.form == "name" else ():
            is_new = chain.type == "Person" and not draft.is_met(chain, index)
            if is_new and states & chain.states and not later.title:
                return chain, 0.6, "named right afterwards"
    return None


def _aged(draft: Draft, index: int) -> _Judged | None:
    """Return the subject just before whom an age takes up: "the 34-year-old lawyer"."""
    candidate = draft.candidates[index]
    if not _AGED.match(candidate.text):
        return None
    for other in before(draft, index, 1):
        chains = list(draft.of(other))
        if not draft.candidates[other].is_subject or len(chains) != 1:
            continue
        (chain,) = chains
        if chain.type == "Person" and chain.is_entity:
            is_other = {chain.gender, candidate.gender} == {"feminine", "masculine"}
            return None if is_other else (chain, 0.6, "age")
    return None


def _body(draft: Draft, index: int) -> Iterator[_Judged]:
    candidate = draft.candidates[index]
    states = states_of(draft, index)
    if candidate.lemma in _GOVERNMENT and candidate.number == "singular":
        if len(states) == 1:
            yield draft.chains[f"State:{states.pop()}"], 0.8, "its government"
        return
    if states or not _is_definite(draft, index) or candidate.number == "plural":
        return
    if draft.between(candidate.end, candidate.end + 9).startswith(" between"):
        return
    for other in before(draft, index, 8):
        for chain in draft.of(other):
            if chain.type == "Organization" and _may_be(chain, candidate.lemma):
                yield chain, 0.7, "kind of organisation"
                return
    if candidate.speaks or candidate.hears:
        yield from prominent_body(draft, index)


def _may_be(chain: Chain, lemma: str) -> bool:
    """Tell whether a noun fits an organisation by its name or by what it is."""
    named = set(fold(chain.name).split())
    if lemma in named or lemma in chain.words:
        return True
    return bool(named & _KINDS.get(lemma, set()))


def _people(draft: Draft, index: int) -> Iterator[_Judged]:
    """Yield whom a definite plural takes up: "the troops", "both men"."""
    candidate = draft.candidates[index]
    if states_of(draft, index) or not _is_definite(draft, index):
        return
    opening = _opening(candidate)
    if any(word in {"two", "both"} for word in opening) and _is_human(candidate):
        yield from _pair(draft, index)
        return
    together = _together(draft, index)
    if together:
        yield from together
        return
    for other in before(draft, index, 5):
        for chain in draft.of(other):
            is_group = chain.type in {"Group", "Organization"} and chain.is_entity
            if is_group and candidate.lemma in chain.words and not candidate.modifiers:
                yield chain, 0.65, "same noun"
                return


def _is_human(candidate: Candidate) -> bool:
    return candidate.lemma in _PEOPLE or candidate.lemma in _MAN


def _pair(draft: Draft, index: int) -> Iterator[_Judged]:
    """Yield the two persons that "both men", "the two leaders" mean."""
    found: dict[str, Chain] = {}
    for other in before(draft, index, 3):
        members = coordination(draft, other)
        people = [c for i in members for c in draft.of(i) if c.type == "Person"]
        for chain in people if len(people) == 2 else people[:1]:
            if chain.is_entity:
                found.setdefault(chain.id, chain)
        if len(found) >= 2:
            break
    if len(found) == 2:
        for chain in found.values():
            yield chain, 0.65, "the two persons before"


def _together(draft: Draft, index: int) -> list[_Judged]:
    """Return persons named together, of whom one has the title: "the senators"."""
    candidate = draft.candidates[index]
    for other in before(draft, index, 5):
        members = coordination(draft, other)
        people = [c for i in members for c in draft.of(i) if c.type == "Person"]
        if len(people) > 1 and any(candidate.lemma in c.words for c in people):
            return [(chain, 0.65, "their title") for chain in people]
    return []
