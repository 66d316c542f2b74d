"""What ties two entities: what each said about the other, events, offices."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import networkx as nx

from kg.view.contents import Card, Places
from kg.view.tallies import Entry, Histogram, by_pair


@dataclass(slots=True)
class Tie:
    """All that joins two entities, given by their places, the lower one first.

    `there` are the days of what the first said about the second, `back` the reverse,
    `acts` those of events between the two; `offices` are places in the cards' list.
    """

    first: int
    second: int
    there: Histogram = field(default_factory=list)
    back: Histogram = field(default_factory=list)
    acts: Histogram = field(default_factory=list)
    offices: list[int] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """How many statements, events and offices the tie stands for."""
        days = (*self.there[2::3], *self.back[2::3], *self.acts[2::3])
        return sum(number or 0 for number in days) + len(self.offices)


def ties(
    statements: Iterable[Entry],
    events: Iterable[Entry],
    offices: Iterable[Card],
    entities: Places,
) -> list[Tie]:
    """Return one tie for each two entities of the page that anything joins."""
    found: dict[tuple[int, int], Tie] = {}
    for (source, target), days in by_pair(_within(statements, entities)).items():
        tie, side = _between(found, entities[source], entities[target])
        setattr(tie, side, days)
    for (first, second), days in by_pair(_once(events, entities)).items():
        tie, _ = _between(found, entities[first], entities[second])
        tie.acts = days
    for number, card in enumerate(offices):
        ends = {card["holder"], card["institution"]}
        # An institution that is not on the page stands there as its name.
        if len(ends) == 2 and all(isinstance(end, int) for end in ends):
            tie, _ = _between(found, *sorted(ends))
            tie.offices.append(number)
    return [found[pair] for pair in sorted(found)]


def to_graph(found: Iterable[Tie], *, first: int) -> "nx.Graph[int]":
    """Return the ties among the `first` most important entities as a graph.

    Edges weigh little more for many statements than for some: a pair that speaks of
    each other daily is to draw together, not to shut the others out.
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from(
        (tie.first, tie.second, 1 + math.log2(tie.weight))
        for tie in found
        if tie.second < first
    )
    return graph


def _between(
    found: dict[tuple[int, int], Tie], source: int, target: int
) -> tuple[Tie, str]:
    pair = min(source, target), max(source, target)
    tie = found.setdefault(pair, Tie(*pair))
    return tie, "there" if source == pair[0] else "back"


def _within(entries: Iterable[Entry], shown: Mapping[str, int]) -> list[Entry]:
    return [
        Entry(
            entry.key,
            tuple(key for key in entry.sources if key in shown),
            tuple(key for key in entry.targets if key in shown),
            entry.days,
        )
        for entry in entries
    ]


def _once(events: Iterable[Entry], shown: Mapping[str, int]) -> list[Entry]:
    """Split events into those of two, whichever of them acts, each pair once."""
    return [
        Entry(event.key, (first,), (second,), event.days)
        for event in _within(events, shown)
        for first, second in sorted(
            {
                (min(source, target), max(source, target))
                for source in event.sources
                for target in event.targets
                if source != target
            }
        )
    ]
