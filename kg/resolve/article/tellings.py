"""Tellings: what an article tells of the days on which its people spoke."""

import re
from bisect import bisect_left
from calendar import day_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.english.clauses import DOCUMENTS
from kg.english.lexicon import words
from kg.extract.findings import Findings, Setting, reported_places
from kg.records import Event, Span, Statement, When

# What people do with words, so that what they say may be of the same day.
_SPOKEN_EVENTS = frozenset(
    {"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
# Kinds of statement that no occasion dates: what somebody thinks or fears goes on.
_LASTING_KINDS = frozenset({"belief", "feeling"})
_DOCUMENTS = (
    DOCUMENTS
    | words("settings.document")
    | words("settings.researchers")
    | words("saying.sources_of_facts")
)
_WEEKDAYS = frozenset(day_name)
_PRONOUNS = words("function_words.pronouns")
# Words of times that count back from the day told before.
_SHIFTED = frozenset({"before", "earlier", "previous"})
# "The report said" takes a document up, "a report said" brings a new one.
_TAKING_UP = frozenset({"the", "this", "that", "their", "its", "his", "her"})


class Meeting(NamedTuple):
    """A meeting of which a text tells the day, with the ids of who takes part."""

    when: When
    parties: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """What some people said or did in the text, with the day and setting known of it.

    `number` is the statement's, None for an event: it dates what is said at it.
    `speakers` are entities, or else the words for who speaks: "the municipality"; with
    `is_borrowed` those of the statement before, which "she" goes on with. `others` are
    the times beside a statement in its sentences. `takes_up` tells that a document
    speaks which the article told of before: "the report". `is_at_event` tells that the
    day is that of what it was said at or after, `met` that it is a meeting's.
    `is_earlier` tells that it had been said before what the text tells just then.
    `is_inner` tells what is said within a statement ("As I said on Monday"), `is_apart`
    what no occasion dates.
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
    is_at_event: bool = False
    is_earlier: bool = False
    is_borrowed: bool = False
    is_inner: bool = False
    is_apart: bool = False
    met: bool = False


def tellings(
    statements: Sequence[Statement],
    events: Iterable[Event],
    findings: Findings,
    meetings: Iterable[Meeting],
) -> list[Telling]:
    """Return what an article tells of when its people spoke, in text order.

    `findings` are of the same article, its statements in the order of `statements`. A
    statement has the time that its own clause gives, or that of what it was said at;
    dated events at which people speak, and meetings, stand for what is said there.
    """
    found = [
        *_statements(statements, findings),
        *_spoken_events(events),
        *map(_met, meetings),
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.number is None))


def _statements(
    statements: Sequence[Statement], findings: Findings
) -> Iterator[Telling]:
    """Yield a telling for each statement; one told within another dates nothing."""
    said = reported_places(findings.statements)
    before: tuple[str, ...] = ()
    pairs = zip(statements, findings.statements, strict=True)
    for number, (statement, found) in enumerate(pairs):
        cue, evidence = statement.cue, statement.evidence
        stated = _stated(statement)
        when = stated or found.occasion
        speakers = statement.speakers or tuple(_source_words(statement))
        is_borrowed = not speakers and when is None and _is_pronoun(statement)
        before = before if is_borrowed else speakers
        yield Telling(
            number=number,
            speakers=before,
            start=evidence.start,
            end=evidence.end,
            when=when,
            content=statement.content,
            others=tuple(_times_beside(statement, findings.times)),
            setting=found.setting,
            takes_up=_takes_up(statement),
            is_at_event=stated is None and when is not None,
            is_earlier=_is_earlier(statement, when),
            is_borrowed=is_borrowed,
            is_inner=cue is not None and bool(said.at(cue.start)),
            is_apart=found.is_apart
            or statement.kind in _LASTING_KINDS
            or found.is_paragraph
            or (findings.article.published is None and _names_weekday(statement)),
        )


def _is_earlier(statement: Statement, when: When | None) -> bool:
    """Tell whether something was said before: "had warned", "the previous evening"."""
    cue = statement.cue.text.casefold().split() if statement.cue else []
    told = when.text.casefold().split() if when is not None and when.text else []
    return cue[:1] == ["had"] or not _SHIFTED.isdisjoint(told)


def _stated(statement: Statement) -> When | None:
    """Return the time that a statement's own clause gives, None of none."""
    said = statement.said
    return said if said is not None and said.start is not None else None


def _source_words(statement: Statement) -> Iterator[str]:
    """Yield the words of a source that is no entity, "the" and pronouns aside."""
    told = statement.source.text.casefold().split() if statement.source else []
    named = told[1:] if told[:1] in (["the"], ["a"], ["an"]) else told
    if named and not _PRONOUNS.issuperset(named):
        yield " ".join(named)


def _names_weekday(statement: Statement) -> bool:
    """Tell whether a statement's sentence names a weekday outside of what is said.

    Without a publication date that is a day of its own which nobody can tell.
    """
    evidence = statement.evidence
    said = (
        (x.start - evidence.start, x.end - evidence.start) for x in statement.content
    )
    told = evidence.text
    for start, end in said:
        told = told[: max(start, 0)] + " " * (end - max(start, 0)) + told[end:]
    return not _WEEKDAYS.isdisjoint(re.findall(r"\w+", told))


def _is_pronoun(statement: Statement) -> bool:
    """Tell whether a statement has a source such as "she"."""
    source = statement.source
    return source is not None and source.text.casefold() in _PRONOUNS


def _takes_up(statement: Statement) -> bool:
    """Tell whether a statement is of "the report" or of "the researchers"."""
    told = statement.source.text.casefold().split() if statement.source else []
    return len(told) > 1 and told[0] in _TAKING_UP and told[1] in _DOCUMENTS


def _times_beside(statement: Statement, times: Sequence[When]) -> Iterator[When]:
    """Yield the times in a statement's sentences, outside what is said."""
    first, last = (
        bisect_left(times, place, key=lambda when: when.start or 0)
        for place in (statement.evidence.start, statement.evidence.end)
    )
    yield from (x for x in times[first:last] if not is_inside(x, statement.content))


def is_inside(when: When, content: Sequence[Span]) -> bool:
    """Tell whether a time stands in what is said."""
    at = when.start
    return at is not None and any(span.start <= at < span.end for span in content)


def _spoken_events(events: Iterable[Event]) -> Iterator[Telling]:
    """Yield the dated events at which people speak, a telling for each who does."""
    for event in events:
        if event.type not in _SPOKEN_EVENTS or event.statement is not None:
            continue
        if event.factuality != "actual" or event.when is None:
            continue
        evidence = event.evidence
        for actor in event.actors:
            yield Telling(None, (actor,), evidence.start, evidence.end, event.when)


def _met(meeting: Meeting) -> Telling:
    """Return the telling of a meeting: what its parties then say is said there."""
    start, end = meeting.evidence.start, meeting.evidence.end
    return Telling(None, meeting.parties, start, end, meeting.when, met=True)
