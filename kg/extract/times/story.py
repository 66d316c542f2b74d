"""Whether a text tells news or history, and which of its dates carry the story.

News counts from its publication; a history counts from the date that it told last.
"""

import re
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


def is_aside(days: Days, near: Days | None, following: Sequence[Expression]) -> bool:
    """Tell whether a history leaps to a time that it leaves again at its next year.

    "In 1920 ... for the first time since 1812 ... In September 1920". `near` is where
    the story had come, `following` are the expressions that come after.
    """
    if near is None or abs(days.first.year - near.first.year) < _LEAP_YEARS:
        return False
    years = (int(one.parts["year"]) for one in following if "year" in one.parts)
    year = next(years, None)
    if year is None:
        return False
    return abs(year - near.first.year) < abs(year - days.first.year)


def leaves_section(text: str, expression_end: int, start: int) -> bool:
    """Tell whether the section of a dated heading, or else its paragraph, has ended.

    "1936" as a heading dates its section up to the next heading. A date of a sentence
    dates its paragraph: a new one is news again.
    """
    break_at = text.find("\n", expression_end, start)
    if break_at < 0:
        return False
    line_start = text.rfind("\n", 0, expression_end) + 1
    if not _HEADING.match(text, max(0, line_start - 1)):
        return True
    return _HEADING.search(text, text.find("\n", expression_end), start) is not None
