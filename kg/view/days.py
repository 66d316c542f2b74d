"""When a statement was made or an event happened, as the page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """First and last day in ISO 8601, "" where none is known, and what they rest on.

    `basis` is "stated", "occasion", "other article" or "article": of the last it is
    known that it was reported then, and said on that day or before.
    """

    first: str
    last: str
    basis: str

    @property
    def dated(self) -> bool:
        """Whether more than the article's date gives the days."""
        return self.basis not in ("", "article")


def days_of(row: Mapping[str, Any]) -> Days:
    """Return a statement's or an event's days from its day, dayTo and dayBasis."""
    first, last = iso(row.get("day")), iso(row.get("dayTo"))
    basis = row.get("dayBasis") or "article"
    return Days(first or last, last or first, basis if first or last else "")


def iso(day: Any) -> str:
    """Return a store's date as an ISO day, or "" where there is none."""
    return "" if day is None else str(day)[:10]
