"""The command line: arguments in, library call, print."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kg.cli import text
from kg.cli.ask import ask, browser, cypher
from kg.cli.export import export
from kg.cli.judge import alias, entities, judgements, merge, retype, split, undo
from kg.cli.printing import Refusals, print_answer, say_note, write_page
from kg.cli.reading import ingest_once, read, reading_options
from kg.cli.signals import listen, one_line_at_the_end
from kg.cli.view import view
from kg.cli.watch import watch
from kg.errors import ArticleError, KgError
from kg.output.plain import plain
from kg.output.progress import progress
from kg.settings import Settings


class KgGroup(click.Group):
    """A group that turns every `KgError` into one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        with one_line_at_the_end(ctx):
            try:
                return super().invoke(ctx)
            except KgError as error:
                raise click.ClickException(str(error)) from error


@click.group(cls=KgGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg-news", prog_name="kg")
@click.option(
    "--store",
    metavar="FOLDER|URI",
    help="Where the graph is: a folder (embedded engine) or a Bolt address such as "
    "neo4j://localhost:7687.  [default: KG_STORE, else NEO4J_URI, else ./.kg]",
)
@click.option(
    "--model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of another model package.  [default: the packaged one]",
)
@click.option("--verbose", "-v", is_flag=True, help="Log what is done, to stderr.")
@click.pass_context
def cli(
    ctx: click.Context, store: str | None, model: Path | None, verbose: bool
) -> None:
    """Turn news articles into a knowledge graph: who said what about whom, and when.

    The password of a Neo4j server comes from NEO4J_PASSWORD, never from an option.
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
    )
    ctx.obj = Settings.from_env(store=store, model=model)


@cli.command()
@reading_options
@click.option("--force", is_flag=True, help="Read unchanged articles again, too.")
@click.option(
    "--dry-run", is_flag=True, help="Say what would be read, and change nothing."
)
@click.pass_context
def ingest(ctx: click.Context, /, dry_run: bool, **reading: Any) -> None:
    """Read articles and put what they say into the graph.

    PATH is a file (.txt, .md, .html, .jsonl, .csv), a folder, a glob, - for standard
    input, or the http(s) address of a page or feed. A second run creates nothing.

    Example:

    \b
        kg ingest seeds
        kg --store neo4j://localhost:7687 ingest 'articles/*.html'
    """
    from kg.store import open_store

    refusals = Refusals()
    if dry_run:
        done = _list_articles(reading, refusals)
    else:
        with open_store(ctx.obj) as store:
            report = ingest_once(store, ctx.obj, reading, refusals)
        click.echo(report.summary())
        done = report.written + report.unchanged
    refusals.finish(ctx, done=done)


def _list_articles(reading: dict[str, Any], refusals: Refusals) -> int:
    """Print a line for each article: id, date, words, title; return how many."""
    from kg.identity import Names

    listed = 0
    articles = read(reading, refusals, dry=True)
    for article in Names(on_note=say_note).articles(articles):
        day = article.published or "no date"
        count = f"{len(article.text.split()):,} words"
        click.echo("\t".join((article.id, str(day), count, article.title or "")))
        listed += 1
    return listed


@cli.command()
@reading_options
@click.pass_context
def extract(ctx: click.Context, /, **reading: Any) -> None:
    """Print what articles say as JSON, one article a line; needs no graph.

    Example:

    \b
        kg extract seeds > extractions.jsonl
        kg load extractions.jsonl
    """
    from kg.identity import Names
    from kg.reading import extract as extractions
    from kg.records import to_json, without_text

    refusals = Refusals()
    articles = Names(on_note=say_note).articles(read(reading, refusals))
    out = sys.stdout.buffer
    done = 0
    for found in extractions(
        articles,
        model=ctx.obj.model,
        processes=reading["processes"],
        timeout=reading["article_timeout"],
        on_refused=refusals,
    ):
        shown = without_text(found) if reading["no_text"] else found
        out.write(to_json(shown) + b"\n")
        out.flush()
        done += 1
    refusals.finish(ctx, done=done)


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.pass_context
def load(ctx: click.Context, files: Sequence[Any]) -> None:
    """Put extractions into the graph that `kg extract` printed, here or elsewhere.

    Example:

    \b
        kg extract seeds | kg load -
    """
    from kg import build
    from kg.store import open_store

    refusals = Refusals()
    with open_store(ctx.obj) as store, progress("Loading") as bar:
        report = build.load(
            build.read_extractions(files, on_refused=refusals),
            store,
            model=ctx.obj.model,
            on_article=bar,
            on_note=say_note,
            on_refused=refusals,
        )
    click.echo(report.summary())
    refusals.finish(ctx, done=report.written)


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.pass_context
def retract(ctx: click.Context, articles: Sequence[str]) -> None:
    """Take articles, named by their ids, and all that they contributed out again.

    Example:

    \b
        kg retract 003_e9db1eb3919ca6d1
    """
    from kg.store import open_store

    refusals = Refusals()
    with open_store(ctx.obj, create=False) as store, store.writing():
        for article in articles:
            try:
                counters = store.retract(article)
            except ArticleError as error:
                refusals(error)
            else:
                click.echo(f"{article}: {counters}")
    refusals.finish(ctx, done=len(articles) - refusals.count)


@cli.command()
@reading_options
@click.option(
    "--output",
    "-o",
    default="graph.html",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write.",
)
@click.pass_context
def quickstart(ctx: click.Context, /, output: Path, **reading: Any) -> None:
    """Do the main job in one go: ingest, three questions answered, a page written.

    Example:

    \b
        kg quickstart seeds
    """
    from kg.quickstart import three_questions
    from kg.store import open_store
    from kg.view import view_page

    refusals = Refusals()
    with open_store(ctx.obj) as store:
        report = ingest_once(store, ctx.obj, reading, refusals)
        click.echo(report.summary())
        for asked in three_questions(store):
            click.secho(f"\n$ {asked.command}", bold=True)
            print_answer(asked.answer, format_="table")
        write_page(output, view_page(store))
    click.echo(f"\nPage: {plain(str(output.resolve()))}")
    refusals.finish(ctx, done=report.written + report.unchanged)


@cli.command()
@click.pass_obj
def stats(settings: Settings) -> None:
    """Count what the graph holds, by label and relationship type.

    Example:

    \b
        kg stats
    """
    from kg.output.formats import print_rows
    from kg.store import open_store

    with open_store(settings, create=False) as store:
        print_rows(store.stats(), "table")


@cli.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Check that the graph holds what its articles' own records say, and no more.

    Prints what is wrong, by article, and ends with exit code 1 where anything is. Take
    such an article out and in again: kg retract, then kg ingest.

    Example:

    \b
        kg check
    """
    from kg.store import open_store

    count = 0
    with open_store(ctx.obj, create=False) as store:
        for fault in store.check():
            click.echo(fault)
            count += 1
    click.echo("1 fault" if count == 1 else f"{count} faults", err=True)
    if count:
        ctx.exit(1)


cli.add_command(ask)
cli.add_command(cypher)
cli.add_command(browser)
cli.add_command(view)
cli.add_command(export)
cli.add_command(watch)
cli.add_command(text.read)
cli.add_command(text.search)
for judging in (entities, merge, split, alias, retype, undo, judgements):
    cli.add_command(judging)


def main() -> None:
    """Run the command line."""
    listen()
    cli(prog_name="kg")


if __name__ == "__main__":
    main()
