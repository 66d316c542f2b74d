"""The days that a question names: "since Monday", "between 1 and 5 November 2024"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from kg.extract.times.times import times
from kg.records import When

_DAY = timedelta(days=1)
# Prepositions that leave one end open.
_FROM = frozenset({"since", "from"})
_TO = frozenset({"until", "till", "to", "by"})


@dataclass(frozen=True, slots=True)
class Days:
    """A question's days: the first and the last, each open where it is None.

    `places` are those of the words that tell them, and `is_relative` whether they are
    counted from another day.
    """

    first: date | None = None
    last: date | None = None
    places: frozenset[int] = frozenset()
    is_relative: bool = False


def read_days(doc: Doc, today: date | None) -> tuple[Days, frozenset[int]]:
    """Return the days that a question is about, and the places of all of its times.

    "since Monday" opens on that day, "before 5 November 2024" ends on the fourth. What
    "last week" is counts from `today`; without it, it is not known. Of times that share
    no day the first counts alone.
    """
    days = Days()
    timed: set[int] = set()
    for when in times(doc, today):
        if when.start is None or when.end is None:
            continue
        span = doc.char_span(when.start, when.end, alignment_mode="expand")
        if span is None:
            continue
        places = frozenset(_places(span))
        timed |= places
        days = _within(days, _bounds(span, when), places, when)
    return days, frozenset(timed)


def _places(span: Span) -> Iterator[int]:
    """Yield the places of a time's words and of the preposition before them."""
    before = span.start - 1
    if before >= 0 and span.doc[before].pos_ in ("ADP", "SCONJ"):
        yield before
    yield from range(span.start, span.end)


def _bounds(span: Span, when: When) -> tuple[date | None, date | None]:
    word = span.doc[span.start - 1].lower_ if span.start else ""
    if word in _FROM and not _is_range(span):
        return when.from_, None
    if word == "after":
        return when.to + _DAY, None
    if word in _TO:
        return None, when.to
    if word == "before":
        return None, when.from_ - _DAY
    return when.from_, when.to


def _is_range(span: Span) -> bool:
    """Tell "from 1 to 5 November", whose end is told, too."""
    return any(each.lower_ in {"to", "until", "till", "-", "–"} for each in span)


def _within(
    days: Days,
    bounds: tuple[date | None, date | None],
    places: frozenset[int],
    when: When,
) -> Days:
    """Return the days narrowed by one more time; unchanged where none would be left."""
    first = max(filter(None, (days.first, bounds[0])), default=None)
    last = min(filter(None, (days.last, bounds[1])), default=None)
    if first and last and first > last:
        return days
    is_relative = days.is_relative or when.basis == "relative"
    return Days(first, last, days.places | places, is_relative)
