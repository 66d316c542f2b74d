"""What a time expression is read against, and what it means for yearly things."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.extract.times.calendar import Days, nearest

Direction = Literal["past", "future"] | None
Parts = dict[str, str]

# News gives no year for what is that recent, whatever older date stands before it.
_NEWS_DAYS = 90


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


def choose(make: Callable[[int], Days | None], setting: Setting) -> Days | None:
    """Return the occurrence of something yearly that the setting points to."""
    if setting.year is not None:
        return make(setting.year)
    point = setting.published or (setting.anchor.first if setting.anchor else None)
    if point is None:
        return None
    reach = range(max(1, point.year - 4), min(9998, point.year + 4) + 1)
    found = [days for year in reach if (days := make(year))]
    recent = toward(found, setting)
    told = _told(found, setting)
    return told if told and _is_long_past(recent, setting) else recent


def _told(found: list[Days], setting: Setting) -> Days | None:
    """Return the occurrence that follows the date told just before."""
    if setting.near is None or setting.direction == "future":
        return None
    latest = setting.published or date.max
    near = setting.near.first
    return nearest([d for d in found if d.last >= near and d.first <= latest], near)


def _is_long_past(days: Days | None, setting: Setting) -> bool:
    """Tell whether a day is too old for news to leave its year out."""
    if days is None or setting.published is None:
        return True
    return (setting.published - days.last).days > _NEWS_DAYS


def toward(found: list[Days], setting: Setting) -> Days | None:
    """Return the nearest of some stretches in the direction of the clause."""
    published, direction = setting.published, setting.direction
    if published is None:
        anchor = setting.anchor
        return nearest(found, anchor.first) if anchor else None
    if direction == "past":
        found = [days for days in found if days.first <= published]
    elif direction == "future":
        found = [days for days in found if days.last >= published]
    return nearest(found, published)


def which_of(parts: Parts) -> str | None:
    which = parts.get("which")
    return which.lower().split()[-1] if which else None
