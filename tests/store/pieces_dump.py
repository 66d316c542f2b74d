"""Write pieces of a graph as `dump` writes a store."""

import json
from collections.abc import Iterable
from typing import Any

from kg.store.pieces import Piece


def dump_pieces(pieces: Iterable[Piece]) -> str:
    """Return every node and relationship with all properties as sorted JSON lines."""
    rows: list[dict[str, Any]] = []
    for piece in pieces:
        for node in piece.nodes:
            labels = [node.label, *([node.sublabel] if node.sublabel else [])]
            rows.append({"labels": sorted(labels), "node": dict(node.properties)})
        for edge in piece.edges:
            ends = {"start": edge.start, "end": edge.end}
            rows.append({**ends, "type": edge.type, "edge": dict(edge.properties)})
    return "\n".join(sorted(_line(row) for row in rows))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
