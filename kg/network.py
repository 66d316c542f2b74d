"""Read the store's graph into networkx: entities, and what links one to another.

Statements and events are collapsed into the edges between entities: "X said
something about Y four times" is one edge with count 4.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.queries import load_query

if TYPE_CHECKING:
    from kg.store import Store

Row = dict[str, Any]

SAID_ABOUT = "SAID_ABOUT"
HOLDS_POSITION = "HOLDS_POSITION"

NODE_COUNTS = ("said", "about", "events", "articles", "mentions")


@dataclass(frozen=True, slots=True)
class Links:
    """What links entities, by key: who said, what is about whom, who took part.

    Rows of the queries ``view.said``, ``view.subjects`` and ``view.parties``, in order.
    """

    said: list[Row]
    subjects: list[Row]
    parties: list[Row]


def read_links(store: "Store", days: Mapping[str, str | None]) -> Links:
    """Read the links of a store; `days` are parameters ``from`` and ``to``."""
    names = ("said", "subjects", "parties")
    found = (store.read(load_query(f"view.{name}"), days) for name in names)
    return Links(*(sorted(rows, key=lambda row: tuple(row.values())) for rows in found))


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
    return network_of(store, read_links(store, days), days)


def network_of(
    store: "Store", links: Links, days: Mapping[str, str | None]
) -> "nx.MultiDiGraph[str]":
    """Return the graph of entities whose links were read for the same days."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    counts = _counts(links)
    for row in sorted(store.read(load_query("view.entities"), days), key=_key):
        network.add_node(row["key"], **_node_attributes(row, counts))
    for row in _said_about(links):
        _add_edge(network, row, SAID_ABOUT)
    for row in store.read(load_query("view.acts"), days):
        _add_edge(network, row, row["type"])
    for row in store.read(load_query("view.offices"), {}):
        _add_edge(network, row, HOLDS_POSITION, title=row["title"])
    return network


def _counts(links: Links) -> dict[str, Counter[str]]:
    """Return in how many statements and events each entity is, as what."""
    taking_part = {(row["entity"], row["event"]) for row in links.parties}
    return {
        "said": Counter(row["entity"] for row in links.said),
        "about": Counter(row["entity"] for row in links.subjects),
        "events": Counter(entity for entity, _ in taking_part),
    }


def _said_about(links: Links) -> list[Row]:
    """Return who speaks about whom, and in how many statements."""
    subjects: defaultdict[str, list[str]] = defaultdict(list)
    for row in links.subjects:
        subjects[row["statement"]].append(row["entity"])
    pairs = Counter(
        pair
        for row in links.said
        for pair in product([row["entity"]], subjects.get(row["statement"], ()))
    )
    return [
        {"source": source, "target": target, "count": count}
        for (source, target), count in sorted(pairs.items())
    ]


def _key(row: Row) -> str:
    key: str = row["key"]
    return key


def _node_attributes(
    row: Row, counts: Mapping[str, Counter[str]]
) -> dict[str, str | int]:
    own = {name: each[row["key"]] for name, each in counts.items()}
    own |= {"articles": row["articles"], "mentions": row["mentions"]}
    return {"name": row["name"], "label": row["type"], **own}


def _add_edge(
    network: "nx.MultiDiGraph[str]",
    row: Row,
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
