"""Ends of a run from outside: Ctrl-C, a request to stop, a reader that went away."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from types import FrameType

import click

from kg.output.plain import plain

# A disk that takes no more says so when a file is written, without the file's name.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


# Seconds that a run has to end by itself; a wait in Java or C hears of no exception.
_GRACE = 3.0
_LINES = {signal.SIGINT: "kg: interrupted", signal.SIGTERM: "kg: terminated"}
_ending = Event()


class TerminatedError(BaseException):
    """Another process asked this one to stop; no `except Exception` may catch it."""


def listen() -> None:
    """Turn a request to stop (SIGTERM) into an exception, which closes what is open.

    Where a run has not ended some seconds after Ctrl-C or such a request, since its
    main thread waits outside of Python, the process ends all the same.
    """
    signal.signal(signal.SIGTERM, _terminate)
    numbers, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    Thread(target=_end_in_the_end, args=(numbers,), daemon=True).start()


def take_time() -> None:
    """Let a command that has handlers of its own end when it is done."""
    signal.set_wakeup_fd(-1)


def _end_in_the_end(numbers: int) -> None:
    number = 0
    while number not in _LINES:
        (number,) = os.read(numbers, 1)
    if not _ending.wait(_GRACE):
        click.echo(_LINES[signal.Signals(number)], err=True)
        os._exit(128 + number)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise TerminatedError


@contextmanager
def one_line_at_the_end(ctx: click.Context) -> Iterator[None]:
    """End with one line, or none, and the exit code that shells expect of a signal."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        _ending.set()
        click.echo(_LINES[signal.SIGINT], err=True)
        ctx.exit(128 + signal.SIGINT)
    except TerminatedError:
        _ending.set()
        click.echo(_LINES[signal.SIGTERM], err=True)
        ctx.exit(128 + signal.SIGTERM)
    except BrokenPipeError:
        # `kg ... | head`: whoever read has enough. The code is click's and rich's.
        _forget_output()
        ctx.exit(1)
    except OSError as error:
        _forget_output()
        where = error.filename or ("cannot write" if error.errno in _FULL else None)
        cause = (error.strerror or str(error)).lower()
        line = f"{plain(str(where))}: {cause}" if where else cause
        raise click.ClickException(line) from error


def _forget_output() -> None:
    """Leave what is in the buffer, which Python would try to write when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
