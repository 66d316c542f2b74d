"""Ends of a run from outside: Ctrl-C, a request to stop, a reader that went away."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


class TerminatedError(BaseException):
    """Another process asked this one to stop; no `except Exception` may catch it."""


def listen() -> None:
    """Turn a request to stop (SIGTERM) into an exception, which closes what is open."""
    signal.signal(signal.SIGTERM, _terminate)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise TerminatedError


@contextmanager
def one_line_at_the_end(ctx: click.Context) -> Iterator[None]:
    """End with one line, or none, and the exit code that shells expect of a signal."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo("kg: interrupted", err=True)
        ctx.exit(128 + signal.SIGINT)
    except TerminatedError:
        click.echo("kg: terminated", err=True)
        ctx.exit(128 + signal.SIGTERM)
    except BrokenPipeError:
        # `kg ... | head`: whoever read has enough. What is left in the buffer must not
        # be written when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(128 + signal.SIGPIPE)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        cause = (error.strerror or str(error)).lower()
        raise click.ClickException(f"{where}{cause}") from error
