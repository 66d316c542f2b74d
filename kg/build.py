"""The stages in order, as one function for the command line, notebooks and tests."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import IO, Any

import msgspec

from kg.articles import Visits
from kg.errors import (
    ArticleError,
    RecordError,
    RowsError,
    SchemaError,
    raise_refusal,
)
from kg.graph import GraphRows, to_rows
from kg.identity import Names
from kg.reading import extract, extractor_name
from kg.records import Article, Extraction, article_key, from_json, without_text
from kg.settings import Settings
from kg.store import Counters, Store
from kg.store.admission import admit, shown
from kg.store.batch import Batch

_logger = logging.getLogger(__name__)

# Articles in one transaction: a kill loses at most these, and the next run reads them.
BATCH = 32


def _ignore() -> None:
    """Take no notice of an article that is done."""


def _take_no_notice(_id: str) -> None:
    """Take no notice of which article is at hand."""


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

    def __add__(self, other: "Report") -> "Report":
        """Add up what two parts of a run did."""
        return Report(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.older + other.older,
            self.counters + other.counters,
            self.refusals + other.refusals,
        )

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
            f"{_count(self.written, 'article')} written{self._kinds()}, "
            f"{self.unchanged} unchanged: "
            f"created {_count(done.nodes_created, 'node')} and "
            f"{_count(done.relationships_created, 'relationship')}, "
            f"deleted {done.nodes_deleted} and {done.relationships_deleted}{older}"
        )

    def _kinds(self) -> str:
        """Say what the written articles are: " (22 new, 2 updated)"."""
        done = self.counters
        named = f"{done.articles_named_anew} the same text under other names"
        kinds = {
            f"{done.articles_new} new": done.articles_new,
            f"{done.articles_updated} updated": done.articles_updated,
            named: done.articles_named_anew,
        }
        told = ", ".join(kind for kind, count in kinds.items() if count)
        return f" ({told})" if told else ""


def ingest(  # noqa: PLR0913 - options are keyword-only
    articles: Iterable[Article],
    store: Store,
    *,
    model: Path | None = None,
    processes: int = 0,
    timeout: float | None = None,
    force: bool = False,
    text: bool = True,
    on_article: Callable[[], None] = _ignore,
    on_note: Callable[[str], None] = _logger.warning,
    on_refused: Callable[[ArticleError], None] = raise_refusal,
    on_reading: Callable[[str], None] = _take_no_notice,
) -> Report:
    """Read articles and write what they say into a store.

    An article that the store holds as it is, read by the same version of kg and of
    the model, is left alone unless `force` is set. What cannot be read, or not within
    `timeout` seconds, or not stored, goes to `on_refused`, by default as an exception;
    the other articles go on. `on_article` is called for each article that was read or
    left alone, `on_reading` with the id of the one at hand. Without `text` the graph
    does not keep the articles' texts. A run that is killed and
    repeated ends in the same graph.
    """
    extractor = extractor_name(model)
    unchanged = _Tally(on_article)
    articles = Names(holders=store.holders, on_note=on_note).articles(articles)
    fresh = articles if force else _changed(articles, store, extractor, unchanged)
    extractions = extract(
        fresh,
        model=model,
        processes=processes,
        timeout=timeout,
        on_refused=on_refused,
        on_reading=on_reading,
    )
    kept = extractions if text else map(without_text, extractions)
    rows = _rows(_passing(kept, on_article), extractor, on_refused)
    with store.writing():
        report = _write(rows, store, _ignore, on_refused)
    return replace(report, unchanged=unchanged.count)


def load(  # noqa: PLR0913 - options are keyword-only
    extractions: Iterable[Extraction],
    store: Store | Batch,
    *,
    model: Path | None = None,
    on_article: Callable[[], None] = _ignore,
    on_note: Callable[[str], None] = _logger.warning,
    on_refused: Callable[[ArticleError], None] = raise_refusal,
) -> Report:
    """Write extractions that were made elsewhere, by `kg extract`, into a store.

    Into a `Batch` the same, to be joined at once.

    Each that cannot be written is told to `on_refused`; the others go on. The report
    counts those of an older kg, whose statements have no kind or vector.
    """
    older = _Tally(_ignore)
    names = Names(holders=store.holders, on_note=on_note)
    counted = _counting(names.extractions(extractions), older)
    rows = _rows(counted, extractor_name(model), on_refused)
    with store.writing():
        report = _write(rows, store, on_article, on_refused)
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
    """Read the JSON lines of `kg extract`.

    Refused by number is a line that is none, or that contradicts itself: one whose
    statement has a speaker who is not among its entities.
    """
    for file in files:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                found = from_json(line)
                to_rows(found, extractor="")
            except (msgspec.DecodeError, RecordError, SchemaError) as error:
                on_refused(ArticleError(f"{file.name}:{number}: {error}"))
            else:
                yield found


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


def _passing(
    extractions: Iterable[Extraction], on_article: Callable[[], None]
) -> Iterator[Extraction]:
    for each in extractions:
        on_article()
        yield each


def _rows(
    extractions: Iterable[Extraction],
    extractor: str,
    on_refused: Callable[[ArticleError], None],
) -> Iterator[GraphRows]:
    for each in extractions:
        try:
            yield to_rows(each, extractor=extractor)
        except (RecordError, SchemaError) as error:
            on_refused(ArticleError(str(error)))


def _write(
    stream: Iterator[GraphRows],
    store: Store | Batch,
    on_article: Callable[[], None],
    on_refused: Callable[[ArticleError], None],
) -> Report:
    report = Report()
    while batch := list(islice(stream, BATCH)):
        admitted, refused = admit(batch)
        for error in refused:
            on_refused(error)
        report += _write_batch(admitted, store, on_refused)
        for _ in batch:
            on_article()
    return report


def _write_batch(
    batch: Sequence[GraphRows],
    store: Store | Batch,
    on_refused: Callable[[ArticleError], None],
) -> Report:
    """Write a batch; where the store refuses it, its halves, down to the article."""
    if not batch:
        return Report()
    try:
        return Report(written=len(batch), counters=store.ingest(batch))
    except RowsError as error:
        if len(batch) == 1:
            on_refused(ArticleError(f"{shown(batch[0].article.id)}: {error}"))
            return Report()
    middle = len(batch) // 2
    first = _write_batch(batch[:middle], store, on_refused)
    return first + _write_batch(batch[middle:], store, on_refused)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
