"""Read the store's graph into networkx: entities, and what links one to another.

Statements and events are collapsed into the edges between entities: "X said
something about Y four times" is one edge with count 4.
"""

from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.queries import load_query

if TYPE_CHECKING:
    from kg.store import Store

SAID_ABOUT = "SAID_ABOUT"
HOLDS_POSITION = "HOLDS_POSITION"

NODE_COUNTS = ("said", "about", "events", "articles", "mentions")


def to_network(
    store: "Store", *, since: str | None = None, until: str | None = None
) -> "nx.MultiDiGraph[str]":
    """Return the graph of entities: nodes are entity keys, edges are what links them.

    A node has `name`, `label` (Person, State, ...) and the counts `said`, `about`,
    `events`, `articles` and `mentions`. An edge has `type`, `count` and for an
    office `title`: ``SAID_ABOUT`` from speaker to subject, ``HOLDS_POSITION``, an
    event's type from actor to recipient, ``TOOK_PLACE_IN`` from actor to place.
    `since` and `until` (ISO days, both included) leave out what was said or
    happened outside of them; what has no date counts by its article's date.
    """
    days = {"from": since, "to": until}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in sorted(store.read(load_query("view.entities"), days), key=_key):
        network.add_node(row["key"], **_node_attributes(row))
    for row in store.read(load_query("view.said_about"), days):
        _add_edge(network, row, SAID_ABOUT)
    for row in store.read(load_query("view.acts"), days):
        _add_edge(network, row, row["type"])
    for row in store.read(load_query("view.offices"), {}):
        _add_edge(network, row, HOLDS_POSITION, title=row["title"])
    return network


def _key(row: dict[str, Any]) -> str:
    key: str = row["key"]
    return key


def _node_attributes(row: dict[str, Any]) -> dict[str, str | int]:
    counts = {name: row[name] or 0 for name in NODE_COUNTS}
    return {"name": row["name"], "label": row["type"], **counts}


def _add_edge(
    network: "nx.MultiDiGraph[str]",
    row: dict[str, Any],
    edge_type: str,
    *,
    title: str | None = None,
) -> None:
    key = edge_type if title is None else f"{edge_type}: {title}"
    attributes = {} if title is None else {"title": title}
    network.add_edge(
        row["source"],
        row["target"],
        key=key,
        type=edge_type,
        count=row["count"],
        **attributes,
    )
