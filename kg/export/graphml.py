"""The whole graph as one GraphML file, for Gephi, yEd, igraph, networkx.

Written as it is read: networkx's own writer wants the whole graph in memory first. What
GraphML has no type for is text: lists as JSON, days as ISO 8601.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from kg.export.sinks import Sink, new_file
from kg.graph import Edge, Node
from kg.schema import load_schema
from kg.store.pieces import Piece

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_IN = f"{{{_NAMESPACE}}}"
_TYPES = {"integer": "long", "float": "double", "boolean": "boolean"}
# What XML 1.0 has no way to write.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS: dict[str, dict[str, str]] = {
    "node": {"label": "string", "sublabel": "string"},
    "edge": {"type": "string"},
}


@contextmanager
def graphml(path: Path) -> Iterator[Sink]:
    """Write a GraphML file; raises `ExportError`.

    A node's id is its label and key, "Article:3f9c"; `label` and `sublabel` are its
    labels, an edge's `type` is its relationship type. The rest are the properties of
    the schema.
    """
    with (
        new_file(path) as part,
        etree.xmlfile(str(part), encoding="utf-8") as file,
        file.element(f"{_IN}graphml", nsmap={None: _NAMESPACE}),
    ):
        file.write("\n")
        for name, of, type_ in _keys():
            id_ = {"id": f"{of}.{name}", "for": of}
            _write(file, "key", {**id_, "attr.name": name, "attr.type": type_}, {})
        with file.element(f"{_IN}graph", edgedefault="directed"):
            file.write("\n")
            yield _GraphMl(file)


def _keys() -> Iterator[tuple[str, str, str]]:
    """Yield the name, owner and type of every attribute."""
    schema = load_schema()
    owners = {
        "node": [each.properties for each in schema.nodes.values()],
        "edge": [each.properties for each in schema.edges.values()],
    }
    for of, kinds in owners.items():
        found = dict(_MARKS[of])
        for properties in kinds:
            for each in properties.values():
                found[each.name] = _TYPES.get(each.type, "string")
        for name, type_ in found.items():
            yield name, of, type_


class _GraphMl:
    def __init__(self, file: Any) -> None:
        self._file = file

    def add(self, piece: Piece) -> None:
        for node in piece.nodes:
            self._node(node)
        for edge in piece.edges:
            self._edge(edge)

    def _node(self, node: Node) -> None:
        marks = {"label": node.label, "sublabel": node.sublabel}
        id_ = _id(node.label, node.key)
        _write(self._file, "node", {"id": id_}, {**marks, **node.properties})

    def _edge(self, edge: Edge) -> None:
        (end_label,) = load_schema().edges[edge.type].to
        ends = {
            "source": _id(edge.start_label, edge.start),
            "target": _id(end_label, edge.end),
        }
        _write(self._file, "edge", ends, {"type": edge.type, **edge.properties})


def _id(label: str, key: str) -> str:
    return _text(f"{label}:{key}")


def _write(
    file: Any, tag: str, attributes: Mapping[str, str], values: Mapping[str, Any]
) -> None:
    with file.element(f"{_IN}{tag}", dict(attributes)):
        for name, value in values.items():
            if value is not None:
                with file.element(f"{_IN}data", key=f"{tag}.{name}"):
                    file.write(_text(value))
    file.write("\n")


def _text(value: Any) -> str:
    match value:
        case str():
            return _NO_XML.sub("\ufffd", value)
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value)
        case date():
            return value.isoformat()
        case list() | tuple():
            return _text(json.dumps(value, ensure_ascii=False))
    return str(value)
