"""The command `kg export`: the whole graph for other programs."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from kg.cli.printing import Refusals, say_note
from kg.output.plain import plain
from kg.output.progress import progress

# Named here, so that other commands need not load what writes them; a test compares.
_FORMATS = ("graphml", "csv", "parquet", "json-ld", "ftm", "neo4j-admin")


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; with csv, parquet and neo4j-admin a new folder.",
)
@click.option(
    "--from",
    "files",
    multiple=True,
    type=click.File("rb"),
    metavar="FILE",
    help="Not the graph, but what these files of kg extract make; - is stdin. Repeat.",
)
@click.pass_context
def export(
    ctx: click.Context, /, *, format_: str, output: Path, files: tuple[Any, ...]
) -> None:
    """Write the whole graph: graphml, csv, parquet, json-ld, ftm or neo4j-admin.

    Example:

    \b
        kg export graphml -o graph.graphml
        kg export csv -o tables
        kg export neo4j-admin -o import --from extractions.jsonl
    """
    from kg.export.formats import export as write
    from kg.store import open_store

    refusals = Refusals()
    with ExitStack() as stack:
        if files:
            pieces = _joined(ctx, files, refusals, stack)
        else:
            store = stack.enter_context(open_store(ctx.obj, create=False))
            pieces = store.pieces()
        write(pieces, format_, output, on_note=say_note)
    click.echo(plain(str(output)))
    # The graph was written, be it empty.
    refusals.finish(ctx, done=1)


def _joined(
    ctx: click.Context, files: tuple[Any, ...], refusals: Refusals, stack: ExitStack
) -> Any:
    """Return the pieces of the graph that files of extractions make."""
    from kg import build
    from kg.store.batch import Batch

    batch = stack.enter_context(Batch())
    with progress("Joining") as bar:
        build.load(
            build.read_extractions(files, on_refused=refusals),
            batch,
            model=ctx.obj.model,
            on_article=bar,
            on_note=say_note,
            on_refused=refusals,
        )
    return batch.pieces()
