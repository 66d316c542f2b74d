"""Join events of different articles that are one event."""

from collections.abc import Sequence
from datetime import date

from kg.queries import load_query
from kg.resolve.across.happenings import LONGEST, WINDOW, Happening, same_event
from kg.resolve.across.utterances import Restatement
from kg.store.copies import ArticleState
from kg.store.engines.engine import Transaction, run_rows
from kg.store.joins.pairing import Row, by_ends, edges_between

_ROLES = frozenset({"ACTOR", "RECIPIENT"})


def write_same_events(transaction: Transaction, states: Sequence[ArticleState]) -> None:
    """Write which events of these articles are the same as events of others."""
    edges = find_same_events(transaction, states)
    run_rows(transaction, load_query("write.same_as"), edges)


def find_same_events(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Return the edges between events of these articles and others, by their ends.

    An edge leads from the event published later (then of the larger key) to the
    earlier one.
    """
    days = _parties_days(states)
    rows = [
        {"key": party, "from": first - WINDOW, "to": last + WINDOW}
        for party, (first, last) in sorted(days.items())
    ]
    found = run_rows(transaction, load_query("write.same_event_candidates"), rows)
    alike = [row | {"shared": f"{row['party']} {row['type']}"} for row in found]
    new = {state.key for state in states}
    return by_ends(edges_between(alike, "shared", new, same))


def _parties_days(states: Sequence[ArticleState]) -> dict[str, tuple[date, date]]:
    """Return for each party to events of these articles the first and the last day."""
    days: dict[str, tuple[date, date]] = {}
    for state in states:
        rows = state.rows
        happened = {
            node.key: (
                node.properties.get("from", rows.published),
                node.properties.get("to", rows.published),
            )
            for node in rows.nodes
            if node.label == "Event"
        }
        for edge in rows.edges:
            if edge.type not in _ROLES or None in happened[edge.start]:
                continue
            first, last = happened[edge.start]
            if last - first <= LONGEST:
                known = days.get(edge.end, (first, last))
                days[edge.end] = (min(first, known[0]), max(last, known[1]))
    return days


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
