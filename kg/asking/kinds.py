"""Which question of kg a wording asks, by the kinds of `kinds.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ask import load_question
from kg.asking.wording import Wording
from kg.queries import Query
from kg.tables import read_table


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to ask a question: the fields of an entry of `kinds.yaml`."""

    query: Query
    words: tuple[frozenset[str], ...]
    may: frozenset[str]
    asked: frozenset[str]
    takes: Mapping[str, tuple[str, ...]]
    sets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A kind that fits a wording: its parameters, and the words it has no use for."""

    kind: Kind
    given: Mapping[str, str]
    left: tuple[int, ...]


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds of `kinds.yaml`, in its order."""
    return tuple(map(_kind, read_table(__package__, "kinds.yaml")))


def best_match(wording: Wording, timed: frozenset[int]) -> Match | None:
    """Return the kind that leaves least of a question over, None where none fits.

    `timed` are the places of the words that tell its days. "Who met Lavrov in Moscow?"
    fits `met` with "with" and "place", and leaves nothing.
    """
    found = filter(None, (_match(kind, wording, timed) for kind in kinds()))
    return min(found, key=lambda match: len(match.left), default=None)


def _kind(entry: Mapping[str, Any]) -> Kind:
    return Kind(
        query=load_question(entry["question"]),
        words=tuple(frozenset(line.split()) for line in entry["words"]),
        may=frozenset(entry.get("may", "").split()),
        asked=frozenset(entry.get("asked", "").split()),
        takes={
            name: tuple(roles.split()) for name, roles in entry.get("takes", {}).items()
        },
        sets=entry.get("sets", {}),
    )


def _match(kind: Kind, wording: Wording, timed: frozenset[int]) -> Match | None:
    used = _used_words(kind, wording)
    if used is None or (kind.asked and not kind.asked & wording.asked):
        return None
    parameters = {each.name: each for each in kind.query.parameters}
    given = dict(kind.sets)
    for name, roles in kind.takes.items():
        found = _taken(roles, parameters[name].type == "string", wording, used)
        if found is not None:
            given[name], places = found
            used |= places
    if any(each.required and name not in given for name, each in parameters.items()):
        return None
    if any(each.type == "date" for each in parameters.values()):
        used |= timed
    in_order = {name: given[name] for name in parameters if name in given}
    return Match(kind, in_order, tuple(_left(wording, used)))


def _used_words(kind: Kind, wording: Wording) -> set[int] | None:
    """Return the places of the words that a kind asks for, None where it lacks any."""
    used: set[int] = set()
    for words in kind.words:
        places = {
            place for place, marks in wording.marks.items() if words & marks.keys()
        }
        if not places - used:
            return None
        used |= places
    may = {place for place, marks in wording.marks.items() if kind.may & marks.keys()}
    return used | may


def _taken(
    roles: tuple[str, ...], is_text: bool, wording: Wording, used: set[int]
) -> tuple[str, frozenset[int]] | None:
    """Return what a parameter takes, with its places: the first of the best role."""
    for role in roles:
        if role.startswith("@"):
            if (meant := _meant(role, wording)) is not None:
                return meant
            continue
        spent = used | wording.empty
        for slot in wording.slots:
            # What a text takes is a phrase ("foreign minister"), no name.
            is_other = slot.role != role or (is_text and slot.is_name)
            if not is_other and not slot.places & spent:
                return slot.text, slot.places
    return None


def _meant(role: str, wording: Wording) -> tuple[str, frozenset[int]] | None:
    """Return what the first word of a class means that means anything."""
    meant = [marks[role] for marks in wording.marks.values() if marks.get(role)]
    if not meant:
        return None
    places = (place for place, each in wording.marks.items() if role in each)
    return meant[0], frozenset(places)


def _left(wording: Wording, used: set[int]) -> Iterator[int]:
    """Yield the places of the words that a match leaves over."""
    for place in range(len(wording.spans)):
        noun = wording.cases.get(place)
        # A preposition goes with its noun; without one ("speak about") it is read.
        is_spent = noun is not None and (noun in used or noun in wording.empty)
        if place not in used | wording.empty and not is_spent:
            yield place
