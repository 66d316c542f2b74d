"""Values of `--param`: JSON where it is JSON, else text, and nothing no graph holds."""

import json
from typing import Any

from kg.errors import QueryError

# Deeper than any value that a graph holds or a statement takes apart.
_DEPTH = 64
_INTEGERS = range(-(2**63), 2**63)


def parse_value(name: str, typed: str) -> Any:
    """Return what a parameter's value means: ``3`` a number, ``Oslo`` a text.

    Raises `QueryError` for what is JSON, but more than a graph can hold: a whole number
    of more than 64 bits, half a character, lists in lists in lists.

    >>> parse_value("id", "[1, null]")
    [1, None]
    """
    try:
        value = json.loads(typed)
    except json.JSONDecodeError:
        value = typed
    except RecursionError as error:
        raise _refusal(name, "is nested too deeply") from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits.
        raise _refusal(name, "has a number too large for a graph") from error
    _check(name, value, _DEPTH)
    return value


def _check(name: str, value: Any, depth: int) -> None:
    if not depth:
        raise _refusal(name, "is nested too deeply")
    match value:
        case str() if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise _refusal(name, "has text that is not valid Unicode")
        case bool():
            return
        case int() if value not in _INTEGERS:
            raise _refusal(name, "has a number too large for a graph (64 bits)")
        case list():
            for each in value:
                _check(name, each, depth - 1)
        case dict():
            for key, each in value.items():
                _check(name, key, depth - 1)
                _check(name, each, depth - 1)


def _refusal(name: str, cause: str) -> QueryError:
    return QueryError(f"--param {name}: {cause}")
