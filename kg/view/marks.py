"""Cut a sentence into the parts of a statement or an event.

The offsets in the graph count characters; a browser counts UTF-16 units. So the cuts
are made here, and the page only joins the pieces.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]

PLAIN = ""
# Painted in this order: a cue inside a content stays visible.
PARTS = ("content", "source", "cue", "trigger")


def marked(row: Row) -> list[tuple[str, str]]:
    """Return the evidence of a row as (part, text) pieces, in text order.

    `row` holds `evidence` with its `start` in the article, and the parts' offsets
    by the names that `REPORTED_IN` gives them. The pieces joined are the evidence;
    a part outside of it marks nothing.
    """
    evidence: str = row["evidence"]
    paint = [PLAIN] * len(evidence)
    for part in PARTS:
        for start, end in _spans(row, part):
            for position in _inside(start, end, row["start"], len(evidence)):
                paint[position] = part
    pieces = groupby(zip(paint, evidence, strict=True), key=lambda pair: pair[0])
    return [(part, "".join(char for _, char in pairs)) for part, pairs in pieces]


def _spans(row: Row, part: str) -> Iterator[tuple[int, int]]:
    """Yield a part's offsets in the article: a list of them for a content."""
    if part == "content":
        starts, ends = row.get("contentStarts") or (), row.get("contentEnds") or ()
        yield from zip(starts, ends, strict=True)
        return
    start, end = row.get(f"{part}Start"), row.get(f"{part}End")
    if start is not None and end is not None:
        yield start, end


def _inside(start: int, end: int, offset: int, length: int) -> range:
    return range(max(start - offset, 0), min(end - offset, length))
