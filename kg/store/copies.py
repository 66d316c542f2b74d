"""Articles with the same text are one: which copies it has, and whose records count.

Copies are sorted by id. The first copy's records are in the graph; what another copy
would contribute, where it differs (another day, another version of the extractor), is
kept with the article, so that taking the first copy away leaves what the next gives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from kg.errors import StoreError
from kg.graph import Edge, GraphRows, Node, storable
from kg.records import digest
from kg.schema import load_schema

Rows = tuple[list[Node], list[Edge]]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a copy's records put into the graph.

    `in_graph` says that nodes and edges are in the graph and were not read back.
    """

    digest: str
    published: date | None
    published_basis: str
    extractor: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    in_graph: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """One id under which a text came, with what it said of itself; "" where unknown."""

    id: str
    title: str
    source: str
    url: str
    contribution: Contribution
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article and its copies, sorted by id; an article without copies is gone.

    `judged` is what people's judgements put elsewhere in the graph, as its node keeps
    it.
    """

    key: str
    sha256: str
    copies: tuple[Copy, ...] = ()
    judged: str | None = None

    @property
    def digest(self) -> str | None:
        """Digest of what the article contributes: None where it is gone."""
        return self.copies[0].contribution.digest if self.copies else None

    @property
    def rows(self) -> Contribution:
        """What the article contributes: its first copy's records."""
        return self.copies[0].contribution


def to_copy(rows: GraphRows) -> Copy:
    """Return an article's rows as a copy of its text."""
    article = rows.article
    nodes = tuple(sorted(rows.nodes, key=node_order))
    edges = tuple(sorted(rows.edges, key=edge_order))
    contribution = Contribution(
        digest="",
        published=article.published,
        published_basis=article.published_basis,
        extractor=rows.extractor,
        nodes=nodes,
        edges=edges,
    )
    return Copy(
        id=storable(article.id),
        title=storable(article.title or ""),
        source=storable(article.source or ""),
        url=storable(article.url or ""),
        contribution=replace(contribution, digest=digest_of(contribution)),
        origin=article.origin or "",
    )


def digest_of(contribution: Contribution) -> str:
    """Return the digest of what a copy contributes: the same for the same records."""
    day = contribution.published
    return digest(
        day.isoformat() if day else "",
        contribution.published_basis,
        contribution.extractor,
        _encode(plain(contribution.nodes, contribution.edges)),
    )


def is_update(copy: Copy, former: Copy) -> bool:
    """Tell whether a copy comes from where a former one did, under the same id."""
    return (copy.id, copy.origin) == (former.id, former.origin)


def with_copy(state: ArticleState, copy: Copy) -> ArticleState:
    """Return the state with a copy added, or put in the place of the one of its id."""
    others = without_copy(state, copy.id).copies
    copies = sorted((*others, copy), key=lambda each: each.id)
    return replace(state, copies=tuple(copies))


def without_copy(state: ArticleState, id_: str) -> ArticleState:
    """Return the state without the copy of this id."""
    return replace(state, copies=tuple(copy for copy in state.copies if copy.id != id_))


def with_rows(
    state: ArticleState, nodes: Sequence[Node], edges: Sequence[Edge]
) -> ArticleState:
    """Return the state with rows read back from the graph where it had none."""
    sorted_nodes = tuple(sorted(nodes, key=node_order))
    sorted_edges = tuple(sorted(edges, key=edge_order))

    def read(copy: Copy) -> Copy:
        contribution = replace(
            copy.contribution, nodes=sorted_nodes, edges=sorted_edges, in_graph=False
        )
        return replace(copy, contribution=contribution)

    copies = (
        read(copy) if copy.contribution.in_graph else copy for copy in state.copies
    )
    return replace(state, copies=tuple(copies))


def with_first_rows(state: ArticleState, rows: Rows) -> ArticleState:
    """Return the state with other rows of its first copy, of the same digest."""
    first, *others = state.copies
    contribution = replace(
        first.contribution,
        nodes=tuple(sorted(rows[0], key=node_order)),
        edges=tuple(sorted(rows[1], key=edge_order)),
    )
    return replace(state, copies=(replace(first, contribution=contribution), *others))


def lacks_rows(state: ArticleState) -> bool:
    """Whether some copy's rows are in the graph alone."""
    return any(copy.contribution.in_graph for copy in state.copies)


def to_properties(state: ArticleState) -> dict[str, Any]:
    """Return the properties of the article's node."""
    first = state.copies[0]
    contribution = first.contribution
    spares = [_spare(copy.contribution, contribution) for copy in state.copies]
    found = {
        "key": state.key,
        "sha256": state.sha256,
        "id": first.id,
        "title": first.title or None,
        "source": first.source or None,
        "url": first.url or None,
        "published": contribution.published,
        "publishedBasis": contribution.published_basis,
        "ids": [copy.id for copy in state.copies],
        "titles": [copy.title for copy in state.copies],
        "sources": [copy.source for copy in state.copies],
        "urls": [copy.url for copy in state.copies],
        "origins": [copy.origin for copy in state.copies],
        "copies": len(state.copies),
        "extractor": contribution.extractor,
        "digest": contribution.digest,
        "spares": spares if any(spares) else None,
        "judged": state.judged,
    }
    return {name: value for name, value in found.items() if value is not None}


def to_state(properties: Mapping[str, Any]) -> ArticleState:
    """Return the state that an article's node holds; its rows stay in the graph.

    Raises `StoreError` where the node lacks what this version of kg writes.
    """
    try:
        return _to_state(properties)
    except KeyError as error:
        raise StoreError(
            f"article {properties.get('id', properties['key'])} lacks {error}: another "
            "version of kg wrote this graph, or it is damaged; ingest into a new one"
        ) from error


def _to_state(properties: Mapping[str, Any]) -> ArticleState:
    own = Contribution(
        digest=properties["digest"],
        published=properties.get("published"),
        published_basis=properties["publishedBasis"],
        extractor=properties["extractor"],
        in_graph=True,
    )
    ids = properties["ids"]
    spares = properties.get("spares") or [""] * len(ids)
    origins = properties.get("origins") or [""] * len(ids)
    columns = (properties["titles"], properties["sources"], properties["urls"])
    copies = tuple(
        Copy(id_, title, source, url, _from_spare(spare) if spare else own, origin)
        for id_, title, source, url, spare, origin in zip(
            ids, *columns, spares, origins, strict=True
        )
    )
    judged = properties.get("judged")
    return ArticleState(properties["key"], properties["sha256"], copies, judged)


def _spare(contribution: Contribution, first: Contribution) -> str:
    if contribution.digest == first.digest:
        return ""
    day = contribution.published.isoformat() if contribution.published else None
    return _encode(
        {
            "digest": contribution.digest,
            "published": day,
            "publishedBasis": contribution.published_basis,
            "extractor": contribution.extractor,
            **plain(contribution.nodes, contribution.edges),
        }
    )


def _from_spare(spare: str) -> Contribution:
    raw = msgspec.json.decode(spare)
    nodes, edges = from_plain(raw)
    day = raw["published"]
    return Contribution(
        digest=raw["digest"],
        published=None if day is None else date.fromisoformat(day),
        published_basis=raw["publishedBasis"],
        extractor=raw["extractor"],
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def from_plain(raw: Mapping[str, Any]) -> Rows:
    """Return the rows that `plain` wrote."""
    schema = load_schema()
    nodes = [
        Node(label, key, _with_days(schema.nodes[label].properties, own), sublabel)
        for label, sublabel, key, own in raw["nodes"]
    ]
    edges = [
        Edge(type_, start, end, _with_days(schema.edges[type_].properties, own), label)
        for type_, start, end, label, own in raw["edges"]
    ]
    return nodes, edges


def _with_days(declared: Mapping[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Turn the days that JSON holds as text into dates again."""
    return {
        name: date.fromisoformat(value) if declared[name].type == "date" else value
        for name, value in own.items()
    }


def plain(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, Any]:
    """Return rows as JSON can hold them; `from_plain` reads them."""
    return {
        "nodes": [
            [node.label, node.sublabel, node.key, node.properties] for node in nodes
        ],
        "edges": [
            [edge.type, edge.start, edge.end, edge.start_label, edge.properties]
            for edge in edges
        ],
    }


def _encode(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def node_order(node: Node) -> tuple[str, str]:
    """Return what nodes are sorted by."""
    return node.label, node.key


def edge_order(edge: Edge) -> tuple[str, str, str, str]:
    """Return what edges are sorted by; those that are equal are one edge."""
    return edge.type, edge.start, edge.end, _encode(edge.properties)
