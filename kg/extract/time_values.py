"""The days that a time expression names: calendar arithmetic without a sentence."""

import re
from calendar import day_name, month_abbr, month_name, monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

from kg.extract.number_words import to_number
from kg.extract.time_grammar import DECADES, Expression

Direction = Literal["past", "future"] | None
Parts = dict[str, str]

_MONTHS = {name.lower(): at for at, name in enumerate(month_name) if name} | {
    name.lower(): at for at, name in enumerate(month_abbr) if name
}
_WEEKDAYS = {name.lower(): at for at, name in enumerate(day_name)}
# Meteorological seasons of the northern hemisphere: first month.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# News gives no year for what is that recent, whatever older date stands before it.
_NEWS_DAYS = 90
_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth twenty-first"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class Days(NamedTuple):
    """A stretch of calendar days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Setting:
    """What a time expression is read against.

    `anchor` is the last date that the text gave before, `near` the last one with
    its year in the same paragraph; `direction` is the tense of its clause; `year` is
    the year of the range that it opens ("from March to May 2022"); `day_first` is the
    order of numbers in "01/11/2024", None where nothing shows it.
    """

    published: date | None
    anchor: Days | None = None
    near: Days | None = None
    direction: Direction = None
    year: int | None = None
    day_first: bool | None = None


def days_of(expression: Expression, setting: Setting) -> Days | None:
    """Return the days an expression names, None where they cannot be known.

    "October" of an article from 2024-11-01 gives 2024-10-01 to 2024-10-31.
    """
    try:
        days = _READERS[expression.rule](expression.parts, setting)
    except (ValueError, OverflowError):  # no such day, or outside the calendar
        return None
    part = expression.parts.get("part")
    return _part_of(days, part) if days and part else days


def is_explicit(expression: Expression) -> bool:
    """Tell whether an expression gives its own year, in digits."""
    decade = expression.parts.get("decade", "")
    return (
        "year" in expression.parts
        or len(decade) == 4
        or expression.rule in {"century", "decade", "nine_eleven"}
    )


def _year(number: int) -> Days:
    return Days(date(number, 1, 1), date(number, 12, 31))


def _month(year: int, month: int, count: int = 1) -> Days:
    """Return some whole months; `month` may run over the end of the year."""
    first = date(year, 1, 1) + relativedelta(months=month - 1)
    return Days(first, first + relativedelta(months=count, days=-1))


def _unit(day: date, unit: str) -> Days:
    """Return the calendar unit around a day; weeks begin on Monday."""
    if unit in {"week", "fortnight"}:
        first = day - timedelta(day.weekday())
        return Days(first, first + timedelta(6))
    if unit == "weekend":
        saturday = day + timedelta(5 - day.weekday())
        return Days(saturday, saturday + timedelta(1))
    if unit == "month":
        return _month(day.year, day.month)
    if unit == "year":
        return _year(day.year)
    if unit == "decade":
        start = day.year - day.year % 10
        return Days(date(start, 1, 1), date(start + 9, 12, 31))
    return Days(day, day)


def _delta(unit: str, count: int) -> relativedelta:
    if unit == "hour":
        return relativedelta(days=count // 24)
    if unit == "fortnight":
        return relativedelta(weeks=2 * count)
    if unit == "decade":
        return relativedelta(years=10 * count)
    if unit == "weekend":
        return relativedelta(weeks=count)
    return relativedelta(**{f"{unit}s": count})


def _part_of(days: Days, part: str) -> Days:
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


def _choose(make: Callable[[int], Days | None], setting: Setting) -> Days | None:
    """Return the occurrence of something yearly that the setting points to."""
    if setting.year is not None:
        return make(setting.year)
    point = setting.published or (setting.anchor.first if setting.anchor else None)
    if point is None:
        return None
    reach = range(max(1, point.year - 4), min(9998, point.year + 4) + 1)
    found = [days for year in reach if (days := make(year))]
    recent = _toward(found, setting)
    told = _told(found, setting)
    return told if told and _is_long_past(recent, setting) else recent


def _told(found: list[Days], setting: Setting) -> Days | None:
    """Return the occurrence that follows the date told just before."""
    if setting.near is None or setting.direction == "future":
        return None
    latest = setting.published or date.max
    near = setting.near.first
    return _nearest([d for d in found if d.last >= near and d.first <= latest], near)


def _is_long_past(days: Days | None, setting: Setting) -> bool:
    """Tell whether a day is too old for news to leave its year out."""
    if days is None or setting.published is None:
        return True
    return (setting.published - days.last).days > _NEWS_DAYS


def _toward(found: list[Days], setting: Setting) -> Days | None:
    """Return the nearest of some stretches in the direction of the clause."""
    published, direction = setting.published, setting.direction
    if published is None:
        anchor = setting.anchor
        return _nearest(found, anchor.first) if anchor else None
    if direction == "past":
        found = [days for days in found if days.first <= published]
    elif direction == "future":
        found = [days for days in found if days.last >= published]
    return _nearest(found, published)


def _nearest(found: list[Days], point: date) -> Days | None:
    def distance(days: Days) -> tuple[int, date]:
        if days.first <= point <= days.last:
            return 0, days.first
        return min(abs((end - point).days) for end in days), days.first

    return min(found, key=distance, default=None)


def _valid(year: int, month: int, day: int, last: int | None = None) -> Days | None:
    longest = monthrange(year, month)[1]
    if not (1 <= day <= longest and day <= (last or day) <= longest):
        return None
    return Days(date(year, month, day), date(year, month, last or day))


def _given_year(parts: Parts, setting: Setting) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if "of_year" not in parts:
        return None
    which = parts["of_year"].removeprefix("the ")
    days = _unit_of(which, "year", setting)
    return days.first.year if days else None


def _yearly(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    if "year" in parts or "of_year" in parts:
        year = _given_year(parts, setting)
        return make(year) if year is not None else None
    return _choose(make, setting)


def _read_day(parts: Parts, setting: Setting) -> Days | None:
    month = _MONTHS[parts["month"].lower().rstrip(".")[:3]]
    last = int(parts["last_day"]) if "last_day" in parts else None
    return _yearly(
        parts, setting, lambda year: _valid(year, month, int(parts["day"]), last)
    )


def _read_iso(parts: Parts, setting: Setting) -> Days | None:
    return _valid(int(parts["year"]), int(parts["number"]), int(parts["day"]))


def _read_numeric(parts: Parts, setting: Setting) -> Days | None:
    first, second, year = (int(parts[name]) for name in ("first", "second", "year"))
    day_first = True if parts["sep"] == "." else setting.day_first
    readings = [
        days
        for is_day_first, day, month in ((True, first, second), (False, second, first))
        if 1 <= month <= 12 and (days := _valid(year, month, day))
        if day_first in {None, is_day_first} or first > 12 or second > 12
    ]
    if len(set(readings)) > 1 and (published := setting.published):
        readings = [days for days in readings if days.first <= published]
    return readings[0] if len(set(readings)) == 1 else None


def _read_month(parts: Parts, setting: Setting) -> Days | None:
    number = _MONTHS[parts["month"].lower().rstrip(".")[:3]]
    return _yearly(parts, setting, lambda year: _month(year, number))


def _read_bare_month(parts: Parts, setting: Setting) -> Days | None:
    number = _MONTHS[parts["month"][:3].lower()]
    return _named(parts, setting, lambda year: _month(year, number))


def _read_season(parts: Parts, setting: Setting) -> Days | None:
    start = _SEASONS[parts["season"].lower()]
    if "year" in parts or "of_year" in parts:
        return _yearly(parts, setting, lambda year: _month(year, start, 3))
    return _named(parts, setting, lambda year: _month(year, start, 3))


def _named(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    """Read "October", "this October", "last October", "next October"."""
    which = _which(parts)
    published = setting.published
    if which is None or published is None:
        return _choose(make, setting)
    reach = range(published.year - 2, published.year + 3)
    found = [days for year in reach if (days := make(year))]
    if which == "this":
        return _nearest(found, published)
    if which in {"next", "coming"}:
        return next((days for days in found if days.first > published), None)
    if which in {"last", "past"}:
        # In November "last October" is not the month just over: that is "last month".
        return max(d for d in found if (published - d.last).days > 30)
    return _choose(make, setting)


def _which(parts: Parts) -> str | None:
    which = parts.get("which")
    return which.lower().split()[-1] if which else None


def _read_quarter(parts: Parts, setting: Setting) -> Days | None:
    year = _given_year(parts, setting)
    if year is None:
        return None
    number = parts.get("share_number")
    is_half = number[0] == "H" if number else parts["share"] == "half"
    size = 6 if is_half else 3
    ordinal = parts.get("ordinal", "").lower()
    at = int(number[1]) if number else _ORDINALS.get(ordinal, 12 // size)
    return _month(year, 1 + size * (at - 1), size) if size * at <= 12 else None


def _read_year(parts: Parts, setting: Setting) -> Days | None:
    year = int(parts["year"])
    if "last_year" not in parts:
        return _year(year)
    last = int(str(year)[: 4 - len(parts["last_year"])] + parts["last_year"])
    if not year < last <= min(2100, year + 200):
        return None
    return Days(date(year, 1, 1), date(last, 12, 31))


def _read_decade(parts: Parts, setting: Setting) -> Days | None:
    if name := parts.get("decade_name"):
        return _unit(date(1920 + 10 * DECADES.index(name), 1, 1), "decade")
    digits = parts["decade"].lstrip("'’")
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    # "the 1800s" is a century, "the 2000s" mostly a decade.
    size = 100 if start % 100 == 0 and start < 1900 else 10
    return Days(date(start, 1, 1), date(start + size - 1, 12, 31))


def _read_century(parts: Parts, setting: Setting) -> Days | None:
    word = parts["century"].lower()
    digits = re.match(r"\d+", word)
    names = _CENTURIES.split()
    number = int(digits[0]) if digits else 1 + names.index(word)
    if not 1 <= number <= 22:
        return None
    # As most people count: the 19th century from 1800 to 1899.
    first = max(1, 100 * number - 100)
    return Days(date(first, 1, 1), date(100 * number - 1, 12, 31))


def _read_weekday(parts: Parts, setting: Setting) -> Days | None:
    if (published := setting.published) is None:
        return None
    weekday = _WEEKDAYS[parts["weekday"].lower()]
    which = _which(parts)
    if "week" in parts or which == "this":
        shift = {"this": 0, "last": -7, "next": 7}[parts.get("week", "this")]
        day = published + timedelta(weekday - published.weekday() + shift)
    elif which == "next":
        day = published + timedelta(7 + weekday - published.weekday())
    elif which == "coming" or setting.direction == "future":
        day = published + timedelta((weekday - published.weekday()) % 7)
    else:
        back = (published.weekday() - weekday) % 7
        day = published - timedelta(back or (7 if which in {"last", "past"} else 0))
    return Days(day, day)


def _read_day_word(parts: Parts, setting: Setting) -> Days | None:
    if (published := setting.published) is None:
        return None
    word = parts["word"].lower()
    if word == "overnight":
        return Days(published - timedelta(1), published)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, -1 if "last" in word else 0)
    day = published + timedelta(shift)
    return Days(day, day)


def _read_unit(parts: Parts, setting: Setting) -> Days | None:
    which = _which(parts)
    unit = parts["unit"].lower()
    if which == "past" and setting.published and unit not in {"day", "weekend"}:
        first = setting.published - _delta(unit, 1) + timedelta(1)
        return Days(first, setting.published)
    days = _unit_of(which, unit, setting) if which else None
    return _side(days, parts.get("side"), setting)


def _unit_of(which: str, unit: str, setting: Setting) -> Days | None:
    """Return "this week", "last year", "that month", "the following day"."""
    published, anchor = setting.published, setting.anchor
    shift = {"last": -1, "past": -1, "previous": -1}.get(which, 0)
    if which in {"next", "coming", "following"}:
        shift = 1
    if which in {"this", "last", "past", "next", "coming"} and (
        unit != "day" or which not in {"this", "past", "next"}
    ):
        if published is None or unit == "day":
            return None
        if unit == "weekend":
            shift = min(shift, 0) if published.weekday() < 5 else shift
            if which == "this" and setting.direction == "past":
                shift = -1 if published.weekday() < 5 else 0
        return _unit(published + _delta(unit, shift), unit)
    if anchor is None or which in {"this", "past"}:
        return None
    if unit == "day" and anchor.first != anchor.last:
        return None
    return _unit(anchor.first + _delta(unit, shift), unit)


def _side(days: Days | None, side: str | None, setting: Setting) -> Days | None:
    """Cut "earlier this year" and "later this year" at the day of publication."""
    published = setting.published
    if days is None or side is None or published is None:
        return days
    if not days.first <= published <= days.last:
        return days
    if side.lower() == "earlier":
        return Days(days.first, published)
    return Days(published, days.last)


def _read_in_unit(parts: Parts, setting: Setting) -> Days | None:
    days = _unit_of("this", parts["unit"], setting)
    return _side(days, parts.get("side"), setting)


def _read_weekend(parts: Parts, setting: Setting) -> Days | None:
    if (published := setting.published) is None:
        return None
    days = _unit(published, "weekend")
    if setting.direction != "future" and days.first > published:
        days = _unit(published - timedelta(7), "weekend")
    return days


def _read_stretch(parts: Parts, setting: Setting) -> Days | None:
    count = to_number(parts["count"])
    if count is None or (published := setting.published) is None:
        return None
    delta = _delta(parts["unit"].lower(), int(count))
    if parts["which"].lower() not in {"next", "coming", "following"}:
        return Days(published - delta + timedelta(1), published)
    # "over the next two days they fled" counts from a day in the story.
    if setting.direction == "past":
        return None
    return Days(published, published + delta)


def _read_shift(parts: Parts, setting: Setting) -> Days | None:
    """Read "three days ago", "two weeks later", "a year earlier"."""
    count, word, unit = to_number(parts["count"]), parts["shift"], parts["unit"].lower()
    if count is None or (unit == "hour" and word != "ago"):
        return None
    base = setting.published if word == "ago" else None
    if word != "ago" and setting.anchor:
        base = setting.anchor.first
    if base is None:
        return None
    sign = 1 if word in {"later", "after", "afterward", "afterwards"} else -1
    moved = base + _delta(unit, sign * int(count))
    unit = unit if unit != "decade" else "year"
    if word != "ago" and setting.anchor != _unit(base, unit) and unit == "day":
        return None
    return _unit(moved, unit)


def _read_day_number(parts: Parts, setting: Setting) -> Days | None:
    """Read "on the 15th" as a day of the month of the anchor or of publication."""
    point = setting.published
    if point is None:
        return None
    months = [point + relativedelta(months=shift) for shift in (-1, 0, 1)]
    day = int(parts["day"])
    found = [days for m in months if (days := _valid(m.year, m.month, day))]
    return _toward(found, setting)


def _read_side_day(parts: Parts, setting: Setting) -> Days | None:
    which = "previous" if parts["shift"] == "before" else "following"
    return _unit_of(which, "day", setting)


def _read_nine_eleven(parts: Parts, setting: Setting) -> Days | None:
    return _valid(2001, 9, 11)


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
    "weekday": _read_weekday,
    "day_word": _read_day_word,
    "unit": _read_unit,
    "in_unit": _read_in_unit,
    "weekend": _read_weekend,
    "stretch": _read_stretch,
    "shift": _read_shift,
    "day_number": _read_day_number,
    "side_day": _read_side_day,
}
