"""Since when and until when somebody holds an office, and whether they do now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.trees import lemma
from kg.extract.times.attachment import times_within, when_of
from kg.records import OfficeStatus, When

_ACTING = words("titles.acting")
_ELECT = words("titles.elect")
# What a title opens with where its office is held no longer.
_PAST = frozenset({"former", "then"})
_TAKING = words("titles.taking")
_LEAVING = words("titles.leaving")
_SINCE = frozenset({"since", "from"})
_UNTIL = frozenset({"until", "till"})
# Of two ends in one time: "2010 to 2014", "2010-2014".
_RANGE = re.compile(r"\b(?:and|to|until|till|through)\b|\d\s*[-–—]\s*\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Term:
    """The first day that an office may have been held on, and the last; or None.

    "since 2015" begins on 2015-01-01, "until May 2019" ends on 2019-05-31.
    """

    since: date | None = None
    until: date | None = None


def status_of(
    title: str, term: Term, published: date | None = None
) -> OfficeStatus | None:
    """Return what a title says of its holder: "acting mayor", "President-elect".

    What ended before the article was `published` is held no longer.
    """
    said = title.casefold().replace("-", " ").split()
    is_over = published is not None and (term.until or published) < published
    if is_over or not _PAST.isdisjoint(said[:1]):
        return "former"
    if not _ELECT.isdisjoint(said):
        return "elect"
    return None if _ACTING.isdisjoint(said) else "acting"


def term_of(noun: Token, predicate: Token | None, times: Sequence[When]) -> Term:
    """Return when an office begins and ends, as far as its clause tells.

    `noun` heads the title, `predicate` says it of somebody, where anything does;
    `times` are the article's, in text order. "mayor of Bern since 2015", "served as
    mayor from 2010 to 2014", "became mayor in May", "resigned as mayor on Friday".
    Needs a parse.
    """
    since = until = None
    for when, before in _bounds(noun, predicate, times):
        is_range = _is_range(when)
        if is_range or before in _SINCE:
            since = since or when.from_
        if is_range or before in _UNTIL:
            until = until or when.to
    verb = "" if predicate is None else lemma(predicate)
    if predicate is not None and verb in _TAKING | _LEAVING:
        span = predicate.doc[predicate.i : predicate.i + 1]
        day = when_of(predicate.doc, span, times, None)
        if day is not None and verb in _TAKING:
            since = since or day.from_
        elif day is not None:
            until = until or day.to
    return Term(since, until)


def _is_range(when: When) -> bool:
    text = _ISO.sub("", when.text or "")
    return _RANGE.search(text) is not None


def _bounds(
    noun: Token, predicate: Token | None, times: Sequence[When]
) -> Iterator[tuple[When, str]]:
    """Yield the times that hang on an office or its predicate, each with its word."""
    for when in times_within(noun.sent, times):
        place = noun.doc.char_span(
            when.start or 0, when.end or 0, alignment_mode="expand"
        )
        if place is not None and _hangs_on(place, noun, predicate):
            yield when, noun.doc[max(0, place.start - 1)].lower_


def _hangs_on(place: Span, noun: Token, predicate: Token | None) -> bool:
    """Tell whether a time is said of an office: "mayor of Bern since 2015".

    The parse may hang it on whom the office serves. "after the 2010 election" tells
    when something else was.
    """
    head = place.root.head
    if head in {noun, predicate}:
        return True
    between = range(noun.i + 1, place.start)
    return head.i in between and noun in head.ancestors and head.pos_ == "PROPN"
