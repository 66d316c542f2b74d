"""Whose a body or a group is that has no name of its own: "police in Leeds"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.english.lexicon import words
from kg.extract.findings import Candidate
from kg.folding import name_key
from kg.gazetteer.states import State, find_state
from kg.resolve.article.chains import Chain, Linking, state_chain
from kg.resolve.article.noun_phrases import states_of
from kg.resolve.article.salience import stand_out
from kg.resolve.one_article import key_of_one_article
from kg.resolve.organisation_names import (
    is_body_of_state,
    is_known_body,
    state_and_body,
)

_STANDING = words("bodies.standing_groups")
_PARTS_OF_STATES = words("places.american_states")
_POSSESSIVE = re.compile(r"(?:['’]s?)? ")
_OF = re.compile(r" of (?:the )?$")
_PLACED = re.compile(r" (?:of|in|for|from) (?:the )?")
_OWNED = re.compile(r" (?:of|from) (?:the )?")
_LONGEST_GAP = len(" for the ")
_ONLOOKERS = re.compile(r"\b(?:analyst|economist|strategist)s? (?:at|for|from|with) $")
_REACH = 30
# Where a report comes from: "ABUJA, May 3 (AP) —", "Abuja:".
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'’ -]{2,30}?)(?:, (?P<behind>[^\n:|()—–]{1,30}?))?\s*"
    r"(?:\([^)\n]{1,40}\)\s*)?(?:[—–:|]|--|- )"
)
# How far down its first lines reach.
_OPENING = 300
# How many mentions before a name its owner may be: "Kenya's Foreign Ministry".
_BEFORE = 3
# Whose Congress and Senate papers everywhere write of.
_BEST_KNOWN = "USA"
# Fewer mentions of a state do not make it the one that an article speaks of.
_LEAST_MENTIONS = 2


def owner_of(linking: Linking, index: int) -> Chain | None:
    """Return the state or place right beside a name that says whose body it is.

    Kenya for "Kenya's Foreign Ministry" and "the Foreign Ministry of Kenya", Leeds for
    "Police in Leeds"; None where nothing stands there.
    """
    for other in _neighbours(linking, index):
        chain = linking.only_chain_of(other)
        if chain is not None and chain.type in {"State", "Location"}:
            return chain
    return None


def owners_told(linking: Linking, bodies: Iterable[int]) -> dict[str, Chain]:
    """Return whose the bodies of an article are, by key, where it tells of one alone.

    `bodies` are the mentions of bodies by name, the places being linked. "Kenya's
    Supreme Court ... The Supreme Court": both are Kenya's. So is the "Health Ministry"
    where "the Kenyan health ministry" is spoken of.
    """
    found: dict[str, dict[str, Chain]] = {}
    for index in (*bodies, *_described_bodies(linking)):
        state, body = state_and_body(linking.candidates[index].text)
        owner = state_chain(linking, state) if state else owner_of_body(linking, index)
        # "The Justice Department" beside that of one of the United States is theirs.
        if owner is not None and name_key(owner.name) not in _PARTS_OF_STATES:
            found.setdefault(body, {})[owner.id] = owner
    return {
        body: owner
        for body, owners in found.items()
        if len(owners) == 1
        for owner in owners.values()
    }


def _described_bodies(linking: Linking) -> Iterator[int]:
    """Yield the mentions of a state's bodies by their kind: "the health ministry"."""
    for index, candidate in enumerate(linking.candidates):
        is_described = candidate.form == "nominal" and candidate.number != "plural"
        if is_described and is_body_of_state(candidate.lemma):
            yield index


def owner_of_body(linking: Linking, index: int) -> Chain | None:
    """Return whose body a name is of by what stands beside it, see `owner_of`.

    A state's ministry in its capital is the state's: "the Ministry in Nairobi".
    """
    owner = owner_of(linking, index)
    if owner is None or not is_body_of_state(linking.candidates[index].text):
        return owner
    found = find_state(owner.name) if owner.type == "Location" else None
    is_capital = found is not None and found[1] == "capital"
    return state_chain(linking, found[0]) if found and is_capital else owner


def is_of_onlookers(linking: Linking, body: Candidate) -> bool:
    """Tell whether a body's people look on from outside: "analysts at Quill & Co"."""
    before = linking.article.text[max(body.start - _REACH, 0) : body.start]
    return _ONLOOKERS.search(before) is not None


def state_spoken_of(linking: Linking) -> Chain | None:
    """Return the one state that an article names far more often than any other.

    Where it names none, that of the capital in its dateline: "ABUJA — The Senate met".
    """
    counts = Counter(
        chain.id
        for index in linking.links
        for chain in linking.chains_of(index)
        if chain.type == "State"
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        home = _state_of_dateline(linking.article.text)
        return None if home is None else state_chain(linking, home)
    if ranked[0][1] < _LEAST_MENTIONS:
        return None
    weights = [float(count) for _, count in ranked]
    return linking.chains[ranked[0][0]] if stand_out(weights) else None


def _state_of_dateline(text: str) -> State | None:
    """Return the state whose capital an article is written from, by its first lines.

    "KINGSTON, Ontario –" is another town.
    """
    for line in text[:_OPENING].splitlines():
        dateline = _DATELINE.match(line)
        found = find_state(dateline["place"].title()) if dateline else None
        if dateline is not None and found is not None and found[1] == "capital":
            is_dated = not (dateline["behind"] or "0").isalpha()
            return found[0] if is_dated else None
    return None


def state_with_body(linking: Linking, key: str) -> Chain | None:
    """Return the state of the article whose body of that key the gazetteer knows.

    "Congress" is that of the United States where the article names them, unless it
    speaks of another state with a congress: Peru.
    """
    found = [
        chain
        for chain in linking.chains.values()
        if chain.type == "State" and is_known_body(chain.name, key)
    ]
    if len(found) > 1:
        spoken_of = state_spoken_of(linking)
        found = [chain for chain in found if chain is spoken_of] or [
            chain for chain in found if chain.key == _BEST_KNOWN
        ]
    return found[0] if len(found) == 1 else None


def key_of_group(
    linking: Linking, index: int, key: str, place: int | str = "all"
) -> str:
    """Return the key of a group that a phrase describes, with what it belongs to.

    `key` is the folded phrase, `place` is as for `key_in_article`. What a state or
    place has at all times is the same in each article: "kenya troops", also for "troops
    from Kenya", and "police in leeds". All else is of its article alone: there are
    other "kenya pilots" in the next.
    """
    candidate = linking.candidates[index]
    if candidate.lemma in _STANDING:
        if _names_owner(linking, index):
            return key
        states = states_of(linking, index)
        if len(states) == 1:
            state = linking.chains[f"State:{states.pop()}"]
            return f"{name_key(state.name)} {key}"
        owner = owner_of(linking, index)
        if owner is not None:
            name = name_key(owner.name)
            is_its = owner.type == "State" and _is_owned(linking, index)
            return f"{name} {key}" if is_its else f"{key} in {name}"
    return key_in_article(linking, key, place)


def _is_owned(linking: Linking, index: int) -> bool:
    """Tell "troops from Kenya" from "troops in Kenya", who may be another state's."""
    end = linking.candidates[index].end
    return _OWNED.match(linking.text_between(end, end + _LONGEST_GAP)) is not None


def key_in_article(linking: Linking, key: str, place: int | str = "all") -> str:
    """Return a key that no other article has; `place` tells namesakes in one apart."""
    return key_of_one_article(key, linking.key, place)


def _names_owner(linking: Linking, index: int) -> bool:
    """Tell whether a phrase says whose it is: "NATO forces", "the people of Leeds"."""
    return any(
        chain.type in {"State", "Organization", "Location"}
        for inner in linking.mentions_inside(index)
        if _may_tell_owner(linking.candidates[index], linking.candidates[inner])
        for chain in linking.chains_of(inner)
    )


def _may_tell_owner(phrase: Candidate, inner: Candidate) -> bool:
    """Tell whether a name stands before a phrase's noun, or after its "of"."""
    before = phrase.text[: inner.start - phrase.start]
    is_placed = inner.start < phrase.head or _OF.search(before) is not None
    return is_placed and inner.form in {"name", "demonym", "metonym"}


def _neighbours(linking: Linking, index: int) -> Iterator[int]:
    """Yield the mentions that stand right before and right after one."""
    here = linking.candidates[index]
    for before in range(index - 1, max(index - 1 - _BEFORE, -1), -1):
        end = linking.candidates[before].end
        gap = linking.text_between(end, here.start)
        if end <= here.start and _POSSESSIVE.fullmatch(gap):
            yield before
    for after in linking.starting_in(here.end, here.end + _LONGEST_GAP + 1):
        gap = linking.text_between(here.end, linking.candidates[after].start)
        if _PLACED.fullmatch(gap):
            yield after
