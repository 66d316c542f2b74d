"""Find what a location stands for: standard input, an address, a file, a folder."""

import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from kg.articles.catalogue import CATALOGUE_NAME, Catalogue
from kg.articles.draft import Draft, Note, Outcome, os_refusal, printable, refusal
from kg.articles.files import READ_SUFFIXES, read_file, read_limited, read_text
from kg.articles.pages.html import is_html, read_html
from kg.articles.run import Run
from kg.articles.tables import read_json, read_json_lines
from kg.articles.text.streams import peekable
from kg.errors import ArticleError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_JSON_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_JSON_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")
_STDIN = "standard input"
_UNNAMED = re.compile(r"stdin(?:[:#].*)?")
_DIGITS = 8
_NAMED = 5


def read_location(location: str, run: Run) -> Iterator[Outcome]:
    """Yield the articles that a location stands for, with refusals and notes."""
    if location == "-":
        return map(_named_by_content, _read_standard_input(run))
    if is_address(location):
        from kg.articles.web import read_address

        return read_address(location, run)
    path = Path(location)
    try:
        if path.is_dir():
            return _Walk(path, run).articles()
        if path.exists():
            return _read_named_file(path, path.stem, run)
    except OSError as error:
        return iter([os_refusal(location, error)])
    if glob.has_magic(location):
        return _read_pattern(location, run)
    return iter([refusal(location, "there is no such file or folder")])


def _read_standard_input(run: Run) -> Iterator[Outcome]:
    stream = peekable(sys.stdin.buffer)
    head = stream.peek(1)
    try:
        if _JSON_LINES.match(head):
            yield from read_json_lines(stream, _STDIN, "stdin", run)
        elif _JSON_LIST.match(head):
            yield from read_json(cast(BinaryIO, stream), _STDIN, "stdin", run)
        else:
            content = read_limited(stream, _STDIN)
            reader = read_html if is_html(head) else read_text
            yield from reader(content, _STDIN, "stdin")
    except ArticleError as error:
        yield error
    finally:
        stream.detach()


def _named_by_content(outcome: Outcome) -> Outcome:
    """Name what has no name of its own by its text: standard input has no place."""
    if not isinstance(outcome, Draft) or not _UNNAMED.match(outcome.id):
        return outcome
    encoded = outcome.text.encode("utf-8", "surrogatepass")
    name = f"stdin-{sha256(encoded).hexdigest()[:_DIGITS]}"
    return replace(outcome, id=name)


def _read_named_file(path: Path, name: str, run: Run) -> Iterator[Outcome]:
    catalogue, problems = run.catalogues.beside(path.parent)
    yield from problems
    if path.name == CATALOGUE_NAME and catalogue and catalogue.entries:
        yield Note(f"{path}: describes the articles beside it, is none itself")
    else:
        yield from read_file(path, name, catalogue, run)


def _read_pattern(pattern: str, run: Run) -> Iterator[Outcome]:
    found = 0
    skipped: Counter[str] = Counter()
    top = _fixed_head(pattern)
    for path in matches(pattern):
        if kind := passed_over(path):
            skipped[kind] += path.name != CATALOGUE_NAME
            continue
        found += 1
        yield from _read_named_file(path, _name_below(path, top), run)
    yield from _skip_notes(pattern, skipped)
    if not found:
        yield refusal(pattern, "matches no file that kg reads")


def matches(pattern: str) -> list[Path]:
    """Return the files that a pattern matches, sorted.

    Its ``**`` follows no links to folders, so that it ends where they lead round.
    """
    top = _fixed_head(pattern)
    below = Path(pattern).relative_to(top).parts
    # Inside a name two stars are one.
    parts = [part if part == "**" else part.replace("**", "*") for part in below]
    hidden = any(part.startswith(".") for part in parts)
    matches = top.glob("/".join(parts) + ("/*" if parts[-1] == "**" else ""))
    return sorted(
        path
        for path in matches
        if not path.is_dir() and (hidden or not is_hidden(path.relative_to(top).parent))
    )


def is_hidden(folder: Path) -> bool:
    """Tell whether a folder, or one above it, is hidden: its name starts with a dot."""
    return any(part.startswith(".") for part in folder.parts)


def _fixed_head(pattern: str) -> Path:
    """Return the folder of a pattern above its first sign: x of ``x/*/a.txt``."""
    parts = Path(pattern).parts
    magic = next(n for n, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:magic])


def _name_below(path: Path, top: Path) -> str:
    """Return an article's name: the file's path below a folder, without its ending."""
    return path.relative_to(top).with_suffix("").as_posix()


class _Walk:
    """One folder, read with all below it, in the order of names."""

    def __init__(self, folder: Path, run: Run) -> None:
        self._folder = folder
        self._run = run
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
            links = sum((folder / entry).is_symlink() for entry in folders)
            self._skipped["link to a folder"] += links
            yield from self._enter(folder)
            for file_name in sorted(files):
                yield from self._read(folder / file_name)
        yield from self._epilogue()

    def _enter(self, folder: Path) -> Iterator[Outcome]:
        """Put a folder's metadata.csv in force, else the one of the folder above."""
        catalogue, problems = self._run.catalogues.beside(folder)
        self._in_force[folder] = catalogue or self._in_force.get(folder.parent)
        yield from problems

    def _read(self, path: Path) -> Iterator[Outcome]:
        if kind := passed_over(path):
            self._skipped[kind] += path.name != CATALOGUE_NAME
            return
        self._found += 1
        name = _name_below(path, self._folder)
        yield from read_file(path, name, self._in_force[path.parent], self._run)

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


def is_address(location: str) -> bool:
    """Tell whether a location is an address: "https://example.org/feed.xml"."""
    return _ADDRESS.match(location) is not None


def passed_over(path: Path) -> str | None:
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
