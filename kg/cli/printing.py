"""What every command prints: refusals, notes and answers."""

from pathlib import Path
from typing import Any

import click

from kg.errors import ArticleError
from kg.output.formats import FORMATS
from kg.output.plain import plain

# Beside click's 1 (an error, or some articles refused) and 2 (wrong usage).
NOTHING_DONE = 3


format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print the rows.",
)


class Refusals:
    """Say each refused article at once, count them, and fail the command in the end."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: ArticleError) -> None:
        """Print one refusal to stderr."""
        self.count += 1
        click.echo(f"refused: {error}", err=True)

    def finish(self, ctx: click.Context, *, done: int) -> None:
        """Exit with code 1 where anything was refused, 3 where `done` is 0 then."""
        if self.count:
            noun = "article" if self.count == 1 else "articles"
            nothing = "" if done else "; nothing was done"
            click.echo(f"{self.count} {noun} refused{nothing}", err=True)
            ctx.exit(1 if done else NOTHING_DONE)


def say_note(note: str) -> None:
    """Print a note to stderr."""
    click.echo(f"note: {note}", err=True)


def write_page(output: Path, html: str) -> None:
    """Write a page to a file; a folder that is not there is said in one line."""
    try:
        output.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(
            f"cannot write {plain(str(output))}: {error.strerror}"
        ) from error


def print_answer(answered: Any, *, format_: str, all_columns: bool = False) -> None:
    """Print an answer's rows to stdout and its notes to stderr."""
    from kg.output.formats import print_rows
    from kg.output.people import for_people

    is_read = format_ in ("table", "long")
    columns = answered.query.columns
    if is_read and not all_columns:
        columns = answered.query.shows
    for note in answered.notes:
        say_note(note)
    rows = map(for_people, answered.rows) if is_read else answered.rows
    print_rows(rows, format_, columns=columns)
