"""The closed schema of the graph: labels, relationship types, their properties.

`schema.yaml` holds it. Whatever becomes a node or an edge is checked against it, so
that neither a label nor a property can come out of an article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.errors import SchemaError
from kg.tables import read_table

_IS_OF_TYPE = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: type(value) is int,
    "float": lambda value: isinstance(value, float),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: type(value) is date,
    "strings": lambda value: _is_list_of(value, str),
    "integers": lambda value: _is_list_of(value, int),
}


@dataclass(frozen=True, slots=True)
class Property:
    """A property's name and type; `optional` where it may be absent."""

    name: str
    type: str
    optional: bool


@dataclass(frozen=True, slots=True)
class NodeType:
    """A node's first label, the labels that may stand beside it, its properties."""

    label: str
    sublabels: tuple[str, ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type, the labels of its two ends, its properties."""

    type: str
    from_: tuple[str, ...]
    to: tuple[str, ...]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that a graph of kg may hold."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label, the entities' second ones too, in the file's order."""
        return tuple(
            label
            for node in self.nodes.values()
            for label in (node.label, *node.sublabels)
        )


@cache
def load_schema() -> Schema:
    """Load the packaged schema."""
    return make_schema(read_table("kg", "schema.yaml"))


def make_schema(raw: Mapping[str, Any]) -> Schema:
    """Make a schema of its file; raises `SchemaError` where that is malformed."""
    nodes = {label: _node_type(label, body) for label, body in raw["nodes"].items()}
    edges = {
        type_: _edge_type(type_, body) for type_, body in raw["relationships"].items()
    }
    for edge in edges.values():
        if unknown := {*edge.from_, *edge.to} - nodes.keys():
            raise SchemaError(f"schema: {edge.type} joins unknown {sorted(unknown)}")
    return Schema(MappingProxyType(nodes), MappingProxyType(edges))


def check_node(label: str, sublabel: str | None, properties: Mapping[str, Any]) -> None:
    """Hold a node to the schema; raises `SchemaError` naming what is wrong."""
    node = load_schema().nodes.get(label)
    if node is None:
        raise SchemaError(f"no label {label!r} in the schema")
    if sublabel is not None and sublabel not in node.sublabels:
        raise SchemaError(f"no label {sublabel!r} beside {label} in the schema")
    _check_properties(label, node.properties, properties)


def check_edge(type_: str, from_: str, to: str, properties: Mapping[str, Any]) -> None:
    """Hold an edge to the schema; `from_` and `to` are its ends' first labels."""
    edge = load_schema().edges.get(type_)
    if edge is None:
        raise SchemaError(f"no relationship type {type_!r} in the schema")
    if from_ not in edge.from_ or to not in edge.to:
        raise SchemaError(f"{type_} may not join {from_} to {to}")
    _check_properties(type_, edge.properties, properties)


def _check_properties(
    owner: str, declared: Mapping[str, Property], given: Mapping[str, Any]
) -> None:
    if unknown := given.keys() - declared.keys():
        raise SchemaError(f"{owner} has no property {sorted(unknown)} in the schema")
    for property_ in declared.values():
        value = given.get(property_.name)
        if value is None:
            if not property_.optional:
                raise SchemaError(f"{owner} lacks the property {property_.name!r}")
        elif not _IS_OF_TYPE[property_.type](value):
            raise SchemaError(
                f"{owner}.{property_.name} is to be of type {property_.type}, "
                f"not {type(value).__name__}"
            )


def _node_type(label: str, body: Mapping[str, Any]) -> NodeType:
    return NodeType(
        label, tuple(body.get("labels", ())), _properties(label, body["properties"])
    )


def _edge_type(type_: str, body: Mapping[str, Any]) -> EdgeType:
    return EdgeType(
        type_,
        tuple(body["from"]),
        tuple(body["to"]),
        _properties(type_, body.get("properties", {})),
    )


def _properties(owner: str, raw: Mapping[str, str]) -> Mapping[str, Property]:
    properties = {
        name: Property(name, type_.rstrip("?"), type_.endswith("?"))
        for name, type_ in raw.items()
    }
    for property_ in properties.values():
        if property_.type not in _IS_OF_TYPE:
            raise SchemaError(
                f"schema: {owner}.{property_.name} has the unknown type "
                f"{property_.type!r}"
            )
    return MappingProxyType(properties)


def _is_list_of(value: Any, type_: type) -> bool:
    return isinstance(value, (list, tuple)) and all(
        type(item) is type_ for item in value
    )
