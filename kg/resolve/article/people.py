"""Names of persons to chains: full names first, then what refers back to them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.extract.findings import Candidate, Gender
from kg.gazetteer.folding import fold_person
from kg.gazetteer.given_names import gender_of_given_name
from kg.gazetteer.leaders import Leader, leader_by_name, leader_by_surname
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.person_names import family_name, match

_FEMININE_ENDING = re.compile(r".{3,}(?:ova|eva|skaya|ienko?va)")
_MASCULINE_ENDING = re.compile(r".{3,}(?:[oe]v|sky|ovich|evich|shvili)")
# Offices by their abbreviations before names.
_OFFICES = {
    "adm": "admiral", "amb": "ambassador", "capt": "captain", "col": "colonel",
    "dr": "doctor", "gen": "general", "gov": "governor", "lt": "lieutenant",
    "maj": "major", "pres": "president", "prof": "professor", "rep": "representative",
    "sec": "secretary", "sen": "senator", "sgt": "sergeant",
}  # fmt: skip
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
    keys = {i: fold_person(draft.candidates[i].text) for i in people}
    full = _FullNames(draft, _places(keys))
    chains = draft.chains.values()
    states = frozenset(chain.key for chain in chains if chain.type == "State")
    for index in people:
        chain, score, reason = _chain_of(draft, index, keys[index], (full, states))
        draft.link(index, chain, score, reason)
        _learn(draft, index, chain)


class _FullNames:
    """The full names of an article: where each occurs, and what is told of it there."""

    def __init__(self, draft: Draft, places: dict[str, list[int]]) -> None:
        self.places = places
        self._by_word = _by_word(places)
        seen = {name: [draft.candidates[i] for i in at] for name, at in places.items()}
        self._titles = {n: {each.title for each in found} for n, found in seen.items()}
        self._genders = {
            n: {each.gender for each in found} - {None} for n, found in seen.items()
        }

    def matches(
        self, short: Candidate, index: int, key: str
    ) -> Iterator[tuple[float, int, int, str, str]]:
        """Yield the full names that a short one may mean, with what ranks them."""
        for name in self._by_word.get(key.partition(" ")[0], ()):
            score, reason = match(key, name)
            if score < _THRESHOLD or self._gender_differs(short, name):
                continue
            places = self.places[name]
            before = bisect_left(places, index)
            nearest = places[before - 1] if before else -places[0]
            has_title = short.title is not None and short.title in self._titles[name]
            yield score, int(has_title), nearest, name, reason

    def _gender_differs(self, short: Candidate, name: str) -> bool:
        genders = self._genders[name]
        told = short.gender if short.title else None
        return told is not None and bool(genders) and told not in genders


def _by_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names that have a word, for each word: no others can match it."""
    found: dict[str, list[str]] = {}
    for name in names:
        for word in dict.fromkeys(name.split()):
            found.setdefault(word, []).append(name)
    return found


def _places(keys: dict[int, str]) -> dict[str, list[int]]:
    """Return where each name occurs that is no shorter form of another one."""
    distinct = sorted(set(keys.values()), key=lambda key: (-len(key.split()), key))
    longer = _by_word(distinct)
    places: dict[str, list[int]] = {}
    for key in distinct:
        is_short = len(key.split()) <= 1 or any(
            match(key, other)[0] >= 0.9
            for other in longer[key.split()[0]]
            if other in places
        )
        if not is_short:
            places[key] = []
    for index, key in keys.items():
        if key in places:
            places[key].append(index)
    return places


def _chain_of(
    draft: Draft, index: int, key: str, known: tuple[_FullNames, frozenset[str]]
) -> tuple[Chain, float, str]:
    candidate, (full, states) = draft.candidates[index], known
    if key in full.places:
        return _named_chain(draft, key, candidate.text), 1.0, "full name"
    best = max(full.matches(candidate, index, key), default=None)
    if best is not None:
        score, _, _, name, reason = best
        text = draft.candidates[full.places[name][0]].text
        return _named_chain(draft, name, text), score, reason
    leader = _leader(draft, key, states)
    if leader is not None:
        chain = _named_chain(draft, fold_person(leader.name), leader.name)
        return chain, 0.8, f"in office: {leader.title or 'leader'} of {leader.state}"
    return _named_chain(draft, key, candidate.text), 0.5, "name alone"


def _leader(draft: Draft, key: str, states: frozenset[str]) -> Leader | None:
    if len(key.split()) > 1:
        return None
    return leader_by_surname(key, draft.article.published, states)


def _named_chain(draft: Draft, key: str, text: str) -> Chain:
    """Return the chain of a full name; leaders have one spelling everywhere."""
    leader = leader_by_name(key)
    if leader is not None:
        key = fold_person(leader.name)
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
        yield _OFFICES.get(single, single)
