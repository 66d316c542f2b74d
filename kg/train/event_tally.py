"""Count events against those labelled by hand: types, parties and days."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from kg.records import Event, Extraction, ParticipantRole
from kg.train.gold_labels import GOLD, GoldError, Half, Names
from kg.train.offsets import Offsets, overlaps
from kg.train.scores import percent

Parties = tuple[Names, ...]
_Label = TypeVar("_Label", bound=msgspec.Struct)


class EventLabel(msgspec.Struct, frozen=True, kw_only=True):
    """An event of an article, with all words that tell it.

    `half` is "tune" where errors were read to mend kg by, else "report".
    `types` has the types that are right; where it is empty, a reader could not say
    whether the words tell an event, and they count neither way. `actors` and
    `recipients` have for each party the places of its names.
    """

    corpus: str
    document: int
    half: Half
    types: tuple[str, ...]
    triggers: tuple[Offsets, ...]
    actors: Parties
    recipients: Parties

    def is_told_by(self, event: Event) -> bool:
        """Tell whether an event stands where this one does."""
        return any(_stands_at(event, place) for place in self.triggers)

    def is_right(self, event: Event) -> bool:
        """Tell whether an event stands there with one of the types."""
        return event.type in self.types and self.is_told_by(event)


class EventDay(msgspec.Struct, frozen=True, kw_only=True):
    """The first and last day of the event that a trigger tells; None if none is told.

    `half` is as in `EventLabel`.
    """

    corpus: str
    document: int
    half: Half
    trigger: Offsets
    day: tuple[date, date] | None


def event_days() -> list[EventDay]:
    """Read ``gold/event_days.jsonl``; raises `GoldError`."""
    return _read("event_days", EventDay)


def event_labels(name: str = "events") -> list[EventLabel]:
    """Read ``gold/{name}.jsonl``; raises `GoldError`."""
    return _read(name, EventLabel)


def _read(name: str, kind: type[_Label]) -> list[_Label]:
    path = GOLD / f"{name}.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=kind) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def told_by(trigger: Offsets, extraction: Extraction) -> Event | None:
    """Return the event of which one of the triggers stands at a place, if any."""
    return next((x for x in extraction.events if _stands_at(x, trigger)), None)


def _stands_at(event: Event, place: Offsets) -> bool:
    told = (event.trigger, *(other.trigger for other in event.others))
    return any(overlaps((each.start, each.end), place) for each in told)


class DayTally:
    """Counts of days of events, of those events that kg finds."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, labels: Iterable[EventDay], extraction: Extraction) -> None:
        """Count one article."""
        for label in labels:
            event = told_by(label.trigger, extraction)
            if event is None:
                continue
            found = (event.when.from_, event.when.to) if event.when else None
            self._counts["told"] += label.day is not None
            self._counts["given"] += found is not None
            self._counts["right"] += found is not None and found == label.day

    def figures(self) -> Iterator[tuple[str, str]]:
        """Yield precision and recall of the days."""
        right = self._counts["right"]
        for name, part in (("precision", "given"), ("recall", "told")):
            count = self._counts[part]
            yield f"days, {name}", f"{percent(right, count):.1f} ({right}/{count})"


class EventTally:
    """Counts of events and parties that are right, over some articles."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, labels: Sequence[EventLabel], extraction: Extraction) -> None:
        """Count one article."""
        places = _Places(extraction)
        for event in extraction.events:
            matched = [label for label in labels if label.is_right(event)]
            if not matched and any(
                not label.types and label.is_told_by(event) for label in labels
            ):
                continue
            self._counts["events"] += 1
            self._counts["right events"] += bool(matched)
            for label in matched[:1]:
                self._count_found_parties(label, event, places)
        for label in labels:
            if label.types:
                found = [e for e in extraction.events if label.is_right(e)]
                self._counts["labels"] += 1
                self._counts["found labels"] += bool(found)
                self._count_labelled_parties(label, found, places)

    def _count_found_parties(
        self, label: EventLabel, event: Event, places: "_Places"
    ) -> None:
        """Count an event's parties, where the label names any in their role."""
        for role, parties in _sides(label):
            for found in places.of(event, role) if parties else ():
                self._counts["parties"] += 1
                self._counts["right parties"] += any(_meet(found, p) for p in parties)

    def _count_labelled_parties(
        self, label: EventLabel, events: Sequence[Event], places: "_Places"
    ) -> None:
        for role, parties in _sides(label):
            found = [each for event in events for each in places.of(event, role)]
            for party in parties:
                self._counts["labelled parties"] += 1
                self._counts["found parties"] += any(_meet(f, party) for f in found)

    def figures(self) -> Iterator[tuple[str, str]]:
        """Yield precision and recall of types, and of parties where the type is right.

        The recall of parties is of all that are labelled, found events or not.
        """
        for name, parts in {
            "types": ("right events", "events", "found labels", "labels"),
            "parties": (
                *("right parties", "parties"),
                *("found parties", "labelled parties"),
            ),
        }.items():
            right, found, met, labelled = (self._counts[part] for part in parts)
            yield f"{name}, precision", f"{percent(right, found):.1f} ({right}/{found})"
            yield f"{name}, recall", f"{percent(met, labelled):.1f} ({met}/{labelled})"


class _Places:
    """Where an event's parties stand: their own words, and all mentions of theirs."""

    def __init__(self, extraction: Extraction) -> None:
        self._mentions = {
            entity.id: [(each.start, each.end) for each in entity.mentions]
            for entity in extraction.entities
        }

    def of(self, event: Event, role: ParticipantRole) -> list[list[Offsets]]:
        """Return the places of each party in a role."""
        return [
            [(each.start, each.end), *self._mentions.get(each.entity or "", ())]
            for each in event.participants
            if each.role == role
        ]


def _sides(label: EventLabel) -> tuple[tuple[ParticipantRole, Parties], ...]:
    return ("actor", label.actors), ("recipient", label.recipients)


def _meet(found: Iterable[Offsets], party: Iterable[Offsets]) -> bool:
    right = list(party)
    return any(overlaps(each, place) for each in found for place in right)
