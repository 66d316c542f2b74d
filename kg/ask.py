"""Answer questions: find the module, read its parameters, match names, run it."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from kg.errors import QueryError
from kg.evidence import ambiguity, in_context
from kg.folding import fold
from kg.output.plain import plain
from kg.queries import Parameter, Query, load_query, parse_query, query_names

Row = dict[str, Any]

_NAMED = "names.named"
_KNOWN = "names.known"
_SPELT = "names.spelt"
# Columns of days that are kept with what happened on them.
_DAYS = ("said", "happened", "firstSaid")
# Below this likeness (0 to 100) two names are no misspelling of each other.
_LIKENESS = 62
# The hops that `connected` follows, at most; most who are connected are by the fewer.
_HOPS = (1, 2, 4)
# What a shell takes for more than itself within double quotes.
_SHELL_SIGNS = frozenset('"$`\\!')


class Readable(Protocol):
    """What a question needs of a store."""

    def read(self, query: Query, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a read-only query and return its rows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question's rows, with the parameters used and what the asker should know."""

    query: Query
    parameters: Mapping[str, Any]
    rows: Sequence[Row]
    notes: tuple[str, ...]


def questions() -> tuple[Query, ...]:
    """Return every question that kg ships, sorted by name."""
    return tuple(load_query(name) for name in query_names("ask"))


def question_name(query: Query) -> str:
    """Return a question's name as one types it, such as ``who-said-what``."""
    return query.name.removeprefix("ask.").replace("_", "-")


def command_line(query: Query, parameters: Mapping[str, Any]) -> str:
    """Return the command that asks a question: ``kg ask met --with "Choe Son Hui"``."""
    options = {each.name: each.option for each in query.parameters}
    typed = (f"{options[name]} {_typed(value)}" for name, value in parameters.items())
    return " ".join(("kg ask", question_name(query), *typed))


def _typed(value: Any) -> str:
    """Return a value as it is typed in a shell, which reads nothing else out of it."""
    if not isinstance(value, str):
        return str(value)
    return shlex.quote(value) if _SHELL_SIGNS & set(value) else f'"{value}"'


def load_question(name: str) -> Query:
    """Load a question by name, with hyphens or underscores.

    Raises `QueryError` with the nearest names where there is none of that name.
    """
    wanted = "ask." + name.replace("-", "_")
    if wanted in query_names("ask"):
        return load_query(wanted)
    known = {question_name(query): question_name(query) for query in questions()}
    hint = _did_you_mean(_nearest(name, known))
    raise QueryError(f"no question is called '{plain(name)}'{hint}")


def load_question_file(path: Path) -> Query:
    """Load a question of one's own: a file with the same header as kg's questions.

    Raises `QueryError`, one line that names the file, where it cannot be read, where
    its header is malformed or where it would write.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read: {error}") from error
    query = parse_query(str(path), source.replace("\r\n", "\n"))
    if query.mode != "read":
        raise QueryError(f"{path}: a question is to have '@mode read'")
    return query


def answer(
    store: Readable, question: str | Query, given: Mapping[str, Any] | None = None
) -> Answer:
    """Answer a question, given by name or as a `Query`.

    Parameters are as one types them: names in any spelling, dates as ISO 8601 text or
    `date`. Raises `QueryError` for an unknown question, parameter or name.
    """
    query = load_question(question) if isinstance(question, str) else question
    parameters = make_parameters(query, given or {})
    notes, links = _match_names(store, query, parameters)
    rows = _read(store, query, parameters, links)
    _check_columns(query, rows)
    if query.name == "ask.evidence":
        notes += ambiguity(parameters["key"], rows)
        rows = in_context(store, rows)
    if query.name == "ask.connected" and not rows and not parameters["throughStates"]:
        notes += ("None leads past all states; --through-states gives the others.",)
    _check_dated(store, query, rows)
    limit = parameters.get("limit")
    if limit is not None and len(rows) == limit:
        notes += (f"The first {limit} rows; --limit gives more.",)
    return Answer(query, parameters, rows, notes)


def make_parameters(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a query's parameters: what is given, checked, and else the defaults."""
    by_name = {parameter.name: parameter for parameter in query.parameters}
    for name in given.keys() - by_name.keys():
        known = ", ".join(by_name) or "none"
        raise QueryError(
            f"{question_name(query)} has no parameter '{plain(name)}' (it has: {known})"
        )
    parameters = {
        name: _read_value(parameter, given.get(name), query.values.get(name, ()))
        for name, parameter in by_name.items()
    }
    if missing := [
        name
        for name, parameter in by_name.items()
        if parameter.required and parameters[name] is None
    ]:
        raise QueryError(f"{question_name(query)} needs {', '.join(missing)}")
    _check_days(parameters)
    return parameters


def _read_value(parameter: Parameter, given: Any, values: Sequence[str]) -> Any:
    given = parameter.default if given is None else given
    if given is None:
        return None
    match parameter.type:
        case "name":
            return _read_name(parameter.name, given)
        case "date":
            return _read_day(parameter.name, given)
        case "integer":
            return _read_count(parameter.name, given)
        case "string":
            return _read_string(parameter.name, given, values)
        case "flag":
            return _read_flag(parameter.name, given)
    return given


def _read_name(parameter: str, given: Any) -> str:
    if not isinstance(given, str) or not fold(given):
        raise QueryError(f"{parameter}: {_quote(given)} is no name")
    return given


def _read_day(parameter: str, given: Any) -> str:
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    try:
        return date.fromisoformat(str(given)).isoformat()
    except ValueError:
        raise QueryError(
            f"{parameter}: {_quote(given)} is no day; write it as 2024-11-30"
        ) from None


def _read_count(parameter: str, given: Any) -> int:
    try:
        count = int(given)
    except (TypeError, ValueError):
        count = 0
    if not 1 <= count < 2**63 or isinstance(given, bool):
        raise QueryError(
            f"{parameter}: {_quote(given)} is to be a whole number of 1 or more"
        )
    return count


def _read_flag(parameter: str, given: Any) -> bool:
    if given in (True, "true"):
        return True
    if given in (False, "false"):
        return False
    raise QueryError(f"{parameter}: {_quote(given)} is neither true nor false")


def _read_string(parameter: str, given: Any, values: Sequence[str]) -> str:
    if not isinstance(given, str):
        raise QueryError(f"{parameter}: {_quote(given)} is no text")
    if not values:
        return given
    by_fold = {value.casefold(): value for value in values}
    if given.casefold() not in by_fold:
        raise QueryError(
            f"{parameter}: {_quote(given)} is not one of {', '.join(values)}"
        )
    return by_fold[given.casefold()]


def _check_days(parameters: Mapping[str, Any]) -> None:
    first, last = parameters.get("from"), parameters.get("to")
    if first is not None and last is not None and first > last:
        raise QueryError(f"from {first} is later than to {last}")


def _check_columns(query: Query, rows: Sequence[Row]) -> None:
    """Refuse a header whose columns are not those of the rows: cells would be blank."""
    if rows and (returned := set(rows[0])) != set(query.columns):
        raise QueryError(
            f"{query.name}: '@returns' names {sorted(query.columns)} but the statement "
            f"returns {sorted(returned)}"
        )


def _check_dated(store: Readable, query: Query, rows: Sequence[Row]) -> None:
    """Refuse a graph in which no days are kept, where rows are none or lack a day."""
    columns = [name for name in _DAYS if name in query.columns]
    lacks_days = any(row[name] is None for row in rows for name in columns)
    if columns and (not rows or lacks_days) and (older := _older(store)):
        raise QueryError(older)


def _older(store: Readable) -> str | None:
    """Say that an older kg wrote the graph; None where it did not."""
    # The store's rooms bring libraries that help and listings need not wait for.
    from kg.store.naming import OLDER, is_older

    return OLDER if is_older(store.read) else None


def _shortest(
    store: Readable, query: Query, parameters: Mapping[str, Any]
) -> Sequence[Row]:
    """Read the paths of the fewest hops that lead from one name to the other.

    What is far away is looked for where nothing near is found: each hop more is much
    to read.
    """
    rows: Sequence[Row] = ()
    for hops in dict.fromkeys(min(each, parameters["hops"]) for each in _HOPS):
        rows = rows or store.read(query, {**parameters, "hops": hops})
    return rows


def _read(
    store: Readable,
    query: Query,
    parameters: Mapping[str, Any],
    links: Mapping[str, int],
) -> Sequence[Row]:
    """Read the rows, from where the question has the least to look at.

    `links` tells how many relationships the entities of each given name have; what is
    no name, such as an article, has few.
    """
    if query.name == "ask.connected":
        return _shortest(store, query, parameters)
    given = [name for name in query.starts if parameters.get(name) is not None]
    if not given:
        return store.read(query, parameters)
    start = min(given, key=lambda name: links.get(name, 0))
    return store.read(
        query.begun_at(start), {**parameters, start: None, "start": parameters[start]}
    )


def _match_names(
    store: Readable, query: Query, parameters: dict[str, Any]
) -> tuple[tuple[str, ...], dict[str, int]]:
    """Fold the names among the parameters and say what an ambiguous one stands for.

    Also returns how many relationships the entities of each name have.
    """
    notes: list[str] = []
    links: dict[str, int] = {}
    for parameter in query.parameters:
        given = parameters[parameter.name]
        if parameter.type != "name" or given is None:
            continue
        folded = fold(given)
        entities = store.read(load_query(_NAMED), {"name": folded})
        if not entities:
            raise QueryError(unknown_name(store, given))
        if len(entities) > 1:
            listed = ", ".join(f"{each['name']} ({each['type']})" for each in entities)
            notes.append(f"'{plain(given)}' may be any of: {plain(listed)}")
        parameters[parameter.name] = folded
        links[parameter.name] = sum(each["links"] for each in entities)
    return tuple(notes), links


def unknown_name(store: Readable, given: str) -> str:
    """Say that no entity has a name, and which names are near it."""
    keys = [row["key"] for row in store.read(load_query(_KNOWN), {})]
    if not keys:
        empty = f"no entity is called '{plain(given)}': the graph is empty"
        return _older(store) or empty
    nearest = _nearest(fold(given), {key: key for key in keys})
    rows = [{"name": key} for key in nearest]
    meant: dict[str, list[str]] = {key: [] for key in nearest}
    for row in store.read(load_query(_SPELT), {"rows": rows}):
        meant[row["name"]].append(row["entity"])
    hint = _did_you_mean([name for key in nearest for name in meant[key]])
    return f"no entity is called '{plain(given)}'{hint}"


def _nearest(wanted: str, names: Mapping[str, str]) -> list[str]:
    """Return the names' values whose keys are most like the wanted, the best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        wanted, list(names), scorer=fuzz.WRatio, score_cutoff=_LIKENESS, limit=20
    )
    ranked = sorted(found, key=lambda match: (-match[1], match[0]))
    return list(dict.fromkeys(names[key] for key, *_ in ranked))


def _did_you_mean(nearest: Sequence[str]) -> str:
    first = list(dict.fromkeys(nearest))[:3]
    return f" — did you mean {plain(', '.join(first))}?" if first else ""


def _quote(given: Any) -> str:
    return f"'{plain(str(given))}'"
