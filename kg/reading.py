"""Run the extraction over a stream of articles, on one core or on many.

Articles go in one at a time and extractions come out in the same order; only a bounded
number is held, so memory does not grow with their count.
"""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

import msgspec
from msgspec.structs import replace

from kg.articles.wrapping import rewrapped, unwrapped
from kg.errors import ModelError
from kg.model import FILES
from kg.records import Article, Extraction
from kg.resolve.across.utterances import is_comparable
from kg.vectors import to_text

# Articles handed to a worker at once: enough to fill the encoder's batches.
CHUNK = 16
# With fewer articles than this, starting a second process costs more than it saves.
_WORTH_PROCESSES = 4 * CHUNK


def extract(
    articles: Iterable[Article], *, model: Path | None = None, processes: int = 0
) -> Iterator[Extraction]:
    """Yield one extraction an article, in order.

    `processes` is how many processes read, each on one core; 0 means one a core, or
    this one alone, on all cores, for a few dozen articles. The same articles give the
    same extractions either way.
    Raises `ModelError` where the model package is incomplete.
    """
    stream = iter(articles)
    first = list(islice(stream, _WORTH_PROCESSES))
    alone = len(first) < _WORTH_PROCESSES
    workers = processes or (1 if alone else _cores())
    chunks = _chunks(chain(first, stream))
    if workers == 1:
        for chunk in chunks:
            yield from _extract_chunk(chunk, model, threads=processes)
    else:
        yield from _extract_in_processes(chunks, model, workers)


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
    return f"kg {version('kg')}, model {content.hexdigest()}"


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    stream = iter(articles)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


def _extract_chunk(
    chunk: list[Article], model: Path | None, *, threads: int
) -> Iterator[Extraction]:
    from kg.extract.article import find
    from kg.resolve.article.assemble import assemble

    nlp = _pipeline(model, threads)
    vector_of = partial(_vector, nlp)
    readings = [unwrapped(article.text) for article in chunk]
    docs = nlp.pipe((reading.text for reading in readings), batch_size=CHUNK)
    for article, reading, doc in zip(chunk, readings, docs, strict=True):
        found = with_vectors(assemble(find(doc, article)), vector_of)
        is_wrapped = reading.text != article.text
        yield rewrapped(found, reading, article.text) if is_wrapped else found


def _vector(nlp, text: str) -> str | None:  # type: ignore[no-untyped-def]
    from kg.annotate.encoder.meaning import meaning

    return to_text(meaning(nlp, text).tolist())


def with_vectors(
    found: Extraction, vector_of: Callable[[str], str | None]
) -> Extraction:
    """Return an extraction whose statements have vectors, where they may be compared.

    A statement without a speaker or with too few words restates none, and is spared
    the encoder's time.
    """
    statements = tuple(
        replace(each, vector=vector_of(each.text))
        if each.speakers and is_comparable(each.text)
        else each
        for each in found.statements
    )
    return replace(found, statements=statements)


@cache
def _pipeline(model: Path | None, threads: int):  # type: ignore[no-untyped-def]
    from kg.annotate.pipeline import load_pipeline

    return load_pipeline(model, threads=threads)


def _extract_in_processes(
    chunks: Iterator[list[Article]], model: Path | None, workers: int
) -> Iterator[Extraction]:
    """Keep every worker busy with one chunk waiting, and no more than that."""
    waiting: deque[Future[list[bytes]]] = deque()
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_extract_encoded, chunk, model))
            if len(waiting) > 2 * workers:
                yield from _decoded(waiting.popleft())
        while waiting:
            yield from _decoded(waiting.popleft())


def _extract_encoded(chunk: list[Article], model: Path | None) -> list[bytes]:
    encode = msgspec.msgpack.Encoder().encode
    return [encode(found) for found in _extract_chunk(chunk, model, threads=1)]


def _decoded(future: Future[list[bytes]]) -> Iterator[Extraction]:
    decode = msgspec.msgpack.Decoder(Extraction).decode
    yield from map(decode, future.result())


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS has no affinity
        return os.cpu_count() or 1
