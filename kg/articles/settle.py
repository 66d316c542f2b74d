"""Turn a draft into an article, or refuse it with one clear line."""

import re
from datetime import date

from kg.articles.dates import find_day, parse_day
from kg.articles.draft import (
    MAX_CHARACTERS,
    Draft,
    known,
    printable,
    refusal,
    too_long,
)
from kg.articles.language import foreign_language
from kg.records import Article, PublishedBasis

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def settle(draft: Draft, *, published: date | None, source: str | None) -> Article:
    """Make the article of a draft; `published` and `source` win over the draft's.

    Raises `ArticleError` where the text is empty, binary, too long or not in English,
    or where the date that the input gives is none.
    """
    text = _checked_text(draft)
    day, basis = (published, "given") if published else _publication(draft, text)
    return Article(
        id=printable(draft.id),
        text=text,
        title=_one_line(draft.title),
        published=day,
        published_basis=basis,
        source=_one_line(source) or _one_line(draft.source),
        url=_one_line(draft.url),
    )


def _checked_text(draft: Draft) -> str:
    text = draft.text
    if not text.strip():
        raise refusal(draft.where, "is empty")
    if len(text) > MAX_CHARACTERS:
        raise refusal(draft.where, too_long(f"{len(text):,} characters"))
    if "\x00" in text:
        raise refusal(draft.where, "holds NUL characters: it is binary, not text")
    if language := foreign_language(text):
        raise refusal(draft.where, f"text is in {language}, kg reads English")
    # JSON can hold half a character; one character for another keeps the offsets.
    return _LONE_SURROGATE.sub("\ufffd", text)


def _publication(draft: Draft, text: str) -> tuple[date | None, PublishedBasis]:
    value = draft.published
    if isinstance(value, str) and value.strip():
        try:
            return parse_day(value), draft.basis
        except ValueError as error:
            place = f"{draft.published_in}: " if draft.published_in else ""
            raise refusal(draft.where, f"{place}published {error}") from error
    if isinstance(value, date):
        return value, draft.basis
    if day := find_day(text):
        return day, "text"
    return None, "none"


def _one_line(value: str | None) -> str | None:
    """Return a title or name on one line, its control characters escaped."""
    return known(printable(" ".join((value or "").split())))
