"""Occasions: one talk, visit or briefing, whose day the article tells once.

"Moss told reporters on Friday that ...". "We will stay," she added: Friday as well.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import NamedTuple

import msgspec

from kg.english.lexicon import words
from kg.extract.findings import Findings, Setting
from kg.intervals import Intervals
from kg.records import Event, SaidBasis, Span, Statement, When

# What people do with words, so that what they say may be of the same day.
_SPOKEN_EVENTS = frozenset(
    {"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
# Kinds of statement that no occasion dates: what somebody thinks or fears goes on.
_LASTING_KINDS = frozenset({"belief", "feeling"})
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
_DOCUMENTS = words("settings.document")
_PRONOUNS = words("function_words.pronouns")
# "The report said" takes a document up, "a report said" brings a new one.
_TAKING_UP = frozenset({"the", "this", "that", "their", "its", "his", "her"})
# In place of a speaker: the document that the article told of last.
_DOCUMENT = "document"


class Meeting(NamedTuple):
    """A meeting of which a text tells the day, with the ids of who takes part."""

    when: When
    parties: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class _Telling:
    """What some people said or did in the text, with the day and setting known of it.

    `number` is the statement's, None for an event: it dates what is said at it.
    `met` tells that the day is that of a meeting.
    `speakers` are entities, or else the words for who speaks: "the municipality".
    `others` are the times beside a statement in its sentences. `takes_up` tells that a
    document speaks which the article told of before: "the report". `is_inner` tells
    what is said within a statement ("As I said on Monday"), `is_apart` what no occasion
    dates.
    """

    number: int | None
    speakers: tuple[str, ...]
    start: int
    end: int
    when: When | None
    content: tuple[Span, ...] = ()
    others: tuple[When, ...] = ()
    setting: Setting | None = None
    takes_up: bool = False
    is_inner: bool = False
    is_apart: bool = False
    met: bool = False


def dated(
    statements: Sequence[Statement],
    events: Iterable[Event],
    findings: Findings,
    meetings: Iterable[Meeting] = (),
) -> tuple[Statement, ...]:
    """Give each statement the day of its occasion, and say what its day rests on.

    `said_basis` is "stated" where the statement's own clause gives the time, "occasion"
    where another one of the same speakers does, or an event such as their meeting, near
    by and in the same setting, and "article" where only the article's day is known: it
    was said on or before it. Null where not even that is known. `findings` are of the
    same article, its statements in the same order.
    """
    tellings = [
        *_statements(statements, findings),
        *_spoken_events(events),
        *map(_met, meetings),
    ]
    tellings.sort(key=lambda each: (each.start, each.end, each.number is None))
    occasions = _Occasions(findings)
    tellings = list(occasions.carried(tellings, _ON))
    tellings = list(occasions.carried(reversed(tellings), _BACK))
    days = {telling.number: telling.when for telling in tellings}
    return tuple(_with_day(each, days[at]) for at, each in enumerate(statements))


def _statements(
    statements: Sequence[Statement], findings: Findings
) -> Iterator[_Telling]:
    """Yield a telling for each statement; one told within another dates nothing."""
    contents = Intervals(
        (span.start, span.end)
        for each in statements
        for span in each.content
        if not _is_paragraph(each)
    )
    pairs = zip(statements, findings.statements, strict=True)
    for number, (statement, found) in enumerate(pairs):
        said, evidence = statement.said, statement.evidence
        cue = statement.cue
        yield _Telling(
            number=number,
            speakers=statement.speakers or tuple(_source_words(statement)),
            start=evidence.start,
            end=evidence.end,
            when=said if said is not None and said.start is not None else None,
            content=statement.content,
            others=tuple(_times_beside(statement, findings.times)),
            setting=found.setting,
            takes_up=_takes_up(statement),
            is_inner=cue is not None and bool(contents.at(cue.start)),
            is_apart=found.is_apart
            or statement.kind in _LASTING_KINDS
            or _is_paragraph(statement),
        )


def _is_paragraph(statement: Statement) -> bool:
    """Tell whether a statement is a paragraph of a text that its author signs.

    It was written for the text, whatever day it tells of.
    """
    return statement.cue is None and statement.content == (statement.evidence,)


def _source_words(statement: Statement) -> Iterator[str]:
    """Yield the words of a source that is no entity, "the" and pronouns aside."""
    told = statement.source.text.casefold().split() if statement.source else []
    named = told[1:] if told[:1] in (["the"], ["a"], ["an"]) else told
    if named and not _PRONOUNS.issuperset(named):
        yield " ".join(named)


def _takes_up(statement: Statement) -> bool:
    told = statement.source.text.casefold().split() if statement.source else []
    return len(told) > 1 and told[0] in _TAKING_UP and told[1] in _DOCUMENTS


def _times_beside(statement: Statement, times: Sequence[When]) -> Iterator[When]:
    """Yield the times in a statement's sentences, outside what is said."""
    first, last = (
        bisect_left(times, place, key=lambda when: when.start or 0)
        for place in (statement.evidence.start, statement.evidence.end)
    )
    yield from (x for x in times[first:last] if not _is_inside(x, statement.content))


def _is_inside(when: When, content: Sequence[Span]) -> bool:
    at = when.start
    return at is not None and any(span.start <= at < span.end for span in content)


def _spoken_events(events: Iterable[Event]) -> Iterator[_Telling]:
    """Yield the dated events at which people speak, a telling for each who does."""
    for event in events:
        if event.type not in _SPOKEN_EVENTS or event.statement is not None:
            continue
        if event.factuality != "actual" or event.when is None:
            continue
        evidence = event.evidence
        for actor in event.actors:
            yield _Telling(None, (actor,), evidence.start, evidence.end, event.when)


def _met(meeting: Meeting) -> _Telling:
    """Return the telling of a meeting: what its parties then say is said there."""
    start, end = meeting.evidence.start, meeting.evidence.end
    return _Telling(None, meeting.parties, start, end, meeting.when, met=True)


class _Occasions:
    """The occasions of one article, as its days and its paragraphs part them."""

    def __init__(self, findings: Findings) -> None:
        article = findings.article
        self._published = article.published
        self._breaks = [each.start() for each in _PARAGRAPH.finditer(article.text)]

    def carried(
        self, tellings: Iterable[_Telling], paragraphs: int
    ) -> Iterator[_Telling]:
        """Yield the tellings with the day of the one before, where it is theirs too.

        Such a one carries the day on in its turn.
        """
        last: dict[str, _Telling] = {}
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
                last.update(dict.fromkeys(telling.speakers, telling))
                if telling.setting == "document":
                    last[_DOCUMENT] = telling
            yield telling

    def _is_one(self, told: _Telling, other: _Telling, paragraphs: int) -> bool:
        """Tell whether the day of one telling is that of another without a day."""
        when = told.when
        if when is None or other.when is not None:
            return False
        if other.is_apart or other.is_inner:
            return False
        # "On Monday he met ... The search ended on Tuesday, with him saying"
        if _is_inside(when, other.content) or any(
            x.start != when.start for x in other.others
        ):
            return False
        # "told the press ... The statement also said": one thing under two names.
        if not other.takes_up and not _agree(told.setting, other.setting):
            return False
        first, second = sorted((told, other), key=lambda each: each.start)
        if first.end > second.start:
            return when.to - when.from_ <= _LONGEST_BESIDE
        return self._is_recent(told) and self._between(first, second) <= paragraphs

    def _between(self, first: _Telling, second: _Telling) -> int:
        places = (bisect_left(self._breaks, at) for at in (first.end, second.start))
        before, after = places
        return after - before

    def _is_recent(self, told: _Telling) -> bool:
        """Tell whether something was said on a day, and not long before its article."""
        when, published = told.when, self._published
        # How long a meeting may take is told where it is found.
        if when is None or (not told.met and when.to - when.from_ > _LONGEST):
            return False
        recent = _RECENT_MEETING if told.met else _RECENT
        return published is None or timedelta() <= published - when.to <= recent


def _one_told(told: Sequence[_Telling | None]) -> _Telling | None:
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
