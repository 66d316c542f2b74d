"""Read what an article contributed back out of the graph."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kg.graph import Edge, Node
from kg.queries import load_query
from kg.schema import load_schema
from kg.store.copies import Rows
from kg.store.days import undated
from kg.store.engines.engine import Transaction, run_rows

Row = dict[str, Any]


def mentions(transaction: Transaction, keys: Sequence[str]) -> list[Row]:
    """Return the mentions in these articles: article, entity, labels, type, edge.

    `alone` holds the judgement by which a name hangs on this entity, None where the
    entity is the article's own.
    """
    return _read(transaction, "contributed_mentions", keys)


def own_key(mention: Mapping[str, Any]) -> str:
    """Return the entity that a mention makes by itself, without any judgement."""
    alone = mention["alone"]
    key: str = alone["entity"] if alone else mention["entity"]
    return key


def rows_in_graph(transaction: Transaction, keys: Sequence[str]) -> dict[str, Rows]:
    """Return the nodes and edges that these articles contributed, by article.

    What hangs on a person by a judgement is given the entity that the article makes
    by itself, and what others tell of its days is left out.
    """
    found = mentions(transaction, keys)
    own: dict[str, dict[str, str]] = {key: {} for key in keys}
    for row in found:
        own[row["article"]][row["entity"]] = own_key(row)
    return {
        key: (
            [renamed_node(undated(node), own[key]) for node in nodes],
            [renamed_edge(edge, own[key]) for edge in edges],
        )
        for key, (nodes, edges) in rows_as_placed(transaction, found, keys).items()
    }


def rows_as_placed(
    transaction: Transaction, mentioned: Sequence[Row], keys: Sequence[str]
) -> dict[str, Rows]:
    """Return what articles contributed on the entities on which the graph has it.

    `mentioned` are their `mentions`. Entities come with labels, key and type alone.
    """
    found: dict[str, Rows] = {key: ([], []) for key in keys}
    for row in _read(transaction, "contributed_nodes", keys):
        nodes, edges = found[row["article"]]
        label = row["labels"][0]
        key = row["node"]["key"]
        nodes.append(Node(label, key, row["node"]))
        edges.append(Edge("REPORTED_IN", key, row["article"], row["reported"], label))
    for row in _read(transaction, "contributed_texts", keys):
        nodes, edges = found[row["article"]]
        key = row["node"]["key"]
        nodes.append(Node("Text", key, row["node"]))
        edges.append(Edge("TEXT_OF", key, row["article"], {}, "Text"))
    for row in mentioned:
        nodes, edges = found[row["article"]]
        nodes.append(_entity(row))
        edge = Edge(
            "MENTIONED_IN", row["entity"], row["article"], row["edge"], "Entity"
        )
        edges.append(edge)
    for row in _read(transaction, "contributed_edges", keys):
        found[row["article"]][1].append(_edge(row, row["type"], row["labels"][0]))
    for row in _read(transaction, "contributed_speakers", keys):
        found[row["article"]][1].append(_edge(row, "SAID", "Entity"))
    for row in _read(transaction, "contributed_positions", keys):
        found[row["article"]][1].append(_edge(row, "HOLDS_POSITION", "Entity"))
    for row in _read(transaction, "contributed_relations", keys):
        found[row["article"]][1].append(_edge(row, "RELATED_TO", "Entity"))
    return found


def renamed_node(node: Node, to: Mapping[str, str]) -> Node:
    """Return a node, with another key where it is an entity that `to` holds."""
    if node.label != "Entity" or node.key not in to:
        return node
    key = to[node.key]
    return replace(node, key=key, properties={**node.properties, "key": key})


def renamed_edge(edge: Edge, to: Mapping[str, str]) -> Edge:
    """Return an edge, on other entities at its ends where `to` holds those."""
    start, end = to.get(edge.start, edge.start), to.get(edge.end, edge.end)
    return replace(edge, start=start, end=end)


def _entity(row: Mapping[str, Any]) -> Node:
    sublabels = set(row["labels"]) & set(load_schema().nodes["Entity"].sublabels)
    properties = {"key": row["entity"], "type": row["type"]}
    return Node("Entity", row["entity"], properties, next(iter(sublabels), None))


def _edge(row: Mapping[str, Any], type_: str, start_label: str) -> Edge:
    return Edge(type_, row["start"], row["end"], row["edge"], start_label)


def _read(transaction: Transaction, name: str, keys: Sequence[str]) -> list[Row]:
    rows = [{"key": key} for key in keys]
    return run_rows(transaction, load_query(f"write.{name}"), rows)
