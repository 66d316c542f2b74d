"""Write what the Neo4j Browser needs: a style file, the questions as scripts, a guide.

Dropped on the Browser's window, a ``.grass`` file colours the graph, and each
``.cypher`` file of a zip becomes a saved script named by its first line, in a folder
named as the zip's.
"""

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.errors import QueryError
from kg.queries import Parameter, Query, load_query, query_names

STYLE_FILE = "kg.grass"
SCRIPTS_FILE = "kg-questions.zip"
GUIDE_FILE = "guide.html"

_FOLDER = "kg"
_MODULES = ("ask", "picture")
_PARAMETER = re.compile(r"\$(\w+)")
_SUBQUERY = re.compile(r"CALL \(([\w, ]*)\) \{")
# What decides the meaning of a column.
_DECIDING = {
    "said": ("saidBasis",),
    "happened": ("happenedBasis",),
    "cue": ("negated", "factuality"),
    "trigger": ("factuality",),
    "otherCue": ("otherNegated",),
}
# The map's name in a script: a variable that no question uses.
_MAP = "asked"
# The earliest time a zip can hold: the same questions make the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_assets(output: Path) -> tuple[Path, Path, Path]:
    """Write style file, zip of scripts and guide to a folder; return their paths.

    Raises `QueryError` where the folder cannot be written.
    """
    style, scripts, guide = (
        output / name for name in (STYLE_FILE, SCRIPTS_FILE, GUIDE_FILE)
    )
    try:
        output.mkdir(parents=True, exist_ok=True)
        style.write_text(style_text(), encoding="utf-8")
        write_scripts(scripts)
        guide.write_text(guide_text(), encoding="utf-8")
    except OSError as error:
        raise QueryError(f"{output}: cannot be written: {error.strerror}") from error
    return style, scripts, guide


def guide_text() -> str:
    """Return a page that walks a newcomer through the Browser with kg's graph."""
    environment = Environment(
        loader=PackageLoader("kg.view", "."), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("guide.html.j2").render(
        style=STYLE_FILE,
        scripts=SCRIPTS_FILE,
        first=load_query("ask.who_said_what").title,
        evidence=load_query("ask.evidence").title,
        queries=list(_queries()),
    )


def style_text() -> str:
    """Return the style file, in GraSS."""
    return files("kg.view").joinpath("style.grass").read_text(encoding="utf-8")


def style_colours() -> dict[str, str]:
    """Return the colour of each label's nodes in the style file."""
    rules = re.findall(r"^node\.(\w+) \{[^}]*?\bcolor: (#\w+)", style_text(), re.M)
    return dict(rules)


def write_scripts(path: Path) -> None:
    """Write a zip with one script a question, the same bytes each time."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, script in scripts():
            entry = zipfile.ZipInfo(f"{_FOLDER}/{name}.cypher", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, script)


def scripts() -> Iterator[tuple[str, str]]:
    """Yield each question's file name, made from its title, and its script."""
    for query in _queries():
        yield re.sub(r"\W+", "_", query.title).strip("_"), make_script(query)


def _queries() -> Iterator[Query]:
    for module in _MODULES:
        yield from map(load_query, query_names(module))


def make_script(query: Query) -> str:
    """Return a question as a script that the Browser runs as it stands.

    The Browser shows no rows of a script that sets parameters first, so that the
    parameters become a form at the top, to be filled in there. Names are folded as
    `kg ask` folds them; one that the question needs is, until it is filled in, that of
    who is quoted most. The columns that a table for people has come first.
    """
    # LIMIT takes no variable: it stays where it is, as a number.
    form = [each for each in query.parameters if each.name != "limit"]
    limit = sum(each.default for each in query.parameters if each.name == "limit")
    rest = query.rest.replace("toInteger($limit)", str(limit))
    if not form:
        return "\n".join((f"// {query.title}", rest)) + "\n"
    columns = dict.fromkeys((*_telling(query), *query.columns))
    lines = [
        f"// {query.title}",
        '// Fill in the form and run: names and days "in quotes", as "2024-11-30".',
        *_form(query, form),
        *_folded_names(form),
        f"CALL ({_MAP}) {{",
        *_indented("\n".join((*_openings(query, limit), _asked(rest)))),
        "}",
        f"RETURN {', '.join(columns)}",
    ]
    return "\n".join(lines) + "\n"


def _telling(query: Query) -> Iterator[str]:
    """Yield the columns of a table, each before what a table writes into it.

    A table has "reported" before a day that is only the article's, "not:" before a cue
    and "(hypothetical)" behind a verb; rows of the Browser have columns for these.
    """
    for column in query.shows:
        yield column
        yield from (each for each in _DECIDING.get(column, ()) if each in query.columns)


def _openings(query: Query, limit: int) -> Iterator[str]:
    """Yield the lines that start at the first parameter that is given, or at none."""
    absent: list[str] = []
    for parameter, start in query.starts.items():
        is_given = [f"{_MAP}.{parameter} IS NOT NULL"] if parameter else []
        condition = " AND ".join((*absent, *is_given))
        yield "UNION ALL" if absent else f"CALL ({_MAP}) {{"
        yield f"WITH 1 AS here WHERE {condition}"
        limited = start.replace("toInteger($limit)", str(limit))
        yield _asked(limited.replace("$start", f"{_MAP}.{parameter}"))
        yield f"RETURN {', '.join(query.hands)}"
        absent.append(f"{_MAP}.{parameter} IS NULL")
    if query.starts:
        yield "}"


def _asked(statement: str) -> str:
    """Return part of a statement with the map's values in the parameters' places.

    A subquery sees the map only where it is handed on: CALL (one) is CALL (asked, one).
    """
    asked = _PARAMETER.sub(rf"{_MAP}.\1", statement)
    return _SUBQUERY.sub(
        lambda call: f"CALL ({', '.join(filter(None, (_MAP, call[1])))}) {{", asked
    )


def _form(query: Query, parameters: Sequence[Parameter]) -> Iterator[str]:
    """Yield the form: a line a parameter, with its default and what it is for."""
    yield "WITH {"
    for each in parameters:
        comma = "" if each is parameters[-1] else ","
        help_ = each.help
        if values := query.values.get(each.name):
            help_ += f": {', '.join(values)}"
        if _is_needed_name(each):
            help_ += ", null for who is quoted most"
        # The Browser takes a semicolon for the end of a statement.
        help_ = help_.replace(";", ",")
        yield f"  {each.name}: {json.dumps(each.default)}{comma} // {help_}"
    yield "} AS form"


def _folded_names(parameters: Sequence[Parameter]) -> Iterator[str]:
    """Yield what makes the map of the form: the same, with its names folded."""
    names = [each for each in parameters if each.type == "name"]
    needed = [each for each in names if _is_needed_name(each)]
    if not names:
        yield f"WITH form AS {_MAP}"
        return
    typed = [
        f"coalesce(form.{each.name}, foremost[{needed.index(each)}])"
        if each in needed
        else f"form.{each.name}"
        for each in names
    ]
    if needed:
        yield "CALL () {"
        yield from _indented(load_query("names.foremost").statement)
        yield "}"
    yield f"WITH form, [{', '.join(typed)}] AS typed"
    yield "CALL (typed) {"
    yield from _indented(
        load_query("names.folded").statement.replace("$texts", "typed")
    )
    yield "}"
    folded = (f"{each.name}: folded[{at}]" for at, each in enumerate(names))
    yield f"WITH form {{.*, {', '.join(folded)}}} AS {_MAP}"


def _is_needed_name(parameter: Parameter) -> bool:
    return parameter.type == "name" and parameter.required


def _indented(statement: str) -> Iterator[str]:
    return (f"  {line}" for line in statement.splitlines())
