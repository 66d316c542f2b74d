"""The day on which a page was published, by what its markup says.

What the page says of itself comes first: JSON-LD, meta elements, then time elements and
date lines of the article, not those of comments, footers and related stories. The date
in the address comes after them, and a date of modification last.
"""

import json
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from kg.articles.pages.paragraphs import is_in_sentence
from kg.articles.pages.zones import main_article, marks, outer_elements, words
from kg.articles.text.dates import find_day, stamped_day

# In order: what is made for the article comes before what may be the page's.
_PUBLISHED_METAS = (
    *("article:published_time", "article:published", "og:article:published_time"),
    *("og:published_time", "datepublished", "rnews:datepublished", "og:pubdate"),
    *("article:post_date", "article.published", "article_date_original"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime"),
    *("bt:pubdate", "ptime", "publication_date", "publication-date", "publish_date"),
    *("publish-date", "publishdate", "published_date", "published", "pubdate"),
    *("pub_date", "displaydate", "originalpublicationdate", "date.available"),
    *("dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created"),
    *("datecreated", "dc.date", "dcterms.date", "dc:date", "date"),
    *("citation_publication_date", "citation_date", "citation_online_date"),
)
_MODIFIED_METAS = (
    *("article:modified_time", "og:modified_time", "og:updated_time", "datemodified"),
    *("article:updated_time", "last-modified", "lastmod", "dcterms.modified"),
    *("dc.date.modified", "revised", "updated"),
)
_META_KEYS = ("property", "name", "itemprop", "http-equiv")
_ARTICLE_TYPE = re.compile(r"article|posting|report|^review$", re.I)
# What these hold is another thing's date.
_FOREIGN_KEYS = frozenset(
    {
        *("comment", "comments", "review", "ispartof", "haspart", "itemlistelement"),
        *("liveblogupdate", "citation", "relatedlink", "isbasedon", "mentions"),
        *("video", "image", "associatedmedia", "publisher", "author"),
    }
)
_LOOSE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_MODIFIED = re.compile(r"modif|updat|revis|edited", re.I)
_PUBLISHED = re.compile(r"publi|posted|created|pubdate", re.I)
_STAMPS = ("datetime", "data-datetime", "data-date", "data-published", "content")
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{1,2})\2(\d{1,2})(?=\D|$)", re.ASCII
)
_SENTENCE_WORDS = 12
_LONGEST_DATE_LINE = 120
_DATE_NAME = re.compile(r"date|publish|posted|time|byline")
_PARTS = re.compile(r"(?<=\d{4})[.;]\s+|\s+[|•·]\s+")
_DEEPEST = 50


def page_day(tree: Any, url: str | None) -> date | None:
    """Return the day on which a page says that it was published, or None."""
    metas = _metas(tree)
    for candidates in (
        _linked_data(tree),
        (metas.get(name) for name in _PUBLISHED_METAS),
        _article_stamps(tree),
    ):
        if day := _first_day(candidates):
            return day
    return (
        _shown_day(tree)
        or url_day(url)
        or _first_day(metas.get(name) for name in _MODIFIED_METAS)
    )


def url_day(url: str | None) -> date | None:
    """Return the day in an address: ``/2018/05/18/story``, ``/story-20180518``."""
    match = _URL_DAY.search(urlsplit(url or "").path)
    return stamped_day("/".join(match.group(1, 3, 4))) if match else None


def _first_day(values: Iterable[str | None]) -> date | None:
    return next((day for value in values if (day := stamped_day(value))), None)


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in _META_KEYS:
            if name := meta.get(key):
                found.setdefault(name.strip().lower(), meta.get("content") or "")
    return found


def _linked_data(tree: Any) -> list[str]:
    """Return the dates of publication in JSON-LD, those of articles first."""
    title = " ".join(" ".join(words(each)) for each in tree.iter("title", "h1"))
    found: list[tuple[bool, bool, str]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = script.text or ""
        try:
            objects = list(_objects(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            found += [(True, True, value) for value in _LOOSE_PUBLISHED.findall(text)]
            continue
        for each in objects:
            if isinstance(value := each.get("datePublished"), str):
                is_article = bool(_ARTICLE_TYPE.search(str(each.get("@type"))))
                headline = each.get("headline")
                is_own = isinstance(headline, str) and headline.strip() in title
                found.append((not is_article, not is_own, value))
    return [value for *_, value in sorted(found, key=lambda each: each[:2])]


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD that may describe the page itself."""
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth)
    elif isinstance(value, dict) and depth < _DEEPEST:
        yield value
        for key, each in value.items():
            if key.lower() not in _FOREIGN_KEYS and isinstance(each, dict | list):
                yield from _objects(each, depth + 1)


def _article_stamps(tree: Any) -> Iterator[str]:
    """Yield the dates that the article's own elements are stamped with."""
    own = list(_own_elements(tree))
    stamped = [each for each in own if _is_stamped(each)]
    stamped.sort(key=lambda each: not _PUBLISHED.search(_role(each)))
    for element in stamped:
        if _MODIFIED.search(_role(element)):
            continue
        for name in _STAMPS:
            yield element.get(name) or ""
        if len(words(element)) < _SENTENCE_WORDS:
            yield element.text_content()


def _own_elements(tree: Any) -> Iterator[Any]:
    """Yield the elements of the main article and those around it of no other."""
    main = main_article(tree)
    within = {main, *main.iterancestors()}
    outer = set(outer_elements(tree))
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        is_other = element.tag == "article" and main.tag == "article"
        if element not in within and (element in outer or is_other):
            # Inside the main article another one is a card of a story.
            continue
        if isinstance(element.tag, str):
            yield element
        waiting.extend(reversed(element))


def _is_stamped(element: Any) -> bool:
    if element.tag == "meta":
        return False
    is_date = (
        element.tag == "time"
        or "datepublished" in (element.get("itemprop") or "").lower()
        or any(element.get(name) for name in _STAMPS[1:4])
    )
    return is_date and not is_in_sentence(element)


def _role(element: Any) -> str:
    """Return what an element and the words before it say that its date is."""
    before = element.getprevious().tail if element.getprevious() is not None else ""
    parent = element.getparent()
    if not before and parent is not None:
        before = parent.text
    names = " ".join(element.get(name) or "" for name in ("itemprop", "pubdate"))
    return f"{names} {marks(element)} {(before or '')[-40:]}"


def _shown_day(tree: Any) -> date | None:
    """Return the day on a date line of the article, above its first paragraph."""
    for element in _own_elements(tree):
        if element.tag in ("head", "title", "script", "style", "a"):
            continue
        line = " ".join(words(element))
        is_line = not len(element) and len(line) < _LONGEST_DATE_LINE
        if is_line and (day := _line_day(element, line)):
            return day
        if element.tag == "p" and len(line.split()) > _SENTENCE_WORDS:
            break
    return _guessed_day(tree)


def _line_day(element: Any, line: str) -> date | None:
    """Return the day of a date line: "First published 5 March 2024. Updated: 9 May"."""
    if _DATE_NAME.search(marks(element)) and (day := stamped_day(line)):
        return day
    for part in _PARTS.split(line):
        if not _MODIFIED.search(part) and (day := find_day(part)):
            return stamped_day(day.isoformat())
    return None


def _guessed_day(tree: Any) -> date | None:
    """Return the day that htmldate finds in what is left: classes named for dates."""
    from htmldate import find_date

    pruned = deepcopy(tree)
    for element in list(outer_elements(pruned)):
        element.drop_tree()
    for element in list(pruned.iter("meta", "script", "time", "link")):
        element.drop_tree()
    found = find_date(pruned, extensive_search=False, original_date=True)
    return stamped_day(found)
