"""Read a whole graph, a piece at a time, in an order that its content alone makes.

Memory does not grow with the graph: a piece is an article with all that it contributed,
or some entities. Nobody should write meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.graph import Edge, Node
from kg.queries import Query, load_query
from kg.schema import load_schema
from kg.store.copies import edge_order, node_order
from kg.store.engines.engine import Counters
from kg.store.reading_back import Row, mentions, rows_as_placed
from kg.store.tally import read_tallies, tally_node

Read = Callable[[Query, Mapping[str, Any]], list[Row]]

# Articles read at once: each may hold some thousand relationships.
_ARTICLES = 20
_ENTITIES = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """Nodes and edges of a graph, as they stand there.

    `article` is whose they are, and `types` are the types of the entities that it
    mentions, by key: the entities themselves are in other pieces.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    article: Node | None = None
    types: Mapping[str, str] = field(default_factory=dict)


def pieces(read: Read) -> Iterator[Piece]:
    """Yield every node and edge of a graph once: first entities, then by article.

    `read` runs a query. An edge may come before the node at its end.
    """
    reading = _Reading(read)
    for page in reading.pages("check.entities", "entity", _ENTITIES):
        tallies = read_tallies(reading, [row["entity"]["key"] for row in page])
        counted = [tally_node(key, tallies[key]) for key in sorted(tallies)]
        yield Piece([*map(_entity, page), *counted], ())
    for page in reading.pages("check.articles", "article", _ARTICLES):
        yield from _articles(reading, [row["article"] for row in page])
    for page in reading.pages("export.names", "name", _ENTITIES):
        yield named({row["name"]["key"]: row["entities"] for row in page})
    judgements = (row["judgement"] for row in read(load_query("judge.all"), {}))
    nodes = [Node("Judgement", own["key"], own) for own in judgements]
    yield Piece(sorted(nodes, key=node_order), ())


class _Reading:
    """A graph that is read as a transaction of a writer would read it."""

    def __init__(self, read: Read) -> None:
        self.counters = Counters()
        self._read = read

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[Row]:
        return self._read(query, parameters)

    def pages(self, name: str, column: str, limit: int) -> Iterator[list[Row]]:
        query, after = load_query(name), ""
        while page := self.run(query, {"after": after, "limit": limit}):
            yield page
            after = page[-1][column]["key"]


def _entity(row: Row) -> Node:
    own = row["entity"]
    sublabels = set(row["labels"]) & set(load_schema().nodes["Entity"].sublabels)
    return Node("Entity", own["key"], own, next(iter(sublabels), None))


def _articles(reading: _Reading, articles: Sequence[Row]) -> Iterator[Piece]:
    keys = [own["key"] for own in articles]
    mentioned = mentions(reading, keys)
    placed = rows_as_placed(reading, mentioned, keys)
    joined = _joined(reading, mentioned, keys)
    for own in articles:
        nodes, edges = placed[own["key"]]
        article = Node("Article", own["key"], own)
        yield piece_of(article, nodes, [*edges, *joined[own["key"]]])


def piece_of(article: Node, nodes: Sequence[Node], edges: Iterable[Edge]) -> Piece:
    """Return an article's piece, its rows sorted; an edge that comes twice is one.

    Of the entities among `nodes` it keeps their types.
    """
    once = {edge_order(edge): edge for edge in edges}
    own = sorted((n for n in nodes if n.label != "Entity"), key=node_order)
    return Piece(
        nodes=[article, *own],
        edges=[once[key] for key in sorted(once)],
        article=article,
        types={n.key: n.properties["type"] for n in nodes if n.label == "Entity"},
    )


def named(leads: Mapping[str, Iterable[str]]) -> Piece:
    """Return the piece of some folded names, each with the entities it leads to."""
    return Piece(
        nodes=[Node("Name", name, {"key": name}) for name in sorted(leads)],
        edges=[
            Edge("NAMES", name, entity, {}, "Name")
            for name in sorted(leads)
            for entity in leads[name]
        ],
    )


def _joined(
    reading: _Reading, mentioned: Sequence[Row], keys: Sequence[str]
) -> dict[str, list[Edge]]:
    """Return, by article, the edges that joins across articles made from it."""
    found: dict[str, list[Edge]] = {key: [] for key in keys}
    for row in mentioned:
        if row["alone"]:
            ends = row["entity"], row["article"]
            edge = Edge("NAMED_ALONE_IN", *ends, row["alone"], "Entity")
            found[row["article"]].append(edge)
    rows = [{"key": key} for key in keys]
    for type_, label, name in (
        ("RESTATES", "Statement", "restatements"),
        ("SAME_AS", "Event", "same_events"),
    ):
        for row in reading.run(load_query(f"export.{name}"), {"rows": rows}):
            edge = Edge(type_, row["start"], row["end"], row["edge"], label)
            found[row["article"]].append(edge)
    return found
