"""Join what different articles report of one thing: pairs of rows, and their edges.

Whether two rows are joined depends on those two alone, so that taking an article away
takes its edges away and changes no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, timedelta
from itertools import product
from typing import Any

from kg.resolve.across.shared_words import SharedWords
from kg.resolve.across.utterances import Restatement
from kg.store.copies import Contribution

Row = dict[str, Any]
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


def stretches(told: Iterable[tuple[str, date, date]], window: timedelta) -> list[Row]:
    """Return for each key the days around its own: rows of `key` and `days`.

    `days` are stretches, each `from` a day `to` another, `window` beyond those that are
    told; none touches another. What lies years apart has two, and what is between is
    not looked at.

    >>> row, = stretches([("a", date(2024, 1, 9), date(2024, 1, 9))], timedelta(2))
    >>> [(days["from"].day, days["to"].day) for days in row["days"]]
    [(7, 11)]
    """
    found: dict[str, list[dict[str, date]]] = defaultdict(list)
    for key, first, last in sorted(told):
        days = {"from": first - window, "to": last + window}
        if found[key] and days["from"] <= found[key][-1]["to"]:
            former = found[key][-1]
            former["to"] = max(former["to"], days["to"])
        else:
            found[key].append(days)
    return [{"key": key, "days": days} for key, days in found.items()]


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
