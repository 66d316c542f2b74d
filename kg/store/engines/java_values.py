"""Values of the embedded engine as Python's own types."""

from datetime import date
from typing import Any

import arcadedb_embedded as arcadedb
import jpype


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
