"""Occasions: one talk, visit or briefing, whose day the article tells once.

"Moss told reporters on Friday that ...". "We will stay," she added: Friday as well.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import msgspec

from kg.extract.findings import Findings, Setting, reported_places
from kg.records import Event, SaidBasis, Statement, When
from kg.resolve.article.tellings import Meeting, Telling, is_inside, tellings

# A day told for something else lies further before the article, or lasts longer.
_RECENT = timedelta(14)
_LONGEST = timedelta(1)
# Those who met report of it later, and it may have taken some days.
_RECENT_MEETING = timedelta(31)
# In one sentence a month dates both of its cues, "earlier this year" neither.
_LONGEST_BESIDE = timedelta(31)
# So many paragraphs on, an occasion still holds, and so many back.
_ON, _BACK = 8, 1
_PARAGRAPH = re.compile(r"\n\s*")
# In place of a speaker: the document that the article told of last.
_DOCUMENT = "document"


def dated(
    statements: Sequence[Statement],
    events: Iterable[Event],
    findings: Findings,
    meetings: Iterable[Meeting] = (),
) -> tuple[Statement, ...]:
    """Give each statement the day of its occasion, and say what its day rests on.

    `said_basis` is "stated" where the statement's own clause gives the time, "occasion"
    where another one of the same speakers does, or an event such as their meeting, near
    by and in the same setting, or what it was said at or after, and "article" where
    only the article's day is known: it was said on or before it. Null where not even
    that is known. `findings` are of the same article, its statements in the same order.
    """
    told = tellings(statements, events, findings, meetings)
    occasions = _Occasions(findings)
    told = list(occasions.carried(told, _ON))
    told = list(occasions.carried(reversed(told), _BACK))
    days = {telling.number: telling.when for telling in told}
    return tuple(_with_day(each, days[at]) for at, each in enumerate(statements))


class _Occasions:
    """The occasions of one article, as its days and its paragraphs part them."""

    def __init__(self, findings: Findings) -> None:
        article = findings.article
        self._published = article.published
        self._breaks = [each.start() for each in _PARAGRAPH.finditer(article.text)]
        said = reported_places(findings.statements)
        # The days of which the article itself tells.
        self._days = [
            when
            for when in findings.times
            if when.to - when.from_ <= _LONGEST and not said.at(when.start or 0)
        ]

    def carried(
        self, tellings: Iterable[Telling], paragraphs: int
    ) -> Iterator[Telling]:
        """Yield the tellings with the day of the one before, where it is theirs too.

        Such a one carries the day on in its turn.
        """
        last: dict[str, Telling] = {}
        for telling in tellings:
            before = _one_told([last.get(each) for each in telling.speakers])
            if before is None and telling.takes_up:
                before = last.get(_DOCUMENT)
            if before is not None and self._is_one(before, telling, paragraphs):
                setting = telling.setting or before.setting
                telling = replace(
                    telling, when=before.when, setting=setting, met=before.met
                )
            if telling.when is not None and not telling.is_inner:
                told = [
                    x for x in telling.speakers if not _is_beside(last.get(x), telling)
                ]
                last.update(dict.fromkeys(told, telling))
                if telling.setting == "document":
                    last[_DOCUMENT] = telling
            yield telling

    def _is_one(self, told: Telling, other: Telling, paragraphs: int) -> bool:
        """Tell whether the day of one telling is that of another without a day."""
        if told.when is None or not _takes_days(told, other):
            return False
        # Nobody has said yet what "will meet Ada on Thursday" is the day of.
        if self._published is not None and told.when.to > self._published:
            return False
        # "told the press ... The statement also said": one thing under two names.
        if not other.takes_up and not _agree(told.setting, other.setting):
            return False
        first, second = sorted((told, other), key=lambda each: each.start)
        if first.end > second.start:
            return told.when.to - told.when.from_ <= _LONGEST_BESIDE
        if told.met and self._moves_on(told.when, first.end, second.start):
            return False
        return self._is_recent(told) and self._between(first, second) <= paragraphs

    def _moves_on(self, when: When, start: int, end: int) -> bool:
        """Tell whether the article tells of a later day between two places."""
        first, last = (
            bisect_left(self._days, place, key=lambda day: day.start or 0)
            for place in (start, end)
        )
        latest = self._published or date.max
        return any(when.to < day.from_ <= latest for day in self._days[first:last])

    def _between(self, first: Telling, second: Telling) -> int:
        places = (bisect_left(self._breaks, at) for at in (first.end, second.start))
        before, after = places
        return after - before

    def _is_recent(self, told: Telling) -> bool:
        """Tell whether something was said on a day, and not long before its article."""
        when, published = told.when, self._published
        # How long a meeting may take is told where it is found.
        if when is None or (not told.met and when.to - when.from_ > _LONGEST):
            return False
        recent = _RECENT_MEETING if told.met else _RECENT
        return published is None or timedelta() <= published - when.to <= recent


def _is_beside(told: Telling | None, event: Telling) -> bool:
    """Tell whether a statement with a day of its own stands in an event's sentence.

    "Speaking on Tuesday before a visit on Thursday, she said": she goes on on Tuesday.
    """
    return (
        told is not None
        and told.number is not None
        and event.number is None
        and told.start < event.end
        and event.start < told.end
    )


def _takes_days(told: Telling, other: Telling) -> bool:
    """Tell whether a telling may have the day of another, wherever they stand."""
    when = told.when
    if when is None or other.when is not None or other.is_apart or other.is_inner:
        return False
    # What was said at an event came with it: "she went to the race, after which she
    # said" tells nothing of what stands before.
    if (told.is_at_event or told.is_earlier) and told.start > other.start:
        return False
    # Of two reports of two days, "they found" may be in either.
    is_doubtful = other.takes_up or other.is_borrowed
    if is_doubtful and len({(day.from_, day.to) for day in told.others}) > 1:
        return False
    # "On Monday he met ... The search ended on Tuesday, with him saying"
    return not is_inside(when, other.content) and not any(
        day.start != when.start and day.to - day.from_ <= _LONGEST_BESIDE
        for day in other.others
    )


def _one_told(told: Sequence[Telling | None]) -> Telling | None:
    """Return the nearest of what several told, where all told it for one time."""
    known = [each for each in told if each is not None]
    if len(known) < len(told) or len({each.when for each in known}) != 1:
        return None
    return max(known, key=lambda each: each.start)


def _agree(told: Setting | None, other: Setting | None) -> bool:
    """Tell whether what was told in one setting goes on in another.

    "announced on Tuesday" may have been the post that is quoted after it; an interview
    is a talk of its own.
    """
    return other in {None, told} or (told is None and other != "interview")


def _with_day(statement: Statement, when: When | None) -> Statement:
    basis: SaidBasis | None = "article" if statement.said else None
    if when is not None:
        basis = "stated" if when == statement.said else "occasion"
    return msgspec.structs.replace(
        statement, said=when or statement.said, said_basis=basis
    )
