"""Write everything that a graph holds as text, so that two graphs can be compared."""

import json
from typing import Any

from kg.store import Store

NODES = "MATCH (node) RETURN labels(node) AS labels, properties(node) AS node"
EDGES = """
MATCH (start)-[edge]->(end)
RETURN start.key AS start, type(edge) AS type, end.key AS end, properties(edge) AS edge
"""


def dump(store: Store) -> str:
    """Return every node and relationship with all properties as sorted JSON lines."""
    nodes = [
        row | {"labels": sorted(row["labels"])}
        for row in store.read_statement(NODES, {})
    ]
    edges = list(store.read_statement(EDGES, {}))
    return "\n".join(sorted(_line(row) for row in (*nodes, *edges)))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
