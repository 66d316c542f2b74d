"""Parts of a longer stretch: "the first Monday of October", "the third quarter"."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kg.english.numbers import ORDINALS, to_number
from kg.extract.times.calendar import (
    Days,
    calendar_unit,
    day_span,
    distance,
    weekday_in,
    weekday_number,
    whole_months,
    whole_year,
)
from kg.extract.times.relative import unit_of_calendar
from kg.extract.times.setting import Parts, Setting, which_word
from kg.extract.times.years import given_year, month_number, yearly

_SATURDAY = 5
_LAST = frozenset({"last", "final"})
# The fiscal year of the United States opens in October of the year before, the
# financial year of Britain and India in April.
_FISCAL_START, _FINANCIAL_START = 10, 4
_SHARES = frozenset({"share", "share_number"})


def read_ordinal_of(parts: Parts, setting: Setting) -> Days | None:
    """Read "the first Monday of October", "the last five days of May 2017".

    Weeks are counted in sevens of days: the second week of May is 8 to 14 May.
    """
    whole = _whole(parts, setting)
    if whole is None:
        return None
    word = parts["ordinal"]
    at = -1 if word in _LAST else ORDINALS.get(word) or int(word)
    found: Days | None
    if weekday := parts.get("weekday"):
        day = weekday_in(whole, weekday_number(weekday), at)
        found = Days(day, day)
    elif parts["unit"].lower() == "weekend":
        found = calendar_unit(weekday_in(whole, _SATURDAY, at), "weekend")
    else:
        found = _units_in(whole, parts, at)
    is_inside = found is not None and whole.first <= found.first <= whole.last
    return found if is_inside else None


def _whole(parts: Parts, setting: Setting) -> Days | None:
    """Return the days that are divided: "October", "2022", "last month", "the year"."""
    if "month" in parts:
        month = month_number(parts["month"])
        return yearly(parts, setting, lambda year: whole_months(year, month))
    if "whole" in parts:
        which = which_word(parts) or "this"
        which = "this" if which == "the" else which
        return unit_of_calendar(which, parts["whole"], setting)
    year = given_year(parts, setting)
    return whole_year(year) if year is not None else None


def _units_in(whole: Days, parts: Parts, at: int) -> Days | None:
    count, unit = to_number(parts.get("count", "1")), parts["unit"].lower()
    if count is None or unit == "hour":
        return None
    size = distance(unit, int(count))
    if at < 0:
        return Days(whole.last + timedelta(1) - size, whole.last)
    first = whole.first + distance(unit, at - 1)
    return Days(first, first + size - timedelta(1))


def read_month_day(parts: Parts, setting: Setting) -> Days | None:
    """Read "the 23rd of last month", "the third of this month"."""
    month = unit_of_calendar(which_word(parts) or "this", "month", setting)
    if month is None:
        return None
    day = ORDINALS[parts["ordinal"]] if "ordinal" in parts else int(parts["day"])
    return day_span(month.first.year, month.first.month, day)


def read_quarter(parts: Parts, setting: Setting) -> Days | None:
    """Read "the third quarter of 2022", "H1 2023", and "Q3" of the year that fits."""
    share = _share_of_year(parts)
    if share is None:
        return None
    first, size = share
    return yearly(parts, setting, lambda year: whole_months(year, 1 + first, size))


def _share_of_year(parts: Parts) -> tuple[int, int] | None:
    """Return after how many months a half or quarter begins, and how many it has."""
    number = parts.get("share_number", "")
    is_half = "H" in number if number else parts["share"] == "half"
    size = 6 if is_half else 3
    ordinal = parts.get("ordinal", "").lower()
    at = int(number.strip("QH")) if number else ORDINALS.get(ordinal, 12 // size)
    return (size * (at - 1), size) if size * at <= 12 else None


def read_fiscal(parts: Parts, setting: Setting) -> Days | None:
    """Read "fiscal 2025", "FY25", "last fiscal year" and "the 2023-24 financial year".

    Fiscal years are counted as the United States do, financial years as Britain and
    India do; "the first quarter of" one is read, too.
    """
    is_financial = parts.get("name", "").lower() == "financial"
    opens = _FINANCIAL_START if is_financial else _FISCAL_START
    year = _closing_year(parts, setting, opens)
    share = _share_of_year(parts) if _SHARES & parts.keys() else (0, 12)
    if year is None or share is None:
        return None
    opening = date(year - 1, opens, 1) + relativedelta(months=share[0])
    return Days(opening, opening + relativedelta(months=share[1], days=-1))


def _closing_year(parts: Parts, setting: Setting, opens: int) -> int | None:
    """Return the year in which a fiscal year ends: 2024 of "2023-24"."""
    year = given_year(parts, setting)
    if year is None and "which" in parts and setting.now:
        this = setting.now + relativedelta(months=13 - opens)
        closing: int = this.year
        return closing + {"last": -1, "next": 1}.get(parts["which"].lower(), 0)
    if year is None or "last_year" not in parts:
        return year
    return year + 1 if (year + 1) % 100 == int(parts["last_year"]) % 100 else None
