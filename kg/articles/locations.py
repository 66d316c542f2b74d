"""Find what a location stands for: standard input, an address, a file, a folder."""

import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.articles.catalogue import CATALOGUE_NAME, Catalogue, Catalogues
from kg.articles.draft import Note, Outcome, os_refusal, printable, refusal
from kg.articles.files import READ_SUFFIXES, read_file, read_limited, read_text
from kg.articles.html import is_html, read_html
from kg.articles.streams import peekable
from kg.articles.tables import read_json_lines
from kg.articles.web import read_address
from kg.errors import ArticleError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_JSON_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_STDIN = "standard input"
_NAMED = 5


def read_location(location: str, catalogues: Catalogues) -> Iterator[Outcome]:
    """Yield the articles that a location stands for, with refusals and notes."""
    if location == "-":
        return _read_standard_input()
    if _ADDRESS.match(location):
        return read_address(location)
    path = Path(location)
    try:
        if path.is_dir():
            return _Walk(path, catalogues).articles()
        if path.exists():
            return _read_named_file(path, catalogues)
    except OSError as error:
        return iter([os_refusal(location, error)])
    if glob.has_magic(location):
        return _read_pattern(location, catalogues)
    return iter([refusal(location, "there is no such file or folder")])


def _read_standard_input() -> Iterator[Outcome]:
    stream = peekable(sys.stdin.buffer)
    head = stream.peek(1)
    try:
        if _JSON_LINES.match(head):
            yield from read_json_lines(stream, _STDIN, "stdin")
            return
        content = read_limited(stream, _STDIN)
        reader = read_html if is_html(head) else read_text
        yield reader(content, _STDIN, "stdin")
    except ArticleError as error:
        yield error
    finally:
        stream.detach()


def _read_named_file(path: Path, catalogues: Catalogues) -> Iterator[Outcome]:
    catalogue, problems = catalogues.beside(path.parent)
    yield from problems
    if path.name == CATALOGUE_NAME and catalogue and catalogue.entries:
        yield Note(f"{path}: describes the articles beside it, is none itself")
    else:
        yield from read_file(path, catalogue)


def _read_pattern(pattern: str, catalogues: Catalogues) -> Iterator[Outcome]:
    found = 0
    skipped: Counter[str] = Counter()
    for name in sorted(glob.iglob(pattern, recursive=True)):
        path = Path(name)
        if path.is_dir():
            continue
        if kind := _passed_over(path):
            skipped[kind] += path.name != CATALOGUE_NAME
            continue
        found += 1
        yield from _read_named_file(path, catalogues)
    yield from _skip_notes(pattern, skipped)
    if not found:
        yield refusal(pattern, "matches no file that kg reads")


class _Walk:
    """One folder, read with all below it, in the order of names."""

    def __init__(self, folder: Path, catalogues: Catalogues) -> None:
        self._folder = folder
        self._catalogues = catalogues
        self._in_force: dict[Path, Catalogue | None] = {}
        self._skipped: Counter[str] = Counter()
        self._errors: list[OSError] = []
        self._found = 0

    def articles(self) -> Iterator[Outcome]:
        """Yield every article, then what was passed over and what was not met."""
        walk = os.walk(self._folder, onerror=self._errors.append)
        for name, folders, files in walk:
            folder = Path(name)
            hidden = [entry for entry in folders if entry.startswith(".")]
            self._skipped["hidden folder"] += len(hidden)
            folders[:] = sorted(set(folders) - set(hidden))
            yield from self._enter(folder)
            for file_name in sorted(files):
                yield from self._read(folder / file_name)
        yield from self._epilogue()

    def _enter(self, folder: Path) -> Iterator[Outcome]:
        """Put a folder's metadata.csv in force, else the one of the folder above."""
        catalogue, problems = self._catalogues.beside(folder)
        self._in_force[folder] = catalogue or self._in_force.get(folder.parent)
        yield from problems

    def _read(self, path: Path) -> Iterator[Outcome]:
        if kind := _passed_over(path):
            self._skipped[kind] += path.name != CATALOGUE_NAME
            return
        self._found += 1
        yield from read_file(path, self._in_force[path.parent])

    def _epilogue(self) -> Iterator[Outcome]:
        for error in self._errors:
            yield os_refusal(str(error.filename or self._folder), error)
        yield from _skip_notes(str(self._folder), self._skipped)
        met = {id(one): one for one in self._in_force.values() if one}
        for catalogue in met.values():
            if unused := catalogue.unused():
                names = ", ".join(unused[:_NAMED]) + (" …" * (len(unused) > _NAMED))
                cause = f"{len(unused)} of its ids have no file: {names}"
                yield Note(printable(f"{catalogue.where}: {cause}"))
        if not self._found and not self._errors:
            yield refusal(str(self._folder), "holds no file that kg reads")


def _passed_over(path: Path) -> str | None:
    """Say why a file of a folder is not read: its kind, or None for one that is."""
    if path.name == CATALOGUE_NAME:
        return CATALOGUE_NAME
    if path.name.startswith("."):
        return "hidden file"
    if not path.is_file():
        return "link to nothing or special file"
    suffix = path.suffix.lower()
    return None if suffix in READ_SUFFIXES else f"file of type {suffix or 'unknown'}"


def _skip_notes(where: str, skipped: Counter[str]) -> Iterator[Note]:
    counts = [f"{count} × {kind}" for kind, count in sorted(skipped.items()) if count]
    if counts:
        yield Note(printable(f"{where}: passed over {', '.join(counts)}"))
