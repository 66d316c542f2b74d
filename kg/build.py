"""The stages in order, as one function for the command line, notebooks and tests."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import IO, Any

import msgspec

from kg.articles import Visits
from kg.errors import ArticleError
from kg.graph import to_rows
from kg.identity import Names
from kg.reading import extract, extractor_name
from kg.records import Article, Extraction, article_key, from_json
from kg.settings import Settings
from kg.store import Counters, Store

_logger = logging.getLogger(__name__)

# Articles in one transaction: a kill loses at most these, and the next run reads them.
BATCH = 32


def _ignore() -> None:
    """Take no notice of an article that is done."""


def _raise(error: ArticleError) -> None:
    """Let a refused article end the run, where the caller does not take it."""
    raise error


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did; `refusals` is filled where the caller collected them.

    `older` counts loaded articles whose statements have no kind and no vector.
    """

    written: int = 0
    unchanged: int = 0
    older: int = 0
    counters: Counters = field(default_factory=Counters)
    refusals: tuple[ArticleError, ...] = ()

    def with_refusals(self, refusals: Iterable[ArticleError]) -> "Report":
        """Return the report with the refused articles in it."""
        return replace(self, refusals=tuple(refusals))

    def summary(self) -> str:
        """Say in one line what was done."""
        done = self.counters
        older = (
            f"; {_count(self.older, 'article')} of an older kg extract: statements "
            "without kind, joined to others by their words alone"
            if self.older
            else ""
        )
        return (
            f"{_count(self.written, 'article')} written, {self.unchanged} unchanged: "
            f"created {_count(done.nodes_created, 'node')} and "
            f"{_count(done.relationships_created, 'relationship')}, "
            f"deleted {done.nodes_deleted} and {done.relationships_deleted}{older}"
        )


def ingest(  # noqa: PLR0913 - options are keyword-only
    articles: Iterable[Article],
    store: Store,
    *,
    model: Path | None = None,
    processes: int = 0,
    timeout: float | None = None,
    force: bool = False,
    on_article: Callable[[], None] = _ignore,
    on_note: Callable[[str], None] = _logger.warning,
    on_refused: Callable[[ArticleError], None] = _raise,
) -> Report:
    """Read articles and write what they say into a store.

    An article that the store holds as it is, read by the same version of kg and of
    the model, is left alone unless `force` is set. What cannot be read, or not within
    `timeout` seconds, goes to `on_refused`, by default as an exception. `on_article`
    is called for each article that is done. A run that is killed and repeated ends in
    the same graph.
    """
    extractor = extractor_name(model)
    unchanged = _Tally(on_article)
    articles = Names(holders=store.holders, on_note=on_note).articles(articles)
    fresh = articles if force else _changed(articles, store, extractor, unchanged)
    extractions = extract(
        fresh, model=model, processes=processes, timeout=timeout, on_refused=on_refused
    )
    report = _write(extractions, store, extractor, on_article)
    return replace(report, unchanged=unchanged.count)


def load(
    extractions: Iterable[Extraction],
    store: Store,
    *,
    model: Path | None = None,
    on_article: Callable[[], None] = _ignore,
    on_note: Callable[[str], None] = _logger.warning,
) -> Report:
    """Write extractions that were made elsewhere, by `kg extract`, into a store.

    The report counts those of an older kg, whose statements have no kind or vector.
    """
    older = _Tally(_ignore)
    names = Names(holders=store.holders, on_note=on_note)
    counted = _counting(names.extractions(extractions), older)
    report = _write(counted, store, extractor_name(model), on_article)
    return replace(report, older=older.count)


def _counting(
    extractions: Iterable[Extraction], older: "_Tally"
) -> Iterator[Extraction]:
    for each in extractions:
        if any(statement.kind is None for statement in each.statements):
            older.add()
        yield each


def read_extractions(
    files: Iterable[IO[bytes]], *, on_refused: Callable[[ArticleError], None]
) -> Iterator[Extraction]:
    """Read the JSON lines of `kg extract`; a line that is none is refused by number."""
    for file in files:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield from_json(line)
            except msgspec.DecodeError as error:
                on_refused(ArticleError(f"{file.name}:{number}: {error}"))


def open_visits(settings: Settings, store: Store, *, force: bool = False) -> Visits:
    """Return what was fetched of feeds before: nothing where the graph is empty."""
    file = settings.feeds_file
    counts = {row["name"]: row["count"] for row in store.stats()} if not force else {}
    return Visits(file, fresh=not counts.get("Article"))


class _Tally:
    """Count what passes by, and say so to the caller's progress."""

    def __init__(self, on_article: Callable[[], None]) -> None:
        self.count = 0
        self._on_article = on_article

    def add(self) -> None:
        self.count += 1
        self._on_article()


def _changed(
    articles: Iterable[Article], store: Store, extractor: str, unchanged: _Tally
) -> Iterator[Article]:
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        known = store.known([article_key(article.sha256) for article in batch])
        for article in batch:
            stored = known.get(article_key(article.sha256))
            if stored is not None and _is_as_stored(article, stored, extractor):
                unchanged.add()
            else:
                yield article


def _is_as_stored(article: Article, stored: Mapping[str, Any], extractor: str) -> bool:
    """Whether the store holds this copy, read by the same extractor, on the same day.

    The article's day in the store is that of the copy whose id sorts first.
    """
    # A store of an older kg knows no origins: read again, they are known from then on.
    origins = stored["origins"] or [None] * len(stored["ids"])
    names = ("ids", "titles", "sources", "urls")
    copies = zip(*(stored[name] for name in names), origins, strict=True)
    said = (article.id, article.title, article.source, article.url, article.origin)
    copy = tuple(each or "" for each in said)
    is_first = stored["ids"][0] == article.id
    return (
        copy in copies
        and stored["extractor"] == extractor
        and (not is_first or stored["published"] == article.published)
    )


def _write(
    extractions: Iterable[Extraction],
    store: Store,
    extractor: str,
    on_article: Callable[[], None],
) -> Report:
    stream = (to_rows(each, extractor=extractor) for each in extractions)
    written, counters = 0, Counters()
    while batch := list(islice(stream, BATCH)):
        counters += store.ingest(batch)
        written += len(batch)
        for _ in batch:
            on_article()
    return Report(written=written, counters=counters)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
