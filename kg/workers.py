"""Worker processes that end with their parent, and whose deaths cost one item each."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock, Thread
from types import ModuleType
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


class Killed:
    """What stands for the outcome of an item whose process was killed."""


def in_processes(
    work: Callable[[list[Item]], list[Done]],
    chunks: Iterable[list[Item]],
    *,
    processes: int,
) -> Iterator[tuple[Item, Done | Killed]]:
    """Yield each item with what `work` makes of it, in order, from many processes.

    `work` turns a chunk of items into as many outcomes; it and they are pickled. Every
    process has one chunk waiting and no more, so memory does not grow with the items.
    Where a process is killed, for memory mostly, the items of the chunks that were
    under way are tried again one at a time, and that one yields `Killed` which
    its process dies of.
    """
    pool = _Pool(work, processes)
    waiting: deque[tuple[list[Item], Future[list[Done]]]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(chunk)))
            if len(waiting) > 2 * processes:
                yield from _outcomes(work, *waiting.popleft())
        while waiting:
            yield from _outcomes(work, *waiting.popleft())
    finally:
        pool.close()


def _outcomes(
    work: Callable[[list[Item]], list[Done]],
    chunk: list[Item],
    future: Future[list[Done]],
) -> Iterator[tuple[Item, Done | Killed]]:
    try:
        done = future.result()
    except BrokenProcessPool:
        yield from _one_by_one(work, chunk)
    else:
        yield from zip(chunk, done, strict=True)


def _one_by_one(
    work: Callable[[list[Item]], list[Done]], chunk: list[Item]
) -> Iterator[tuple[Item, Done | Killed]]:
    pool = _Pool(work, 1)
    try:
        for item in chunk:
            try:
                yield item, pool.submit([item]).result()[0]
            except BrokenProcessPool:
                yield item, Killed()
    finally:
        pool.close()


class _Pool(Generic[Item, Done]):
    """An executor that is made anew when one of its processes was killed.

    Its processes hold one end of a pipe, the leash. When the other end closes, whether
    by `close` or because this process is gone, they end at once.
    """

    def __init__(self, work: Callable[[list[Item]], list[Done]], processes: int):
        self._work = work
        self._processes = processes
        self._open()

    def _open(self) -> None:
        context = _Context()
        held, self._leash = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            self._processes, mp_context=context, initializer=_start, initargs=(held,)
        )

    def submit(self, chunk: list[Item]) -> Future[list[Done]]:
        """Hand a chunk to the next free process."""
        try:
            return self._executor.submit(self._work, chunk)
        except BrokenProcessPool:
            self.close()
            self._open()
            return self._executor.submit(self._work, chunk)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        self._leash.close()
        self._executor.shutdown(cancel_futures=True)


class _Process(SpawnProcess):
    """A process that does not run the caller's script again.

    A spawned process runs the main script once more, to find the functions defined
    there; a script without a guard would start the whole run over. None of ours is.
    """

    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - the name multiprocessing calls
        with _without_main():
            return SpawnProcess._Popen(process_obj)


class _Context(SpawnContext):
    Process = _Process


_starting = Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    with _starting:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _start(leash: Connection) -> None:
    # Ctrl-C reaches every process of a terminal; what to do about it is the parent's.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    try:
        leash.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
