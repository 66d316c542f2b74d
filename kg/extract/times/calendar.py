"""Stretches of calendar days, and the arithmetic on them."""

from calendar import monthrange
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from dateutil.relativedelta import relativedelta


class Days(NamedTuple):
    """A stretch of calendar days, both included."""

    first: date
    last: date


def whole_year(number: int) -> Days:
    """Return a year from its first day to its last."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def whole_months(year: int, month: int, count: int = 1) -> Days:
    """Return some whole months; `month` may run over the end of the year."""
    first = date(year, 1, 1) + relativedelta(months=month - 1)
    return Days(first, first + relativedelta(months=count, days=-1))


def calendar_unit(day: date, unit: str) -> Days:
    """Return the calendar unit around a day; weeks begin on Monday."""
    if unit in {"week", "fortnight"}:
        first = day - timedelta(day.weekday())
        return Days(first, first + timedelta(6))
    if unit == "weekend":
        saturday = day + timedelta(5 - day.weekday())
        return Days(saturday, saturday + timedelta(1))
    if unit == "month":
        return whole_months(day.year, day.month)
    if unit == "year":
        return whole_year(day.year)
    if unit == "decade":
        start = day.year - day.year % 10
        return Days(date(start, 1, 1), date(start + 9, 12, 31))
    return Days(day, day)


def distance(unit: str, count: int) -> relativedelta:
    """Return the distance of some units: "fortnight", 2 are four weeks."""
    if unit == "hour":
        return relativedelta(days=count // 24)
    if unit == "fortnight":
        return relativedelta(weeks=2 * count)
    if unit == "decade":
        return relativedelta(years=10 * count)
    if unit == "weekend":
        return relativedelta(weeks=count)
    return relativedelta(**{f"{unit}s": count})


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third of months, years or decades."""
    size = (days.last - days.first).days + 1
    unit, count = ("days", size) if size < 32 else ("months", round(size / 30.44))
    if size > 400:
        unit, count = "years", round(size / 365.25)
    third = ceil(count / 3)
    word = part.lower().split()[-1] if " of" not in part else part.lower().split()[-2]
    skipped = {"early": 0, "beginning": 0, "start": 0}.get(word)
    if skipped is None:
        skipped = count - third if word in {"late", "end"} else (count - third) // 2
    first = days.first + relativedelta(**{unit: skipped})
    last = first + relativedelta(**{unit: third})
    return Days(first, last - timedelta(1))


def nearest(found: list[Days], point: date) -> Days | None:
    """Return the stretch nearest to a day; the earlier of two as near."""

    def gap(days: Days) -> tuple[int, date]:
        if days.first <= point <= days.last:
            return 0, days.first
        return min(abs((end - point).days) for end in days), days.first

    return min(found, key=gap, default=None)


def day_span(year: int, month: int, day: int, last: int | None = None) -> Days | None:
    """Return a day or some days of a month, None where the month has no such day."""
    longest = monthrange(year, month)[1]
    if not (1 <= day <= longest and day <= (last or day) <= longest):
        return None
    return Days(date(year, month, day), date(year, month, last or day))
