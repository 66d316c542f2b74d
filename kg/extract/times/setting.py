"""From where a time expression is read: the dates and the tense around it.

"Friday" and "October" come round again and again; publication, the dates told before
and the tense of the clause choose which one is meant.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.extract.times.calendar import Days, nearest, whole_year

Direction = Literal["past", "future"] | None
Parts = dict[str, str]

# News gives no year for what is that recent, whatever older date stands before it.
_NEWS_DAYS = 90
# So many years either way are looked at: a leap day is then always among them.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """From where one time expression is read.

    `anchor` is the last date that the text gave before it ("the next day" counts from
    there), `near` the last one that gave its year, in the same paragraph. With
    `is_history`, where a text tells of times long before its publication, `near` is the
    last date of the story, whatever gave it, and times are read from there.
    `direction` says whether its clause looks back or ahead. `year` is set where the
    expression opens a range that names its year at the end ("from March to May 2022").
    `day_first` is the order of numbers in "01/11/2024", None where the article has no
    date that shows it. `event` are the days of the event that "two days after the vote"
    counts from, where the text gave them.
    """

    published: date | None
    anchor: Days | None = None
    near: Days | None = None
    direction: Direction = None
    year: int | None = None
    day_first: bool | None = None
    is_history: bool = False
    event: Days | None = None

    @property
    def now(self) -> date | None:
        """The day that "this year" holds: publication, or where a history has come."""
        if self.is_history and self.near:
            return self.near.first
        return self.published


def in_fitting_year(
    make: Callable[[int], Days | None], setting: Setting
) -> Days | None:
    """Return something yearly in the year that is meant, None where none is known.

    `make` gives its days in one year: of "October 28", a function from 2024 to
    2024-10-28. News means the nearest one, unless the story just told of an older year.
    """
    if setting.year is not None:
        return make(setting.year)
    # Without a publication only the paragraph's own year is known.
    point = setting.now or (setting.near.first if setting.near else None)
    if point is None:
        return None
    reach = range(max(1, point.year - _REACH), min(9998, point.year + _REACH) + 1)
    found = [days for year in reach if (days := make(year))]
    recent = nearest_in_direction(found, setting)
    if setting.is_history or not _is_long_past(recent, setting):
        return recent
    return _after_told_date(make, setting) or recent


def _after_told_date(
    make: Callable[[int], Days | None], setting: Setting
) -> Days | None:
    """Return the one nearest after the date told just before, if it is past.

    "War began on 5 May 1940. On 10 June ..." means June 1940.
    """
    near = setting.near
    if near is None or setting.direction == "future":
        return None
    latest = setting.published or date.max
    # Such a year alone is long over: "the 1890 hall burned down in March".
    if (latest.year - near.first.year) > _REACH and _is_year(near):
        return None
    reach = range(near.first.year, min(9998, near.first.year + 2 * _REACH) + 1)
    found = [days for year in reach if (days := make(year))]
    later = [d for d in found if d.last >= near.first and d.first <= latest]
    return nearest(later, near.first)


def _is_year(days: Days) -> bool:
    return days == whole_year(days.first.year)


def _is_long_past(days: Days | None, setting: Setting) -> bool:
    """Tell whether days are too old for news to leave their year out."""
    if days is None or setting.published is None:
        return True
    return (setting.published - days.last).days > _NEWS_DAYS


def nearest_in_direction(found: list[Days], setting: Setting) -> Days | None:
    """Return the stretch nearest to publication on the side that the clause looks to.

    In a history, and without a date of publication, it is the one nearest to the date
    told before: "In November 1914 ... In February" goes on in 1915.
    """
    published, direction, near = setting.published, setting.direction, setting.near
    if published is None or setting.is_history:
        return _next_in_story(found, near) if near else None
    if direction == "past":
        found = [days for days in found if days.first <= published]
    elif direction == "future":
        found = [days for days in found if days.last >= published]
    return nearest(found, published)


def _next_in_story(found: list[Days], near: Days) -> Days | None:
    """Return the stretch with the shortest gap to another, the earlier of two."""

    def gap(days: Days) -> tuple[int, date]:
        before, after = near.first - days.last, days.first - near.last
        return max(0, before.days, after.days), days.first

    return min(found, key=gap, default=None)


def which_word(parts: Parts) -> str | None:
    """Return the word that picks one of many: "last" of "last Friday", None of none.

    "the same" and "the following" give "same" and "following".
    """
    which = parts.get("which")
    return which.lower().split()[-1] if which else None
