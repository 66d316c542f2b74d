"""Read RSS and Atom feeds: each entry's page, or what the feed itself holds of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from kg.articles.accept import accept
from kg.articles.addresses import without_secrets
from kg.articles.draft import Draft, Note, Outcome, known, printable, refusal
from kg.articles.fetch import fetch
from kg.articles.pages.html import plain_text, read_html
from kg.articles.run import Run
from kg.articles.text.dates import nearest_day, stamped_day
from kg.articles.text.decode import decode, marked_encoding
from kg.errors import ArticleError
from kg.records import digest

_FULL_TEXT_WORDS = 100
_CONTENT_WORDS = 30
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading)\W*$", re.I
)
_HEAD_BYTES = 2000
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,9})|([0-9]{1,10}));")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Entry:
    where: str
    id: str
    link: str | None
    title: str | None
    published: date | None
    source: str | None
    text: str
    is_content: bool
    origin: str
    stamp: str


def is_feed(head: bytes) -> bool:
    """Tell whether content starts as an RSS or Atom feed does."""
    start = head[: 4 * _HEAD_BYTES]
    if encoding := marked_encoding(start):
        start = start.decode(encoding, "replace").encode()
    start = start[:_HEAD_BYTES].lower()
    marks = (b"<rss", b"<feed", b"<rdf:rdf")
    return any(mark in start for mark in marks) and b"<html" not in start


def read_feed(
    content: bytes,
    where: str,
    run: Run,
    *,
    url: str | None = None,
    validators: Mapping[str, str] | None = None,
) -> Iterator[Outcome]:
    """Yield the article of each entry of a feed, in the feed's order.

    The entry's page is fetched and read, unless it was in an earlier run. Where that is
    refused and the feed holds the full text, that is read, and a note says so. Title,
    date and publisher are the feed's where it gives them. Raises `ArticleError` where
    this is no feed.
    """
    feed = _parsed(content, where, url)
    if not feed.get("version") and not feed.entries:
        raise refusal(where, "is not an RSS or Atom feed")
    if not feed.entries:
        raise refusal(where, "the feed has no entries")
    publisher = _text(feed.feed.get("title"))
    known_before, refused = 0, 0
    days = [day for item in feed.entries if (day := _published(item, ()))]
    for number, item in enumerate(feed.entries, start=1):
        entry = _entry(item, number, where, publisher)
        entry = replace(entry, published=_published(item, days))
        if run.visits.is_read(entry.origin, entry.stamp):
            known_before += 1
            continue
        for outcome in _read_entry(entry, run):
            refused += isinstance(outcome, ArticleError)
            yield outcome
    if known_before:
        yield Note(f"{where}: {known_before} entries were read before")
    if validators and not refused and not run.dry:
        run.visits.add_feed(where, validators)


def _parsed(content: bytes, where: str, url: str | None) -> Any:
    import feedparser

    headers = {"content-location": url} if url else {}
    # Bytes, so that feedparser never takes them for an address or a file's name.
    return feedparser.parse(_as_utf8(content, where), response_headers=headers)


def _as_utf8(content: bytes, where: str) -> bytes:
    """Return a feed in UTF-8 without what XML forbids and feedparser stumbles over."""
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    declared = re.search(rb"encoding=[\"']([\w.:-]+)", head)
    label = declared[1].decode("ascii") if declared else None
    text = decode(content, where, declared=label).lstrip("\ufeff \t\r\n")
    text = _DECLARATION.sub("", text, count=1)
    return _NOT_XML.sub("", _REFERENCE.sub(_permitted, text)).encode()


def _permitted(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return "" if code > 0x10FFFF or _NOT_XML.match(chr(code)) else match[0]


def _read_entry(entry: _Entry, run: Run) -> Iterator[Outcome]:
    if run.dry:
        yield Note(f"{entry.where}: would be fetched")
        return
    try:
        yield from _pages(entry, run)
    except ArticleError as error:
        if cause := _too_little(entry):
            yield ArticleError(f"{error} (and the feed holds {cause})")
            return
        yield Note(f"{error}; the text in the feed is read instead")
        yield _own(entry)
    run.visits.add_entry(entry.origin, entry.stamp)


def _own(entry: _Entry) -> Draft:
    draft = Draft(where=entry.where, id=entry.id, text=entry.text, url=entry.link)
    return _describe(draft, entry)


def _pages(entry: _Entry, run: Run) -> list[Draft]:
    if not entry.link:
        raise refusal(entry.where, "the entry has no link to a page")
    fetched = fetch(entry.link, entry.where, public_only=run.public_only)
    drafts = read_html(
        fetched.content,
        entry.where,
        entry.id,
        url=without_secrets(fetched.url),
        charset=fetched.charset,
    )
    for draft in drafts:
        # Refused here, such as for its language, it may still be readable in the feed.
        accept(draft)
    return [_describe(draft, entry) for draft in drafts]


def _describe(draft: Draft, entry: _Entry) -> Draft:
    is_part = draft.id != entry.id
    return replace(
        draft,
        title=(None if is_part else entry.title) or draft.title,
        published=(None if is_part else entry.published) or draft.published,
        source=_publisher(draft) or entry.source or draft.source,
        origin=f"{entry.origin}{draft.id.removeprefix(entry.id)}",
        longer_id=f"{entry.origin}{draft.id.removeprefix(entry.id)}",
    )


def _publisher(draft: Draft) -> str | None:
    """Return the publisher that a page names, None where it is only the host."""
    host = urlsplit(draft.url or "").netloc.lower().removeprefix("www.")
    return None if (draft.source or "").lower() == host else draft.source


def _entry(item: Any, number: int, where: str, publisher: str | None) -> _Entry:
    link = _web_address(known(item.get("link")))
    name = without_secrets(link) if link else known(item.get("id"))
    text, is_content = _own_text(item)
    title = _text(item.get("title"))
    stamps = (str(item.get(key) or "") for key in ("published", "updated"))
    return _Entry(
        where=name or f"{where}: entry {number}",
        id=name or f"{where}#{number}",
        link=link,
        title=title,
        published=None,
        source=_text(item.get("source", {}).get("title")) or publisher,
        text=text,
        is_content=is_content,
        origin=name if name and link else f"{where}#{name or number}",
        stamp=digest(title or "", *stamps, text),
    )


def _web_address(link: str | None) -> str | None:
    """Return a link that is an http or https address; a feed may hold any."""
    try:
        parts = urlsplit(link or "")
    except ValueError:
        return None
    return link if parts.netloc and parts.scheme in ("http", "https") else None


def _published(item: Any, others: Sequence[date]) -> date | None:
    """Return the day of the entry as written; a date that is none counts as unknown."""
    # Past feedparser's own get, which takes one of the two for the other.
    values = [dict.get(item, name) for name in ("published", "updated")]
    days = (stamped_day(value) or nearest_day(value, others) for value in values)
    return next(filter(None, days), None)


def _own_text(item: Any) -> tuple[str, bool]:
    """Return the longest text of an entry, and whether it is the content."""
    contents = [plain_text(part.get("value") or "") for part in item.get("content", [])]
    summary = plain_text(item.get("summary") or "")
    content = max(contents, key=len, default="")
    # feedparser gives the content as the summary where there is none.
    if content and len(content) >= len(summary):
        return content, True
    return summary, False


def _too_little(entry: _Entry) -> str | None:
    """Say what a feed holds of an entry where that is not the article's full text."""
    count = len(entry.text.split())
    if not count:
        return "no text of it"
    if _CUT_OFF.search(entry.text):
        return f"only its beginning, {count} words"
    fewest = _CONTENT_WORDS if entry.is_content else _FULL_TEXT_WORDS
    if count >= fewest:
        return None
    kind = "content" if entry.is_content else "a summary"
    return f"{kind} of {count} words; {fewest} count as full text"


def _text(html: str | None) -> str | None:
    return known(printable(" ".join(plain_text(html).split()))) if html else None
