"""Count the articles of locations before they are read, for whoever waits for them."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.articles.draft import Draft
from kg.articles.files import FEED_READERS, TABLE_READERS
from kg.articles.locations import is_address, is_hidden, matches, passed_over
from kg.articles.run import Run
from kg.errors import ArticleError


def count_articles(locations: Sequence[str | Path], run: Run) -> int | None:
    """Return how many articles locations hold, about; None where only reading tells.

    That is standard input, an address or a feed. A file is one article, a table as many
    as it has rows that are read; what is refused counts, too, where it is a file.

    >>> count_articles(["seeds"], Run())                     # doctest: +SKIP
    5
    """
    total = 0
    for location in map(str, locations):
        if location == "-" or is_address(location):
            return None
        try:
            for path in _files(location):
                if path.suffix.lower() in FEED_READERS:
                    return None
                total += _rows(path, run)
        except (OSError, ArticleError):
            # Who reads it will say so.
            return None
    return total


def _files(location: str) -> Iterator[Path]:
    path = Path(location)
    if path.is_dir():
        for name, folders, files in os.walk(path):
            folders[:] = [each for each in folders if not is_hidden(Path(each))]
            found = (Path(name, each) for each in files)
            yield from (each for each in found if not passed_over(each))
    elif path.exists() or not glob.has_magic(location):
        yield path
    else:
        yield from (each for each in matches(location) if not passed_over(each))


def _rows(path: Path, run: Run) -> int:
    read = TABLE_READERS.get(path.suffix.lower())
    if read is None:
        return 1
    with path.open("rb") as stream:
        outcomes = read(stream, str(path), path.stem, run)
        return sum(isinstance(each, Draft) for each in outcomes)
