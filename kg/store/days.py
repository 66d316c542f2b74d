"""Keep with each statement and event the day that it counts under.

It hangs on the own article and on those that are joined to it, so it is written again
where one of these comes, goes or changes. A question finds by it without a look at any
other article.
"""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from kg.graph import Node
from kg.queries import load_query
from kg.resolve.across.days import Told, day_of
from kg.store.engines.engine import Transaction, run_rows

Row = dict[str, Any]
Write = Callable[[Callable[[Transaction], list[str]]], list[str]]

# By label, the properties that tell when it was: first day, last day, words, basis.
_TOLD = {
    "Statement": ("saidFrom", "saidTo", "saidText", "saidBasis"),
    "Event": ("from", "to", None, None),
}
_KEPT = ("day", "dayTo", "dayText", "dayBasis")
_ARTICLES = 100


def dated(node: Node, published: date | None, others: Iterable[Told] = ()) -> Node:
    """Return a node with the day that it counts under, where it has one at all.

    `published` is its article's day, `others` are what other articles tell of it.
    """
    if node.label not in _TOLD:
        return node
    day = _kept(node.label, day_of(told(node), published, others))
    own = {name: value for name, value in day.items() if value is not None}
    return replace(node, properties={**node.properties, **own})


def undated(node: Node) -> Node:
    """Return a node as its article alone makes it, without the day that is kept."""
    if node.label not in _TOLD:
        return node
    own = node.properties
    return replace(node, properties={n: own[n] for n in own if n not in _KEPT})


def told(node: Node) -> Told:
    """Return when a statement or an event was, as its article tells it."""
    names = _TOLD[node.label]
    values = (node.properties.get(name) if name else None for name in names)
    row = dict(zip(("from", "to", "text", "basis"), values, strict=True))
    return _told(node.label, row | {"key": node.key})


def told_in(nodes: Iterable[Node]) -> Iterator[Told]:
    """Yield when each statement and event among some nodes was."""
    return (told(node) for node in nodes if node.label in _TOLD)


class Days:
    """The days that a change to the graph may change."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._keys: dict[str, set[str]] = {label: set() for label in _TOLD}

    def lose(self, articles: Sequence[str]) -> None:
        """Note what is joined to these articles, before they are deleted."""
        rows = [{"key": key} for key in articles]
        for row in run_rows(self._transaction, load_query("write.joined_to"), rows):
            self._keys[row["label"]].add(row["key"])

    def join(self, label: str, edges: Iterable[Row]) -> None:
        """Note the ends of edges that join nodes of a label."""
        for edge in edges:
            self._keys[label].update((edge["start"], edge["end"]))

    def write(self) -> None:
        """Write the days of all that was noted, where they are others now."""
        for label, keys in self._keys.items():
            _write(self._transaction, label, keys)


def date_all(write: Write) -> int:
    """Write the days of all statements and events; return how many articles there are.

    For a graph whose writer kept none. `write` runs a transaction: each takes some
    articles, and all of it may be done again.
    """
    count, after = 0, ""
    while keys := write(partial(_date_page, after=after)):
        count += len(keys)
        after = keys[-1]
    return count


def misdated(transaction: Transaction, label: str, keys: Collection[str]) -> set[str]:
    """Return those of these statements or events whose day is not what it should be."""
    return {row["key"] for row, day in _days(transaction, label, keys) if day != row}


def _date_page(transaction: Transaction, after: str) -> list[str]:
    page = {"after": after, "limit": _ARTICLES}
    found = transaction.run(load_query("check.articles"), page)
    keys = [row["article"]["key"] for row in found]
    rows = [{"key": key} for key in keys]
    own: dict[str, set[str]] = {label: set() for label in _TOLD}
    for row in run_rows(transaction, load_query("write.dated_in"), rows):
        own[row["label"]].add(row["key"])
    for label in own:
        _write(transaction, label, own[label])
    return keys


def _write(transaction: Transaction, label: str, keys: Collection[str]) -> None:
    changed = [day for row, day in _days(transaction, label, keys) if day != row]
    run_rows(transaction, load_query(f"write.{label.lower()}_day"), changed)


def _days(
    transaction: Transaction, label: str, keys: Collection[str]
) -> Iterable[tuple[Row, Row]]:
    """Yield the day that the graph keeps of each node, and the one that it should."""
    rows = [{"key": key} for key in sorted(keys)]
    query = load_query(f"write.{label.lower()}_days")
    for row in run_rows(transaction, query, rows):
        others = (_told(label, each) for each in row["others"])
        day = day_of(_told(label, row["told"]), row["published"], others)
        kept = {name: row["kept"].get(name) for name in _KEPT}
        yield {"key": row["key"], **kept}, {"key": row["key"], **_kept(label, day)}


def _told(label: str, row: Mapping[str, Any]) -> Told:
    first = row.get("from")
    # Of an event no article says what its day rests on.
    basis = row.get("basis") if label == "Statement" else first and "stated"
    return Told(
        key=row["key"], from_=first, to=row.get("to"), text=row.get("text"), basis=basis
    )


def _kept(label: str, day: Told) -> Row:
    rest = "article" if label == "Event" and day.from_ else None
    values = (day.from_, day.to, day.text, day.basis or rest)
    return dict(zip(_KEPT, values, strict=True))
