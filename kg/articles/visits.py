"""What was fetched before: so that a second run asks only for what is new.

A visit is noted when an article is handed on, and kept when the run is over: a run that
is killed leaves no visit behind of what it did not write.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from kg.errors import ArticleError

_VERSION = 1


class Visits:
    """The headers to ask again with, by feed, and the stamps of entries read.

    Without a file nothing is known and nothing is kept.
    """

    def __init__(self, file: Path | None = None, *, fresh: bool = False) -> None:
        self._file = file
        self._feeds: dict[str, dict[str, str]] = {}
        self._entries: dict[str, str] = {}
        if file is not None and not fresh:
            self._load(file)

    def validators(self, feed: str) -> Mapping[str, str]:
        """Return the headers with which a feed is asked for what is new."""
        return self._feeds.get(feed, {})

    def is_read(self, entry: str, stamp: str) -> bool:
        """Tell whether an entry was read when the feed said the same of it."""
        return self._entries.get(entry) == stamp

    def add_feed(self, feed: str, validators: Mapping[str, str]) -> None:
        """Note that a feed was read whole, with these headers."""
        self._feeds[feed] = dict(validators)

    def add_entry(self, entry: str, stamp: str) -> None:
        """Note that an entry was read."""
        self._entries[entry] = stamp

    def save(self) -> None:
        """Keep what was noted, in one step."""
        if self._file is None:
            return
        content = {
            "version": _VERSION,
            "feeds": self._feeds,
            "entries": self._entries,
        }
        unfinished = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(content, indent=1), encoding="utf-8")
            unfinished.replace(self._file)
        except OSError as error:
            raise ArticleError(f"{self._file}: {error.strerror}") from error

    def _load(self, file: Path) -> None:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except OSError as error:
            raise ArticleError(f"{file}: {error.strerror}") from error
        except ValueError as error:
            cause = "is damaged: delete it, and feeds are read from the start"
            raise ArticleError(f"{file}: {cause} ({error})") from error
        if content.get("version") == _VERSION:
            self._feeds, self._entries = content["feeds"], content["entries"]
