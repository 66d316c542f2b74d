"""Places of the United States that are called like states: Georgia, Lebanon, Paris."""

import re
from collections.abc import Collection, Iterator

from kg.english.lexicon import forms, words
from kg.folding import name_key
from kg.gazetteer.cities import Towns, towns_of_namesake
from kg.gazetteer.states import State, find_state
from kg.resolve.article.chains import Chain, Linking

_STATES = words("places.american_states")
_STATES_IN_SHORT = forms("places.american_states_in_short")
_REGIONS = (_STATES | words("places.provinces")) - words("places.cities_too")
_OFFICES = words("places.american_offices")
_STATE_OFFICES = words("places.state_offices")
# What stands right beside the name weighs so much more than what the article names.
_BESIDE = 3
_COUNTY = " county"
_GEORGIA = "georgia"
_IN_SHORT = re.compile(r", ([A-Z]{2}\b|(?:[A-Z]\. ?){2}|W\. ?Va\.|[A-Z][a-z]+\.)")
_IN_FULL = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})")
# What goes on so is a list of places: "Lebanon, Virginia and Ohio".
_LISTED = re.compile(r",? (?:and|or)\b|, [A-Z]")
_TOWN_BEFORE = re.compile(r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?), $")
_WORDS_AFTER = re.compile(r"(?:['’]s)? ([\w.]+)(?: ([\w.]+))?")


def town_in_full(linking: Linking, index: int) -> str | None:
    """Return a town's name with what stands behind it, where a state is called alike.

    "Lebanon, Tennessee" for "Lebanon" in "Lebanon, Tenn."; a capital, too, counts for
    its state: "London, Ontario". "Tbilisi, Georgia" is in the state of that name, and
    "Moscow, Texas and Ohio" are three places.
    """
    candidate = linking.candidates[index]
    found = find_state(candidate.text)
    region = _region_behind(linking, candidate.end) if found else None
    if found is None or region is None:
        return None
    state, form = found
    if region == _GEORGIA and (form != "capital" or state.id == "GEO"):
        return None
    return f"{candidate.text}, {region.title()}"


def full_state(name: str) -> str:
    """Return one of the United States in full: "Tennessee" for "Tenn."."""
    full = _STATES_IN_SHORT.get(name_key(name)) if name.endswith(".") else None
    return full.title() if full else name


def _region_behind(linking: Linking, end: int) -> str | None:
    """Return the part of a state that a comma puts behind a name, folded."""
    after = linking.text_between(end, end + 60)
    for region, place in _regions_told(after):
        if region is not None:
            return None if _LISTED.match(after, place) else region
    return None


def _regions_told(after: str) -> Iterator[tuple[str | None, int]]:
    """Yield the regions that a text may open with, and where each ends."""
    if short := _IN_SHORT.match(after):
        key = name_key(short[1]).replace(" ", "")
        yield _STATES_IN_SHORT.get(key), short.end()
    if full := _IN_FULL.match(after):
        told = full[1].split()
        for length in range(len(told), 0, -1):
            name = " ".join(told[:length])
            is_region = name_key(name) in _REGIONS
            yield (name_key(name) if is_region else None), full.start(1) + len(name)


def american_beside(
    linking: Linking, places: Collection[int], state: State
) -> frozenset[int]:
    """Return the mentions that are American by the words beside, others being not.

    "Georgia's governor" is of one, "Georgia's prime minister" of the other: a text with
    both means two places.
    """
    towns = towns_of_namesake(state.id)
    if towns is None or not any(_acts_as_state(linking, each) for each in places):
        return frozenset()
    return frozenset(
        each
        for each in places
        if _stands_in_america(linking, each, towns)
        and not _acts_as_state(linking, each)
    )


def is_american_state(linking: Linking, places: Collection[int], state: State) -> bool:
    """Tell whether an article means a state's namesake in the United States.

    `places` are the mentions of the name that mean one of the two. The evidence
    for either is counted: its towns, other states of the United States, other states of
    the world, and an office or town right beside the name ("Georgia's governor"). Where
    neither has more, the state is meant.
    """
    towns = towns_of_namesake(state.id)
    if towns is None:
        return False
    beside = any(_stands_in_america(linking, index, towns) for index in places)
    balance = _BESIDE if beside else 0
    balance += "State:USA" in linking.chains
    balance -= _BESIDE * any(_acts_as_state(linking, index) for index in places)
    own = _names_of(state)
    for index, candidate in enumerate(linking.candidates):
        key = name_key(candidate.text)
        if index in places:
            continue
        balance += (key in _STATES) + (key in towns.american) + key.endswith(_COUNTY)
        balance -= key in own or key in towns.state
        balance -= any(_is_abroad(chain) for chain in linking.chains_of(index))
    return balance > 0


def _acts_as_state(linking: Linking, index: int) -> bool:
    """Tell whether an office that states alone have follows: "Georgia's president"."""
    after = _next_words(linking, index)
    return not after.isdisjoint(_STATE_OFFICES)


def _next_words(linking: Linking, index: int) -> set[str]:
    """Return the next word behind a name, and the two next as one."""
    end = linking.candidates[index].end
    found = _WORDS_AFTER.match(linking.text_between(end, end + 40))
    if found is None:
        return set()
    return {name_key(found[1]), name_key(f"{found[1]} {found[2] or ''}")}


def _names_of(state: State) -> set[str]:
    return {name_key(name) for name in (*state.capitals, *state.demonyms)}


def _is_abroad(chain: Chain) -> bool:
    return chain.type == "State" and chain.key != "USA"


def _stands_in_america(linking: Linking, index: int, towns: Towns) -> bool:
    """Tell whether the words beside a name do: "Savannah, Georgia", "Georgia Sen."."""
    candidate = linking.candidates[index]
    before = linking.text_between(max(candidate.start - 40, 0), candidate.start)
    town = _TOWN_BEFORE.search(before)
    if town is not None:
        key = name_key(town[1])
        return not {key, key.split()[-1]}.isdisjoint(towns.american)
    return not _next_words(linking, index).isdisjoint(_OFFICES)
