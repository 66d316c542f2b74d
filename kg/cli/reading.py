"""What the commands that read articles share: their options, and the reading."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kg.cli.printing import Refusals, say_note
from kg.errors import ArticleError
from kg.output.progress import progress

if TYPE_CHECKING:
    from kg.build import Report


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
        "--article-timeout",
        type=click.IntRange(min=1, max=1_000_000),
        metavar="SECONDS",
        help="Refuse an article that takes longer.  [default: none]",
    ),
    click.option(
        "--no-text", is_flag=True, help="Do not keep the texts of the articles."
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


def read(
    reading: dict[str, Any],
    on_refused: Callable[[ArticleError], None],
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
        on_refused=on_refused,
        on_note=say_note,
        defaults=Defaults(day, reading["source"], reading["override"]),
        run=Run(
            columns=reading["columns"],
            public_only=reading["public_only"],
            visits=visits or Visits(),
            dry=dry,
        ),
    )


def ingest_once(
    store: Any,
    settings: Any,
    reading: dict[str, Any],
    refusals: Refusals,
    until: Callable[[], bool] = lambda: False,
) -> "Report":
    """Read the paths into a store until done, or told to stop."""
    from itertools import takewhile

    from kg import build
    from kg.articles import Run
    from kg.articles.counting import count_articles

    def count() -> int | None:
        return count_articles(reading["paths"], Run(columns=reading["columns"]))

    force = reading.get("force", False)
    visits = build.open_visits(settings, store, force=force)
    with progress("Reading", count=count) as bar:

        def refuse(error: ArticleError) -> None:
            refusals(error)
            bar()

        articles = read(reading, refuse, visits=visits)
        report = build.ingest(
            takewhile(lambda _: not until(), articles),
            store,
            model=settings.model,
            processes=reading["processes"],
            timeout=reading["article_timeout"],
            force=force,
            text=not reading["no_text"],
            on_article=bar,
            on_reading=bar.at,
            on_note=say_note,
            on_refused=refuse,
        )
    # Only now is written what the visits say was read.
    visits.save()
    return report
