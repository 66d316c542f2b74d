"""Join statements of different articles that report the same utterance.

Whether two statements are joined depends on those two alone, so that taking an article
away takes its statements' edges away and changes no other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from kg.queries import load_query
from kg.resolve.across.utterances import WINDOW, Utterance, restatement
from kg.store.copies import ArticleState
from kg.store.engines.engine import Transaction, run_rows

Row = dict[str, Any]


def write_restatements(
    transaction: Transaction, states: Sequence[ArticleState]
) -> None:
    """Write which statements of these articles restate others, or are restated."""
    edges = find_restatements(transaction, states)
    run_rows(transaction, load_query("write.restates"), edges)


def find_restatements(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Return the edges between statements of these articles and others, by their ends.

    An edge leads from the statement published later (then of the larger key) to the
    earlier one; a statement without any day is joined to none.
    """
    new = {state.key for state in states}
    days = _speakers_days(states)
    rows = [
        {"key": speaker, "from": first - WINDOW, "to": last + WINDOW}
        for speaker, (first, last) in sorted(days.items())
    ]
    found = run_rows(transaction, load_query("write.restatement_candidates"), rows)
    edges = {(edge["start"], edge["end"]): edge for edge in _edges(found, new)}
    return [edges[ends] for ends in sorted(edges)]


def _speakers_days(states: Sequence[ArticleState]) -> dict[str, tuple[date, date]]:
    """Return for each speaker of these articles the first and last day of speaking."""
    days: dict[str, tuple[date, date]] = {}
    for state in states:
        contribution = state.rows
        said = {
            node.key: (
                node.properties.get("saidFrom", contribution.published),
                node.properties.get("saidTo", contribution.published),
            )
            for node in contribution.nodes
            if node.label == "Statement"
        }
        for edge in contribution.edges:
            if edge.type == "SAID" and None not in said[edge.end]:
                first, last = said[edge.end]
                known = days.get(edge.start, (first, last))
                days[edge.start] = (min(first, known[0]), max(last, known[1]))
    return days


def _edges(found: Sequence[Row], new: set[str]) -> Iterator[Row]:
    """Yield an edge for each pair that restates, at least one of a new article."""
    by_speaker: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by_speaker[row["speaker"]].append(row)
    for rows in by_speaker.values():
        added = [row for row in rows if row["article"] in new]
        for one, other in product(added, rows):
            both_new = other["article"] in new
            if one["article"] == other["article"] or (
                both_new and one["key"] < other["key"]
            ):
                continue
            joined = restatement(_utterance(one), _utterance(other))
            if joined is not None:
                earlier, later = sorted((one, other), key=_order)
                yield {
                    "start": later["key"],
                    "end": earlier["key"],
                    "properties": {"score": joined.score, "reason": joined.reason},
                }


def _utterance(row: Row) -> Utterance:
    return Utterance(
        text=row["text"], from_=row["from"], to=row["to"], vector=row["vector"]
    )


def _order(row: Row) -> tuple[bool, date, str]:
    published = row["published"]
    return published is None, published or date.min, row["key"]
