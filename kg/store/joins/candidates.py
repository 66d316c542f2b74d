"""What articles offer to be joined, and the pairs of them that are judged one.

Sorted by what they share and by day, each is compared with those before it that lie
near in time: by the same rules as one article after the other, and to the same edges.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import combinations
from typing import Any

from kg.graph import Node
from kg.resolve.across import happenings, utterances
from kg.resolve.across.shared_words import SharedWords
from kg.store.copies import ArticleState
from kg.store.joins.pairing import Judge, Row, edge_between
from kg.store.joins.restatements import quoted_alike, restated
from kg.store.joins.same_events import same

# No two that are judged one lie farther apart.
_WINDOW = max(utterances.WINDOW, happenings.WINDOW)


Pairs = Iterator[tuple[Row, Row]]


@dataclass(frozen=True, slots=True)
class Join:
    """How nodes of a label are joined: by which edge, and who judges two of them.

    `pairs` picks those to be judged, of rows that share something.
    """

    type: str
    label: str
    judge: Judge
    pairs: Callable[[Iterable[Row]], Pairs]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement or an event as one of `JOINS` compares it.

    Those of one `shared` are compared, in the order of `day` (ISO, "" where it has
    none) and `key`.
    """

    join: str
    shared: str
    day: str
    key: str
    row: Row


def candidates(state: ArticleState) -> Iterator[Candidate]:
    """Yield the statements and events of an article that is placed."""
    article = _Ends(state)
    for node in state.rows.nodes:
        if node.label == "Statement":
            yield from _statements(article, node)
        elif node.label == "Event":
            yield from _events(article, node)


def pairs(join: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the edges among rows that share something, in the order of `Candidate`."""
    own = JOINS[join]
    for one, other in own.pairs(rows):
        if one["article"] != other["article"]:
            edge = edge_between(one, other, own.judge)
            if edge is not None:
                yield edge


def _statements(article: "_Ends", node: Node) -> Iterator[Candidate]:
    own = node.properties
    speakers = sorted(article.to[node.key, "SAID"])
    row = {
        **article.about,
        "key": node.key,
        "text": own["text"],
        "vector": own.get("vector"),
        "from": own.get("saidFrom", article.day),
        "to": own.get("saidTo", article.day),
    }
    if own.get("wording") is not None:
        basis = {"basis": own.get("saidBasis"), "speakers": speakers}
        yield _candidate("wording", own["wording"], row | basis)
    if None not in (row["from"], row["to"]):
        for speaker in speakers:
            yield _candidate("speaker", speaker, row)


def _events(article: "_Ends", node: Node) -> Iterator[Candidate]:
    own = node.properties
    actors, recipients = (article.to[node.key, x] for x in ("ACTOR", "RECIPIENT"))
    named = {*actors, *recipients} - article.groups
    places = sorted(article.to[node.key, "TOOK_PLACE_IN"])
    days = (own.get("from", article.day), own.get("to", article.day))
    row = {
        **article.about,
        "key": node.key,
        **{name: own.get(name) for name in ("verb", "mode", "from", "to")},
        **{name: own[name] for name in ("type", "trigger", "factuality")},
        "actors": actors,
        "recipients": recipients,
        "named": named,
        "place": places[0] if places else None,
        "days": days,
    }
    if None not in days:
        for party in sorted(named):
            yield _candidate("party", f"{party} {own['type']}", row)


def _candidate(join: str, shared: str, row: Row) -> Candidate:
    day = row.get("days", (row["from"],))[0]
    return Candidate(join, shared, day.isoformat() if day else "", row["key"], row)


def _any(rows: Iterable[Row]) -> Pairs:
    """Yield all pairs."""
    return combinations(rows, 2)


def _near(rows: Iterable[Row]) -> Pairs:
    """Yield pairs that lie near in time, of rows in the order of their first days."""
    before: dict[int, Row] = {}
    ending = _Ending()
    for number, row in enumerate(rows):
        for past in ending.before(row):
            del before[past]
        for each in before.values():
            yield each, row
        before[number] = row
        ending.add(number, row)


def _alike(rows: Iterable[Row]) -> Pairs:
    """Yield pairs as `_near` does, of which the texts share words."""
    before: dict[int, Row] = {}
    texts = SharedWords()
    ending = _Ending()
    for number, row in enumerate(rows):
        for past in ending.before(row):
            del before[past]
            texts.discard(past)
        for like in texts.like(row["text"]):
            yield before[like], row
        before[number] = row
        ending.add(number, row)
        texts.add(number, row["text"])


class _Ending:
    """Rows by their last days, taken out once what comes lies too far behind them."""

    def __init__(self) -> None:
        self._days: list[tuple[date, int]] = []

    def add(self, number: int, row: Row) -> None:
        heappush(self._days, (_days(row)[1], number))

    def before(self, row: Row) -> Iterator[int]:
        first = _days(row)[0]
        while self._days and first - self._days[0][0] > _WINDOW:
            yield heappop(self._days)[1]


def _days(row: Row) -> tuple[date, date]:
    first, last = row.get("days", (row["from"], row["to"]))
    return first, last


# Where two are joined as quotations and by their speaker, the latter counts.
JOINS = {
    "wording": Join("RESTATES", "Statement", quoted_alike, _any),
    "speaker": Join("RESTATES", "Statement", restated, _alike),
    "party": Join("SAME_AS", "Event", same, _near),
}


LABELS = {join.type: join.label for join in JOINS.values()}
"""The label of what an edge joins, by its type."""


class _Ends:
    """Whom an article's statements and events are tied to, and which are groups."""

    def __init__(self, state: ArticleState) -> None:
        self.day = state.rows.published
        self.about: Mapping[str, Any] = {"article": state.key, "published": self.day}
        self.groups = {n.key for n in state.rows.nodes if n.sublabel == "Group"}
        self.to: dict[tuple[str, str], set[str]] = defaultdict(set)
        for edge in state.rows.edges:
            if edge.type == "SAID":
                self.to[edge.end, edge.type].add(edge.start)
            elif edge.start_label == "Event":
                self.to[edge.start, edge.type].add(edge.end)
