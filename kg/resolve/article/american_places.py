"""Places of the United States that are called like states: Georgia, Lebanon, Paris."""

import re
from collections.abc import Collection

from kg.english.lexicon import forms, words
from kg.folding import name_key
from kg.gazetteer.cities import Towns, towns_of_namesake
from kg.gazetteer.states import State
from kg.resolve.article.chains import Chain, Linking

_STATES = words("places.american_states")
_STATES_IN_SHORT = forms("places.american_states_in_short")
_OFFICES = words("places.american_offices")
_STATE_OFFICES = words("places.state_offices")
# What stands right beside the name weighs so much more than what the article names.
_BESIDE = 3
_COUNTY = " county"
_TOWN_BEFORE = re.compile(r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?), $")
_WORDS_AFTER = re.compile(r"(?:['’]s)? ([\w.]+)(?: ([\w.]+))?")


def full_state(name: str) -> str:
    """Return one of the United States in full: "Tennessee" for "Tenn."."""
    full = _STATES_IN_SHORT.get(name_key(name)) if name.endswith(".") else None
    return full.title() if full else name


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
