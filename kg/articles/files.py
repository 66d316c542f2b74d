"""Read one file by what its name ends in."""

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.articles.catalogue import Catalogue
from kg.articles.draft import MAX_BYTES, Draft, Outcome, os_refusal, refusal, too_long
from kg.articles.markdown import read_markdown
from kg.articles.pages.html import read_html
from kg.articles.run import Run
from kg.articles.tables import read_csv, read_json, read_json_lines, read_tsv
from kg.articles.text.decode import decode
from kg.articles.text.first_lines import first_line_title
from kg.errors import ArticleError

ArticleReader = Callable[[bytes, str, str], list[Draft]]
"""Bytes, the name for messages and the id to the drafts of an article's file."""

StreamReader = Callable[[BinaryIO, str, str, Run], Iterator[Outcome]]
"""A stream, the name for messages, the id and the run to the drafts of many."""


def read_text(content: bytes, where: str, name: str) -> list[Draft]:
    """Make a draft of plain text; the title stays in the text, too."""
    text = decode(content, where)
    return [Draft(where=where, id=name, text=text, title=first_line_title(text))]


def _read_feed_file(
    stream: BinaryIO, where: str, name: str, run: Run
) -> Iterator[Outcome]:
    # Feeds bring what fetches from addresses, which other files need not wait for.
    from kg.articles.feeds import read_feed

    return read_feed(read_limited(stream, where), where, run)


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
    ".json": read_json,
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


def read_file(
    path: Path, name: str, catalogue: Catalogue | None, run: Run
) -> Iterator[Outcome]:
    """Yield the articles of one file, described by the metadata.csv of its folder.

    `name` is the id, for a table what its rows' ids begin with. A file that is named
    itself is read whatever its ending: plain text, if it is none of those that kg
    knows.
    """
    where, suffix = str(path), path.suffix.lower()
    try:
        with path.open("rb") as stream:
            if reader := STREAM_READERS.get(suffix):
                for outcome in reader(stream, where, name, run):
                    yield _placed(outcome, path, name)
            else:
                read = ARTICLE_READERS.get(suffix, read_text)
                for draft in read(read_limited(stream, where), where, name):
                    described = catalogue.describe(draft, path) if catalogue else draft
                    yield _placed(described, path, name)
    except OSError as error:
        yield os_refusal(where, error)
    except ArticleError as error:
        yield error


def _placed(outcome: Outcome, path: Path, name: str) -> Outcome:
    """Say of a draft where it lies, and what else it may be called."""
    if not isinstance(outcome, Draft) or outcome.origin is not None:
        return outcome
    row = "" if outcome.id == name else outcome.id
    for mark in ":#":
        row = row.removeprefix(f"{name}{mark}")
    whole = os.path.abspath(path)
    longer = name + path.suffix if "/" in name else "/".join(Path(whole).parts[-2:])
    if not row:
        return replace(outcome, origin=whole, longer_id=longer)
    return replace(outcome, origin=f"{whole}#{row}", longer_id=f"{longer}:{row}")


def read_limited(stream: BinaryIO, where: str) -> bytes:
    """Read what holds one article; raises `ArticleError` where that is too much."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) <= MAX_BYTES:
        return content
    size = stream.seek(0, io.SEEK_END) if stream.seekable() else len(content)
    more = "" if stream.seekable() else "more than "
    raise refusal(where, too_long(f"{more}{size / 1e6:,.0f} MB"))
