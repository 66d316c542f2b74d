"""From where a time expression is read: the dates and the tense around it.

"Friday" and "October" come round again and again; publication, the dates told before
and the tense of the clause choose which one is meant.
"""

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
    """From where one time expression is read.

    `anchor` is the last date that the text gave before it ("the next day" counts from
    there), `near` the last one that gave its year, in the same paragraph. `direction`
    says whether its clause looks back or ahead. `year` is set where the expression
    opens a range that names its year at the end ("from March to May 2022").
    `day_first` is the order of numbers in "01/11/2024", None where the article has no
    date that shows it.
    """

    published: date | None
    anchor: Days | None = None
    near: Days | None = None
    direction: Direction = None
    year: int | None = None
    day_first: bool | None = None


def in_fitting_year(
    make: Callable[[int], Days | None], setting: Setting
) -> Days | None:
    """Return something yearly in the year that is meant, None where none is known.

    `make` gives its days in one year: of "October 28", a function from 2024 to
    2024-10-28. News means the nearest one, unless the story just told of an older year.
    """
    if setting.year is not None:
        return make(setting.year)
    point = setting.published or (setting.anchor.first if setting.anchor else None)
    if point is None:
        return None
    # Four years either way: a leap day is then always among them.
    reach = range(max(1, point.year - 4), min(9998, point.year + 4) + 1)
    found = [days for year in reach if (days := make(year))]
    recent = nearest_in_direction(found, setting)
    told = _after_told_date(found, setting)
    return told if told and _is_long_past(recent, setting) else recent


def _after_told_date(found: list[Days], setting: Setting) -> Days | None:
    """Return the one nearest after the date told just before, if it is past.

    "War began on 5 May 1940. On 10 June ..." means June 1940.
    """
    if setting.near is None or setting.direction == "future":
        return None
    latest = setting.published or date.max
    near = setting.near.first
    return nearest([d for d in found if d.last >= near and d.first <= latest], near)


def _is_long_past(days: Days | None, setting: Setting) -> bool:
    """Tell whether days are too old for news to leave their year out."""
    if days is None or setting.published is None:
        return True
    return (setting.published - days.last).days > _NEWS_DAYS


def nearest_in_direction(found: list[Days], setting: Setting) -> Days | None:
    """Return the stretch nearest to publication on the side that the clause looks to.

    Without a date of publication it is the one nearest to the date told before.
    """
    published, direction = setting.published, setting.direction
    if published is None:
        anchor = setting.anchor
        return nearest(found, anchor.first) if anchor else None
    if direction == "past":
        found = [days for days in found if days.first <= published]
    elif direction == "future":
        found = [days for days in found if days.last >= published]
    return nearest(found, published)


def which_word(parts: Parts) -> str | None:
    """Return the word that picks one of many: "last" of "last Friday", None of none.

    "the same" and "the following" give "same" and "following".
    """
    which = parts.get("which")
    return which.lower().split()[-1] if which else None
