"""Names to chains, those of persons aside: states, places, groups, weapons."""

from collections.abc import Callable, Container, Mapping
from functools import partial
from math import inf

from kg.english.lexicon import words
from kg.english.numbers import to_number
from kg.extract.findings import Candidate
from kg.folding import keys_by_word, name_key
from kg.gazetteer.cities import is_city, towns_of_namesake
from kg.gazetteer.organisations import organisation_named
from kg.gazetteer.states import (
    State,
    StateForm,
    find_state,
    load_states,
    wikidata_of_american_state,
)
from kg.resolve.article.american_places import (
    american_beside,
    full_state,
    is_american_state,
)
from kg.resolve.article.chains import Chain, Linking, state_chain
from kg.resolve.article.named_organisations import (
    link_organisation,
    organisation_names,
    without_article,
)
from kg.resolve.article.namesake_towns import Town, towns_in_full
from kg.resolve.article.scopes import owners_told, state_spoken_of
from kg.resolve.organisation_names import is_of_some_state
from kg.resolve.person_names import in_mixed_case
from kg.resolve.place_names import place_key

# As long are "the" and a number before a demonym.
_LONGEST_DETERMINER = 10
# How far after some of a people "the" people are those and not their state.
_SENTENCES_OF_PEOPLE = 3
_INITIALS = 4
_DIRECTIONS = words("places.directions")
_LANDS = words("names.last_words_of_places") | {"bank", "shore"}


def link_other_names(linking: Linking) -> None:
    """Link all names but those of persons: states, bodies, places, groups, weapons.

    States come first, whatever the model calls their names: "the Kremlin" is no place.
    A bare adjective of a people ("Kurdish") stays unlinked.
    """
    towns = towns_in_full(linking)
    people = _some_of_a_people(linking)
    _link_states(linking, towns, people)
    spoken_of = state_spoken_of(linking)
    link_place = partial(_link_place, towns=towns)
    linkers: dict[str, Callable[[Linking, int], None]] = {
        "LOC": link_place,
        "NORP": partial(_link_group, people=people),
        "OTHER": partial(_link_thing, names=_names_of_things(linking)),
        "WEAPON": _link_weapon,
    }
    bodies: list[int] = []
    for index, candidate in enumerate(linking.candidates):
        if candidate.form in {"pronoun", "nominal"} or index in linking.links:
            continue
        if _is_body(candidate) and index not in towns:
            bodies.append(index)
        elif candidate.label == "ORG":
            link_place(linking, index)
        elif (link := linkers.get(candidate.label or "")) is not None:
            link(linking, index)
    # Last, since a place beside a body's name may tell whose it is.
    names, told = organisation_names(linking), owners_told(linking, bodies)
    for index in bodies:
        link_organisation(linking, index, names, spoken_of, told)


def _link_states(
    linking: Linking, towns: Mapping[int, Town], people: Container[int]
) -> None:
    found = {
        i: None if i in people else _state_of(each)
        for i, each in enumerate(linking.candidates)
    }
    shared: dict[str, list[int]] = {}
    for index, state_and_form in found.items():
        if state_and_form is None or index in towns:
            continue
        state, form = state_and_form
        if form == "name" and towns_of_namesake(state.id):
            shared.setdefault(state.id, []).append(index)
            continue
        # A capital may stand for its government or be the city after all.
        score = 0.9 if form == "capital" else 1.0
        linking.link(index, state_chain(linking, state), score, f"{form} of the state")
    # The other states of the article tell which of two namesakes is meant.
    for id_, places in shared.items():
        state = load_states()[id_]
        american = american_beside(linking, places, state)
        own = frozenset(places) - american
        if american or not is_american_state(linking, own, state):
            for index in sorted(own):
                chain = state_chain(linking, state)
                linking.link(index, chain, 1.0, "name of the state")


def _some_of_a_people(linking: Linking) -> set[int]:
    """Return the demonyms for people and not for their state.

    "Kenyans said", and "the Kenyans" soon after them; "two Kenyans", and "the Kenyans"
    anywhere after. Where no others were spoken of, "the Kenyans" are Kenya.
    """
    found: set[int] = set()
    # The last sentence in which a demonym is taken for those spoken of.
    reach: dict[str, float] = {}
    for index, candidate in enumerate(linking.candidates):
        if candidate.form != "demonym" or candidate.number != "plural":
            continue
        start = max(candidate.start - _LONGEST_DETERMINER, 0)
        before = linking.article.text[start : candidate.start].casefold()
        is_near = candidate.sentence <= reach.get(candidate.text, -1)
        if is_near or not before.endswith("the "):
            found.add(index)
            *_, last = ["", *before.split()]
            is_counted = to_number(last) is not None
            until = inf if is_counted else candidate.sentence + _SENTENCES_OF_PEOPLE
            reach[candidate.text] = max(reach.get(candidate.text, -1), until)
    return found


def _state_of(candidate: Candidate) -> tuple[State, StateForm] | None:
    """Return the state that a name, demonym or metonym stands for, and how.

    "Nairobi" stands for Kenya where it acts ("Nairobi said"), not where it is a place
    ("in Nairobi").
    """
    if candidate.form in {"pronoun", "nominal"} or candidate.label == "PERSON":
        return None
    found = find_state(candidate.text)
    if found is not None and found[1] == "capital" and candidate.form == "name":
        return None
    return found


def _is_body(candidate: Candidate) -> bool:
    """Tell a body from a place, whatever the name model calls it.

    "The White House" is a body in the news, and so is the Parliament that debates.
    """
    name = full_state(without_article(candidate.text))
    if candidate.label == "LOC":
        return organisation_named(name) is not None or is_of_some_state(name)
    return candidate.label == "ORG" and not _is_land(candidate.text)


def _link_place(linking: Linking, index: int, towns: Mapping[int, Town]) -> None:
    name = full_state(without_article(linking.candidates[index].text))
    if index in towns:
        full, name = towns[index]
        chain = linking.chain("Location", place_key(full), _in_mixed_case(name))
        linking.link(index, chain, 0.9, "name")
    elif (state := _state_in_short(linking, name)) is not None:
        linking.link(index, state, 0.8, "short for the state's full name")
    else:
        chain = linking.chain("Location", place_key(name), _in_mixed_case(name))
        chain.wikidata = wikidata_of_american_state(name)
        linking.link(index, chain, 0.9, "name")


def _in_mixed_case(name: str) -> str:
    """Return a place's name as below its dateline: "Kingston, Ontario".

    Four letters are initials as a rule: "DROM", but "Oslo".
    """
    is_short = len(name) <= _INITIALS and not is_city(name)
    return name if is_short else ", ".join(map(in_mixed_case, name.split(", ")))


def _state_in_short(linking: Linking, name: str) -> Chain | None:
    """Return the state of the article that a name is short for.

    "The Islamic Republic" is Iran's, since "Islamic Republic of Iran" is Iran.
    """
    states = [chain for chain in linking.chains.values() if chain.type == "State"]
    for chain in states:
        full = find_state(f"{name} of {chain.name}")
        if full is not None and full[0].id == chain.key:
            return chain
    return None


def _is_land(name: str) -> bool:
    """Tell whether a name says where land lies: the "West Bank" is no bank."""
    first, _, last = name_key(without_article(name)).partition(" ")
    return first in _DIRECTIONS and last in _LANDS


def _link_group(linking: Linking, index: int, people: Container[int]) -> None:
    """Link the name of a people or movement; a bare adjective names nobody.

    "Kurds" are a group, and so is what speaks; "Kurdish" in "Kurdish villages" is none.
    """
    candidate = linking.candidates[index]
    known = organisation_named(candidate.text)
    if known is not None:
        link_organisation(linking, index, {name_key(candidate.text): known.name})
    elif candidate.text.endswith("s") or candidate.speaks or index in people:
        name = candidate.text
        chain = linking.chain("Group", name_key(name), name)
        if index in people:
            chain.number = "plural"
        linking.link(index, chain, 0.8, "name")


def _link_weapon(linking: Linking, index: int) -> None:
    name = linking.candidates[index].text
    linking.link(index, linking.chain("Weapon", name_key(name), name), 0.9, "name")


def _names_of_things(linking: Linking) -> dict[str, str]:
    """Map each folded name of a thing to its longest form: "Ida" to "Hurricane Ida"."""
    names = {name_key(c.text): c.text for c in linking.candidates if c.label == "OTHER"}
    longer = keys_by_word(sorted(names, key=len))
    return {
        key: next(
            (
                names[full]
                for full in longer[key.split()[-1]]
                if full.endswith(f" {key}")
            ),
            name,
        )
        for key, name in names.items()
        if key
    }


def _link_thing(linking: Linking, index: int, names: dict[str, str]) -> None:
    text = linking.candidates[index].text
    name = names.get(name_key(text), text)
    linking.link(index, linking.chain("Other", name_key(name), name), 0.7, "name")
