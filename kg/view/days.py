"""When a statement was made or an event happened, as the page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """First and last day in ISO 8601, "" where none is known.

    `dated` is false where only the article's date gives them: it was reported then,
    and said on that day or before.
    """

    first: str
    last: str
    dated: bool


def said_days(row: Mapping[str, Any]) -> Days:
    """Return a statement's days from saidFrom, saidTo, saidBasis and published."""
    days = _days(row.get("saidFrom"), row.get("saidTo"), row.get("published"))
    return Days(days.first, days.last, days.dated and row.get("saidBasis") != "article")


def event_days(row: Mapping[str, Any]) -> Days:
    """Return an event's days from its from, to and published."""
    return _days(row.get("from"), row.get("to"), row.get("published"))


def iso(day: Any) -> str:
    """Return a store's date as an ISO day, or "" where there is none."""
    return "" if day is None else str(day)[:10]


def _days(start: Any, end: Any, published: Any) -> Days:
    if start is None and end is None:
        return Days(iso(published), iso(published), False)
    return Days(iso(start) or iso(end), iso(end) or iso(start), True)
