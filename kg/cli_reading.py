"""What the commands that read articles share: options, refusals, a counter."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

from kg.errors import ArticleError


def _columns(
    _ctx: click.Context, _parameter: click.Parameter, value: str | None
) -> dict[str, str]:
    from kg.articles.columns import parse_columns

    try:
        return parse_columns(value) if value else {}
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


_OPTIONS = (
    click.option(
        "--published",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Publication date of articles that carry none, YYYY-MM-DD.",
    ),
    click.option("--source", help="Publisher of articles that name none."),
    click.option(
        "--override",
        is_flag=True,
        help="Let --published and --source hold for all articles.",
    ),
    click.option(
        "--columns",
        metavar="COLUMN=HEADING,...",
        callback=_columns,
        help="Headings of tables, such as title=Titel,published=Datum.",
    ),
    click.option(
        "--public-only",
        is_flag=True,
        help="Fetch no address that a feed supplies on a private network.",
    ),
    click.option(
        "--processes",
        type=click.IntRange(min=0),
        default=0,
        help="How many processes read; 0 is one a core.",
    ),
)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that every command which reads articles has."""
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    for option in reversed((paths, *_OPTIONS)):
        command = option(command)
    return command


class Refusals:
    """Say each refused article at once, count them, and fail the command in the end."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: ArticleError) -> None:
        """Print one refusal to stderr."""
        self.count += 1
        click.echo(f"refused: {error}", err=True)

    def finish(self, ctx: click.Context) -> None:
        """Exit with code 1 where anything was refused."""
        if self.count:
            noun = "article" if self.count == 1 else "articles"
            click.echo(f"{self.count} {noun} refused", err=True)
            ctx.exit(1)


def say_note(note: str) -> None:
    """Print a note to stderr."""
    click.echo(f"note: {note}", err=True)


def read(
    reading: dict[str, Any],
    refusals: Refusals,
    *,
    visits: Any = None,
    dry: bool = False,
) -> Iterator[Any]:
    """Yield the articles of the paths, read as the options say."""
    from kg.articles import Defaults, Run, Visits, read_articles

    published: Any = reading["published"]
    day: date | None = published.date() if published else None
    return read_articles(
        reading["paths"],
        on_refused=refusals,
        on_note=say_note,
        defaults=Defaults(day, reading["source"], reading["override"]),
        run=Run(
            columns=reading["columns"],
            public_only=reading["public_only"],
            visits=visits or Visits(),
            dry=dry,
        ),
    )


@contextmanager
def progress(verb: str) -> Iterator[Callable[[], None]]:
    """Show a counter of articles on stderr while they pass."""
    from rich.console import Console
    from rich.progress import (
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TextColumn("articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda: bar.advance(task)


def ingest_once(
    store: Any,
    settings: Any,
    reading: dict[str, Any],
    refusals: Refusals,
    until: Callable[[], bool] = lambda: False,
) -> str:
    """Read the paths into a store until done, or told to stop; return the summary."""
    from itertools import takewhile

    from kg import build

    force = reading.get("force", False)
    visits = build.open_visits(settings, store, force=force)
    articles = read(reading, refusals, visits=visits)
    with progress("Reading") as advance:
        report = build.ingest(
            takewhile(lambda _: not until(), articles),
            store,
            model=settings.model,
            processes=reading["processes"],
            force=force,
            on_article=advance,
            on_note=say_note,
        )
    # Only now is written what the visits say was read.
    visits.save()
    return report.summary()
