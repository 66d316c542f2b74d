"""Join statements of different articles that report the same utterance.

Whether two statements are joined depends on those two alone, so that taking an article
away takes its statements' edges away and changes no other.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from kg.queries import load_query
from kg.resolve.across.utterances import (
    WINDOW,
    Restatement,
    Utterance,
    restatement,
)
from kg.resolve.across.wordings import verbatim
from kg.store.copies import ArticleState
from kg.store.engines.engine import Transaction, run_rows
from kg.store.joins.pairing import (
    Row,
    by_ends,
    days_of,
    edges_between,
    sharing_words,
    stretches,
)


def write_restatements(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Write which statements of these articles restate others, or are restated.

    Returns the edges.
    """
    edges = find_restatements(transaction, states)
    run_rows(transaction, load_query("write.restates"), edges)
    return edges


def find_restatements(
    transaction: Transaction, states: Sequence[ArticleState]
) -> list[Row]:
    """Return the edges between statements of these articles and others, by their ends.

    They are of one speaker and near in time, or quote the same words: then no day need
    be known, nor the speaker of one. An edge leads from the statement published later
    (then of the larger key) to the earlier one.
    """
    new = {state.key for state in states}
    quoted = _quotations(transaction, states)
    near = _said_near(transaction, states)
    return by_ends(
        (
            *edges_between(quoted, "wording", new, quoted_alike),
            *edges_between(near, "speaker", new, restated, sharing_words),
        )
    )


def _quotations(transaction: Transaction, states: Sequence[ArticleState]) -> list[Row]:
    """Return the statements that quote the same words as one of these articles."""
    told = (node.properties.get("wording") for x in states for node in x.rows.nodes)
    rows = [{"key": key} for key in sorted(set(filter(None, told)))]
    return run_rows(transaction, load_query("write.quotations"), rows)


def _said_near(transaction: Transaction, states: Sequence[ArticleState]) -> list[Row]:
    """Return what the speakers of these articles said about the same days."""
    rows = stretches(_speakers_days(states), WINDOW)
    return run_rows(transaction, load_query("write.restatement_candidates"), rows)


def _speakers_days(states: Sequence[ArticleState]) -> Iterator[tuple[str, date, date]]:
    """Yield the speakers of these articles, with first and last day of speaking."""
    for state in states:
        said = days_of(state.rows, "Statement", "saidFrom", "saidTo")
        for edge in state.rows.edges:
            if edge.type != "SAID":
                continue
            first, last = said[edge.end]
            if first and last:
                yield edge.start, first, last


def restated(one: Row, other: Row) -> Restatement | None:
    """Compare two statements of one speaker."""
    return restatement(_utterance(one), _utterance(other))


def quoted_alike(one: Row, other: Row) -> Restatement | None:
    """Compare two quotations, unless both name a speaker and none in common."""
    named = set(one["speakers"]), set(other["speakers"])
    if not any(named) or (all(named) and named[0].isdisjoint(named[1])):
        return None
    return verbatim(_utterance(one), _utterance(other))


def _utterance(row: Row) -> Utterance:
    return Utterance(
        text=row["text"],
        from_=row["from"],
        to=row["to"],
        vector=row["vector"],
        basis=row.get("basis"),
    )
