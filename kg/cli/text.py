"""The commands `kg search` and `kg read`: articles by their words, and their texts."""

import json
from dataclasses import asdict
from typing import Any

import click

from kg.cli.printing import format_option, say_note
from kg.output.plain import escape_json, plain
from kg.settings import Settings


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many articles and statements, the latest first.",
)
@format_option
@click.pass_obj
def search(
    settings: Settings, words: tuple[str, ...], limit: int, format_: str
) -> None:
    """Find articles and statements in which all words occur.

    Case and accents do not count. Words in quotation marks stand in a row, and a star
    stands for the rest of a word.

    Example:

    \b
        kg search troops Russia
        kg search '"mutual defense" agree*'
    """
    from kg.output.formats import print_rows
    from kg.output.people import for_people
    from kg.search import COLUMNS, SHOWN, search
    from kg.store import open_store

    with open_store(settings, create=False) as store:
        found = search(store, " ".join(words), limit=limit)
    if found.total > len(found.rows):
        say_note(f"{len(found.rows)} of {found.total} found; --limit gives more.")
    is_read = format_ in ("table", "long")
    rows = map(for_people, found.rows) if is_read else found.rows
    print_rows(rows, format_, columns=SHOWN if is_read else COLUMNS)


@click.command()
@click.argument("article", required=False)
@click.option(
    "--at", metavar="KEY", help="Mark the place of a statement, event or figure."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people; json for programs, with the offsets of the place.",
)
@click.pass_obj
def read(settings: Settings, article: str | None, at: str | None, format_: str) -> None:
    """Show an article's text as it was read.

    ARTICLE is its id, title or key; it need not be named beside --at. The place is
    between >>> and <<<. A graph of kg ingest --no-text holds no texts.

    Example:

    \b
        kg read 003_e9db1eb3919ca6d1
        kg read --at 3f9c0a1b
    """
    from kg.evidence import read_article
    from kg.store import open_store

    with open_store(settings, create=False) as store:
        found = read_article(store, article, at=at)
    if format_ == "json":
        encoded = json.dumps(asdict(found), ensure_ascii=False, default=str)
        click.echo(escape_json(encoded))
    else:
        _show(found)


def _show(found: Any) -> None:
    from kg.output.people import days

    day = days(found.published) if found.published else "no date"
    told = (found.title, found.source, day, found.id)
    click.secho(plain(" · ".join(filter(None, told))), bold=True)
    before, place, after = map(plain, found.parts)
    marked = click.style(f">>>{place}<<<", reverse=True) if place else ""
    click.echo(f"\n{before}{marked}{after}".rstrip("\n"))
