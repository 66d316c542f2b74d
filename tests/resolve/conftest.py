"""Candidates made by hand, for the tests of resolution."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from kg.extract.findings import Argument, Candidate
from kg.records import Article
from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import Resolved, link_names, resolve_entities

Resolve = Callable[..., Resolved]
Linked = Callable[..., Linking]


def mention(text: str, word: str, nth: int = 0, **fields: Any) -> Candidate:
    """Return a candidate for the nth occurrence of a word in a text.

    Sentences are cut at ". "; other fields keep a name's defaults.
    """
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    values: dict[str, Any] = {
        "head": start,
        "lemma": word.split()[-1].lower(),
        "form": "name",
        "label": "PERSON",
        "sentence": text[:start].count(". "),
        "paragraph": text[:start].count("\n"),
        "number": "singular",
    }
    values.update(fields)
    return Candidate(start=start, end=start + len(word), text=word, **values)


def mentions(text: str, specs: Sequence[tuple[Any, ...]]) -> list[Candidate]:
    """Return candidates for (word, fields) pairs, in the order that resolution needs.

    A word may be followed by its occurrence: ("Lavrov", 1, {...}).
    """
    found = []
    for word, *rest in specs:
        nth = rest[0] if rest and isinstance(rest[0], int) else 0
        fields = rest[-1] if rest and isinstance(rest[-1], dict) else {}
        found.append(mention(text, word, nth, **fields))
    return sorted(found, key=lambda each: (each.start, -each.end))


@pytest.fixture(scope="session")
def linked() -> Linked:
    """Return a function from a text and (word, fields) pairs to its linked names."""

    def make(
        text: str, *specs: tuple[Any, ...], published: date | None = None
    ) -> Linking:
        article = Article(id="a", text=text, published=published)
        return link_names(article, mentions(text, specs))

    return make


@pytest.fixture(scope="session")
def resolve() -> Resolve:
    """Return a function from a text and (word, fields) pairs to its entities."""

    def make(
        text: str,
        *specs: tuple[Any, ...],
        published: date | None = None,
        title: str | None = None,
    ) -> Resolved:
        article = Article(id="a", text=text, published=published, title=title)
        return resolve_entities(article, mentions(text, specs))

    return make


@pytest.fixture(scope="session")
def ids_of() -> Callable[..., tuple[str, ...]]:
    """Return a function that says what the nth occurrence of a word resolved to."""

    def make(resolved: Resolved, text: str, word: str, nth: int = 0) -> tuple[str, ...]:
        start = -1
        for _ in range(nth + 1):
            start = text.index(word, start + 1)
        end = start + len(word)
        return resolved.at(Argument(start=start, end=end, text=word, head=start))

    return make


@pytest.fixture(scope="session")
def here() -> Callable[[str], str]:
    """Return a function that writes an id of one article alone with "HERE" for it."""

    def make(id_: str) -> str:
        return re.sub(r" [0-9a-f]{16} (?:all|[0-9]+)$", " HERE", id_)

    return make
