"""Run the extraction over a stream of articles, on one core or on many.

Articles go in one at a time and extractions come out in the same order; only a bounded
number is held, so memory does not grow with their count.
"""

import gc
import hashlib
import logging
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from threading import current_thread, main_thread
from time import monotonic
from types import FrameType

import msgspec
from msgspec.structs import replace

from kg.articles.text.wrapping import rewrapped, unwrapped
from kg.errors import ArticleError, ModelError, raise_refusal
from kg.model import FILES
from kg.records import Article, Extraction, Statement
from kg.resolve.across.utterances import is_comparable
from kg.vectors import to_text
from kg.workers import Killed, in_processes

_logger = logging.getLogger(__name__)

# Articles handed to a worker at once: enough to fill the encoder's batches.
CHUNK = 16
# With fewer articles than this, starting a second process costs more than it saves.
_WORTH_PROCESSES = 4 * CHUNK


def _ignore(_id: str) -> None:
    """Take no notice of which article is at hand."""


def extract(  # noqa: PLR0913 - options are keyword-only
    articles: Iterable[Article],
    *,
    model: Path | None = None,
    processes: int = 0,
    timeout: float | None = None,
    on_refused: Callable[[ArticleError], None] = raise_refusal,
    on_reading: Callable[[str], None] = _ignore,
) -> Iterator[Extraction]:
    """Yield one extraction an article, in order.

    `processes` is how many processes read, each on one core; 0 means one a core, or
    this one alone, on all cores, for a few dozen articles. The same articles give the
    same extractions either way. An article that memory does not suffice for, or that
    takes longer than `timeout` seconds, goes to `on_refused`, by default as an
    exception, and the others go on. `on_reading` is told the id of the article at hand.
    Raises `ModelError` where the model package is incomplete.

    >>> for found in extract(read_articles(["seeds"])):      # doctest: +SKIP
    ...     print(found.article.id, len(found.statements))
    """
    read = _outcomes(articles, model, processes, timeout, on_reading)
    for article, outcome, seconds in read:
        size = f"{len(article.text):,} characters"
        if isinstance(outcome, str):
            on_refused(ArticleError(f"{article.id}: {outcome} ({size})"))
        else:
            _logger.info("%s: %s in %.1f s", article.id, size, seconds)
            yield outcome


def extractor_name(model: Path | None = None) -> str:
    """Return what read an article: kg's version and a digest of the model's files.

    An article is read again when this changes.
    """
    folder = Path(str(files("kg.model"))) if model is None else model
    content = hashlib.blake2b(digest_size=6)
    for name in FILES:
        try:
            content.update((folder / name).read_bytes())
        except OSError as error:
            raise ModelError(
                f"{folder}: cannot read {name}: {error.strerror}"
            ) from error
    return f"kg {version('kg-news')}, model {content.hexdigest()}"


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    stream = iter(articles)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


def _outcomes(
    articles: Iterable[Article],
    model: Path | None,
    processes: int,
    timeout: float | None,
    on_reading: Callable[[str], None],
) -> Iterator[tuple[Article, Extraction | str, float]]:
    """Yield each article with its extraction, or why there is none, and seconds."""
    stream = iter(articles)
    first = list(islice(stream, _WORTH_PROCESSES))
    alone = len(first) < _WORTH_PROCESSES
    workers = processes or (1 if alone else _cores())
    every = chain(first, stream)
    # Only a process's main thread hears the alarm of an article that takes too long.
    hears = timeout is None or current_thread() is main_thread()
    if workers == 1 and hears:
        for article in every:
            on_reading(article.id)
            yield article, *_read(article, model, threads=processes, timeout=timeout)
        return
    work = partial(_read_encoded, model=model, timeout=timeout)
    decode = msgspec.msgpack.Decoder(Extraction).decode
    for article, done in in_processes(work, _chunks(every), processes=workers):
        on_reading(article.id)
        if isinstance(done, Killed):
            yield article, "its process was killed, for want of memory mostly", 0.0
        else:
            outcome, seconds = done
            found = outcome if isinstance(outcome, str) else decode(outcome)
            yield article, found, seconds


def _read(
    article: Article, model: Path | None, *, threads: int, timeout: float | None
) -> tuple[Extraction | str, float]:
    """Read one article; return its extraction, or why there is none, and seconds."""
    nlp, finding, settling = _reader(model, threads)
    reading = unwrapped(article.text)
    start = monotonic()
    try:
        with _alarm(timeout):
            doc = nlp(reading.text)
            found = settling.assemble(finding.find(doc, article))
            found = with_vectors(found, partial(_vector, nlp, doc))
    except _OverTimeError:
        return f"took longer than {timeout:g} seconds", monotonic() - start
    except MemoryError:
        return "needs more memory than there is", monotonic() - start
    if reading.text != article.text:
        found = rewrapped(found, reading, article.text)
    return found, monotonic() - start


def _vector(nlp, doc, statement: Statement) -> str | None:  # type: ignore[no-untyped-def]
    from kg.annotate.meaning import meaning

    spans = [
        doc.char_span(span.start, span.end, alignment_mode="expand")
        for span in statement.content
    ]
    return to_text(meaning(nlp, doc, spans).tolist())


def with_vectors(
    found: Extraction, vector_of: Callable[[Statement], str | None]
) -> Extraction:
    """Return an extraction whose statements have vectors, where they may be compared.

    A statement without a speaker or with too few words restates none, nor does what is
    no statement: their records are spared the half kilobyte.
    """
    statements = tuple(
        replace(each, vector=vector_of(each))
        if each.speakers and each.is_stated and is_comparable(each.text)
        else each
        for each in found.statements
    )
    return replace(found, statements=statements)


def _read_encoded(
    chunk: list[Article], *, model: Path | None, timeout: float | None
) -> list[tuple[bytes | str, float]]:
    encode = msgspec.msgpack.Encoder().encode
    read = (_read(each, model, threads=1, timeout=timeout) for each in chunk)
    return [
        (found if isinstance(found, str) else encode(found), seconds)
        for found, seconds in read
    ]


class _OverTimeError(Exception):
    """An article takes longer than it may."""


@contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    """Raise `_OverTimeError` in what is done after some seconds."""
    if seconds is None:
        yield
        return

    is_over = False

    def ring(_number: int, _frame: FrameType | None) -> None:
        if not is_over:
            raise _OverTimeError

    before = signal.signal(signal.SIGALRM, ring)
    # A ring that falls into a destructor is lost there: it goes on ringing.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@cache
def _reader(model: Path | None, threads: int):  # type: ignore[no-untyped-def]
    """Load the pipeline, and the modules that make a record of its `Doc`."""
    with _without_collection():
        from kg.annotate.pipeline import load_pipeline
        from kg.extract import article as finding
        from kg.resolve.article import assemble as settling

        return load_pipeline(model, threads=threads), finding, settling


@contextmanager
def _without_collection() -> Iterator[None]:
    """Look for no garbage: modules make a million objects, of which all stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects and not gc.get_freeze_count():
            # Into the oldest generation: else the next look would be at all of them.
            gc.freeze()
            gc.unfreeze()
        if collects:
            gc.enable()


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS has no affinity
        return os.cpu_count() or 1
