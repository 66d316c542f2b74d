"""Count what the store holds by day, whatever the page has room to list.

The page filters by day, so that a number is no number but days: each count goes there
as the days that it is made of, and the page adds up those that a filter leaves.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from kg.network import Links
from kg.view.days import Days, days_of

Row = dict[str, Any]
# First day since 1970, days after it, number; again and again, in order.
Histogram = list[int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement or event by key: whose, concerning whom, and when."""

    key: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    days: Days

    @property
    def ends(self) -> tuple[str, ...]:
        """All whom it joins, each once."""
        return tuple(dict.fromkeys((*self.sources, *self.targets)))


def statement_entries(links: Links, days: Iterable[Row]) -> list[Entry]:
    """Return one entry a statement, newest first, from who said it and about whom.

    `days` are rows of the query ``view.statement_days``.
    """
    ends = [(row["statement"], "source", row["entity"]) for row in links.said]
    ends += [(row["statement"], "target", row["entity"]) for row in links.subjects]
    return _entries(ends, days)


def event_entries(links: Links, days: Iterable[Row]) -> list[Entry]:
    """Return one entry an event, newest first: actors, and whom it concerns or where.

    Where two act and nobody else is named ("the two met"), each is the other's target.
    `days` are rows of the query ``view.event_days``.
    """
    ends = [
        (row["event"], "source" if row["role"] == "ACTOR" else "target", row["entity"])
        for row in links.parties
    ]
    return [_mutual(entry) for entry in _entries(ends, days)]


def histogram(days: Iterable[Days]) -> Histogram:
    """Return how many run from which day to which; no day is ``None``.

    >>> histogram([Days("1970-01-02", "1970-01-04", "stated")] * 3)
    [1, 2, 3]
    """
    counts = Counter((each.first, each.last) for each in days)
    flat: Histogram = []
    for (first, last), number in sorted(counts.items()):
        start = _number(first) if first else None
        flat += [start, _number(last) - start if start is not None else 0, number]
    return flat


def by_entity(
    entries: Iterable[Entry], ends: Callable[[Entry], Iterable[str]]
) -> dict[str, Histogram]:
    """Return a histogram for each of an entry's `ends`."""
    found: defaultdict[str, list[Days]] = defaultdict(list)
    for entry in entries:
        for key in ends(entry):
            found[key].append(entry.days)
    return {key: histogram(days) for key, days in found.items()}


def by_pair(entries: Iterable[Entry]) -> dict[tuple[str, str], Histogram]:
    """Return a histogram for each source with each other target."""
    found: defaultdict[tuple[str, str], list[Days]] = defaultdict(list)
    for entry in entries:
        for pair in pairs(entry):
            found[pair].append(entry.days)
    return {pair: histogram(days) for pair, days in found.items()}


def pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield each source with each target that is another."""
    both = product(dict.fromkeys(entry.sources), dict.fromkeys(entry.targets))
    return (pair for pair in both if pair[0] != pair[1])


def in_turn(entries: Iterable[Entry]) -> list[Entry]:
    """Order entries so that every pair has its newest before any has a second one.

    `entries` run newest first; what joins no two counts for the one whom it names.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    ranked = []
    for number, entry in enumerate(entries):
        joined: list[tuple[str, ...]] = list(pairs(entry)) or [entry.ends]
        ranked.append((min(seen[pair] for pair in joined), number, entry))
        seen.update(joined)
    return [entry for *_, entry in sorted(ranked, key=lambda each: each[:2])]


def _entries(ends: Iterable[tuple[str, str, str]], days: Iterable[Row]) -> list[Entry]:
    """Put entries together from their ends: key, side and entity."""
    found: dict[str, dict[str, list[str]]] = {}
    for key, side, entity in ends:
        found.setdefault(key, {"source": [], "target": []})[side].append(entity)
    when = {row["key"]: days_of(row) for row in days if row["key"] in found}
    entries = [
        Entry(key, tuple(sides["source"]), tuple(sides["target"]), when[key])
        for key, sides in sorted(found.items())
    ]
    return sorted(entries, key=lambda entry: entry.days.first, reverse=True)


def _mutual(entry: Entry) -> Entry:
    if entry.targets or len(entry.sources) < 2:
        return entry
    return Entry(entry.key, entry.sources, entry.sources, entry.days)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal() - _EPOCH


_EPOCH = date(1970, 1, 1).toordinal()
