"""Join events of different articles that are one event."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from kg.queries import load_query
from kg.resolve.across.happenings import LONGEST, WINDOW, Happening, same_event
from kg.resolve.across.utterances import Restatement
from kg.store.copies import ArticleState
from kg.store.engines.engine import Transaction, run_rows
from kg.store.joins.pairing import (
    Row,
    by_ends,
    days_of,
    edges_between,
    stretches,
)

_ROLES = frozenset({"ACTOR", "RECIPIENT"})


def write_same_events(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Write which events of these articles are the same as events of others.

    Returns the edges.
    """
    edges = find_same_events(transaction, states)
    run_rows(transaction, load_query("write.same_as"), edges)
    return edges


def find_same_events(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Return the edges between events of these articles and others, by their ends.

    An edge leads from the event published later (then of the larger key) to the
    earlier one.
    """
    parts = list(_parts(states))
    types: dict[str, set[str]] = defaultdict(set)
    for party, type_, _, _ in parts:
        types[party].add(type_)
    days = ((party, first, last) for party, _, first, last in parts)
    rows = [
        row | {"types": sorted(types[row["key"]])} for row in stretches(days, WINDOW)
    ]
    found = run_rows(transaction, load_query("write.same_event_candidates"), rows)
    alike = [
        row | {"shared": f"{party} {row['type']}"}
        for row in found
        for party in row["parties"]
    ]
    new = {state.key for state in states}
    return by_ends(edges_between(alike, "shared", new, same))


def _parts(states: Sequence[ArticleState]) -> Iterator[tuple[str, str, date, date]]:
    """Yield the parties to events, with the event's type, first and last day."""
    for state in states:
        happened = days_of(state.rows, "Event", "from", "to")
        types = {
            node.key: node.properties["type"]
            for node in state.rows.nodes
            if node.label == "Event"
        }
        for edge in state.rows.edges:
            if edge.type not in _ROLES:
                continue
            first, last = happened[edge.start]
            if first and last and last - first <= LONGEST:
                yield edge.end, types[edge.start], first, last


def same(one: Row, other: Row) -> Restatement | None:
    """Compare two events in which one party has a part."""
    return same_event(_happening(one), _happening(other))


def _happening(row: Row) -> Happening:
    return Happening(
        type=row["type"],
        verb=row["verb"],
        mode=row["mode"],
        trigger=row["trigger"],
        factuality=row["factuality"],
        actors=frozenset(row["actors"]),
        recipients=frozenset(row["recipients"]),
        named=frozenset(row["named"]),
        place=row["place"],
        from_=row["from"],
        to=row["to"],
        published=row["published"],
    )
