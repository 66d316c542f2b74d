"""Fill an empty store with many articles, joined at once, and as fast as it takes rows.

What `kg load` would make of them, statement for statement; only faster.
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg.graph import GraphRows
from kg.queries import Query, parse_query
from kg.schema import load_schema
from kg.store import Store
from kg.store.batch import Batch

_ROWS = 5000
_HEADER = "// {0}\n// @mode write\n// @param rows: rows  maps\n// @returns nothing\n"
_NODE = "UNWIND $rows AS row CREATE (node:{0}) SET node = row"
_EDGE = (
    "UNWIND $rows AS row MATCH (start:{0} {{key: row.start}}) "
    "MATCH (end:{1} {{key: row.end}}) CREATE (start)-[edge:{2}]->(end) "
    "SET edge = row.properties"
)


def fill(store: Store, articles: Iterable[GraphRows]) -> None:
    """Write articles into a store that is empty."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    edges: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    # Millions of rows are held, and none of them in a circle.
    gc.disable()
    with Batch() as batch, store.writing():
        for rows in articles:
            batch.ingest([rows])
        for piece in batch.pieces():
            for node in piece.nodes:
                both = f"{node.label}:{node.sublabel}" if node.sublabel else node.label
                nodes[both].append(dict(node.properties))
            for edge in piece.edges:
                row = {"start": edge.start, "end": edge.end}
                (end,) = load_schema().edges[edge.type].to
                ends = edge.start_label, end, edge.type
                edges[*ends].append(row | {"properties": dict(edge.properties)})
        for both, rows_ in nodes.items():
            _write(store, _query(_NODE.format(both)), rows_)
        for (start, end, type_), rows_ in edges.items():
            _write(store, _query(_EDGE.format(start, end, type_)), rows_)
    gc.enable()


def _query(statement: str) -> Query:
    return parse_query("fill", _HEADER.format("Fill") + statement)


def _write(store: Store, query: Query, rows: list[dict[str, Any]]) -> None:
    for part in _parts(rows):
        store._engine.write(lambda work, part=part: work.run(query, {"rows": part}))


def _parts(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), _ROWS):
        yield rows[start : start + _ROWS]
