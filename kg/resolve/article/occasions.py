"""Occasions: one talk, visit or briefing, whose day the article tells once.

"Moss told reporters on Friday that ...". "We will stay," she added: Friday as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import msgspec

from kg.extract.findings import FoundStatement, Setting
from kg.records import Article, SaidBasis, Statement, When

# Kinds of statement that no occasion dates: what somebody thinks or fears goes on.
_LASTING_KINDS = frozenset({"belief", "feeling"})
# A day told for something else lies further before the article, or lasts longer.
_RECENT = timedelta(14)
_LONGEST = timedelta(1)
# So many paragraphs on, an occasion still holds, and so many back.
_ON, _BACK = 2, 1
_PARAGRAPH = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A statement's place, and the day and the setting that are known of it."""

    statement: Statement
    setting: Setting | None
    is_apart: bool
    when: When | None

    @property
    def start(self) -> int:
        return self.statement.evidence.start

    @property
    def end(self) -> int:
        return self.statement.evidence.end


def dated(
    statements: Sequence[Statement], found: Sequence[FoundStatement], article: Article
) -> tuple[Statement, ...]:
    """Give each statement the day of its occasion, and say what its day rests on.

    `said_basis` is "stated" where the statement's own clause gives the time, "occasion"
    where another one of the same speakers does, near by and in the same setting, and
    "article" where only the article's day is known: it was said on or before it. Null
    where not even that is known. `found` are the statements before resolution.
    """
    tellings = [_telling(*pair) for pair in zip(statements, found, strict=True)]
    tellings = list(_carried(tellings, article, _ON))
    tellings = list(_carried(reversed(tellings), article, _BACK))[::-1]
    return tuple(map(_with_day, tellings))


def _telling(statement: Statement, found: FoundStatement) -> _Telling:
    said = statement.said
    is_apart = found.is_apart or statement.kind in _LASTING_KINDS
    own = said if said is not None and said.start is not None else None
    return _Telling(statement, found.setting, is_apart, own)


def _carried(
    tellings: Iterable[_Telling], article: Article, paragraphs: int
) -> Iterator[_Telling]:
    """Yield the tellings with the day of the one before, where it holds for them."""
    last: dict[str, _Telling] = {}
    for telling in tellings:
        speakers = telling.statement.speakers
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


def _with_day(telling: _Telling) -> Statement:
    statement, when = telling.statement, telling.when
    basis: SaidBasis | None = "article" if statement.said else None
    if when is not None:
        basis = "stated" if when == statement.said else "occasion"
    return msgspec.structs.replace(
        statement, said=when or statement.said, said_basis=basis
    )
