"""Ingest and retract: what is written in one transaction, on either engine.

An article's contribution stands or falls as a whole: where a digest of it changed, the
old one is deleted and the new one written. Entities then get the properties that all
articles together give them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from kg.graph import TOLD_BY, Edge, GraphRows, Node
from kg.queries import load_query
from kg.resolve.across.surroundings import surroundings
from kg.store.copies import (
    ArticleState,
    Copy,
    is_update,
    lacks_rows,
    to_copy,
    to_properties,
    to_state,
    with_copy,
    with_rows,
    without_copy,
)
from kg.store.days import Days, dated
from kg.store.engines.engine import Counters, Transaction, run_rows
from kg.store.joins.judged import Bench, judged, own_rows
from kg.store.joins.namesakes import judge_names
from kg.store.joins.restatements import write_restatements
from kg.store.joins.same_events import write_same_events
from kg.store.naming import NameChanges
from kg.store.reading_back import mentions, own_key, rows_in_graph
from kg.store.tally import (
    count_mention,
    counted_mention,
    dump_tally,
    entity_properties,
    load_tally,
    read_tallies,
)

States = dict[str, ArticleState]


def ingest(transaction: Transaction, batch: Sequence[GraphRows]) -> Counters:
    """Write a batch of articles, in which no id stands for two texts.

    What an article of the same id and origin said before is replaced. Returns how many
    of them are new, updated, or known under another name; the rest were there.
    """
    before = _claim(transaction, batch)
    after = dict(before)
    counted = Counters()
    for rows in batch:
        copy = to_copy(rows)
        former = [
            key
            for key, state in after.items()
            if key != rows.key and any(is_update(copy, each) for each in state.copies)
        ]
        counted += _counted(copy, after[rows.key].copies, is_update=bool(former))
        for key in former:
            after[key] = without_copy(after[key], copy.id)
        after[rows.key] = with_copy(after[rows.key], copy)
    _carry_out(transaction, before, after)
    return counted


def _counted(copy: Copy, held: Sequence[Copy], *, is_update: bool) -> Counters:
    if is_update:
        return Counters(articles_updated=1)
    if not held:
        return Counters(articles_new=1)
    is_known = any(each.id == copy.id for each in held)
    return Counters(articles_named_anew=0 if is_known else 1)


def retract(transaction: Transaction, article: str) -> bool:
    """Take the copy of this id away; return whether there was one."""
    before = _holding(transaction, [{"id": article}])
    after = {key: without_copy(state, article) for key, state in before.items()}
    _carry_out(transaction, before, after)
    return bool(before)


def _claim(transaction: Transaction, batch: Sequence[GraphRows]) -> States:
    """Return the articles that a batch touches, as they stand; new ones are empty."""
    digests = {rows.key: rows.article.sha256 for rows in batch}
    ids = sorted({rows.article.id for rows in batch})
    keys = [{"key": key} for key in sorted(digests)]
    states = {key: ArticleState(key, sha256) for key, sha256 in digests.items()}
    for row in _run(transaction, "claim_articles", keys):
        if row["article"]["copies"]:
            states[row["article"]["key"]] = to_state(row["article"])
    return states | _holding(transaction, [{"id": id_} for id_ in ids])


def _holding(transaction: Transaction, ids: list[dict[str, Any]]) -> States:
    """Return the articles of which one of these ids is a copy."""
    rows = _run(transaction, "articles_by_id", ids)
    rows += _run(transaction, "articles_by_copy", ids)
    return {row["article"]["key"]: to_state(row["article"]) for row in rows}


def write_again(
    transaction: Transaction, articles: Iterable[str], entities: Iterable[str]
) -> None:
    """Write articles, told by their keys, anew after other judgements on entities.

    `entities` are those whose own names judgements changed.
    """
    keys = [{"key": key} for key in sorted(set(articles))]
    claimed = _run(transaction, "claim_articles", keys)
    states = {row["article"]["key"]: to_state(row["article"]) for row in claimed}
    _carry_out(transaction, states, states, again=states, entities=entities)


def _carry_out(
    transaction: Transaction,
    before: States,
    after: States,
    *,
    again: Collection[str] = (),
    entities: Iterable[str] = (),
) -> None:
    """Make the graph what `after` says where it differs from `before`.

    Articles of `again` are written anew though they do not differ, and `entities` get
    their properties anew.
    """
    changed = sorted(k for k in before if before[k] != after[k] or k in again)
    replaced = [k for k in changed if before[k].digest != after[k].digest or k in again]
    outdated = [key for key in replaced if before[key].copies]
    bench = Bench(transaction)
    after = after | _with_rows_read(transaction, outdated, after)
    new = judged([after[k] for k in replaced if after[k].copies], bench)
    after = after | {state.key: state for state in new}
    old = [before[key] for key in outdated]
    joins = judge_names(transaction, old, new, bench)
    touched, days = _Mentions(entities), Days(transaction)
    days.lose([state.key for state in (*old, *joins.moved)])
    _delete_contributions(transaction, [*old, *joins.moved], touched)
    # A new article may be gone before it is written: its claim goes, too.
    gone = [{"key": key} for key in sorted(before) if not after[key].copies]
    _run(transaction, "delete_articles", gone)
    present = [after[key] for key in changed if after[key].copies]
    articles = [
        {"key": state.key, "properties": to_properties(state)} for state in present
    ]
    _run(transaction, "article", articles)
    placed = [joins.placed(state) for state in (*new, *joins.moved)]
    _write_nodes(transaction, placed)
    _write_edges(transaction, placed, touched)
    _run(transaction, "named_alone_in", [_edge_row(edge) for edge in joins.renewed])
    _settle_entities(transaction, touched, bench)
    # All entities are locked by now: who judges one of them waits for this to end.
    bench.hold()
    days.join("Statement", write_restatements(transaction, placed))
    days.join("Event", write_same_events(transaction, placed))
    days.write()


def _with_rows_read(
    transaction: Transaction, outdated: Sequence[str], after: States
) -> States:
    """Read back contributions that are to be deleted while some copy still has them."""
    kept = [key for key in outdated if lacks_rows(after[key])]
    found = rows_in_graph(transaction, kept)
    return {
        key: with_rows(after[key], *own_rows(found[key], after[key].judged))
        for key in kept
    }


class _Mentions:
    """Mentions that go and come, by entity."""

    def __init__(self, entities: Iterable[str] = ()) -> None:
        self.counted: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        self.counted |= {entity: [] for entity in entities}

    def count(self, entity: str, mention: Any, by: int) -> None:
        self.counted[entity].append((by, mention))


def _delete_contributions(
    transaction: Transaction, states: Sequence[ArticleState], touched: _Mentions
) -> None:
    keys = [state.key for state in states]
    rows: dict[str, list[dict[str, Any]]] = {key: [] for key in keys}
    for row in mentions(transaction, keys):
        rows[row["article"]].append(row)
    for state in states:
        met = surroundings(state.rows.published, map(own_key, rows[state.key]))
        for row in rows[state.key]:
            counted = counted_mention(row["edge"], own_key(row), row["entity"], met)
            touched.count(row["entity"], counted, -1)
    for name in (
        *("positions", "relations", "reports", "texts"),
        *("lone_names", "mentions"),
    ):
        _run(transaction, f"delete_{name}", [{"key": key} for key in keys])


def _write_nodes(transaction: Transaction, states: Sequence[ArticleState]) -> None:
    grouped: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for state in states:
        for node in (dated(each, state.rows.published) for each in state.rows.nodes):
            grouped[_node_query(node)][node.key] = _node_row(node)
    for name in sorted(grouped):
        rows = grouped[name]
        _run(transaction, name, [rows[key] for key in sorted(rows)])


def _node_query(node: Node) -> str:
    if node.label == "Entity":
        return f"entity_{(node.sublabel or 'other').lower()}"
    return node.label.lower()


def _node_row(node: Node) -> dict[str, Any]:
    if node.label == "Entity":
        return {"key": node.key, "type": node.properties["type"]}
    return {"key": node.key, "properties": dict(node.properties)}


def _write_edges(
    transaction: Transaction, states: Sequence[ArticleState], touched: _Mentions
) -> None:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for state in states:
        for edge in state.rows.edges:
            grouped[_edge_query(edge)].append(_edge_row(edge))
        for entity, counted in counted_mentions(state):
            touched.count(entity, counted, 1)
    for name in sorted(grouped):
        rows = sorted(grouped[name], key=lambda row: (row["start"], row["end"]))
        _run(transaction, name, rows)


def counted_mentions(state: ArticleState) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a placed article's entities, each with its mention as it counts."""
    edges = state.rows.edges
    alone = {
        edge.start: edge.properties["entity"]
        for edge in edges
        if edge.type == "NAMED_ALONE_IN"
    }
    mentioned = [edge for edge in edges if edge.type == "MENTIONED_IN"]
    own_keys = {edge.start: alone.get(edge.start, edge.start) for edge in mentioned}
    met = surroundings(state.rows.published, own_keys.values())
    for edge in mentioned:
        own = own_keys[edge.start]
        yield edge.start, counted_mention(edge.properties, own, edge.start, met)


def _edge_query(edge: Edge) -> str:
    if edge.type == "REPORTED_IN":
        return f"reported_in_{edge.start_label.lower()}"
    return edge.type.lower()


def _edge_row(edge: Edge) -> dict[str, Any]:
    properties = dict(edge.properties)
    row = {"start": edge.start, "end": edge.end, "properties": properties}
    told = TOLD_BY.get(edge.type)
    if told is not None:
        row |= {
            "article": properties["article"],
            told: properties[told],
            "from": properties["start"],
            "to": properties["end"],
        }
    return row


def _settle_entities(
    transaction: Transaction, touched: _Mentions, bench: Bench
) -> None:
    """Give the entities that lost or won a mention their properties, or delete them."""
    keys = [{"key": key} for key in sorted(touched.counted)]
    settled: list[dict[str, Any]] = []
    tallied: list[dict[str, Any]] = []
    orphans: list[dict[str, Any]] = []
    names = NameChanges()
    bench.load(touched.counted)
    locked = _run(transaction, "lock_entities", keys)
    tallies = read_tallies(transaction, touched.counted)
    for row in locked:
        key = row["key"]
        tally = load_tally(tallies.get(key))
        for by, mention in touched.counted[key]:
            count_mention(tally, mention, by)
        aliases = bench.aliases(key) if tally.articles else ()
        properties = entity_properties(key, row["type"], tally, aliases)
        names.note(key, row["names"] or (), properties["names"])
        if tally.articles:
            settled.append({"key": key, "properties": properties})
            tallied.append({"key": key, "counts": dump_tally(tally)})
        else:
            orphans.append({"key": key})
    _run(transaction, "entity_properties", settled)
    _run(transaction, "tally", tallied)
    names.write(transaction)
    _run(transaction, "delete_entities", orphans)
    _run(transaction, "delete_tallies", orphans)


def _run(
    transaction: Transaction, name: str, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    return run_rows(transaction, load_query(f"write.{name}"), rows)
