"""Join the statements and the events of many articles at once.

Sorted by what they share and by day, each is compared with those before it that lie
near in time: by the same rules as one article after the other, and to the same edges.
"""

import pickle
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby
from typing import Any

from kg.graph import Edge, Node
from kg.resolve.across import happenings, utterances
from kg.resolve.across.days import Told
from kg.store.copies import ArticleState
from kg.store.days import told
from kg.store.joins.pairing import Judge, Row, edge_between
from kg.store.joins.restatements import quoted_alike, restated
from kg.store.joins.same_events import same

_EDGES = 2000
# No two that are judged one lie farther apart.
_WINDOW = max(utterances.WINDOW, happenings.WINDOW)


class Candidates:
    """What may be joined across articles, kept in a database file."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file
        self._file.executescript(
            """
            CREATE TABLE candidate (join_ TEXT, shared TEXT, day TEXT, key TEXT,
              row BLOB);
            CREATE TABLE joined (type TEXT, start TEXT, end TEXT, properties BLOB,
              PRIMARY KEY (type, start, end)) WITHOUT ROWID;
            CREATE INDEX joined_by_end ON joined (end);
            CREATE TABLE told (key TEXT PRIMARY KEY, told BLOB) WITHOUT ROWID;
            """
        )

    def add(self, state: ArticleState) -> None:
        """Take in the statements and events of an article that is placed."""
        article = _Ends(state)
        for node in state.rows.nodes:
            if node.label == "Statement":
                self._add_statement(article, node)
            elif node.label == "Event":
                self._add_event(article, node)
            else:
                continue
            row = (node.key, pickle.dumps(told(node)))
            self._file.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", row)

    def join(self) -> None:
        """Join all that was taken in."""
        # Where two are joined as quotations and by their speaker, the latter counts.
        self._join("wording", "RESTATES", quoted_alike)
        self._join("speaker", "RESTATES", restated)
        self._join("party", "SAME_AS", same)

    def others(self, node: Node) -> list[Told]:
        """Return what others tell of the days of that to which a node is joined."""
        found = self._file.execute(
            "SELECT told FROM told WHERE key IN (SELECT end FROM joined WHERE type IN"
            " ('RESTATES', 'SAME_AS') AND start = ?1"
            " UNION SELECT start FROM joined WHERE end = ?1)",
            (node.key,),
        )
        # Written by this process, into a file of its own; so are all that follow.
        return [pickle.loads(row[0]) for row in found]

    def edges(self) -> Iterator[Sequence[Edge]]:
        """Yield the edges between all that is joined, sorted."""
        found = self._file.execute("SELECT * FROM joined ORDER BY type, start, end")
        while part := found.fetchmany(_EDGES):
            yield [_edge(*row) for row in part]

    def _add_statement(self, article: "_Ends", node: Node) -> None:
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
            self._add("wording", own["wording"], row | basis)
        if None not in (row["from"], row["to"]):
            for speaker in speakers:
                self._add("speaker", speaker, row)

    def _add_event(self, article: "_Ends", node: Node) -> None:
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
                self._add("party", f"{party} {own['type']}", row)

    def _add(self, join: str, shared: str, row: Row) -> None:
        day = row.get("days", (row["from"],))[0]
        self._file.execute(
            "INSERT INTO candidate VALUES (?, ?, ?, ?, ?)",
            (join, shared, day and day.isoformat(), row["key"], pickle.dumps(row)),
        )

    def _join(self, join: str, type_: str, judge: Judge) -> None:
        found = self._file.execute(
            "SELECT shared, row FROM candidate WHERE join_ = ?"
            " ORDER BY shared, day, key",
            (join,),
        )
        write = "INSERT OR REPLACE INTO joined VALUES (?, ?, ?, ?)"
        for _, group in groupby(found, key=lambda each: each[0]):
            rows = (pickle.loads(each[1]) for each in group)
            near = combinations(rows, 2) if join == "wording" else _near(rows)
            for one, other in near:
                edge = _joined(one, other, judge)
                if edge is not None:
                    properties = pickle.dumps(edge["properties"])
                    ends = edge["start"], edge["end"]
                    self._file.execute(write, (type_, *ends, properties))


def _near(rows: Iterator[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield pairs that lie near in time, of rows in the order of their first days."""
    before: list[Row] = []
    for row in rows:
        first, _ = _days(row)
        before = [each for each in before if first - _days(each)[1] <= _WINDOW]
        for each in before:
            yield each, row
        before.append(row)


def _days(row: Row) -> tuple[date, date]:
    first, last = row.get("days", (row["from"], row["to"]))
    return first, last


def _joined(one: Row, other: Row, judge: Judge) -> Row | None:
    if one["article"] == other["article"]:
        return None
    return edge_between(one, other, judge)


def _edge(type_: str, start: str, end: str, properties: bytes) -> Edge:
    label = "Statement" if type_ == "RESTATES" else "Event"
    return Edge(type_, start, end, pickle.loads(properties), label)


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
