"""The commands by which people judge entities, and that list what to judge."""

from collections.abc import Callable, Sequence
from typing import IO, Any

import click

from kg.cli.printing import format_option, print_answer, say_note
from kg.errors import JudgementError
from kg.judgements.judgement import ENTITY_TYPES
from kg.output.plain import plain

_WHY = click.option(
    "--why", metavar="TEXT", help="The reason, kept with the judgement."
)
_ARTICLES = click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ID",
    help="Only what this article says; may be repeated.",
)


@click.command()
@click.argument("entity")
@click.argument("other")
@_ARTICLES
@_WHY
@click.pass_obj
def merge(
    settings: Any, entity: str, other: str, articles: Sequence[str], why: str | None
) -> None:
    """Judge that OTHER is ENTITY: the two become one, now and in what is read later.

    Both are names, aliases or keys. The judgement is kept with who made it (KG_USER,
    else the login), when and why; kg undo takes it back.

    Example:

    \b
        kg merge "Antony Blinken" "Tony Blinken" --why "his nickname"
    """
    from kg import judge

    _run(
        settings,
        lambda store, by: judge.merge(store, entity, other, by=by, articles=articles),
        why,
    )


@click.command()
@click.argument("entity")
@click.argument("other", required=False)
@_ARTICLES
@_WHY
@click.pass_obj
def split(
    settings: Any,
    entity: str,
    other: str | None,
    articles: Sequence[str],
    why: str | None,
) -> None:
    """Judge that ENTITY is not OTHER, or not the one that some articles mention.

    What the articles say is then of another entity, one for all of them. Nothing is
    ever merged against such a judgement.

    Example:

    \b
        kg split "Ada Quill" --article letter --article export:7 --why "her mother"
        kg split "Ada Quill" "Ada Quill, Jr."
    """
    from kg import judge

    _run(
        settings,
        lambda store, by: judge.split(store, entity, other, by=by, articles=articles),
        why,
    )


@click.command()
@click.argument("entity")
@click.argument("name")
@_WHY
@click.pass_obj
def alias(settings: Any, entity: str, name: str, why: str | None) -> None:
    """Give ENTITY another NAME, by which it is found.

    Example:

    \b
        kg alias "Antony Blinken" "Secretary Blinken"
    """
    from kg import judge

    _run(settings, lambda store, by: judge.alias(store, entity, name, by=by), why)


@click.command()
@click.argument("entity")
@click.argument("type_", metavar="TYPE")
@_WHY
@click.pass_obj
def retype(settings: Any, entity: str, type_: str, why: str | None) -> None:
    """Judge that ENTITY is of another TYPE.

    TYPE is Person, State, Organization, Location, Group, Weapon or Other. ENTITY is
    then one with the entity of that type and name, where there is one.

    Example:

    \b
        kg retype "Bank of Canada" Organization
    """
    from kg import judge

    _run(settings, lambda store, by: judge.retype(store, entity, type_, by=by), why)


@click.command()
@click.argument("judgement", required=False)
@click.pass_obj
def undo(settings: Any, judgement: str | None) -> None:
    """Take a JUDGEMENT back, told by its key; without one, the last that was made.

    Prints what was taken back.

    Example:

    \b
        kg undo
        kg undo 3f9c
    """
    from kg import judge
    from kg.store import open_store

    with open_store(settings) as store:
        for each in judge.undo(store, judgement):
            click.echo(f"undone {plain(str(each))}")


@click.command()
@click.option(
    "--export",
    "export",
    type=click.File("wb"),
    help="Write them to this file; - shows.",
)
@click.option(
    "--import",
    "files",
    type=click.File("rb"),
    multiple=True,
    help="Take in those of this file; may be repeated.",
)
@format_option
@click.pass_context
def judgements(
    ctx: click.Context, export: IO[bytes] | None, files: Sequence[Any], format_: str
) -> None:
    """List what people judged of entities, or export or import it as a file.

    The file has the form of nomenklatura's resolver: a line of JSON a judgement,
    [target, source, judgement, score, user, timestamp], and the reason behind.
    A line that another judgement contradicts is refused; the others go on.

    Example:

    \b
        kg judgements
        kg judgements --export judgements.jsonl
        kg judgements --import judgements.jsonl
    """
    from kg.store import open_store

    with open_store(ctx.obj, create=bool(files)) as store:
        if files:
            _import(ctx, store, files)
        elif export is not None:
            _export(store, export)
        else:
            _list(store, format_)


@click.command()
@click.option(
    "--doubtful", is_flag=True, help="Those that may be one, and joins in doubt."
)
@click.option(
    "--type",
    "type_",
    metavar="TYPE",
    type=click.Choice(ENTITY_TYPES, case_sensitive=False),
    help="Only of this type: Person, State, Organization and so on.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="How many rows at most; of doubts, of either kind.",
)
@format_option
@click.pass_obj
def entities(
    settings: Any, doubtful: bool, type_: str | None, limit: int, format_: str
) -> None:
    """List entities, as kg ask entities does, or those that need a judgement.

    With --doubtful come first the pairs that may be one ("one?"), of one type and of
    near names, the likeliest first; then the names that were taken for another's
    ("two?"), the least sure first. The keys are for kg merge and kg split,
    which also tell a pair apart for good.

    Example:

    
        kg entities --doubtful --type person
    """
    from kg.store import open_store

    with open_store(settings, create=False) as store:
        if doubtful:
            _list_doubts(store, type_, limit, format_)
        else:
            from kg.ask import answer

            asked = {"type": type_, "limit": limit}
            print_answer(answer(store, "entities", asked), format_=format_)


def _list_doubts(store: Any, type_: str | None, limit: int, format_: str) -> None:
    from kg.doubtful import COLUMNS, SHOWN, doubtful
    from kg.output.formats import print_rows

    rows = doubtful(store, type_=type_)
    kept = []
    for kind in ("one?", "two?"):
        of_kind = [row for row in rows if row["doubt"] == kind]
        kept += of_kind[:limit]
        if len(of_kind) > limit:
            note = f"{limit} of {len(of_kind)} rows '{kind}'; --limit gives more."
            say_note(note)
    print_rows(
        kept, format_, columns=SHOWN if format_ in ("table", "long") else COLUMNS
    )


def _import(ctx: click.Context, store: Any, files: Sequence[Any]) -> None:
    from kg import judge

    refused: list[JudgementError] = []
    count = judge.read_judgements(store, files, on_refused=refused.append)
    for error in refused:
        click.echo(f"refused: {plain(str(error))}", err=True)
    click.echo("1 judgement is new" if count == 1 else f"{count} judgements are new")
    if refused:
        ctx.exit(1)


def _export(store: Any, out: IO[bytes]) -> None:
    from kg.judgements.judgement import to_line

    for each in store.judgements():
        out.write(f"{to_line(each)}\n".encode())


def _list(store: Any, format_: str) -> None:
    from kg.judge import to_row
    from kg.output.formats import print_rows

    print_rows(map(to_row, store.judgements()), format_)


def _run(settings: Any, judge: Callable[[Any, Any], Any], why: str | None) -> None:
    from kg.judge import By
    from kg.store import open_store

    with open_store(settings) as store:
        for each in judge(store, By(settings.user, why)):
            click.echo(plain(str(each)))
