"""One folder, several processes: many read it at a time, or one writes it.

The operating system gives a lock back when its process ends, however it ends. Locks
are held for one question or one batch, so that nobody waits long.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from kg.errors import StoreError

NAME = "lock"
# Seconds that a process waits for others: a batch of long articles is written in less.
PATIENCE = 60.0
_PAUSE = 0.02


class FolderLock:
    """The lock of a graph's folder, kept in a file that says who writes, since when."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep writers out while the block runs.

        A folder that cannot be written has no writers, and needs no lock. Raises
        `StoreError` where another process goes on writing.
        """
        descriptor = self._open_to_read()
        if descriptor is None:
            yield
            return
        with self._locked(descriptor, fcntl.LOCK_SH):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep everybody else out while the block runs.

        Raises `OSError` where the folder cannot be written, and `StoreError` where
        others go on reading or writing.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        with self._locked(descriptor, fcntl.LOCK_EX):
            since = datetime.now().astimezone().isoformat(" ", "seconds")
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"process {os.getpid()}, since {since}".encode(), 0)
            yield

    def is_awaited(self) -> bool:
        """Tell whether another process, or store, waits for this lock."""
        with _descriptor_of(self._folder) as folder:
            try:
                return not _try(folder, fcntl.LOCK_EX)
            except OSError:  # a network's file system that locks files alone
                return False

    def let_pass(self) -> None:
        """Give those who wait the time to take the lock."""
        time.sleep(3 * _PAUSE)

    def _open_to_read(self) -> int | None:
        try:
            return os.open(self._path, os.O_RDONLY)
        except FileNotFoundError:
            return self._create_to_read()
        except OSError as error:
            raise StoreError(f"{self._path}: cannot read: {error.strerror}") from error

    def _create_to_read(self) -> int | None:
        try:
            return os.open(self._path, os.O_RDONLY | os.O_CREAT, 0o666)
        except OSError:  # of a read-only folder
            return None

    @contextmanager
    def _locked(self, descriptor: int, kind: int) -> Iterator[None]:
        try:
            if not _try(descriptor, kind):
                self._wait(descriptor, kind)
            yield
        finally:
            os.close(descriptor)

    def _wait(self, descriptor: int, kind: int) -> None:
        """Wait for the lock, and hold one on the folder itself to say so."""
        patient_until = time.monotonic() + PATIENCE
        with _descriptor_of(self._folder) as folder:
            with suppress(OSError):  # then nobody gives way, and time decides
                fcntl.flock(folder, fcntl.LOCK_SH)
            while not _try(descriptor, kind):
                if time.monotonic() > patient_until:
                    raise StoreError(f"{self._folder}: {_holder(descriptor)}")
                time.sleep(_PAUSE)


@contextmanager
def _descriptor_of(folder: Path) -> Iterator[int]:
    """Open a folder, to lock it: so a waiter is seen where no file can be written."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _try(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(descriptor: int) -> str:
    """Say who holds the lock: a writer leaves its name, readers do not."""
    if _try(descriptor, fcntl.LOCK_SH):
        return "another process is still reading this graph; try again"
    writer = os.pread(descriptor, 200, 0).decode("utf-8", "replace")
    return f"another process writes to this graph ({writer}); try again"
