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
may be) and ``@shows`` (the columns of a table for people). `parse_query` alone reads a
header: all others take the fields of `Query`.

A question may start in several ways, so that it reads no more than it must::

    // @start speaker
    MATCH (:Name {key: toLower($start)})-[:NAMES]->(:Entity)-[:SAID]->(said:Statement)
    WITH DISTINCT said
    // @start
    MATCH (said:Statement)
    // @then said

Where the parameter is given, its value is ``$start``, and the rest of the statement
finds the parameter absent. The start without a parameter is for when none of them is
given, and `@then` names the variables that each start hands to the rest.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

import msgspec

from kg.errors import QueryHeaderError

# How each type of parameter is written as a default.
_DEFAULT_TYPES: dict[str, Any] = {
    "name": str | None,
    "date": str | None,
    "integer": int | None,
    "string": str | None,
    "flag": bool,
    "rows": list[dict[str, Any]] | None,
}
_MODES = ("read", "write", "schema")
_SINGLE_TAGS = ("mode", "returns", "question", "example", "shows")
_REPEATED_TAGS = ("param", "values")

_HEADER = re.compile(r"(?:(?!// @start)//.*(?:\n|\Z))+")
_TAG = re.compile(r"@(\w+) +(\S.*)")
# "$3 billion" in a text is no parameter.
_PARAMETER = re.compile(r"\$([^\W\d]\w*)")
_DECLARATION = re.compile(r"(\w+): (\w+)(?: = (\S+))?\s{2,}(.+)")
_LIMIT = re.compile(r"^ *LIMIT toInteger\(\$limit\)\n?", re.MULTILINE)
_START = re.compile(r"^// @start *(\w*)\n", re.MULTILINE)
_THEN = re.compile(r"^// @then +(.+)\n", re.MULTILINE)
_CAPITAL = re.compile("[A-Z]")
_VALUES = re.compile(r"(\w+): (.+)")
_EXAMPLE = re.compile(r":params (\{.*\})")
# Text in quotation marks as it stands, or a map's key, which Cypher leaves bare.
_TEXT_OR_KEY = re.compile(r'("(?:[^"\\]|\\.)*")|(\w+)(?=\s*:)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; `required` where the header gives no default."""

    name: str
    type: str
    default: Any
    required: bool
    help: str

    @property
    def option(self) -> str:
        """The parameter as a command's option: ``allEvents`` is ``--all-events``."""
        return "--" + _CAPITAL.sub(lambda match: f"-{match[0].lower()}", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One Cypher statement with what its header says of it.

    `explanation` is the header's free text and `question` the question in words, both
    "" where there are none. `example` holds parameters to try, `values` all that a
    parameter may be, `columns` what the statement returns, and `shows` those of them
    that a table for people has: all, where the header names none. `starts` holds how
    a statement may start, by the parameter it starts at ("" for none), `hands` what
    each start hands on, and `rest` what follows; without starts `rest` is all.
    """

    name: str
    title: str
    explanation: str
    question: str
    mode: str
    parameters: tuple[Parameter, ...]
    example: Mapping[str, Any]
    values: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...]
    shows: tuple[str, ...]
    starts: Mapping[str, str]
    hands: tuple[str, ...]
    rest: str

    @property
    def statement(self) -> str:
        """The statement that starts at no parameter."""
        return self.started_at("")

    def started_at(self, parameter: str) -> str:
        """Return the statement that starts at a parameter, or at none ("")."""
        return f"{self.starts[parameter]}\n{self.rest}" if self.starts else self.rest

    def begun_at(self, parameter: str) -> "Query":
        """Return the query with one start, at a parameter: its value is ``$start``."""
        return replace(self, starts={}, rest=self.started_at(parameter))


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

    `name` stands before every complaint: the query's, or the path of its file. Raises
    `QueryHeaderError`, one line, where a tag is missing, unknown, twice there or
    malformed, or where the declared parameters are not the ones the statement uses.
    """
    match = _HEADER.match(source)
    if match is None:
        raise QueryHeaderError(f"{name}: no header")
    try:
        return _parse(name, match[0], source[match.end() :].strip())
    except QueryHeaderError as error:
        raise QueryHeaderError(f"{name}: {error}") from error.__cause__


def without_limit(query: Query) -> Query:
    """Return a query that gives all rows: the same without the lines of its `limit`.

    Whatever else it does with `limit` finds that absent. For example, one that ends in
    ``ORDER BY name LIMIT toInteger($limit)``, a clause a line, ends in its order.
    """
    starts = {name: _LIMIT.sub("", start) for name, start in query.starts.items()}
    parameters = tuple(
        replace(each, default=None) if each.name == "limit" else each
        for each in query.parameters
    )
    return replace(
        query, parameters=parameters, starts=starts, rest=_LIMIT.sub("", query.rest)
    )


def _parse(name: str, header: str, statement: str) -> Query:
    lines = [line.removeprefix("//").strip() for line in header.split("\n")]
    tags = _tags(line for line in lines[1:] if line.startswith("@"))
    parameters = tuple(map(_parameter, tags["param"]))
    declared = _distinct("@param", [each.name for each in parameters])
    starts, hands, rest = _parts(statement)
    used = set(_PARAMETER.findall(statement))
    if starts:
        used = (used - {"start"}) | (starts.keys() - {""})
    if used != declared:
        raise QueryHeaderError(f"declares {sorted(declared)} but uses {sorted(used)}")
    columns = _columns(tags["returns"][0])
    shows = _columns(tags["shows"][0]) if tags["shows"] else columns
    _hold("@shows", shows, "@returns", columns)
    example = _example(tags["example"][0]) if tags["example"] else {}
    _hold("@example", example, "@param", declared)
    values = _values(tags["values"])
    _hold("@values", values, "@param", declared)
    return Query(
        name=name,
        title=lines[0],
        explanation=_free_text(lines[1:]),
        question="".join(tags["question"]),
        mode=tags["mode"][0],
        parameters=parameters,
        example=example,
        values=values,
        columns=columns,
        shows=shows,
        starts=starts,
        hands=hands,
        rest=rest,
    )


def _parts(statement: str) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Divide a statement into its starts, what they hand on, and the rest."""
    if _START.match(statement) is None:
        return {}, (), statement
    opening, *hands_and_rest = _THEN.split(statement)
    if len(hands_and_rest) != 2:
        raise QueryHeaderError("the starts end with one '// @then' and variables")
    _, *parts = _START.split(opening)
    _distinct("@start", parts[::2])
    starts = dict(zip(parts[::2], map(str.strip, parts[1::2]), strict=True))
    if "" not in starts:
        raise QueryHeaderError("no '// @start' for when no parameter is given")
    hands, rest = hands_and_rest
    return starts, tuple(each.strip() for each in hands.split(",")), rest.strip()


def _tags(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return what a header says for each tag, in its order; [] for what is absent."""
    tags: dict[str, list[str]] = {tag: [] for tag in (*_SINGLE_TAGS, *_REPEATED_TAGS)}
    for line in lines:
        match = _TAG.fullmatch(line)
        if match is None or match[1] not in tags:
            raise QueryHeaderError(
                f"cannot read '{line}' (tags are @{', @'.join(tags)})"
            )
        tags[match[1]].append(match[2])
    for tag in _SINGLE_TAGS:
        if len(tags[tag]) > 1:
            raise QueryHeaderError(f"more than one @{tag}")
    if missing := [tag for tag in ("mode", "returns") if not tags[tag]]:
        raise QueryHeaderError(f"header lacks {missing}")
    if tags["mode"][0] not in _MODES:
        raise _unreadable("mode", tags["mode"][0])
    return tags


def _free_text(lines: Sequence[str]) -> str:
    """Return what stands between title and tags."""
    free = takewhile(lambda line: not line.startswith("@"), lines)
    return "\n".join(free).strip()


def _parameter(declaration: str) -> Parameter:
    match = _DECLARATION.fullmatch(declaration)
    if match is None or match[2] not in _DEFAULT_TYPES:
        raise _unreadable("param", declaration)
    name, type_, default, help_ = match.groups()
    if default is None:
        return Parameter(name, type_, None, True, help_.strip())
    try:
        value = msgspec.json.decode(default, type=_DEFAULT_TYPES[type_])
    except msgspec.DecodeError as error:
        raise _unreadable("param", declaration) from error
    return Parameter(name, type_, value, False, help_.strip())


def _columns(listed: str) -> tuple[str, ...]:
    columns = tuple(part.strip() for part in listed.split(","))
    if "" in columns:
        raise _unreadable("returns", listed)
    _distinct("@returns", columns)
    return () if columns == ("nothing",) else columns


def _example(line: str) -> dict[str, Any]:
    """Read `:params {name: "Choe", limit: 5}`: JSON but for the keys."""
    match = _EXAMPLE.fullmatch(line)
    if match is None:
        raise _unreadable("example", line)
    quoted = _TEXT_OR_KEY.sub(lambda part: part[1] or f'"{part[2]}"', match[1])
    try:
        return msgspec.json.decode(quoted, type=dict[str, str | int | None])
    except msgspec.DecodeError as error:
        raise _unreadable("example", line) from error


def _values(lines: Sequence[str]) -> dict[str, tuple[str, ...]]:
    values = {}
    for line in lines:
        match = _VALUES.fullmatch(line)
        if match is None:
            raise _unreadable("values", line)
        values[match[1]] = tuple(value.strip() for value in match[2].split(","))
    return values


def _hold(tag: str, names: Iterable[str], other: str, known: Container[str]) -> None:
    if unknown := [name for name in names if name not in known]:
        raise QueryHeaderError(f"{tag} names {unknown}, which {other} does not")


def _distinct(tag: str, names: Sequence[str]) -> set[str]:
    if len(distinct := set(names)) < len(names):
        raise QueryHeaderError(f"{tag} names something twice")
    return distinct


def _unreadable(tag: str, value: str) -> QueryHeaderError:
    return QueryHeaderError(f"cannot read '@{tag} {value}'")
