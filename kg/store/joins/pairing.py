"""Join what different articles report of one thing: pairs of rows, and their edges.

Whether two rows are joined depends on those two alone, so that taking an article away
takes its edges away and changes no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date
from itertools import product
from typing import Any

from kg.resolve.across.shared_words import SharedWords
from kg.resolve.across.utterances import Restatement
from kg.store.copies import Contribution

Row = dict[str, Any]
Days = tuple[date, date]
Judge = Callable[[Row, Row], Restatement | None]
Pairs = Callable[[Sequence[Row], Sequence[Row]], Iterable[tuple[Row, Row]]]


def days_of(
    contribution: Contribution, label: str, from_: str, to: str
) -> dict[str, tuple[date | None, date | None]]:
    """Return the first and last day of an article's nodes of a label, by key.

    `from_` and `to` are the properties that tell them; else it is the article's day.
    """
    return {
        node.key: (
            node.properties.get(from_, contribution.published),
            node.properties.get(to, contribution.published),
        )
        for node in contribution.nodes
        if node.label == label
    }


def first_and_last(told: Iterable[tuple[str, date, date]]) -> dict[str, Days]:
    """Return for each key the first and the last of its days.

    >>> first_and_last([("a", date(2024, 1, 2), date(2024, 1, 3))])["a"][1].day
    3
    """
    days: dict[str, Days] = {}
    for key, first, last in told:
        known = days.get(key, (first, last))
        days[key] = (min(first, known[0]), max(last, known[1]))
    return days


def sharing_words(
    rows: Sequence[Row], others: Sequence[Row]
) -> Iterator[tuple[Row, Row]]:
    """Yield the pairs whose column `text` is alike enough for a closer look."""
    texts = SharedWords()
    for number, other in enumerate(others):
        texts.add(number, other["text"])
    for row in rows:
        for number in texts.like(row["text"]):
            yield row, others[number]


def edges_between(
    found: Iterable[Row],
    shared: str,
    new: Set[str],
    judge: Judge,
    pairs: Pairs = product,
) -> Iterator[Row]:
    """Yield an edge for each pair that is judged one, at least one of a new article.

    Only rows with the same value in the column `shared` are compared, and of those the
    `pairs` that it picks; each has `key`, `article` and `published`, too. An edge leads
    from what was published later (then of the larger key; what has no day comes last)
    to the earlier one.
    """
    alike: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        alike[row[shared]].append(row)
    for rows in alike.values():
        added = [row for row in rows if row["article"] in new]
        for one, other in pairs(added, rows):
            both_new = other["article"] in new
            if one["article"] == other["article"] or (
                both_new and one["key"] < other["key"]
            ):
                continue
            edge = edge_between(one, other, judge)
            if edge is not None:
                yield edge


def edge_between(one: Row, other: Row, judge: Judge) -> Row | None:
    """Return the edge between two rows, None where they are not judged one."""
    joined = judge(one, other)
    if joined is None:
        return None
    earlier, later = sorted((one, other), key=_order)
    return {
        "start": later["key"],
        "end": earlier["key"],
        "properties": {"score": joined.score, "reason": joined.reason},
    }


def by_ends(edges: Iterable[Row]) -> list[Row]:
    """Return edges sorted by their ends, of those with the same ends the last."""
    kept = {(edge["start"], edge["end"]): edge for edge in edges}
    return [kept[ends] for ends in sorted(kept)]


def _order(row: Row) -> tuple[bool, date, str]:
    published = row["published"]
    return published is None, published or date.min, row["key"]
