"""Write what the Neo4j Browser needs: a style file and the questions as scripts.

Dropped on the Browser's window, a ``.grass`` file colours the graph, and each
``.cypher`` file of a zip becomes a saved script named by its first line, in a folder
named as the zip's.
"""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.queries import Query, load_query, query_names

STYLE_FILE = "kg.grass"
SCRIPTS_FILE = "kg-questions.zip"

_FOLDER = "kg"
_MODULES = ("ask", "picture")
_PARAMETER = re.compile(r"\$(\w+)")
_SUBQUERY = re.compile(r"CALL \(([\w, ]*)\) \{")
# The map's name in a script: a variable that no question uses.
_MAP = "asked"
# The earliest time a zip can hold: the same questions make the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_assets(output: Path) -> tuple[Path, Path]:
    """Write the style file and the zip of scripts to a folder; return their paths.

    Raises `QueryError` where the folder cannot be written.
    """
    style, scripts = output / STYLE_FILE, output / SCRIPTS_FILE
    try:
        output.mkdir(parents=True, exist_ok=True)
        style.write_text(style_text(), encoding="utf-8")
        write_scripts(scripts)
    except OSError as error:
        raise QueryError(f"{output}: cannot be written: {error.strerror}") from error
    return style, scripts


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
    for module in _MODULES:
        for name in query_names(module):
            query = load_query(name)
            yield re.sub(r"\W+", "_", query.title).strip("_"), make_script(query)


def make_script(query: Query) -> str:
    """Return a question as a script that the Browser runs as it stands.

    The Browser shows no rows of a script that sets parameters first, so that the
    parameters become a map at the top, to be edited there: each has its default, or
    the example's value where it has none.
    """
    values = {
        parameter.name: query.example.get(parameter.name)
        if parameter.required
        else parameter.default
        for parameter in query.parameters
    }
    lines = [f"// {query.title}"]
    lines += [f"//   {each.name}: {each.help}" for each in query.parameters]
    if query.example:
        lines.append(f"// For example: {_to_map(query.example)}")
    if not values:
        return "\n".join([*lines, query.statement]) + "\n"
    # LIMIT takes no variable.
    limit = values.pop("limit", 0)
    statement = "\n".join((*_openings(query), _asked(query.rest)))
    statement = statement.replace(f"toInteger({_MAP}.limit)", str(limit))
    body = [f"  {line}" for line in statement.splitlines()]
    lines += [f"WITH {_to_map(values)} AS {_MAP}", f"CALL ({_MAP}) {{", *body, "}"]
    return "\n".join([*lines, f"RETURN {', '.join(query.columns)}"]) + "\n"


def _openings(query: Query) -> Iterator[str]:
    """Yield the lines that start at the first parameter that is given, or at none."""
    absent: list[str] = []
    for parameter, start in query.starts.items():
        is_given = [f"{_MAP}.{parameter} IS NOT NULL"] if parameter else []
        condition = " AND ".join((*absent, *is_given))
        yield "UNION ALL" if absent else f"CALL ({_MAP}) {{"
        yield f"WITH 1 AS here WHERE {condition}"
        yield _asked(start.replace("$start", f"{_MAP}.{parameter}"))
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


def _to_map(values: Mapping[str, Any]) -> str:
    pairs = (
        f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in values.items()
    )
    return "{" + ", ".join(pairs) + "}"
