"""Load `cypher/*/*.cypher` into `Query` values and hold each header to its statement.

A module opens with comment lines: the first is its title, which the Neo4j Browser
takes as the saved script's name; then free text; then tags::

    // Who said what about whom, and when
    //
    // @mode    read
    // @param   speaker: name = null  whose statements; any alias
    // @returns speaker, said, content

A `@param` line gives name, type, default (JSON; absent where the parameter is
required) and a description. Types: ``name`` (an entity's name or alias), ``date``
(ISO 8601 day), ``integer``, ``string``, ``rows`` (a list of maps).

A question may have more tags: ``@question`` (itself in words), ``@example`` (a line of
``:params {...}`` for the Neo4j Browser), ``@values name: A, B`` (all that a parameter
may be) and ``@shows`` (the columns of a table for people).
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from kg.errors import QueryHeaderError

PARAMETER_TYPES = ("name", "date", "integer", "string", "rows")

_HEADER = re.compile(r"(?://.*\n)+")
_TAG = re.compile(r"^// @(\w+) +(.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"\$(\w+)")
_DECLARATION = re.compile(r"(\w+): (\w+)(?: = (\S+))?\s{2,}(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; `required` where the header gives no default."""

    name: str
    type: str
    default: Any
    required: bool
    help: str


@dataclass(frozen=True, slots=True)
class Query:
    """One Cypher statement with what its header says of it."""

    name: str
    title: str
    mode: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    statement: str
    source: str


def query_names(module: str) -> tuple[str, ...]:
    """Return the names of a module's queries, such as ``ask.most_quoted``, sorted."""
    folder = files("kg.cypher").joinpath(module)
    stems = (entry.name for entry in folder.iterdir())
    return tuple(
        sorted(
            f"{module}.{name.removesuffix('.cypher')}"
            for name in stems
            if name.endswith(".cypher")
        )
    )


@cache
def load_query(name: str) -> Query:
    """Load a query by module and file name, such as ``ask.most_quoted``."""
    module, _, stem = name.partition(".")
    source = files("kg.cypher").joinpath(module, f"{stem}.cypher")
    return parse_query(name, source.read_text(encoding="utf-8"))


def parse_query(name: str, source: str) -> Query:
    """Split a query file into header and statement, and hold one to the other.

    Raises `QueryHeaderError` where a tag is missing or malformed, or where the
    declared parameters are not the ones the statement uses.
    """
    header = _HEADER.match(source)
    if header is None:
        raise QueryHeaderError(f"{name}: no header")
    statement = source[header.end() :].strip()
    tags = _TAG.findall(header[0])
    single = {tag: value.strip() for tag, value in tags if tag != "param"}
    if missing := {"mode", "returns"} - single.keys():
        raise QueryHeaderError(f"{name}: header lacks {sorted(missing)}")
    parameters = tuple(
        _parse_parameter(name, value) for tag, value in tags if tag == "param"
    )
    declared = {parameter.name for parameter in parameters}
    if (used := set(_PARAMETER.findall(statement))) != declared:
        raise QueryHeaderError(
            f"{name}: declares {sorted(declared)} but uses {sorted(used)}"
        )
    columns = tuple(part.strip() for part in single["returns"].split(","))
    title = header[0].partition("\n")[0].removeprefix("//").strip()
    return Query(
        name=name,
        title=title,
        mode=single["mode"],
        parameters=parameters,
        columns=() if columns == ("nothing",) else columns,
        statement=statement,
        source=source,
    )


def _parse_parameter(name: str, declaration: str) -> Parameter:
    match = _DECLARATION.fullmatch(declaration)
    if match is None or match[2] not in PARAMETER_TYPES:
        raise QueryHeaderError(f"{name}: cannot read '@param {declaration}'")
    default = None if match[3] is None else msgspec.json.decode(match[3])
    return Parameter(match[1], match[2], default, match[3] is None, match[4].strip())
