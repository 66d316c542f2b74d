"""Join the statements and the events of many articles at once, in a file."""

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.graph import Edge, Node
from kg.resolve.across.days import Told
from kg.store.copies import ArticleState
from kg.store.days import told_in
from kg.store.joins.candidates import JOINS, LABELS, candidates, pairs

_EDGES = 2000


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
        self._file.executemany(
            "INSERT INTO candidate VALUES (?, ?, ?, ?, ?)",
            (
                (each.join, each.shared, each.day, each.key, pickle.dumps(each.row))
                for each in candidates(state)
            ),
        )
        self._file.executemany(
            "INSERT OR REPLACE INTO told VALUES (?, ?)",
            ((each.key, pickle.dumps(each)) for each in told_in(state.rows.nodes)),
        )

    def join(self) -> None:
        """Join all that was taken in."""
        write = "INSERT OR REPLACE INTO joined VALUES (?, ?, ?, ?)"
        for join, own in JOINS.items():
            for edge in self._edges(join):
                properties = pickle.dumps(edge["properties"])
                row = (own.type, edge["start"], edge["end"], properties)
                self._file.execute(write, row)

    def others(self, node: Node) -> list[Told]:
        """Return what others tell of the days of that to which a node is joined."""
        found = self._file.execute(
            "SELECT told FROM told WHERE key IN (SELECT end FROM joined WHERE type IN"
            " ('RESTATES', 'SAME_AS') AND start = ?1"
            " UNION SELECT start FROM joined WHERE end = ?1)",
            (node.key,),
        )
        # Written by this process, into a file of its own; so are all others.
        return [pickle.loads(row[0]) for row in found]

    def edges(self) -> Iterator[Sequence[Edge]]:
        """Yield the edges between all that is joined, sorted."""
        found = self._file.execute("SELECT * FROM joined ORDER BY type, start, end")
        while part := found.fetchmany(_EDGES):
            yield [
                Edge(type_, start, end, pickle.loads(properties), LABELS[type_])
                for type_, start, end, properties in part
            ]

    def _edges(self, join: str) -> Iterator[dict[str, object]]:
        found = self._file.execute(
            "SELECT shared, row FROM candidate WHERE join_ = ?"
            " ORDER BY shared, day, key",
            (join,),
        )
        for _, group in groupby(found, key=lambda each: each[0]):
            yield from pairs(join, (pickle.loads(row) for _, row in group))
