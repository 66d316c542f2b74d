"""Stretches of calendar days, and the arithmetic on them."""

from calendar import day_name, monthrange
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

# Monday is 0, as `date.weekday` counts; the first three letters tell them apart.
_WEEKDAYS = {name.lower()[:3]: at for at, name in enumerate(day_name)}


class Days(NamedTuple):
    """A stretch of calendar days, both included."""

    first: date
    last: date


def whole_year(number: int) -> Days:
    """Return a year from its first day to its last."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def whole_months(year: int, month: int, count: int = 1) -> Days:
    """Return `count` whole months from a year's `month` on.

    Months above 12 count on into the next year: winter starts in 12 and lasts 3.
    """
    first = date(year, 1, 1) + relativedelta(months=month - 1)
    return Days(first, first + relativedelta(months=count, days=-1))


def calendar_unit(day: date, unit: str) -> Days:
    """Return the week, weekend, month, year or decade that holds a day.

    2024-11-01 and "month" give all November. A day or hour is the day itself.
    """
    if unit in {"week", "fortnight"}:
        # ISO 8601: weeks begin on Monday.
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
    """Return how far `count` units reach: two of "fortnight" are four weeks."""
    if unit == "hour":
        # Times are whole days: "12 hours ago" stays on the day, "48" goes two back.
        return relativedelta(days=count // 24)
    if unit == "fortnight":
        return relativedelta(weeks=2 * count)
    if unit == "decade":
        return relativedelta(years=10 * count)
    if unit == "weekend":
        return relativedelta(weeks=count)
    return relativedelta(**{f"{unit}s": count})


def part_of(days: Days, part: str) -> Days:
    """Return the early, middle or late third of a stretch of days.

    `part` is the wording: "early", "mid", "very late", "the end of". "late" of the
    year 2023 gives September to December.
    """
    unit, count = _counted_in(days)
    third = ceil(count / 3)
    word = part.lower().removesuffix(" of").split()[-1]
    if word in {"early", "beginning", "start"}:
        skipped = 0
    elif word in {"late", "end"}:
        skipped = count - third
    else:
        skipped = (count - third) // 2
    first = days.first + relativedelta(**{unit: skipped})
    last = first + relativedelta(**{unit: third})
    return Days(first, last - timedelta(1))


def _counted_in(days: Days) -> tuple[str, int]:
    """Return the unit in which a stretch is cut into thirds, and how many it has.

    Days up to a month, months up to a year (and some days), years above.
    """
    size = (days.last - days.first).days + 1
    if size < 32:
        return "days", size
    if size <= 400:
        return "months", round(size / 30.44)
    return "years", round(size / 365.25)


def weekday_number(name: str) -> int:
    """Return 2 for "Wednesday", "Wed" and "WED": Monday is 0."""
    return _WEEKDAYS[name.lower()[:3]]


def weekday_in(whole: Days, weekday: int, at: int) -> date:
    """Return the `at`th of a weekday in a stretch of days; -1 is its last.

    2 of the Mondays of October 2024 is 2024-10-14. It may lie after the stretch.
    """
    if at < 0:
        return whole.last - timedelta((whole.last.weekday() - weekday) % 7)
    ahead = (weekday - whole.first.weekday()) % 7
    return whole.first + timedelta(ahead + 7 * (at - 1))


def nearest(found: list[Days], point: date) -> Days | None:
    """Return the stretch nearest to a day, None of none; the earlier of two as near."""

    def gap(days: Days) -> tuple[int, date]:
        if days.first <= point <= days.last:
            return 0, days.first
        return min(abs((end - point).days) for end in days), days.first

    return min(found, key=gap, default=None)


def day_span(year: int, month: int, day: int, last: int | None = None) -> Days | None:
    """Return a day of a month, or the days from it to `last`.

    None where the month has no such days: February 30, "28 to 3".
    """
    longest = monthrange(year, month)[1]
    if not (1 <= day <= longest and day <= (last or day) <= longest):
        return None
    return Days(date(year, month, day), date(year, month, last or day))
