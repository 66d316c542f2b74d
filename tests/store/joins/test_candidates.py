"""Rows that share something are compared with those before them that lie near."""

from datetime import date, timedelta
from typing import Any

from kg.store.joins.candidates import JOINS


def row(first: int, last: int, text: str = "") -> dict[str, Any]:
    start = date(2024, 1, 1)
    days = tuple(start + timedelta(days=each) for each in (first, last))
    ends = dict(zip(("from", "to"), days, strict=True))
    return {"days": days, **ends, "text": text, "name": f"{first}-{last}"}


def named(join: str, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["name"], other["name"]) for one, other in JOINS[join].pairs(rows)]


def test_near_rows_are_paired_in_order_and_far_ones_are_not() -> None:
    rows = [row(0, 0), row(0, 400), row(1, 1), row(200, 200), row(300, 300)]
    assert named("party", rows) == [
        ("0-0", "0-400"),
        ("0-0", "1-1"),
        ("0-400", "1-1"),
        ("0-400", "200-200"),
        ("0-400", "300-300"),
    ]


def test_alike_rows_are_paired_where_they_share_words_and_lie_near() -> None:
    text = "our brave troops left the old northern base"
    rows = [row(0, 0, text), row(1, 1, "fine weather"), row(2, 2, text)]
    assert named("speaker", [*rows, row(300, 300, text)]) == [("0-0", "2-2")]
