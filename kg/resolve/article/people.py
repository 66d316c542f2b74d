"""Names of persons to chains: full names first, then what refers back to them."""

import re
from collections.abc import Iterator

from kg.english.lexicon import forms
from kg.english.pronouns import Gender
from kg.extract.findings import Candidate
from kg.folding import person_key
from kg.gazetteer.given_names import gender_of_given_name
from kg.gazetteer.leaders import Leader, leader_by_name, leader_by_surname
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.person_names import family_name, match

_FEMININE_ENDING = re.compile(r".{3,}(?:ova|eva|skaya|ienko?va)")
_MASCULINE_ENDING = re.compile(r".{3,}(?:[oe]v|sky|ovich|evich|shvili)")
# Offices by their abbreviations before names.
_SHORT_FORMS = forms("titles.short_forms")
# What a name must score to be taken for a shorter form of another.
_THRESHOLD = 0.6


def link_people(draft: Draft) -> None:
    """Link the names of persons.

    A name is linked to the same name, else to the fullest name that it may be a short
    form of, the nearest before it first; else to a leader in office when the article
    was published; else it stands for itself.
    """
    people = [i for i, c in enumerate(draft.candidates) if c.label == "PERSON"]
    people = [i for i in people if draft.candidates[i].form == "name"]
    keys = {i: person_key(draft.candidates[i].text) for i in people}
    full = _full_names(keys)
    for index in people:
        chain, score, reason = _chain_of(draft, index, keys, full)
        draft.link(index, chain, score, reason)
        _learn(draft, index, chain)


def _full_names(keys: dict[int, str]) -> dict[str, list[int]]:
    """Return where each name occurs that is no shorter form of another one."""
    distinct = sorted(set(keys.values()), key=lambda key: (-len(key.split()), key))
    kept: list[str] = []
    for key in distinct:
        is_short = len(key.split()) == 1 or any(
            match(key, other)[0] >= 0.9 for other in kept
        )
        if not is_short:
            kept.append(key)
    places: dict[str, list[int]] = {key: [] for key in kept}
    for index, key in keys.items():
        if key in places:
            places[key].append(index)
    return places


def _chain_of(
    draft: Draft, index: int, keys: dict[int, str], full: dict[str, list[int]]
) -> tuple[Chain, float, str]:
    candidate, key = draft.candidates[index], keys[index]
    if key in full:
        return _named_chain(draft, key, candidate.text), 1.0, "full name"
    best = max(_matches(draft, index, key, full), default=None)
    if best is not None:
        score, _, _, name, reason = best
        text = draft.candidates[full[name][0]].text
        return _named_chain(draft, name, text), score, reason
    leader = _leader(draft, key)
    if leader is not None:
        chain = _named_chain(draft, person_key(leader.name), leader.name)
        return chain, 0.8, f"in office: {leader.title or 'leader'} of {leader.state}"
    return _named_chain(draft, key, candidate.text), 0.5, "name alone"


def _matches(
    draft: Draft, index: int, key: str, full: dict[str, list[int]]
) -> Iterator[tuple[float, int, int, str, str]]:
    """Yield the full names that a short one may mean, with what ranks them."""
    candidate = draft.candidates[index]
    for name, places in full.items():
        score, reason = match(key, name)
        if score < _THRESHOLD or _gender_differs(draft, candidate, places):
            continue
        before = [place for place in places if place < index]
        title = candidate.title is not None and any(
            draft.candidates[place].title == candidate.title for place in places
        )
        yield score, int(title), max(before, default=-places[0]), name, reason


def _gender_differs(draft: Draft, short: Candidate, places: list[int]) -> bool:
    genders = {draft.candidates[place].gender for place in places} - {None}
    told = short.gender if short.title else None
    return told is not None and bool(genders) and told not in genders


def _leader(draft: Draft, key: str) -> Leader | None:
    if len(key.split()) > 1:
        return None
    states = frozenset(
        chain.key for chain in draft.chains.values() if chain.type == "State"
    )
    return leader_by_surname(key, draft.article.published, states)


def _named_chain(draft: Draft, key: str, text: str) -> Chain:
    """Return the chain of a full name; leaders have one spelling everywhere."""
    leader = leader_by_name(key)
    if leader is not None:
        key = person_key(leader.name)
    chain = draft.chain("Person", key, text)
    chain.gender = chain.gender or _gender_of(text, key)
    if leader is not None and _is_near(draft, leader):
        chain.states.add(leader.state)
    return chain


def _is_near(draft: Draft, leader: Leader) -> bool:
    day = draft.article.published
    return day is not None and leader.is_in_office(day)


def _gender_of(text: str, key: str) -> Gender | None:
    given = gender_of_given_name(text.split()[0])
    if given is not None:
        return given
    family = family_name(key)
    if _FEMININE_ENDING.fullmatch(family):
        return "feminine"
    return "masculine" if _MASCULINE_ENDING.fullmatch(family) else None


def _learn(draft: Draft, index: int, chain: Chain) -> None:
    """Keep what the words beside a name tell: gender, offices and their state."""
    candidate = draft.candidates[index]
    if candidate.title:
        chain.gender = candidate.gender or chain.gender
        chain.words.update(_title_words(candidate.title))
    if candidate.appositive:
        chain.words.update(_title_words(candidate.appositive.text))
    start = candidate.start - (len(candidate.title) + 1 if candidate.title else 0)
    for before in range(index - 1, max(index - 4, -1), -1):
        other = draft.candidates[before]
        gap = draft.between(other.end, start)
        if other.end <= start and re.fullmatch(r"(?:['’]s)? ", gap):
            chain.states.update(c.key for c in draft.of(before) if c.type == "State")


def _title_words(title: str) -> Iterator[str]:
    """Yield the words of a title: "senator" for "Sen." and for "Senators"."""
    for word in re.findall(r"[\w-]+", title.casefold()):
        yield word
        single = word.removesuffix("s")
        yield _SHORT_FORMS.get(single, single)
