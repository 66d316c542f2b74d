"""Read one file by what its name ends in."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.articles.catalogue import Catalogue
from kg.articles.decode import decode
from kg.articles.draft import MAX_BYTES, Draft, Outcome, os_refusal, refusal, too_long
from kg.articles.feeds import read_feed
from kg.articles.html import read_html
from kg.articles.markdown import read_markdown
from kg.articles.tables import read_csv, read_json_lines, read_tsv
from kg.errors import ArticleError

ArticleReader = Callable[[bytes, str, str], Draft]
"""Bytes, the name for messages and the id to an article's draft."""

StreamReader = Callable[[BinaryIO, str, str], Iterator[Outcome]]
"""A stream, the name for messages and the file's stem to the drafts of many."""


def read_text(content: bytes, where: str, name: str) -> Draft:
    """Make a draft of plain text."""
    return Draft(where=where, id=name, text=decode(content, where))


def _read_feed_file(stream: BinaryIO, where: str, name: str) -> Iterator[Outcome]:
    return read_feed(read_limited(stream, where), where)


ARTICLE_READERS: dict[str, ArticleReader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
TABLE_READERS: dict[str, StreamReader] = {
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_tsv,
}
FEED_READERS: dict[str, StreamReader] = {
    ".xml": _read_feed_file,
    ".rss": _read_feed_file,
    ".atom": _read_feed_file,
}
STREAM_READERS = TABLE_READERS | FEED_READERS
READ_SUFFIXES = ARTICLE_READERS.keys() | STREAM_READERS.keys()
"""The name endings of the files that kg reads out of a folder."""


def read_file(path: Path, catalogue: Catalogue | None) -> Iterator[Outcome]:
    """Yield the articles of one file, described by the metadata.csv of its folder.

    A file that is named itself is read whatever its ending: plain text, if it is none
    of those that kg knows.
    """
    where, suffix = str(path), path.suffix.lower()
    if suffix == ".json":
        cause = "is JSON; kg reads JSON Lines (.jsonl, one object a line)"
        yield refusal(where, cause)
        return
    try:
        with path.open("rb") as stream:
            if reader := STREAM_READERS.get(suffix):
                yield from reader(stream, where, path.stem)
            else:
                content = read_limited(stream, where)
                draft = ARTICLE_READERS.get(suffix, read_text)(
                    content, where, path.stem
                )
                yield catalogue.describe(draft, path.name) if catalogue else draft
    except OSError as error:
        yield os_refusal(where, error)
    except ArticleError as error:
        yield error


def read_limited(stream: BinaryIO, where: str) -> bytes:
    """Read what holds one article; raises `ArticleError` where that is too much."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) <= MAX_BYTES:
        return content
    size = stream.seek(0, io.SEEK_END) if stream.seekable() else len(content)
    more = "" if stream.seekable() else "more than "
    raise refusal(where, too_long(f"{more}{size / 1e6:,.0f} MB"))
