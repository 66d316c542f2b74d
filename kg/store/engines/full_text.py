"""A full-text index beside an embedded graph, in SQLite, brought up to date when asked.

The engine writes nothing into it: what a search finds is always what the graph holds,
whatever was retracted, read again or cut off by a kill meanwhile.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Self

from kg.errors import StoreError
from kg.store.words import Words

NAME = "search.sqlite"
# What SQLite may leave beside it.
FILES = (NAME, f"{NAME}-journal")
# Files that the engine writes anew whenever it opens a graph.
_TOUCHED = {"last-tx-id.bin", "statistics.json"}
_MEMORY = ":memory:"
# Seconds that one search waits for another that brings the index up to date.
_PATIENCE = 60
_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS found
  USING fts5(text, tokenize="unicode61 remove_diacritics 2");
CREATE TABLE IF NOT EXISTS held (key TEXT PRIMARY KEY, row INTEGER, sum BLOB);
CREATE TABLE IF NOT EXISTS stamp (graph TEXT);
"""


def stamp(graph: Path) -> str:
    """Return a mark of a folder's files, another one after whatever was written."""
    seen = blake2b(digest_size=16)
    for path in sorted(each for each in graph.iterdir() if each.name not in _TOUCHED):
        about = path.stat()
        seen.update(f"{path.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return seen.hexdigest()


class FullText:
    """The index of a graph's folder; in memory where the folder cannot be written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Open a folder's index, or make an empty one.

        What is damaged is made anew: all of it comes from the graph. Raises
        `StoreError` where this Python's SQLite has no full-text search.
        """
        with suppress(sqlite3.DatabaseError):
            return cls(_connect(str(folder / NAME)))
        with suppress(OSError, sqlite3.DatabaseError):
            (folder / NAME).unlink(missing_ok=True)
            return cls(_connect(str(folder / NAME)))
        return cls.in_memory()

    @classmethod
    def in_memory(cls) -> Self:
        """Make an index that ends with this process."""
        try:
            return cls(_connect(_MEMORY))
        except sqlite3.OperationalError as error:
            raise StoreError(f"no full-text search in this SQLite: {error}") from error

    def is_of(self, stamp: str) -> bool:
        """Tell whether it was brought up to date when the graph had this stamp."""
        rows = self._connection.execute("SELECT graph FROM stamp").fetchall()
        return rows == [(stamp,)]

    def renew(self, texts: Iterable[tuple[str, str]], stamp: str | None) -> None:
        """Make the index hold these texts, each with its key, and no others.

        Raises `sqlite3.OperationalError` where it cannot be written.
        """
        with self._connection as writing:
            writing.execute("BEGIN IMMEDIATE")
            rows = writing.execute("SELECT key, row, sum FROM held")
            held = {key: (row, total) for key, row, total in rows}
            for key, text in texts:
                encoded = text.encode("utf-8", "surrogatepass")
                total = blake2b(encoded, digest_size=16).digest()
                row, former = held.pop(key, (None, None))
                if total != former:
                    self._put(key, row, text, total)
            for key, (row, _) in held.items():
                writing.execute("DELETE FROM found WHERE rowid = ?", (row,))
                writing.execute("DELETE FROM held WHERE key = ?", (key,))
            writing.execute("DELETE FROM stamp")
            if stamp is not None:
                writing.execute("INSERT INTO stamp VALUES (?)", (stamp,))

    def _put(self, key: str, former: int | None, text: str, total: bytes) -> None:
        run = self._connection.execute
        if former is not None:
            run("DELETE FROM found WHERE rowid = ?", (former,))
        row = run("INSERT INTO found (text) VALUES (?)", (text,)).lastrowid
        run("INSERT OR REPLACE INTO held VALUES (?, ?, ?)", (key, row, total))

    def keys(self, words: Words) -> Sequence[str]:
        """Return the keys of the texts in which all words occur, sorted."""
        rows = self._connection.execute(
            "SELECT key FROM held WHERE row IN "
            "(SELECT rowid FROM found WHERE found MATCH ?) ORDER BY key",
            (words.for_sqlite,),
        )
        return [key for (key,) in rows]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _connect(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.executescript(_TABLES)
        # A damaged file may open and then not read.
        connection.execute("SELECT count(*) FROM held, stamp").fetchall()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
