"""Read pages: the article in them, without navigation and advertisements."""

import logging
import re
from datetime import date
from typing import TYPE_CHECKING

from kg.articles.decode import decode
from kg.articles.draft import Draft, known, refusal

if TYPE_CHECKING:
    from trafilatura.settings import Document

MAX_PAGE_BYTES = 10_000_000
"""The largest page, in bytes of HTML."""

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,40})", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD_BYTES = 4096
_FEWEST_WORDS = 8
# Only what the page's markup says of its date: a guess from its text may be any date.
_DATE_SOURCES = {"extensive_search": False, "original_date": True}
_BLOCKS = (
    *("p", "div", "br", "li", "ul", "ol", "blockquote", "tr", "table", "section"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)


def read_html(
    content: bytes,
    where: str,
    name: str,
    *,
    url: str | None = None,
    charset: str | None = None,
) -> Draft:
    """Make a draft of a page: text, title, date and publisher by trafilatura.

    `url` is where the page was fetched and `charset` what the server declared. Raises
    `ArticleError` where the page holds no article.
    """
    if len(content) > MAX_PAGE_BYTES:
        limit = f"{MAX_PAGE_BYTES / 1e6:.0f} MB"
        raise refusal(
            where, f"has {len(content) / 1e6:,.0f} MB; a page may have {limit}"
        )
    page = decode(content, where, declared=charset or _declared(content))
    article = _extract(page, url)
    if article is None or not article.text or _is_scrap(article.text):
        raise refusal(where, "no article text found in the page")
    return Draft(
        where=where,
        id=name,
        text=article.text,
        title=known(article.title),
        published=date.fromisoformat(article.date) if article.date else None,
        source=known(article.sitename),
        url=url or known(article.url),
    )


def plain_text(fragment: str) -> str:
    """Return the text of a piece of HTML, its blocks on lines of their own."""
    fragment = _NOT_XML.sub("", fragment)
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    from lxml import html

    root = html.fromstring(f"<div>{fragment}</div>")
    for element in root.xpath("//script | //style | //comment()"):
        element.drop_tree()
    for element in root.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def is_html(head: bytes) -> bool:
    """Tell whether content starts as a page does."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _is_scrap(text: str) -> bool:
    # A headline or "Please enable JavaScript" is what pages without an article give.
    return len(text.split()) < _FEWEST_WORDS


def _declared(content: bytes) -> str | None:
    match = _META_CHARSET.search(content[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def _extract(page: str, url: str | None) -> "Document | None":
    import trafilatura

    # What they log of a page, kg says in its refusal.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        _DECLARATION.sub("", page, count=1),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=dict(_DATE_SOURCES),
    )
    assert not isinstance(found, dict)
    return found
