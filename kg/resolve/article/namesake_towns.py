"""Towns that share their name with others or with a state: Lebanon, Portland."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.english.lexicon import forms, words
from kg.folding import name_key
from kg.gazetteer.cities import regions_with_town
from kg.gazetteer.states import find_state
from kg.resolve.article.chains import Linking
from kg.resolve.place_names import place_key

_STATES = words("places.american_states")
_STATES_IN_SHORT = forms("places.american_states_in_short")
_CITIES_TOO = words("places.cities_too")
_PROVINCES = forms("places.provinces")
_GEORGIA = "georgia"
_IN_SHORT = re.compile(r", ([A-Z]{2}\b|(?:[A-Z]\. ?){2}|W\. ?Va\.|[A-Z][a-z]+\.)")
_IN_FULL = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})")
_WITHIN = re.compile(r" in (?:[a-z]+ )?([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})")
_POSSESSIVE = re.compile(r"(?:['’] ?s)? ")
# What goes on so is a list of places: "Lebanon, Virginia and Ohio".
_LISTED = re.compile(r",? (?:and|or)\b|, [A-Z]")


class _Region(NamedTuple):
    """A state or one of the United States: what it is known by, and how it is called.

    "PAK" and "Pakistan", "ohio" and "Ohio", "CAN" and "Ontario".
    """

    key: str
    name: str


class Town(NamedTuple):
    """A town with its region, and how the article calls it: with that or without."""

    full: str
    name: str


def towns_in_full(linking: Linking) -> dict[int, Town]:
    """Return the towns that others are called like, by mention.

    "Lebanon, Tennessee" is the "Lebanon" that the article goes on with. A town far
    larger than its namesakes goes without: "Portland, Oregon".
    """
    found: dict[int, Town] = {}
    named: dict[str, Town | None] = {}
    for index, candidate in enumerate(linking.candidates):
        if candidate.form not in {"name", "metonym"} or candidate.label == "PERSON":
            continue
        name = place_key(candidate.text)
        told = _region_behind(linking, index) or _region_before(linking, index)
        if told is not None:
            full = _in_full(candidate.text, told)
            named[name] = Town(full, full) if full else None
        elif name not in named:
            around = _region_around(linking, candidate.text)
            full = f"{candidate.text}, {around.name}" if around else None
            named[name] = Town(full, candidate.text) if full else None
        town = named[name]
        if town is not None:
            found[index] = town
    return found


def _in_full(town: str, told: _Region) -> str | None:
    """Return a town's name with its region, None where the region goes without saying.

    "Lebanon, Tennessee" for "Lebanon" in "Lebanon, Tenn."; a capital, too, counts for
    its state: "London, Ontario". "Tbilisi, Georgia" is in the state of that name.
    """
    found, known = find_state(town), regions_with_town(place_key(town))
    if found is None and known is None:
        return None
    home = _home_of(town)
    if told.key == home or (
        told.key == _GEORGIA and found and (found[1] != "capital" or home == "GEO")
    ):
        return None
    is_in_other = known is not None and told.key in known.regions
    is_province = told.key in _STATES or name_key(told.name) in _PROVINCES
    return f"{town}, {told.name}" if is_in_other or is_province else None


def _home_of(town: str) -> str:
    """Return the region of the town that a name alone means, "" where it is none's."""
    found, known = find_state(town), regions_with_town(place_key(town))
    if found is not None and found[1] == "capital":
        return found[0].id
    return known.known if known is not None else ""


def _region_behind(linking: Linking, index: int) -> _Region | None:
    """Return the region that a comma puts behind a name.

    "Moscow, Texas and Ohio" are three places.
    """
    end = linking.candidates[index].end
    after = linking.text_between(end, end + 60)
    for region, place in _regions_told(after):
        if region is not None:
            return None if _LISTED.match(after, place) else region
    return None


def _region_before(linking: Linking, index: int) -> _Region | None:
    """Return the region of which a name is said to be: "Pakistan's Punjab province".

    Of a people's word that is so where the region has a place of that name: "Spanish
    Valencia".
    """
    if not index:
        return None
    owner, here = linking.candidates[index - 1], linking.candidates[index]
    between = linking.text_between(owner.end, here.start)
    found = find_state(owner.text)
    if found is None or found[1] == "capital" or not _POSSESSIVE.fullmatch(between):
        return None
    known = regions_with_town(place_key(here.text))
    is_there = known is not None and found[0].id in known.regions
    return _Region(found[0].id, found[0].name) if is_there else None


def _regions_told(after: str) -> Iterator[tuple[_Region | None, int]]:
    """Yield the regions that a text may open with, and where each ends."""
    if short := _IN_SHORT.match(after):
        key = _STATES_IN_SHORT.get(name_key(short[1]).replace(" ", ""))
        yield _region(key) if key else None, short.end()
    if full := _IN_FULL.match(after) or _WITHIN.match(after):
        told = full[1].split()
        for length in range(len(told), 0, -1):
            name = " ".join(told[:length])
            yield _region(name), full.start(1) + len(name)


def _region(name: str) -> _Region | None:
    """Return the region of a name, None where it is no region's."""
    key = name_key(name)
    if key in _STATES - _CITIES_TOO:
        return _Region(key, key.title())
    if key in _PROVINCES:
        return _Region(_PROVINCES[key].upper(), key.title())
    found = find_state(name)
    is_state = found is not None and found[1] == "name"
    return _Region(found[0].id, found[0].name) if found and is_state else None


def _region_around(linking: Linking, town: str) -> _Region | None:
    """Return the region of a town by what else the article names.

    Of the United States that is the one of which it speaks, of others its only state. A
    town that goes without its region is elsewhere where that is an American one, or the
    other is large, too: "Tripoli" among Lebanese.
    """
    known, home = regions_with_town(place_key(town)), _home_of(town)
    if known is None:
        return None
    named = {each.key: each for each in _regions_named(linking)}
    peoples = {each.key: each for each in _peoples_named(linking)}
    by_name = {key for key in named if key not in _STATES}
    # A town of no renown is its country's, whoever comes there.
    alone = [by_name | peoples.keys()] + ([] if home else [by_name])
    only = {key for keys in alone if len(keys) == 1 for key in keys}
    named |= peoples
    likely = [
        key
        for key in known.regions
        if key in named
        and (key in _STATES or (key in only and (not home or key in known.large)))
    ]
    is_there = len(likely) == 1 and home not in named
    return named[likely[0]] if is_there else None


def _regions_named(linking: Linking) -> Iterator[_Region]:
    for each in linking.candidates:
        region = _region(each.text) if each.label == "LOC" else None
        if region is not None:
            yield region


def _peoples_named(linking: Linking) -> Iterator[_Region]:
    """Yield the states that an article names by their peoples: "Spanish"."""
    for each in linking.candidates:
        found = find_state(each.text) if each.form == "demonym" else None
        if found is not None:
            yield _Region(found[0].id, found[0].name)
