"""The days that a time expression names, given its setting.

One reader for each rule of `grammar`, in the table at the end. They need no sentence:
what it tells stands in the setting.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from datetime import date

from kg.english.numbers import DECADES, ORDINALS
from kg.extract.times import relative
from kg.extract.times.calendar import (
    Days,
    calendar_unit,
    day_span,
    nearest,
    part_of,
    whole_months,
    whole_year,
)
from kg.extract.times.grammar import Expression
from kg.extract.times.relative import unit_of_calendar
from kg.extract.times.setting import Parts, Setting, in_fitting_year, which_word

_MONTHS = {name.lower(): at for at, name in enumerate(month_name) if name} | {
    name.lower(): at for at, name in enumerate(month_abbr) if name
}
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
        "year" in expression.parts
        or len(decade) == 4
        or expression.rule in {"century", "decade", "nine_eleven"}
    )


# Of all past Octobers "last October" is the latest that is over for so many days: in
# November it is not the month just over, which would be "last month".
_LAST_IS_OVER_FOR = 30
# The highest year that a range of years may end in, and how long it may be: beyond,
# digits such as "2000-2800" count something.
_LATEST_YEAR = 2100
_LONGEST_RANGE = 200


def _given_year(parts: Parts, setting: Setting) -> int | None:
    """Return the year in digits or in words: of "October last year" the one before."""
    if "year" in parts:
        return int(parts["year"])
    if "of_year" not in parts:
        return None
    which = parts["of_year"].removeprefix("the ")
    days = unit_of_calendar(which, "year", setting)
    return days.first.year if days else None


def _yearly(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    """Return what `make` gives of the year named, or of the one that fits best."""
    if "year" in parts or "of_year" in parts:
        year = _given_year(parts, setting)
        return make(year) if year is not None else None
    return in_fitting_year(make, setting)


def _read_day(parts: Parts, setting: Setting) -> Days | None:
    month = _MONTHS[parts["month"].lower().rstrip(".")[:3]]
    last = int(parts["last_day"]) if "last_day" in parts else None
    return _yearly(
        parts, setting, lambda year: day_span(year, month, int(parts["day"]), last)
    )


def _read_iso(parts: Parts, setting: Setting) -> Days | None:
    return day_span(int(parts["year"]), int(parts["number"]), int(parts["day"]))


def _read_numeric(parts: Parts, setting: Setting) -> Days | None:
    """Read "31/10/2024" either way round; None where both ways stay possible."""
    # Points are the way of Europe, where the day stands first.
    day_first = True if parts["sep"] == "." else setting.day_first
    readings = _numeric_readings(parts, day_first)
    if len(readings) > 1 and (published := setting.published):
        # Such dates mostly say when something was posted, which never lies ahead.
        readings = {days for days in readings if days.first <= published}
    return readings.pop() if len(readings) == 1 else None


def _numeric_readings(parts: Parts, day_first: bool | None) -> set[Days]:
    """Return the days that "01/11/2024" may mean, in the order known or in both."""
    first, second, year = (int(parts[name]) for name in ("first", "second", "year"))
    by_order = {True: (first, second), False: (second, first)}
    if day_first is not None and max(first, second) <= 12:
        by_order = {day_first: by_order[day_first]}
    return {
        days
        for day, month in by_order.values()
        if 1 <= month <= 12 and (days := day_span(year, month, day))
    }


def _read_month(parts: Parts, setting: Setting) -> Days | None:
    number = _MONTHS[parts["month"].lower().rstrip(".")[:3]]
    return _yearly(parts, setting, lambda year: whole_months(year, number))


def _read_bare_month(parts: Parts, setting: Setting) -> Days | None:
    number = _MONTHS[parts["month"][:3].lower()]
    return _named(parts, setting, lambda year: whole_months(year, number))


def _read_season(parts: Parts, setting: Setting) -> Days | None:
    start = _SEASONS[parts["season"].lower()]
    if "year" in parts or "of_year" in parts:
        return _yearly(parts, setting, lambda year: whole_months(year, start, 3))
    return _named(parts, setting, lambda year: whole_months(year, start, 3))


def _named(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    """Read "October", "this October", "last October", "next October"."""
    pick = _PICKS.get(which_word(parts) or "")
    published = setting.published
    if pick is None or published is None:
        return in_fitting_year(make, setting)
    reach = range(published.year - 2, published.year + 3)
    return pick([days for year in reach if (days := make(year))], published)


def _first_ahead(found: list[Days], published: date) -> Days | None:
    return next((days for days in found if days.first > published), None)


def _last_over(found: list[Days], published: date) -> Days:
    over = (d for d in found if (published - d.last).days > _LAST_IS_OVER_FOR)
    return max(over)


_PICKS: dict[str, Callable[[list[Days], date], Days | None]] = {
    "this": nearest,
    "next": _first_ahead,
    "coming": _first_ahead,
    "last": _last_over,
    "past": _last_over,
}


def _read_quarter(parts: Parts, setting: Setting) -> Days | None:
    year = _given_year(parts, setting)
    if year is None:
        return None
    number = parts.get("share_number")
    is_half = number[0] == "H" if number else parts["share"] == "half"
    size = 6 if is_half else 3
    ordinal = parts.get("ordinal", "").lower()
    at = int(number[1]) if number else ORDINALS.get(ordinal, 12 // size)
    return whole_months(year, 1 + size * (at - 1), size) if size * at <= 12 else None


def _read_year(parts: Parts, setting: Setting) -> Days | None:
    year = int(parts["year"])
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
    "bare_month": _read_bare_month,
    "season": _read_season,
    "quarter": _read_quarter,
    "year": _read_year,
    "decade": _read_decade,
    "century": _read_century,
    "weekday": relative.read_weekday,
    "day_word": relative.read_day_word,
    "unit": relative.read_unit,
    "in_unit": relative.read_in_unit,
    "weekend": relative.read_weekend,
    "stretch": relative.read_stretch,
    "shift": relative.read_shift,
    "day_number": relative.read_day_number,
    "side_day": relative.read_side_day,
}
