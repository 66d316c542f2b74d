"""What a format offers, and files that stand whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from kg.errors import ExportError
from kg.store.pieces import Piece


class Sink(Protocol):
    """Takes a graph, a piece at a time."""

    def add(self, piece: Piece) -> None:
        """Write a piece of the graph."""


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give a file to write that takes the place of `path` where all went well.

    Raises `ExportError` where it cannot be written.
    """
    with _clear_errors(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        part = Path(name)
        try:
            yield part
            part.chmod(0o666 & ~_umask())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to fill that becomes `path` where all went well.

    Raises `ExportError` where `path` holds anything already, or cannot be written.
    """
    with _clear_errors(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ExportError(f"{path}: expected a new or an empty folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        try:
            yield part
            part.chmod(0o777 & ~_umask())
            part.replace(path)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"cannot write {path}: {error.strerror or error}") from error


def _umask() -> int:
    """Return which rights new files do not get; the system tells by a change alone."""
    umask = os.umask(0o022)
    os.umask(umask)
    return umask
