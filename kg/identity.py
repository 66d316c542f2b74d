"""Give every article an id that no other article has.

An article is known again by where it was read, its `origin`: a file, a row of a file,
an address. Its id is the name that it gets there. The same origin with another text is
an update and keeps the id. Another origin with another text never takes an id that is
held: it gets its longer name, and a note says so. The same text under one id is one
article, wherever it lies.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from kg.records import Article, ArticleInfo, Extraction

Holders = Mapping[str, Sequence[tuple[str | None, str]]]
"""By id, the origin and the text's SHA-256 of each article that holds it."""

_Article = TypeVar("_Article", Article, ArticleInfo)
_BATCH = 32
_DIGITS = 8


def _nobody(_: Sequence[str]) -> Holders:
    return {}


class Names:
    """The ids that one run gives, and those that a store holds.

    `holders` returns who holds ids in a store; without it only the run counts.
    `on_note` is told of each article that gets another id than its first choice.
    """

    def __init__(
        self,
        *,
        holders: Callable[[Sequence[str]], Holders] = _nobody,
        on_note: Callable[[str], None],
    ) -> None:
        self._holders = holders
        self._on_note = on_note
        self._given: dict[str, str] = {}

    def articles(self, articles: Iterable[_Article]) -> Iterator[_Article]:
        """Yield the articles, each with an id of its own."""
        stream = iter(articles)
        while batch := list(islice(stream, self._batch)):
            held = self._held(batch)
            for article in batch:
                id_ = self._settle(article, held)
                yield msgspec.structs.replace(article, id=id_)

    def extractions(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """Yield the extractions, each of an article with an id of its own."""
        stream = iter(extractions)
        while batch := list(islice(stream, self._batch)):
            held = self._held([each.article for each in batch])
            for each in batch:
                id_ = self._settle(each.article, held)
                article = msgspec.structs.replace(each.article, id=id_)
                yield msgspec.structs.replace(each, article=article)

    @property
    def _batch(self) -> int:
        # Without a store to ask there is nothing to wait for.
        return 1 if self._holders is _nobody else _BATCH

    def _held(self, articles: Sequence[Article | ArticleInfo]) -> Holders:
        return self._holders(sorted({id_ for each in articles for id_ in _names(each)}))

    def _settle(self, article: Article | ArticleInfo, held: Holders) -> str:
        sha256 = article.sha256
        id_ = next(
            name
            for name in (*_names(article), f"{article.id}~{sha256}")
            if self._given.get(name, sha256) == sha256
            and _may_have(article.origin, sha256, held.get(name, ()))
        )
        if id_ != article.id and id_ not in held:
            self._on_note(f"{article.id}: is another article's id; this one is {id_}")
        self._given[id_] = sha256
        return id_


def _names(article: Article | ArticleInfo) -> list[str]:
    """Return the ids that an article would have, the best first."""
    longer = article.longer_id if isinstance(article, Article) else None
    name = longer or article.id
    marks = (article.origin, article.sha256)
    return [article.id, name, *(f"{name}~{mark[:_DIGITS]}" for mark in marks if mark)]


def _may_have(
    origin: str | None, sha256: str, holders: Sequence[tuple[str | None, str]]
) -> bool:
    """Tell whether an article may have an id: free, its own before, or of its text."""
    return all(
        holder == origin or digest == sha256 for holder, digest in holders
    ) or any(digest == sha256 for _, digest in holders)
