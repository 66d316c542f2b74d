"""Find which column of a table is the text, the title, the date and so on."""

import re
from collections.abc import Iterable, Mapping

COLUMNS = ("id", "text", "published", "title", "source", "url")
# What exports call them, the surest name first.
_USUAL = {
    "id": ("guid", "uid", "uuid", "article_id", "doc_id", "document_id", "_id", "key"),
    "text": (
        *("body", "content", "article_text", "full_text", "fulltext", "article_body"),
        *("articlebody", "maintext", "main_text", "body_text", "bodytext", "story"),
        *("article", "text_content", "plain_text"),
    ),
    "published": (
        *("published_at", "publishedat", "date_published", "datepublished"),
        *("publication_date", "publish_date", "publishdate", "published_date"),
        *("date_publish", "date_created"),
        *("pub_date", "pubdate", "published_on", "publication_time", "date", "day"),
        *("datetime", "created_at", "timestamp"),
    ),
    "title": ("headline", "heading", "head", "subject", "article_title", "name"),
    "source": (
        *("publisher", "outlet", "publication", "newspaper", "source_name", "site"),
        *("site_name", "sitename", "source_domain", "domain", "media"),
    ),
    "url": ("link", "uri", "href", "permalink", "web_url", "weburl", "article_url"),
}
_NO_LETTERS = re.compile(r"[^\w]+")


def find_columns(
    headings: Iterable[str], named: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the heading of each column, and of those the ones that are a guess.

    `named` gives headings by column, as ``--columns text=Volltext`` does; then a
    heading that is a column's own name counts, then a usual name such as "headline".
    """
    by_name: dict[str, str] = {}
    for heading in headings:
        by_name.setdefault(_name(heading), heading)
    found: dict[str, str] = {}
    guessed: dict[str, str] = {}
    for column in COLUMNS:
        own = _first([named.get(column, column)], by_name)
        usual = None if column in named else _first(_USUAL[column], by_name)
        if own:
            found[column] = own
        elif usual and usual not in named.values():
            found[column] = guessed[column] = usual
    return found, guessed


def guess_note(where: str, guessed: Mapping[str, str]) -> str:
    """Say which columns were guessed: "a.csv: read body as text"."""
    read = ", ".join(f"{heading} as {column}" for column, heading in guessed.items())
    return f"{where}: read {read} (--columns says otherwise)"


def parse_columns(value: str) -> dict[str, str]:
    """Return headings by column from ``title=Titel,published=Datum``.

    Raises `ValueError` where a part is no such pair or names no column of kg's.
    """
    named = {}
    for part in value.split(","):
        column, equals, heading = (each.strip() for each in part.partition("="))
        if column.lower() not in COLUMNS or not equals or not heading:
            choices = ", ".join(COLUMNS)
            raise ValueError(f"{part.strip()!r} is not COLUMN=HEADING with {choices}")
        named[column.lower()] = heading
    return named


def _first(names: Iterable[str], by_name: Mapping[str, str]) -> str | None:
    return next(
        (by_name[key] for each in names if (key := _name(each)) in by_name), None
    )


def _name(heading: str) -> str:
    return _NO_LETTERS.sub("_", heading.strip().lower())
