"""Read pages: the article in them, without navigation and advertisements."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.articles.draft import Draft, known, refusal
from kg.articles.pages.boxes import tidy
from kg.articles.pages.live_blogs import live_posts, post_heading
from kg.articles.pages.notices import is_index, notice_kind, without_notices
from kg.articles.pages.page_dates import page_day
from kg.articles.pages.paragraphs import make_paragraphs
from kg.articles.pages.zones import parse_page, words
from kg.articles.text.dates import stamped_day
from kg.articles.text.decode import decode

if TYPE_CHECKING:
    from trafilatura.settings import Document

MAX_PAGE_BYTES = 10_000_000
"""The largest page, in bytes of HTML."""

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,40})", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}>?")
_ATTRIBUTE = re.compile(r"[\s\"'/]([^\s\"'/=<>]+)\s*=?")
_MOST_ATTRIBUTES = 5_000
_HEAD_BYTES = 4096
_FEWEST_WORDS = 8
_BLOCKS = (
    *("p", "div", "br", "li", "ul", "ol", "blockquote", "tr", "table", "section"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
_GROUPS = ("quote", "list")
_NAME_WORDS = re.compile(r"\w+")


def read_html(
    content: bytes,
    where: str,
    name: str,
    *,
    url: str | None = None,
    charset: str | None = None,
) -> list[Draft]:
    """Make a draft of a page, or one of each post of a live blog.

    Text, title and publisher are found by trafilatura. `url` is where the page was
    fetched and `charset` what the server declared. Raises `ArticleError` where the
    page holds no article, and says what it is instead.
    """
    tree = _tree(content, where, charset)
    if posts := live_posts(tree):
        return _read_posts(tree, posts, where, name, url)
    day = page_day(tree, url or _own_url(tree))
    as_index = is_index(tree)
    headings = [" ".join(words(each)) for each in tree.iter("h1")]
    make_paragraphs(tree)
    leads = tidy(tree)
    article = _extract(tree, url)
    title = known(article.title) if article else None
    blocks = _text_blocks(article, title, leads)
    text = "\n\n".join(without_notices(blocks))
    if kind := notice_kind("\n".join([title or "", *headings, *blocks])):
        raise refusal(where, f"is {kind}, not an article")
    if as_index:
        raise refusal(where, "is an index of other pages, not an article")
    # A headline or "Please enable JavaScript" is what pages without an article give.
    if article is None or len(text.split()) < _FEWEST_WORDS:
        raise refusal(where, "no article text found in the page")
    found = url or known(article.url)
    return [
        Draft(
            where=where,
            id=name,
            text=text,
            title=title,
            published=day,
            source=known(article.sitename),
            url=found,
        )
    ]


def plain_text(fragment: str) -> str:
    """Return the text of a piece of HTML, its blocks on lines of their own."""
    # A tag as long as that shows nothing, and its attributes take the parser minutes.
    fragment = _LONG_TAG.sub("", _NOT_XML.sub("", fragment))
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


def _tree(content: bytes, where: str, charset: str | None) -> Any:
    if len(content) > MAX_PAGE_BYTES:
        size, limit = len(content) / 1e6, MAX_PAGE_BYTES / 1e6
        raise refusal(where, f"has {size:,.0f} MB; a page may have {limit:.0f} MB")
    page = decode(content, where, declared=charset or _declared(content))
    _refuse_many_attributes(page, where)
    # What they log of a page, kg says in its refusal.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = parse_page(_DECLARATION.sub("", page, count=1))
    if tree is None:
        raise refusal(where, "no article text found in the page")
    return tree


def _refuse_many_attributes(page: str, where: str) -> None:
    # The parser's time grows with the square of a tag's attributes.
    for tag in _LONG_TAG.finditer(page):
        count = sum(1 for _ in _ATTRIBUTE.finditer(tag[0]))
        if count > _MOST_ATTRIBUTES:
            cause = f"has a tag of {count:,} attributes; {_MOST_ATTRIBUTES:,} are read"
            raise refusal(where, cause)


def _declared(content: bytes) -> str | None:
    match = _META_CHARSET.search(content[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def _own_url(tree: Any) -> str | None:
    """Return the address that a page gives as its own."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return known(link.get("href"))
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url":
            return known(meta.get("content"))
    return None


def _extract(tree: Any, url: str | None) -> "Document | None":
    import trafilatura

    found = trafilatura.bare_extraction(
        deepcopy(tree),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        config=_config(),
    )
    assert not isinstance(found, dict)
    return found


def _config() -> Any:
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    # Below this it takes all the page's text instead, without paragraphs.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")
    return config


def _text_blocks(
    article: "Document | None", title: str | None, leads: list[str]
) -> list[str]:
    """Return the paragraphs and crossheads, without the title above them.

    A lead that was left out, since it is in a box of its own, comes first.
    """
    if article is None or article.body is None:
        return []
    blocks = list(_blocks(article.body))
    if blocks and title and _same_words(blocks[0], title):
        del blocks[0]
    return [*(lead for lead in leads if lead not in blocks), *blocks]


def _same_words(one: str, other: str) -> bool:
    return _NAME_WORDS.findall(one.lower()) == _NAME_WORDS.findall(other.lower())


def _blocks(body: Any) -> Iterator[str]:
    for element in body:
        if element.tag in _GROUPS and len(element):
            yield from _blocks(element)
        else:
            shown = "".join(_shown(element)).split("\n\n")
            yield from filter(None, map(_tidy_lines, shown))


def _shown(element: Any) -> Iterator[str]:
    """Yield an element's text, its breaks as ends of lines."""
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        yield from ("\n",) if child.tag == "lb" else _shown(child)
        yield " ".join((child.tail or "").split("\n"))


def _tidy_lines(block: str) -> str:
    lines = (" ".join(line.split()) for line in block.split("\n"))
    return "\n".join(line for line in lines if line)


def _read_posts(
    tree: Any, posts: list[Any], where: str, name: str, url: str | None
) -> list[Draft]:
    article = _extract(tree, url)
    found = url or _own_url(tree)
    page_published = page_day(tree, found)
    drafts = []
    for post in posts:
        stamp = next(iter(post.iter("time")))
        at = stamp.get("datetime") or stamp.text_content().strip()
        text = "\n\n".join(
            " ".join(each.text_content().split())
            for each in post.iter("p", "blockquote", "li")
            if each.tag == "p" or each.find(".//p") is None
        )
        drafts.append(
            Draft(
                where=f"{where} ({at})",
                id=f"{name}#{post.get('id') or at}",
                text=text,
                title=post_heading(post) or (known(article.title) if article else None),
                published=_post_day(stamp) or page_published,
                source=known(article.sitename) if article else None,
                url=found,
            )
        )
    return drafts


def _post_day(stamp: Any) -> date | None:
    return stamped_day(stamp.get("datetime")) or stamped_day(stamp.text_content())
