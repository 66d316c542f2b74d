"""Values of the embedded engine as Python's own types, and Python's as its own."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from math import isfinite
from typing import Any

import arcadedb_embedded as arcadedb
import jpype
import msgspec


def to_java(parameters: Mapping[str, Any]) -> Any:
    """Return a statement's parameters as a Java map.

    They cross in one call, as JSON; what that cannot hold is put in afterwards.
    """
    text = msgspec.json.encode(parameters).decode()
    java = jpype.JClass("com.arcadedb.serializer.json.JSONObject")(text).toMap()
    _mend(parameters, lambda: java)
    return jpype.JObject(java, jpype.JClass("java.util.Map"))


def _mend(value: Any, find: Callable[[], Any]) -> None:
    """Put the days, and the numbers that are not finite, of a value into its copy.

    `find` finds the copy: mostly there is nothing to put, and each look costs.
    """
    copy = None

    def found() -> Any:
        nonlocal copy
        copy = find() if copy is None else copy
        return copy

    for at, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, (dict, list, tuple)):
            _mend(each, partial(_within, found, at))
        elif isinstance(each, date):
            found()[at] = _day(each)
        elif isinstance(each, float) and not isfinite(each):
            found()[at] = jpype.JDouble(each)


def _within(find: Callable[[], Any], at: Any) -> Any:
    return find()[at]


@lru_cache(maxsize=4096)
def _day(value: date) -> Any:
    return jpype.JClass("java.time.LocalDate").of(value.year, value.month, value.day)


def to_python(value: Any) -> Any:
    """Return a value as Python's own type: a day as `date`, a node as a map.

    A node gives its labels and properties, a relationship its type and properties, a
    path the list of its nodes and relationships; what Python lacks gives its text.
    """
    if isinstance(value, dict):
        return {str(name): to_python(each) for name, each in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [to_python(each) for each in value]
    if isinstance(value, jpype.JObject):
        return _from_java(value)
    return value


def _from_java(value: Any) -> Any:
    name = str(value.getClass().getSimpleName())
    if name == "CypherDate":
        return date.fromisoformat(str(value))
    if name == "TraversalPath":
        return [_from_java(step) for step in value.toAlternatingList()]
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Vertex")):
        labels = jpype.JClass("com.arcadedb.query.opencypher.Labels").getLabels(value)
        return {
            "labels": sorted(str(label) for label in labels),
            "properties": _properties(value),
        }
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Edge")):
        return {"type": str(value.getTypeName()), "properties": _properties(value)}
    converted = arcadedb.convert_java_to_python(value)
    return str(value) if converted is value else to_python(converted)


def _properties(element: Any) -> dict[str, Any]:
    return {
        name: to_python(arcadedb.convert_java_to_python(element.get(name)))
        for name in sorted(str(name) for name in element.getPropertyNames())
    }
