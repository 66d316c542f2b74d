"""Whether a text tells news or history, and which of its dates carry the story.

News counts from its publication; a history counts from the date that it told last.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from kg.extract.times.calendar import Days
from kg.extract.times.grammar import Expression

# Rules of `grammar` whose words count from the day of publication.
_NEWS_RULES = frozenset({"weekday", "day_word"})
# So many years of the past make a history, and so many for each word of news.
_ENOUGH_PAST = 4
_PAST_FOR_EACH = 3
# A history that leaps so many years and comes back only mentions what lies there.
_LEAP_YEARS = 2
# A heading is a line of its own, this long at most, that ends in no sentence's mark.
_HEADING = re.compile(r"(?:^|\n)[^\n]{1,80}[^\s.!?:;,][^\S\n]*(?=\n)")


def is_history(found: Sequence[Expression], published: date | None) -> bool:
    """Tell whether an article tells of times long before its publication.

    It opens with a year of the past, and has more of them than of recent years and of
    words such as "Friday". Of an article without a date of publication all are past.
    """
    latest = published.year - 2 if published else date.max.year
    kinds = [_kind(one, latest) for one in found]
    past, recent, news = map(kinds.count, ("past", "recent", "news"))
    opens = next(filter(None, kinds), None) == "past"
    return opens and past >= max(_ENOUGH_PAST, _PAST_FOR_EACH * news) and past > recent


def _kind(expression: Expression, latest: int) -> str | None:
    if "year" in expression.parts:
        return "past" if int(expression.parts["year"]) <= latest else "recent"
    return "news" if expression.rule in _NEWS_RULES else None


def next_years(found: Sequence[Expression]) -> list[int | None]:
    """Return for each expression the next year in digits that comes after it."""
    years: list[int | None] = []
    following: int | None = None
    for one in reversed(found):
        years.append(following)
        if "year" in one.parts:
            following = int(one.parts["year"])
    return years[::-1]


def is_aside(days: Days, near: Days | None, following: int | None) -> bool:
    """Tell whether a history leaps to a time that it leaves again at its next year.

    "In 1920 ... for the first time since 1812 ... In September 1920". `near` is where
    the story had come, `following` the next year in digits.
    """
    if near is None or following is None:
        return False
    year, story = days.first.year, near.first.year
    is_leap = abs(year - story) >= _LEAP_YEARS
    return is_leap and abs(following - story) < abs(following - year)


class Sections:
    """The headings and paragraphs of a text, which bound what a date holds for."""

    def __init__(self, text: str) -> None:
        self._breaks = [at for at, sign in enumerate(text) if sign == "\n"]
        self._headings = [match.end() for match in _HEADING.finditer(text)]

    def part(self, dated: int, at: int) -> bool:
        """Tell whether a section or a paragraph ends between a date and a later place.

        `dated` is the date's end. "1936" as a heading dates its section up to the next
        heading, a date of a sentence its paragraph: then news begins again.
        """
        first = bisect_left(self._breaks, dated)
        if first == bisect_left(self._breaks, at):
            return False
        heading = bisect_left(self._headings, dated)
        if (
            heading == len(self._headings)
            or self._headings[heading] > self._breaks[first]
        ):
            return True
        return heading + 1 < bisect_left(self._headings, at)
