"""Find articles and statements by their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from kg.evidence import Readable, sentence_at, text_of
from kg.queries import load_query
from kg.store.words import Words, parse_words

Row = dict[str, Any]

COLUMNS = (
    *("kind", "published", "who", "cue", "negated", "content", "article", "id"),
    *("source", "key"),
)
SHOWN = ("kind", "published", "who", "cue", "content", "id", "key")
# Keys in one statement.
_PART = 2000
# Of a text in which only accents part the words from what was typed.
_OPENING = 200


class Searchable(Readable, Protocol):
    """What searching needs of a store."""

    def matching(self, words: Words) -> Sequence[str]:
        """Return the keys of the texts and statements in which all words occur."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first of what was found, and how much that is in all."""

    rows: Sequence[Row]
    total: int


def search(store: Searchable, given: str, *, limit: int | None = None) -> Found:
    """Find the articles and statements in which all words occur, the latest first.

    An article comes with the sentence of its text that has the first word. Raises
    `QueryError` where no word is given.

    >>> search(store, 'troops "mutual defense" commit*')     # doctest: +SKIP
    """
    words = parse_words(given)
    keys = store.matching(words)
    found: list[Row] = []
    for first in range(0, len(keys), _PART):
        rows = [{"key": key} for key in keys[first : first + _PART]]
        found += store.read(load_query("text.found"), {"rows": rows})
    found.sort(key=_order)
    return Found([_row(store, row, words) for row in found[:limit]], len(found))


def _order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    day: date | None = row["published"]
    latest = -day.toordinal() if day else 0
    return latest, row["id"], row["articleKey"], row["start"], row["key"]


def _row(store: Readable, row: Row, words: Words) -> Row:
    if row["kind"] == "article":
        text = text_of(store, row["articleKey"]) or ""
        row = row | {"content": passage(text, words)}
    return {name: row[name] for name in COLUMNS}


def passage(text: str, words: Words) -> str:
    """Return the sentence of a text that has the first of the words, else its opening.

    >>> passage("It rained. She left. He stayed.", parse_words("LEFT"))
    'She left.'
    """
    match = words.pattern.search(text)
    if match is None:
        return text[:_OPENING].strip()
    return sentence_at(text, *match.span())
