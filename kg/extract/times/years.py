"""The year of what comes round each year: months, days, seasons and feasts."""

from calendar import month_abbr, month_name
from collections.abc import Callable
from datetime import date

from kg.extract.times.calendar import Days, nearest
from kg.extract.times.relative import unit_of_calendar
from kg.extract.times.setting import Parts, Setting, in_fitting_year, which_word

_MONTHS = {name.lower(): at for at, name in enumerate(month_name) if name} | {
    name.lower(): at for at, name in enumerate(month_abbr) if name
}
# Of all past Octobers "last October" is the latest that is over for so many days: in
# November it is not the month just over, which would be "last month".
_LAST_IS_OVER_FOR = 30
# A year in two digits lies this far ahead at most: of 2024 "'31" is 2031, "'41" 1941.
_AHEAD = 10


def month_number(name: str) -> int:
    """Return 9 for "September", "Sept." and "SEP"."""
    return _MONTHS[name.lower()[:3]]


def given_year(parts: Parts, setting: Setting) -> int | None:
    """Return the year that an expression gives, None where it gives none.

    It is in digits ("2021", "'21") or in words ("October last year").
    """
    if "year" in parts:
        return int(parts["year"])
    if "short_year" in parts:
        return _whole_year_of(int(parts["short_year"]), setting)
    if "of_year" not in parts:
        return None
    which = parts["of_year"].removeprefix("the ")
    days = unit_of_calendar(which, "year", setting)
    return days.first.year if days else None


def _whole_year_of(digits: int, setting: Setting) -> int | None:
    """Return the latest year with these last digits that is not far ahead."""
    if (now := setting.now) is None:
        return None
    return now.year + _AHEAD - (now.year + _AHEAD - digits) % 100


def yearly(
    parts: Parts, setting: Setting, make: Callable[[int], Days | None]
) -> Days | None:
    """Return what `make` gives of the year named, or of the one that fits best.

    "this October", "last October" and "next October" are counted from publication.
    """
    if not parts.keys().isdisjoint({"year", "short_year", "of_year"}):
        year = given_year(parts, setting)
        return make(year) if year is not None else None
    pick, now = _PICKS.get(which_word(parts) or ""), setting.now
    if pick is None or now is None:
        return in_fitting_year(make, setting)
    reach = range(now.year - 2, now.year + 3)
    return pick([days for year in reach if (days := make(year))], now)


def _first_ahead(found: list[Days], now: date) -> Days | None:
    return next((days for days in found if days.first > now), None)


def _last_over(found: list[Days], now: date) -> Days:
    over = (d for d in found if (now - d.last).days > _LAST_IS_OVER_FOR)
    return max(over)


_PICKS: dict[str, Callable[[list[Days], date], Days | None]] = {
    "this": nearest,
    "next": _first_ahead,
    "coming": _first_ahead,
    "last": _last_over,
    "past": _last_over,
}
