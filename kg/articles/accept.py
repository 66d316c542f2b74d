"""Turn a draft into an article, or refuse it with one clear line."""

import re
from dataclasses import dataclass
from datetime import date

from kg.articles.addresses import without_secrets
from kg.articles.draft import (
    MAX_CHARACTERS,
    Draft,
    known,
    printable,
    refusal,
    too_long,
)
from kg.articles.text.dates import find_day, parse_day
from kg.articles.text.language import foreign_language
from kg.records import Article, PublishedBasis, digest

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller says of articles: for those that do not say it themselves.

    With `override` it holds for all, whatever they say.
    """

    published: date | None = None
    source: str | None = None
    override: bool = False


NO_DEFAULTS = Defaults()


def accept(draft: Draft, defaults: Defaults = NO_DEFAULTS) -> Article:
    """Make the article of a draft.

    Raises `ArticleError` where the text is empty, binary, too long or not in English,
    or where the date that the input gives is none.
    """
    text = _checked_text(draft)
    day, basis = _publication(draft, text, defaults)
    url = _one_line(draft.url)
    sources = [_one_line(draft.source), _one_line(defaults.source)]
    if defaults.override:
        sources.reverse()
    return Article(
        id=printable(draft.id),
        text=text,
        title=_one_line(draft.title),
        published=day,
        published_basis=basis,
        source=sources[0] or sources[1],
        url=without_secrets(url) if url else None,
        longer_id=printable(draft.longer_id) if draft.longer_id else None,
        origin=digest(draft.origin or text),
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


def _publication(
    draft: Draft, text: str, defaults: Defaults
) -> tuple[date | None, PublishedBasis]:
    given = defaults.published
    if given and defaults.override:
        return given, "given"
    if day := _own_day(draft):
        return day, draft.basis
    if day := find_day(text):
        return day, "text"
    return (given, "given") if given else (None, "none")


def _own_day(draft: Draft) -> date | None:
    value = draft.published
    if not isinstance(value, str):
        return value
    try:
        return parse_day(value) if value.strip() else None
    except ValueError as error:
        place = f"{draft.published_in}: " if draft.published_in else ""
        raise refusal(draft.where, f"{place}published {error}") from error


def _one_line(value: str | None) -> str | None:
    """Return a title or name on one line, its control characters escaped."""
    return known(printable(" ".join((value or "").split())))
