"""The commands that read the graph: `kg ask`, `kg cypher` and `kg browser`."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import click

from kg.cli.parameters import parse_value
from kg.cli.printing import format_option, print_answer, say_note
from kg.errors import QueryError
from kg.output.formats import FORMATS
from kg.queries import Parameter, Query
from kg.settings import Settings

_FORMAT = click.Option(
    ["--format", "format_"],
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="table, and long (a block a row), for people; json, jsonl and csv for "
    "programs, with every column.",
)
_LONG = click.Option(
    ["--long", "is_long"],
    is_flag=True,
    help="A block of lines a row in place of a table, with what a narrow one drops.",
)
_TIMEOUT = click.Option(
    ["--timeout"],
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give up a question that takes longer.  [default: none]",
)
_ALL = click.Option(
    ["--all", "all_columns"], is_flag=True, help="Every column in the table, too."
)


class Questions(click.Group):
    """A group with one command for each question module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the questions' names, sorted."""
        from kg.ask import question_name, questions

        return [question_name(query) for query in questions()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Build the command that asks the question; hyphen and underscore are one."""
        from kg.ask import load_question
        from kg.asking.question import is_plain

        if is_plain(cmd_name):
            return _make_plain_command(cmd_name)
        return make_command(load_question(cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a question in plain words without quotation marks for one argument."""
        words = list(takewhile(lambda each: not each.startswith("-"), args))
        # Not so a question's name and its first parameters: ``kg ask said-by Blinken``.
        if len(words) > 2 and len(words) > 1 + _places_of(words[0]):
            args = [" ".join(words), *args[len(words) :]]
        return super().resolve_command(ctx, args)


def _places_of(name: str) -> int:
    """Return how many parameters the question of a name takes without their options."""
    from kg.ask import question_name, questions

    name = name.replace("_", "-")
    return sum(
        len(_placed(query)) for query in questions() if question_name(query) == name
    )


def _placed(query: Query) -> list[Parameter]:
    """Return what may be given without its option: what is required, else the first."""
    required = [each for each in query.parameters if each.required]
    return required or [query.parameters[0]]


@click.group(cls=Questions, invoke_without_command=True)
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ask a question of your own: a .cypher file with the same header.",
)
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of that question; may be repeated.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    help="How to print the answer to --file.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give up the question of --file when it takes longer.  [default: none]",
)
@click.pass_context
def ask(
    ctx: click.Context,
    file: Path | None,
    params: Sequence[str],
    format_: str,
    timeout: float | None,
) -> None:
    """Answer a question; without one, list the questions.

    A question is one of those listed, or plain words in quotation marks. A name may be
    any alias, in any case, with or without accents.

    Example:

    \b
        kg ask
        kg ask "what did Choe say about Russia in November?"
        kg ask who-said-what --speaker "Choe Son Hui" --about Russia --from 2024-11-01
        kg ask who-said-what --help
    """
    if ctx.invoked_subcommand is not None:
        if file is not None:
            raise click.UsageError("give --file or the name of a question, not both")
        return
    if file is None:
        _list_questions(format_)
        return
    from kg.ask import load_question_file

    query = load_question_file(file)
    settings = replace(ctx.obj, timeout=timeout)
    given = dict(map(_split, params))
    _ask(settings, query, given, format_=format_, all_columns=False)


@click.command()
@click.argument("statement")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; its value is read as JSON where it is JSON, else as text.",
)
@format_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give up a statement that takes longer.  [default: none]",
)
@click.pass_obj
def cypher(
    settings: Settings,
    statement: str,
    params: Sequence[str],
    format_: str,
    timeout: float | None,
) -> None:
    """Run a read-only Cypher statement; - reads it from standard input.

    A statement that would write is refused.

    Example:

    \b
        kg cypher 'MATCH (person:Person) RETURN person.name LIMIT 5'
        kg cypher 'MATCH (a:Article {id: $id}) RETURN a.title' --param id=letter
    """
    from kg.output.formats import print_rows
    from kg.store import open_store

    if statement == "-":
        statement = sys.stdin.read()
    parameters = {name: parse_value(name, value) for name, value in map(_split, params)}
    with open_store(replace(settings, timeout=timeout), create=False) as store:
        print_rows(store.read_statement(statement, parameters), format_)


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("neo4j-browser"),
    show_default=True,
    help="The folder to write to.",
)
def browser(output: Path) -> None:
    """Write a style file and the questions as saved scripts for the Neo4j Browser.

    Drop both files on the Browser's window: it colours the graph and lists the
    questions among the saved scripts. The guide beside them walks a newcomer through.

    Example:

    \b
        kg browser -o neo4j-browser
    """
    from kg.view.neo4j_browser import write_assets

    for path in write_assets(output):
        click.echo(path)


def make_command(query: Query) -> click.Command:
    """Build the command of a question from its header."""
    from kg.ask import command_line, question_name

    example = f"Example:\n\n\b\n    {command_line(query, query.example)}"

    @click.pass_context
    def run(ctx: click.Context, /, timeout: float | None, **given: Any) -> None:
        shown = _take_shown(given)
        values = [given.pop(place.name) for place in places]
        asked = {name.removeprefix("p_"): value for name, value in given.items()}
        for parameter, value in zip(placed, values, strict=True):
            _take_placed(asked, parameter, value)
        for option in required:
            if asked[option.name.removeprefix("p_")] is None:
                raise click.MissingParameter(ctx=ctx, param=option)
        _ask(replace(ctx.obj, timeout=timeout), query, asked, **shown)

    options = {
        each.name: _make_option(each, query.values.get(each.name))
        for each in query.parameters
    }
    required = [options[each.name] for each in query.parameters if each.required]
    placed = _placed(query)
    places = [
        click.Argument([f"a_{name}"], required=False, metavar=f"[{name.upper()}]")
        for name in (each.name for each in placed)
    ]
    return click.Command(
        question_name(query),
        callback=run,
        params=[*places, *options.values(), _TIMEOUT, _ALL, _LONG, _FORMAT],
        short_help=query.title,
        help=f"{query.title}.\n\n{query.explanation}\n\n{example}",
    )


def _make_plain_command(words: str) -> click.Command:
    """Build the command of a question in plain words."""

    @click.pass_context
    def run(
        ctx: click.Context, /, limit: str | None, timeout: float | None, **given: Any
    ) -> None:
        settings = replace(ctx.obj, timeout=timeout)
        _ask_plainly(settings, words, {"limit": limit}, **_take_shown(given))

    limit = click.Option(["--limit"], metavar="N", help="How many rows.")
    return click.Command(
        words,
        callback=run,
        params=[limit, _TIMEOUT, _ALL, _LONG, _FORMAT],
        help="Answer a question in plain words, and say how it was understood.",
    )


def _take_shown(given: dict[str, Any]) -> dict[str, Any]:
    """Take from a command's options those that say how an answer is printed."""
    shown = {name: given.pop(name) for name in ("format_", "all_columns")}
    if given.pop("is_long"):
        shown["format_"] = "long"
    return shown


def _take_placed(
    given: dict[str, Any], parameter: Parameter, value: str | None
) -> None:
    """Let a parameter be given without its option, too."""
    if value is None:
        return
    if given[parameter.name]:
        raise click.UsageError(f"'{value}' and {parameter.option} are both given")
    given[parameter.name] = value


def _make_option(parameter: Parameter, values: Sequence[str] | None) -> click.Option:
    """Build an option; its value is checked with the rest of the question."""
    text = parameter.help[:1].upper() + parameter.help[1:] + "."
    name = parameter.name
    if parameter.type == "flag":
        return click.Option([parameter.option, f"p_{name}"], is_flag=True, help=text)
    metavar = {"date": "YYYY-MM-DD", "integer": "N"}.get(parameter.type, "TEXT")
    if values:
        metavar = "|".join(value.lower() for value in values)
    if parameter.type == "name":
        metavar = "NAME"
    if parameter.required:
        text += "  [required]"
    elif parameter.default is not None:
        text += f"  [default: {parameter.default}]"
    return click.Option([parameter.option, f"p_{name}"], metavar=metavar, help=text)


def _ask(
    settings: Settings,
    query: Query,
    given: dict[str, Any],
    *,
    format_: str,
    all_columns: bool,
) -> None:
    from kg.ask import answer, make_parameters
    from kg.store import open_store

    # What can be refused is refused before the second that opening a store takes.
    make_parameters(query, given)
    with open_store(settings, create=False) as store:
        answered = answer(store, query, given)
    print_answer(answered, format_=format_, all_columns=all_columns)


def _ask_plainly(
    settings: Settings,
    words: str,
    given: dict[str, Any],
    *,
    format_: str,
    all_columns: bool,
) -> None:
    from kg.ask import answer
    from kg.asking.question import read_question
    from kg.store import open_store

    with open_store(settings, create=False) as store:
        understood = read_question(store, words, model=settings.model)
        # Said before what may be refused: a name, a day, a limit.
        for note in understood.notes:
            say_note(note)
        answered = answer(store, understood.query, {**understood.given, **given})
    print_answer(answered, format_=format_, all_columns=all_columns)


def _list_questions(format_: str) -> None:
    from kg.ask import question_name, questions
    from kg.output.formats import print_rows

    rows: Iterable[dict[str, str]] = [
        {"question": question_name(query), "title": query.title}
        for query in questions()
    ]
    print_rows(rows, format_)


def _split(param: str) -> tuple[str, str]:
    name, separator, value = param.partition("=")
    if not separator or not name:
        raise QueryError(f"--param '{param}' is to be written NAME=VALUE")
    return name, value
