"""The days that a time expression names, given its setting.

One reader for each rule of `grammar`, in the table at the end. They need no sentence:
what it tells stands in the setting.
"""

import re
from collections.abc import Callable
from datetime import date

from kg.english.numbers import DECADES, ORDINALS
from kg.extract.times import divisions, relative
from kg.extract.times.calendar import (
    Days,
    calendar_unit,
    day_span,
    part_of,
    weekday_number,
    whole_months,
    whole_year,
)
from kg.extract.times.grammar import Expression
from kg.extract.times.named import PERIODS, feast_days
from kg.extract.times.setting import Parts, Setting
from kg.extract.times.years import given_year, month_number, yearly

# Meteorological seasons of the northern hemisphere: first month.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def days_of(expression: Expression, setting: Setting) -> Days | None:
    """Return the days an expression names, None where they cannot be known.

    "October" of an article from 2024-11-01 gives 2024-10-01 to 2024-10-31.
    """
    try:
        days = _READERS[expression.rule](expression.parts, setting)
    except (ValueError, OverflowError):  # no such day, or outside the calendar
        return None
    part = expression.parts.get("part")
    return part_of(days, part) if days and part else days


def is_explicit(expression: Expression) -> bool:
    """Tell whether an expression gives its own year, in digits."""
    decade = expression.parts.get("decade", "")
    return (
        not expression.parts.keys().isdisjoint({"year", "short_year"})
        or len(decade) == 4
        or expression.rule in {"century", "decade", "nine_eleven", "period"}
    )


# Parts that tell the year of what comes round each year.
_YEARS = frozenset({"year", "short_year", "of_year", "which"})
# The highest year that a range of years may end in, and how long it may be: beyond,
# digits such as "2000-2800" count something.
_LATEST_YEAR = 2100
_LONGEST_RANGE = 200


def _read_day(parts: Parts, setting: Setting) -> Days | None:
    month = month_number(parts["month"])
    last = int(parts["last_day"]) if "last_day" in parts else None

    def make(year: int) -> Days | None:
        return day_span(year, month, int(parts["day"]), last)

    return _on_its_weekday(parts, setting, make) or yearly(parts, setting, make)


def _on_its_weekday(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    """Return the one day of publication's year, or of those beside it, on a weekday.

    "Sunday 20 March" of an article from January 2023 is of 2022. None where a year is
    told, no weekday, or a wrong one.
    """
    has_year = not parts.keys().isdisjoint(_YEARS)
    if has_year or "on_weekday" not in parts or (now := setting.now) is None:
        return None
    weekday = weekday_number(parts["on_weekday"])
    beside = [make(year) for year in range(now.year - 1, now.year + 2)]
    found = [days for days in beside if days and days.first.weekday() == weekday]
    return found[0] if len(found) == 1 else None


def _read_iso(parts: Parts, setting: Setting) -> Days | None:
    return day_span(int(parts["year"]), int(parts["number"]), int(parts["day"]))


def _read_numeric(parts: Parts, setting: Setting) -> Days | None:
    """Read "31/10/2024" either way round; None where both ways stay possible."""
    # Points are the way of Europe, where the day stands first.
    day_first = True if parts["sep"] == "." else setting.day_first
    year = given_year(parts, setting)
    readings = _numeric_readings(parts, year, day_first) if year else set()
    if len(readings) > 1 and (published := setting.published):
        # Such dates mostly say when something was posted, which never lies ahead.
        readings = {days for days in readings if days.first <= published}
    return readings.pop() if len(readings) == 1 else None


def _numeric_readings(parts: Parts, year: int, day_first: bool | None) -> set[Days]:
    """Return the days that "01/11/2024" may mean, in the order known or in both."""
    first, second = int(parts["first"]), int(parts["second"])
    by_order = {True: (first, second), False: (second, first)}
    if day_first is not None and max(first, second) <= 12:
        by_order = {day_first: by_order[day_first]}
    return {
        days
        for day, month in by_order.values()
        if 1 <= month <= 12 and (days := day_span(year, month, day))
    }


def _read_month(parts: Parts, setting: Setting) -> Days | None:
    number = month_number(parts["month"])
    return yearly(parts, setting, lambda year: whole_months(year, number))


def _read_season(parts: Parts, setting: Setting) -> Days | None:
    start = _SEASONS[parts["season"].lower()]
    return yearly(parts, setting, lambda year: whole_months(year, start, 3))


def _read_feast(parts: Parts, setting: Setting) -> Days | None:
    name = " ".join(parts["feast"].split())
    return yearly(parts, setting, lambda year: feast_days(name, year))


def _read_period(parts: Parts, setting: Setting) -> Days | None:
    return PERIODS[" ".join(parts["period"].split())]


def _read_year(parts: Parts, setting: Setting) -> Days | None:
    year = given_year(parts, setting)
    if year is None:
        return None
    if "last_year" not in parts:
        return whole_year(year)
    # "2014-16" leaves out the digits that both years share.
    last = int(str(year)[: 4 - len(parts["last_year"])] + parts["last_year"])
    if not year < last <= min(_LATEST_YEAR, year + _LONGEST_RANGE):
        return None
    return Days(date(year, 1, 1), date(last, 12, 31))


def _read_decade(parts: Parts, setting: Setting) -> Days | None:
    if name := parts.get("decade_name"):
        return calendar_unit(date(1920 + 10 * DECADES.index(name), 1, 1), "decade")
    digits = parts["decade"].lstrip("'’")
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    # "the 1800s" is a century, "the 2000s" mostly a decade.
    size = 100 if start % 100 == 0 and start < 1900 else 10
    return Days(date(start, 1, 1), date(start + size - 1, 12, 31))


def _read_century(parts: Parts, setting: Setting) -> Days | None:
    word = parts["century"].lower()
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else ORDINALS.get(word, 0)
    if not 1 <= number <= 22:
        return None
    # As most people count: the 19th century from 1800 to 1899.
    first = max(1, 100 * number - 100)
    return Days(date(first, 1, 1), date(100 * number - 1, 12, 31))


def _read_nine_eleven(parts: Parts, setting: Setting) -> Days | None:
    return day_span(2001, 9, 11)


_READERS: dict[str, Callable[[Parts, Setting], Days | None]] = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "nine_eleven": _read_nine_eleven,
    "day": _read_day,
    "day_first": _read_day,
    "month": _read_month,
    "bare_month": _read_month,
    "season": _read_season,
    "feast": _read_feast,
    "period": _read_period,
    "quarter": divisions.read_quarter,
    "bare_quarter": divisions.read_quarter,
    "fiscal": divisions.read_fiscal,
    "ordinal_of": divisions.read_ordinal_of,
    "month_day": divisions.read_month_day,
    "year": _read_year,
    "short_year": _read_year,
    "decade": _read_decade,
    "century": _read_century,
    "weekday": relative.read_weekday,
    "short_weekday": relative.read_weekday,
    "weekday_shift": relative.read_weekday_shift,
    "weekdays_ago": relative.read_weekdays_ago,
    "day_word": relative.read_day_word,
    "unit": relative.read_unit,
    "in_unit": relative.read_in_unit,
    "weekend": relative.read_weekend,
    "stretch": relative.read_stretch,
    "shift": relative.read_shift,
    "event_shift": relative.read_event_shift,
    "next_but_one": relative.read_next_but_one,
    "within": relative.read_within,
    "in_count": relative.read_in_count,
    "day_number": relative.read_day_number,
    "side_day": relative.read_side_day,
    "next_part": relative.read_next_part,
}
