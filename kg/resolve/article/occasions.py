"""Occasions: one talk, visit or briefing, whose day the article tells once.

"Moss told reporters on Friday that ...". "We will stay," she added: Friday as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import msgspec

from kg.extract.findings import FoundStatement, Setting
from kg.records import Article, Event, SaidBasis, Statement, When

# Kinds of statement that no occasion dates: what somebody thinks or fears goes on.
_LASTING_KINDS = frozenset({"belief", "feeling"})
# What people do with words, so that what they say may be of the same day.
_SPOKEN_EVENTS = frozenset(
    {"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
# A day told for something else lies further before the article, or lasts longer.
_RECENT = timedelta(14)
_LONGEST = timedelta(1)
# So many paragraphs on, an occasion still holds, and so many back.
_ON, _BACK = 2, 1
_PARAGRAPH = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class _Telling:
    """What some people said or did in the text, with the day and setting known of it.

    `number` is the statement's, None for an event: it dates what is said at it.
    """

    number: int | None
    speakers: tuple[str, ...]
    start: int
    end: int
    when: When | None
    setting: Setting | None = None
    is_apart: bool = False


def dated(
    statements: Sequence[Statement],
    found: Sequence[FoundStatement],
    events: Iterable[Event],
    article: Article,
) -> tuple[Statement, ...]:
    """Give each statement the day of its occasion, and say what its day rests on.

    `said_basis` is "stated" where the statement's own clause gives the time, "occasion"
    where another one of the same speakers does, or an event such as their meeting, near
    by and in the same setting, and "article" where only the article's day is known: it
    was said on or before it. Null where not even that is known. `found` are the
    statements before resolution.
    """
    pairs = zip(statements, found, strict=True)
    tellings = [_of_statement(at, *pair) for at, pair in enumerate(pairs)]
    tellings += _of_events(events)
    tellings.sort(key=lambda each: (each.start, each.end, each.number is None))
    tellings = list(_carried(tellings, article, _ON))
    tellings = list(_carried(reversed(tellings), article, _BACK))
    days = {telling.number: telling.when for telling in tellings}
    return tuple(_with_day(each, days[at]) for at, each in enumerate(statements))


def _of_statement(number: int, statement: Statement, found: FoundStatement) -> _Telling:
    said, evidence = statement.said, statement.evidence
    return _Telling(
        number=number,
        speakers=statement.speakers,
        start=evidence.start,
        end=evidence.end,
        when=said if said is not None and said.start is not None else None,
        setting=found.setting,
        is_apart=found.is_apart or statement.kind in _LASTING_KINDS,
    )


def _of_events(events: Iterable[Event]) -> Iterator[_Telling]:
    """Yield the dated events at which people speak, a telling for each who does."""
    for event in events:
        if event.type not in _SPOKEN_EVENTS or event.factuality != "actual":
            continue
        if event.when is None or event.when.start is None:
            continue
        evidence = event.evidence
        for actor in event.actors:
            yield _Telling(None, (actor,), evidence.start, evidence.end, event.when)


def _carried(
    tellings: Iterable[_Telling], article: Article, paragraphs: int
) -> Iterator[_Telling]:
    """Yield the tellings with the day of the one before, where it holds for them."""
    last: dict[str, _Telling] = {}
    for telling in tellings:
        speakers = telling.speakers
        told = [last.get(speaker) for speaker in speakers]
        before = told[0] if told and all(each is told[0] for each in told) else None
        if before is not None and _is_one_occasion(
            before, telling, article, paragraphs
        ):
            setting = telling.setting or before.setting
            telling = replace(telling, when=before.when, setting=setting)
        if telling.when is not None:
            last.update(dict.fromkeys(speakers, telling))
        yield telling


def _is_one_occasion(
    told: _Telling, other: _Telling, article: Article, paragraphs: int
) -> bool:
    """Tell whether what was told of one statement's day holds for another."""
    if other.when or other.is_apart or not _agree(told.setting, other.setting):
        return False
    first, second = sorted((told, other), key=lambda each: each.start)
    if first.end > second.start:
        return True
    return (
        told.when is not None
        and _is_recent(told.when, article)
        and len(_PARAGRAPH.findall(article.text, first.end, second.start)) <= paragraphs
    )


def _agree(told: Setting | None, other: Setting | None) -> bool:
    """Tell whether what was told in one setting goes on in another.

    "announced on Tuesday" may have been the post that is quoted after it; an interview
    is a talk of its own.
    """
    return other in {None, told} or (told is None and other != "interview")


def _is_recent(when: When, article: Article) -> bool:
    """Tell whether a time is a day not long before its article."""
    if when.to - when.from_ > _LONGEST:
        return False
    published = article.published
    return published is None or timedelta() <= published - when.to <= _RECENT


def _with_day(statement: Statement, when: When | None) -> Statement:
    basis: SaidBasis | None = "article" if statement.said else None
    if when is not None:
        basis = "stated" if when == statement.said else "occasion"
    return msgspec.structs.replace(
        statement, said=when or statement.said, said_basis=basis
    )
