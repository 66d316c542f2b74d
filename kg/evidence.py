"""From an answer to the words behind it: a fact's surroundings, an article's text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kg.errors import QueryError
from kg.output.plain import plain
from kg.queries import Query, load_query

Row = dict[str, Any]

# Where a sentence ends, or a paragraph.
_BOUNDARY = re.compile(r"(?<=[.!?…])([\"'”’)\]]*)\s+|()\n\s*\n")
# A sentence is looked for within so many characters.
_REACH = 500
_CANDIDATES = 100


class Readable(Protocol):
    """What reading needs of a store."""

    def read(self, query: Query, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a read-only query and return its rows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its text; `start` and `end` are the place asked for, if any."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    published: date | None
    text: str
    start: int | None = None
    end: int | None = None

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text before the place, the place, and the text after it."""
        start, end = self.start or 0, self.end or 0
        return self.text[:start], self.text[start:end], self.text[end:]

    def __str__(self) -> str:
        """Return the text, the place in it between >>> and <<<."""
        before, place, after = self.parts
        return f"{before}>>>{place}<<<{after}" if place else self.text


def ambiguity(key: str | None, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Say that the first digits of a key are those of several facts, or of none.

    >>> ambiguity("3f", [{"key": "3f9c"}, {"key": "3fa0"}])
    ("'3f' may be any of these 2; more of the key tells which",)
    """
    found = {row["key"] for row in rows}
    if key is None or key in found or len(found) == 1:
        return ()
    if found:
        return (
            f"'{plain(key)}' may be any of these {len(found)}; "
            "more of the key tells which",
        )
    return (f"no statement, event or figure has a key that starts '{plain(key)}'",)


def in_context(store: Readable, rows: Sequence[Row]) -> list[Row]:
    """Return the rows of evidence with the sentence before each and the one after.

    They stay as they are where the article's text is not kept.
    """
    texts: dict[str, str] = {}
    told = []
    for row in rows:
        article = row["articleKey"]
        if article not in texts:
            # Evidence comes by article: no more than one text is held.
            texts = {article: text_of(store, article) or ""}
        before, after = around(texts[article], row["start"], row["end"])
        told.append(row | {"before": before or None, "after": after or None})
    return told


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentences before and after a place in a text.

    >>> around("It rained. She left. He stayed. All slept.", 11, 20)
    ('It rained.', 'He stayed.')
    """
    before = text[max(0, start - _REACH) : start].rstrip()
    return _last_sentence(before), _first_sentence(text[end : end + _REACH].lstrip())


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence that a place in a text is in.

    >>> sentence_at("It rained. She left early. He stayed.", 15, 19)
    'She left early.'
    """
    before = _last_sentence(text[max(0, start - _REACH) : start])
    after = _first_sentence(text[end : end + _REACH])
    return f"{before}{text[start:end]}{after}".strip()


def _last_sentence(text: str) -> str:
    return text[max((match.end() for match in _BOUNDARY.finditer(text)), default=0) :]


def _first_sentence(text: str) -> str:
    match = _BOUNDARY.search(text)
    return text[: match.end(match.lastindex or 0)] if match else text


def read_article(
    store: Readable, article: str | None = None, *, at: str | None = None
) -> Reading:
    """Return an article's text, told by its id, title or key, or by a fact in it.

    `at` is the key of a statement, event or figure, or its first digits: its place is
    marked. Raises `QueryError` where nothing or several are meant, or where the graph
    does not keep the text.
    """
    place = _place(store, article, at) if at is not None else None
    told = place["articleKey"] if place else article
    if told is None:
        raise QueryError("name an article, or the key of a fact in one (--at)")
    found = _one(told, store.read(load_query("text.article"), {"article": told}), "id")
    if not found["isKept"]:
        raise QueryError(
            f"{plain(found['id'])}: the graph does not keep its text; "
            "kg ingest --force keeps it"
        )
    names = ("id", "title", "source", "url", "published")
    return Reading(
        **{name: found[name] for name in names},
        text=text_of(store, found["key"]) or "",
        start=place["start"] if place else None,
        end=place["end"] if place else None,
    )


def _place(store: Readable, article: str | None, at: str) -> Row:
    query = load_query("ask.evidence").begun_at("key")
    asked = {"key": None, "article": article, "start": at, "limit": _CANDIDATES}
    rows = store.read(query, asked)
    exact = [row for row in rows if row["key"] == at]
    return _one(at, exact or rows, "key")


def _one(told: str, rows: Sequence[Row], name: str) -> Row:
    """Return the only row; raises `QueryError` that lists them where there are more."""
    if not rows:
        what = "article" if name == "id" else "statement, event or figure"
        raise QueryError(f"no {what} is told by '{plain(told)}'")
    if len(rows) > 1:
        listed = plain(", ".join(row[name] for row in rows))
        more = " and more" if len(rows) == _CANDIDATES else ""
        raise QueryError(f"'{plain(told)}' may be any of: {listed}{more}")
    return rows[0]


def text_of(store: Readable, article: str) -> str | None:
    """Return the text of the article with this key, None where it is not kept."""
    rows = store.read(load_query("text.text"), {"article": article})
    return rows[0]["text"] if rows else None
