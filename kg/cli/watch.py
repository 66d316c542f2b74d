"""kg watch: read feeds again and again, until told to end."""

import re
import signal
from threading import Event
from types import FrameType
from typing import Any

import click

from kg.cli.printing import Refusals
from kg.cli.reading import ingest_once, reading_options
from kg.cli.signals import take_time
from kg.errors import KgError
from kg.settings import Settings

_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _span(_ctx: click.Context, _parameter: click.Parameter, value: str) -> float:
    match = _SPAN.fullmatch(value.strip().lower())
    if not match or not float(match[1]):
        raise click.BadParameter(f"{value!r} is not a time such as 90s, 15m, 2h or 1d")
    return float(match[1]) * _SECONDS[match[2]]


@click.command()
@reading_options
@click.option(
    "--every",
    default="15m",
    show_default=True,
    callback=_span,
    help="How long from the end of one round to the next: 90s, 15m, 2h, 1d.",
)
@click.pass_obj
def watch(settings: Settings, /, every: float, **reading: Any) -> None:
    """Read feeds into the graph, and again what is new, until a signal ends it.

    Between the rounds the graph is free for others. SIGINT (Ctrl-C) and SIGTERM end it
    when what was read is written; started again, it goes on there.

    Example:

    \b
        kg watch https://example.org/feed.xml --every 15m
    """
    stop = Event()
    take_time()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    former = {
        each: signal.signal(each, end) for each in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        while not stop.is_set():
            _round(settings, reading, stop)
            stop.wait(every)
    finally:
        for each, handler in former.items():
            signal.signal(each, handler)
    click.echo("ended; kg watch goes on from here")


def _round(settings: Settings, reading: dict[str, Any], stop: Event) -> None:
    """Read once; what goes wrong is said, and the next round tries again."""
    from kg.store import open_store

    refusals = Refusals()
    try:
        with open_store(settings) as store:
            report = ingest_once(store, settings, reading, refusals, stop.is_set)
    except KgError as error:
        click.echo(f"error: {error}", err=True)
    else:
        click.echo(report.summary())
