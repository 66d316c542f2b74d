"""Read RSS and Atom feeds: each entry's page, or what the feed itself holds of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.articles.dates import parse_day
from kg.articles.draft import Draft, Note, Outcome, known, printable, refusal
from kg.articles.fetch import fetch, open_client
from kg.articles.html import plain_text, read_html
from kg.articles.settle import settle
from kg.errors import ArticleError

if TYPE_CHECKING:
    import httpx

_FULL_TEXT_WORDS = 100
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading)\W*$", re.I
)
_HEAD_BYTES = 2000


@dataclass(frozen=True, slots=True)
class _Entry:
    where: str
    id: str
    link: str | None
    title: str | None
    published: date | None
    source: str | None
    text: str


def is_feed(head: bytes) -> bool:
    """Tell whether content starts as an RSS or Atom feed does."""
    start = head[:_HEAD_BYTES].lower()
    marks = (b"<rss", b"<feed", b"<rdf:rdf")
    return any(mark in start for mark in marks) and b"<html" not in start


def read_feed(
    content: bytes, where: str, *, url: str | None = None
) -> Iterator[Outcome]:
    """Yield the article of each entry of a feed, in the feed's order.

    The entry's page is fetched and read. Where that is refused and the feed holds the
    full text, that is read, and a note says so. Title, date and publisher are the
    feed's where it gives them. Raises `ArticleError` where this is no feed.
    """
    feed = _parsed(content, where, url)
    if not feed.get("version") and not feed.entries:
        raise refusal(where, "is not an RSS or Atom feed")
    if not feed.entries:
        raise refusal(where, "the feed has no entries")
    publisher = _text(feed.feed.get("title"))
    with open_client() as client:
        for number, item in enumerate(feed.entries, start=1):
            yield from _read_entry(client, _entry(item, number, where, publisher))


def _parsed(content: bytes, where: str, url: str | None) -> Any:
    import feedparser

    headers = {"content-location": url} if url else {}
    try:
        # Bytes, so that feedparser never takes them for an address or a file's name.
        return feedparser.parse(content, response_headers=headers)
    except ValueError as error:
        # It stumbles over character references beyond Unicode.
        raise refusal(where, f"is a damaged feed: {error}") from error


def _read_entry(client: "httpx.Client", entry: _Entry) -> Iterator[Outcome]:
    try:
        yield _page(client, entry)
        return
    except ArticleError as error:
        cause = error
    if not _is_full_text(entry.text):
        yield ArticleError(f"{cause} (and the feed does not hold the full text)")
        return
    yield Note(f"{cause}; the text in the feed is read instead")
    yield _describe(
        Draft(where=entry.where, id=entry.id, text=entry.text, url=entry.link), entry
    )


def _page(client: "httpx.Client", entry: _Entry) -> Draft:
    if not entry.link:
        raise refusal(entry.where, "the entry has no link to a page")
    fetched = fetch(client, entry.link, entry.where)
    draft = read_html(
        fetched.content,
        entry.where,
        entry.id,
        url=fetched.url,
        charset=fetched.charset,
    )
    # Refused here, such as for its language, it may still be readable in the feed.
    settle(draft, published=None, source=None)
    return _describe(draft, entry)


def _describe(draft: Draft, entry: _Entry) -> Draft:
    return replace(
        draft,
        title=entry.title or draft.title,
        published=entry.published or draft.published,
        source=_publisher(draft) or entry.source or draft.source,
    )


def _publisher(draft: Draft) -> str | None:
    """Return the publisher that a page names, None where it is only the host."""
    host = urlsplit(draft.url or "").netloc.lower().removeprefix("www.")
    return None if (draft.source or "").lower() == host else draft.source


def _entry(item: Any, number: int, where: str, publisher: str | None) -> _Entry:
    link = _web_address(known(item.get("link")))
    name = link or known(item.get("id"))
    return _Entry(
        where=name or f"{where}: entry {number}",
        id=name or f"{where}#{number}",
        link=link,
        title=_text(item.get("title")),
        published=_published(item),
        source=_text(item.get("source", {}).get("title")) or publisher,
        text=_own_text(item),
    )


def _web_address(link: str | None) -> str | None:
    """Return a link that is an http or https address; a feed may hold any."""
    try:
        parts = urlsplit(link or "")
    except ValueError:
        return None
    return link if parts.netloc and parts.scheme in ("http", "https") else None


def _published(item: Any) -> date | None:
    """Return the day of the entry as written; a date that is none counts as unknown."""
    for name in ("published", "updated"):
        # Past feedparser's own get, which takes one of the two for the other.
        if value := dict.get(item, name):
            try:
                return parse_day(value)
            except ValueError:
                continue
    return None


def _own_text(item: Any) -> str:
    """Return the longest text that the feed holds of an entry."""
    contents = [part.get("value") for part in item.get("content", [])]
    return max(
        (plain_text(html or "") for html in [*contents, item.get("summary")]), key=len
    )


def _is_full_text(text: str) -> bool:
    return len(text.split()) >= _FULL_TEXT_WORDS and not _CUT_OFF.search(text)


def _text(html: str | None) -> str | None:
    return known(printable(" ".join(plain_text(html).split()))) if html else None
