"""Place what articles say of entities where people's judgements put it.

An article contributes what it makes by itself. Where a judgement says that an entity of
it is another one, that one stands in the graph, and the article's node keeps what it
makes by itself, so that nothing is lost and any judgement can be taken back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from kg.errors import RaceError
from kg.graph import TOLD_BY, Edge, Node
from kg.judgements.judgement import Judgement, mention_name, type_of
from kg.judgements.rulings import Rulings
from kg.queries import load_query
from kg.store.copies import ArticleState, Rows, from_plain, plain, with_first_rows
from kg.store.engines.engine import Transaction, run_rows


class Bench:
    """The judgements that bear on some names, read as they are asked for."""

    def __init__(self, transaction: Transaction) -> None:
        self.rulings = Rulings()
        self._transaction = transaction
        self._asked: set[str] = set()
        self._is_empty = not self._is_judged()

    def load(self, names: Iterable[str]) -> Rulings:
        """Read all judgements that bear on names, over however many others."""
        new = set() if self._is_empty else {*names} - self._asked
        while new:
            self._asked |= new
            found = [self._read(side, new) for side in ("targets", "sources")]
            reached = set()
            for judgement in (*found[0], *found[1]):
                self.rulings.add(judgement)
                reached |= {judgement.target, judgement.source}
            new = reached - self._asked
        return self.rulings

    def against(self, one: str, other: str) -> Judgement | None:
        """Return the judgement by which two names may not stand for one entity."""
        return self.load((one, other)).against(one, other)

    def aliases(self, key: str) -> list[str]:
        """Return the names that judgements give an entity, sorted."""
        return self.load((key,)).aliases(key)

    def hold(self) -> None:
        """Raise `RaceError` where another writer changed what was read here."""
        if self._is_empty:
            is_changed = self._is_judged()
        else:
            now = Bench(self._transaction).load(self._asked)
            is_changed = list(now) != list(self.rulings)
        if is_changed:
            raise RaceError("entities were judged meanwhile")

    def _is_judged(self) -> bool:
        return bool(self._transaction.run(load_query("judge.any"), {}))

    def _read(self, side: str, names: Collection[str]) -> list[Judgement]:
        rows = [{"name": name} for name in sorted(names)]
        found = run_rows(self._transaction, load_query(f"judge.{side}"), rows)
        return [to_judgement(row["judgement"]) for row in found]


def to_judgement(properties: Mapping[str, Any]) -> Judgement:
    """Return the judgement that a node holds."""
    names = Judgement.__struct_fields__
    return Judgement(**{name: properties[name] for name in names if name in properties})


def judged(states: Sequence[ArticleState], bench: Bench) -> list[ArticleState]:
    """Return articles, given by what they make by themselves, as judgements place it.

    Each keeps in `judged` what is to be found in the graph in another place.
    """
    keys = {state.key: _entities(state) for state in states}
    names = {key for own in keys.values() for key in own}
    names |= {mention_name(each, key) for key, own in keys.items() for each in own}
    rulings = bench.load(names)
    return [_judged(state, keys[state.key], rulings) for state in states]


def _entities(state: ArticleState) -> list[str]:
    return [node.key for node in state.rows.nodes if node.label == "Entity"]


def _judged(state: ArticleState, own: Sequence[str], rulings: Rulings) -> ArticleState:
    meant = {key: rulings.meant(state.key, key) for key in own}
    to = {key: entity for key, entity in meant.items() if key != entity}
    if not to:
        return replace(state, judged=None)
    touched = {key for key, entity in meant.items() if entity in to.values()}
    kept, moved = _divided(([*state.rows.nodes], [*state.rows.edges]), touched)
    nodes = [*kept[0], *_moved_nodes(moved[0], meant)]
    edges = [*kept[1], *_moved_edges(moved[1], meant)]
    return replace(
        with_first_rows(state, (nodes, edges)), judged=_written(meant, touched, moved)
    )


def _divided(rows: Rows, entities: Collection[str]) -> tuple[Rows, Rows]:
    """Divide rows into those that touch none of some entities, and those that do."""
    kept: Rows = ([], [])
    touching: Rows = ([], [])
    for node in rows[0]:
        is_touched = node.label == "Entity" and node.key in entities
        (touching if is_touched else kept)[0].append(node)
    for edge in rows[1]:
        is_touched = edge.start in entities or edge.end in entities
        (touching if is_touched else kept)[1].append(edge)
    return kept, touching


def _moved_nodes(nodes: Iterable[Node], to: Mapping[str, str]) -> list[Node]:
    """Return one node for each entity that is meant, the type that its key has."""
    found: dict[str, Node] = {}
    for node in sorted(nodes, key=lambda node: (to[node.key] != node.key, node.key)):
        key = to[node.key]
        type_ = type_of(key) or node.properties["type"]
        sublabel = None if type_ == "Other" else type_
        found.setdefault(
            key, Node("Entity", key, {"key": key, "type": type_}, sublabel)
        )
    return list(found.values())


def _moved_edges(edges: Iterable[Edge], to: Mapping[str, str]) -> list[Edge]:
    """Return edges on the entities that are meant; what falls together is one."""
    found: dict[tuple[Any, ...], list[tuple[bool, str, Edge]]] = defaultdict(list)
    for edge in edges:
        start, end = to.get(edge.start, edge.start), to.get(edge.end, edge.end)
        moved = replace(edge, start=start, end=end)
        rank = (moved != edge, edge.start + edge.end)
        found[_identity(moved)].append((*rank, moved))
    merged = (sorted(each, key=lambda ranked: ranked[:2]) for each in found.values())
    return [_one([edge for *_, edge in ranked]) for ranked in merged]


def _identity(edge: Edge) -> tuple[Any, ...]:
    own: tuple[Any, ...] = ()
    if edge.type in TOLD_BY:
        told = (TOLD_BY[edge.type], "start", "end")
        own = tuple(edge.properties[each] for each in told)
    return edge.type, edge.start, edge.end, own


def _one(edges: Sequence[Edge]) -> Edge:
    """Return edges that fall together as one: the first, and mentions added up."""
    first = edges[0]
    if first.type != "MENTIONED_IN" or len(edges) == 1:
        return first
    mentions = [edge.properties for edge in edges]
    texts = {text for each in mentions for text in each["texts"]}
    texts |= {each["name"] for each in mentions[1:]}
    properties = {
        "count": sum(each["count"] for each in mentions),
        "name": first.properties["name"],
        "iso3": _first(mentions, "iso3"),
        "wikidata": _first(mentions, "wikidata"),
        "texts": sorted(texts),
        "offsets": sorted(at for each in mentions for at in each["offsets"]),
    }
    present = {name: each for name, each in properties.items() if each is not None}
    return replace(first, properties=present)


def _first(maps: Sequence[Mapping[str, Any]], name: str) -> Any:
    return next((each[name] for each in maps if name in each), None)


class _Own(msgspec.Struct):
    """What an article makes by itself, and whom its entities are judged to be."""

    to: dict[str, str]
    rows: dict[str, Any]


def _written(meant: Mapping[str, str], touched: Collection[str], rows: Rows) -> str:
    own = _Own({key: meant[key] for key in touched}, plain(*rows))
    return msgspec.json.encode(own, order="sorted").decode()


def own_entities(entity: str, judged: str | None) -> list[str]:
    """Return what an article by itself makes that is judged to be an entity.

    `judged` is what its node keeps. It is the entity itself where nothing was judged.
    """
    to = {} if judged is None else msgspec.json.decode(judged, type=_Own).to
    return sorted(own for own, meant in to.items() if meant == entity) or [entity]


def own_rows(rows: Rows, judged: str | None) -> Rows:
    """Return what an article makes by itself, from rows as the graph has them."""
    if judged is None:
        return rows
    own = msgspec.json.decode(judged, type=_Own)
    kept, _ = _divided(rows, frozenset(own.to.values()))
    nodes, edges = from_plain(own.rows)
    return [*kept[0], *nodes], [*kept[1], *edges]
