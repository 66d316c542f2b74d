"""Times: every expression of an article that names calendar days, with those days."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc, Span

from kg.english.memory import text_of
from kg.extract.times.attachment import inferred, when_after, when_of
from kg.extract.times.calendar import Days
from kg.extract.times.context import is_time
from kg.extract.times.events import dated_words, event_word
from kg.extract.times.grammar import Expression, expressions
from kg.extract.times.setting import Setting
from kg.extract.times.story import Sections, is_aside, is_history, next_years
from kg.extract.times.tense import direction
from kg.extract.times.values import days_of, is_explicit
from kg.records import When

__all__ = ["inferred", "times", "when_after", "when_of"]

log = logging.getLogger(__name__)

# Between the two ends of a range: "March to May", "from 2014 until 2016".
_LINK = re.compile(r"(?:\s+(?:to|and|through|until|till)\s+|\s*[-–—]\s*)(?:the\s+)?")
_OPENING = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
# Rules of `grammar` whose days come round each year, and those that, with a year, tell
# which time a story is in.
_YEARLY_RULES = frozenset({"day", "day_first", "bare_month", "season"})
# A longer stretch is no anchor for "the next day" or a date without its year.
_ANCHOR_DAYS = 366
# An event lasts so long at most where "two days after" it is a day.
_EVENT_DAYS = 7
_DATED_RULES = frozenset({"day", "day_first", "iso", "numeric", "month", "year"})


def times(doc: Doc, published: date | None) -> Iterator[When]:
    """Yield the times that an article names, in text order.

    "on Friday" of an article from 2024-11-02 yields 2024-11-01; "from March to May"
    is one time. Expressions whose days cannot be known ("recently"; "Friday" without
    `published`) are left out and counted in the log. Needs names and, for tense, a
    dependency parse.
    """
    text = text_of(doc)
    found = [one for one in expressions(text) if is_time(doc, one)]
    dated = list(_dated(doc, found, published))
    log.debug(
        "times: %d of %d left out, no known days", len(found) - len(dated), len(found)
    )
    at = 0
    while at < len(dated):
        pair = dated[at : at + 2]
        days = _range_days(text, pair)
        taken = pair[:1] if days is None else pair
        yield _to_when(text, [one for one, _ in taken], days or taken[0][1])
        at += len(taken)


def _range_days(text: str, pair: Sequence[tuple[Expression, Days]]) -> Days | None:
    """Return the days of "between March and May", None for two times of their own."""
    if len(pair) < 2 or not _is_range(text, pair[0][0], pair[1][0]):
        return None
    (expression, start), (_, end) = pair
    first = start.first
    # Told in January, "between November and March" opened in the year before.
    if first > end.last and expression.rule in _YEARLY_RULES:
        first += relativedelta(years=-1)
    return Days(first, end.last) if first <= end.last else None


def _dated(
    doc: Doc, found: Sequence[Expression], published: date | None
) -> Iterator[tuple[Expression, Days]]:
    """Yield each expression whose days are known, in text order.

    Each is read against those before it, so that "the next day" has a day to follow.
    """
    setting = Setting(
        published=published,
        day_first=_day_first(found),
        is_history=is_history(found, published),
    )
    text, near_end = text_of(doc), 0
    sections, years = Sections(text), next_years(found)
    events: dict[str, Days] = {}
    for at, expression in enumerate(found):
        if not setting.is_history and sections.part(near_end, expression.start):
            setting = replace(setting, near=None)
        span = _span(doc, expression.start, expression.end)
        here = replace(setting, direction=direction(span))
        if expression.rule == "event_shift":
            word = event_word(doc, expression)
            here = replace(here, event=events.get(word) if word else None)
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and _is_linked(text, expression, following):
            here = _with_year(expression, following, here)
        days = days_of(expression, here)
        if days is None:
            continue
        yield expression, days
        if (days.last - days.first).days < _EVENT_DAYS:
            beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
            events.update(dict.fromkeys(dated_words(span, beside), days))
        moved = _moved_on(setting, expression, days, years[at])
        if moved.near is not setting.near:
            near_end = expression.end
        setting = moved


def _moved_on(
    setting: Setting,
    expression: Expression,
    days: Days,
    following: int | None,
) -> Setting:
    """Return the setting after an expression, as the next ones are read.

    `following` is the next year in digits.
    """
    if setting.is_history and is_aside(days, setting.near, following):
        return setting
    is_anchor = (days.last - days.first).days <= _ANCHOR_DAYS
    if is_anchor:
        setting = replace(setting, anchor=days)
    if setting.is_history:
        is_told = is_anchor
    else:
        is_told = is_explicit(expression) and expression.rule in _DATED_RULES
    return replace(setting, near=days) if is_told else setting


def _with_year(
    expression: Expression, following: Expression, setting: Setting
) -> Setting:
    """Lend "from March" the year of "to May 2022"."""
    if is_explicit(expression) or "year" not in following.parts:
        return setting
    end = days_of(following, setting)
    here = replace(setting, year=int(following.parts["year"]))
    start = days_of(expression, here) if expression.rule in _YEARLY_RULES else None
    if end is None or start is None:
        return setting
    return replace(here, year=end.last.year - (start.first > end.last))


def _day_first(found: Sequence[Expression]) -> bool | None:
    """Tell whether the article's own dates in numbers have the day first.

    "25/12/2023" shows that they have; None where nothing shows it, or both ways occur.
    """
    numeric = [one.parts for one in found if one.rule == "numeric"]
    orders = {int(parts["first"]) > 12 for parts in numeric if _shows_order(parts)}
    return orders.pop() if len(orders) == 1 else None


def _shows_order(parts: dict[str, str]) -> bool:
    """Tell whether one number of a date, and not the other, can be a month."""
    return (int(parts["first"]) > 12) != (int(parts["second"]) > 12)


def _is_linked(text: str, first: Expression, second: Expression) -> bool:
    return bool(_LINK.fullmatch(text, first.end, second.start))


def _is_range(text: str, first: Expression, second: Expression) -> bool:
    """Tell "from Monday to Friday" from "on Monday and Friday"."""
    if not _is_linked(text, first, second):
        return False
    if not text[first.end : second.start].strip().isalpha():
        return first.rule == second.rule
    # "on Monday and Friday" are two days; "between Monday and Friday" is a stretch.
    opened = _OPENING.search(text, max(0, first.start - 20), first.start)
    return bool(opened) or not re.search(r"\sand\s", text[first.end : second.start])


def _to_when(text: str, expressions: Sequence[Expression], days: Days) -> When:
    start, end = expressions[0].start, expressions[-1].end
    explicit = any(map(is_explicit, expressions))
    return When(
        from_=days.first,
        to=days.last,
        text=text[start:end],
        start=start,
        end=end,
        basis="explicit" if explicit else "relative",
    )


def _span(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no tokens at {start}:{end} of the article")
    return span
