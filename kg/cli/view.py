"""The command `kg view`: the graph, or a part of it, as one HTML page."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kg.cli.printing import write_page
from kg.output.plain import plain
from kg.settings import Settings

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option(
    "--around", metavar="NAME", help="Only what is linked to NAME; any alias."
)
@click.option(
    "--hops",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    help="How many links away from NAME.",
)
@click.option(
    "--from", "since", type=_DAY, help="Said or happened on that day or later."
)
@click.option(
    "--to", "until", type=_DAY, help="Said or happened on that day or earlier."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="How many entities at most, the most important first.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("graph.html"),
    show_default=True,
    help="File to write.",
)
@click.pass_obj
def view(
    settings: Settings,
    /,
    *,
    since: datetime | None,
    until: datetime | None,
    output: Path,
    **options: Any,
) -> None:
    """Write the graph as one HTML page that works offline.

    Example:

    \b
        kg view -o graph.html
        kg view --around "Choe Son Hui" --hops 1 -o choe.html
    """
    from kg.store import open_store
    from kg.view import view_page

    with open_store(settings, create=False) as store:
        html = view_page(store, from_=_iso(since), to=_iso(until), **options)
    write_page(output, html)
    click.echo(plain(str(output)))


def _iso(day: datetime | None) -> str | None:
    return None if day is None else day.date().isoformat()
