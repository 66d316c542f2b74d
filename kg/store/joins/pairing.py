"""Join what different articles report of one thing: pairs of rows, and their edges.

Whether two rows are joined depends on those two alone, so that taking an article away
takes its edges away and changes no other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date
from itertools import product
from typing import Any

from kg.resolve.across.utterances import Restatement

Row = dict[str, Any]
Judge = Callable[[Row, Row], Restatement | None]


def edges_between(
    found: Iterable[Row], shared: str, new: Set[str], judge: Judge
) -> Iterator[Row]:
    """Yield an edge for each pair that is judged one, at least one of a new article.

    Only rows with the same value in the column `shared` are compared; each has `key`,
    `article` and `published`, too. An edge leads from what was published later (then
    of the larger key; what has no day comes last) to the earlier one.
    """
    alike: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        alike[row[shared]].append(row)
    for rows in alike.values():
        added = [row for row in rows if row["article"] in new]
        for one, other in product(added, rows):
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
