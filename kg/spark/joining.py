"""Join what many articles say on the workers of Spark: to the graph of a batch.

The rules are those of the store's joins. Only how the rows that they compare come
together differs: names by their family or initials, statements and events by what they
share, sorted by day, so that a worker holds those of a window and not of an archive.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec

from kg.errors import ArticleError, RecordError, SchemaError
from kg.graph import Edge, GraphRows, Node, to_rows
from kg.identity import Names
from kg.reading import extractor_name
from kg.records import ArticleInfo, from_json
from kg.resolve.across.bearers import Bearers
from kg.resolve.across.days import Told
from kg.resolve.across.lone_names import Namesake
from kg.resolve.across.name_forms import block_of
from kg.store.admission import admit
from kg.store.batch import Counted, counted, settled, to_piece
from kg.store.copies import ArticleState, Copy, to_copy, with_copy
from kg.store.days import told_in
from kg.store.joins.candidates import JOINS, LABELS, Candidate, candidates, pairs
from kg.store.joins.namesakes import Read, placed, read_alone
from kg.store.joins.people import met_in
from kg.store.pieces import Piece, named
from kg.store.tally import Tally, added, count_mention, fresh_tally

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame

_PART = 500
_READ = "extraction IS NOT NULL"


def pieces(
    extractions: "DataFrame",
    *,
    model: Path | None = None,
    on_note: Callable[[str], None],
    on_refused: Callable[[ArticleError], None],
) -> Iterator[Piece]:
    """Yield the graph that a table of extractions makes, as `Batch.pieces` does.

    Of `extractions` the column ``extraction`` is read, as `extract` gives it. The rows
    of an answer come to the driver a partition at a time, for `kg.export`; what it
    holds of every article is its id. `on_note` is told of articles whose id another
    one has, `on_refused` of those that cannot be written.

    >>> export(pieces(read, on_note=print, on_refused=print),  # doctest: +SKIP
    ...        "neo4j-admin", Path("import"), on_note=print)
    """
    lines = extractions.where(_READ).select("extraction").rdd.zipWithIndex()
    copies = _admitted(lines, extractor_name(model), on_note, on_refused)
    states = _kept(copies.groupByKey().map(_state))
    articles = _kept(_placed(states))
    joined = _kept(_joined(articles))
    with_days = articles.keyBy(_key).leftOuterJoin(_others(articles, joined))
    yield from _streamed(with_days.mapValues(_dated_piece))
    edges = joined.map(lambda each: (each[0], _edge(*each)))
    for part in _parts(_streamed(edges)):
        yield Piece((), part)
    counts = articles.flatMap(counted).combineByKey(_tallied, _counted_in, _added)
    entities = _kept(counts.mapValues(lambda each: settled(*each)))
    for part in _parts(_streamed(entities)):
        yield Piece([node for each in part for node in each], ())
    leads = entities.values().flatMap(_leads).groupByKey().mapValues(sorted)
    for part in _parts(_streamed(leads.map(lambda each: (each[0], each)))):
        yield named(dict(part))


def _admitted(
    lines: "RDD[Any]",
    extractor: str,
    on_note: Callable[[str], None],
    on_refused: Callable[[ArticleError], None],
) -> "RDD[tuple[str, tuple[str, Copy]]]":
    """Return each article's copies by its key, all with ids of their own."""
    read = _kept(lines.map(lambda each: _decoded(each, extractor)))
    ids: dict[int, str] = {}
    last: dict[tuple[str, str], int] = {}
    names = Names(on_note=on_note)
    for position, head in read.mapValues(_head).toLocalIterator():
        if isinstance(head, str):
            on_refused(ArticleError(head))
            continue
        (own,) = names.articles([head])
        # Of one text that comes twice under one id the last counts.
        ids.pop(last.get((own.sha256, own.id), -1), None)
        ids[position], last[own.sha256, own.id] = own.id, position
    shared = lines.context.broadcast(ids)
    rows = _kept(read.flatMap(lambda each: _with_id(each, shared.value)))
    for refused in rows.filter(_is_text).toLocalIterator():
        on_refused(ArticleError(refused))
    return rows.filter(lambda each: not _is_text(each)).map(_copy)


def _decoded(numbered: tuple[Any, int], extractor: str) -> tuple[int, GraphRows | str]:
    (line,), position = numbered
    try:
        return position, to_rows(from_json(line.encode()), extractor=extractor)
    except (msgspec.DecodeError, RecordError, SchemaError) as error:
        return position, f"extraction {position + 1}: {error}"


def _head(rows: GraphRows | str) -> ArticleInfo | str:
    """Return what the driver gives an id to, without the text."""
    if isinstance(rows, str):
        return rows
    return msgspec.structs.replace(rows.article, text=None)


def _with_id(
    each: tuple[int, GraphRows | str], ids: dict[int, str]
) -> Iterator[GraphRows | str]:
    """Yield an article's rows under its id, or why no graph can hold them."""
    position, rows = each
    if isinstance(rows, str) or position not in ids:
        return
    article = msgspec.structs.replace(rows.article, id=ids[position])
    taken, refused = admit([replace(rows, article=article)])
    yield from taken
    yield from map(str, refused)


def _is_text(each: object) -> bool:
    return isinstance(each, str)


def _copy(rows: GraphRows) -> tuple[str, tuple[str, Copy]]:
    return rows.key, (rows.article.sha256, to_copy(rows))


def _state(keyed: tuple[str, Iterable[tuple[str, Copy]]]) -> ArticleState:
    key, copies = keyed[0], sorted(keyed[1], key=lambda each: each[1].id)
    state = ArticleState(key, copies[0][0])
    for _, copy in copies:
        state = with_copy(state, copy)
    return state


def _placed(states: "RDD[ArticleState]") -> "RDD[ArticleState]":
    """Return the articles on the people and bodies that their names mean."""
    reads = states.map(read_alone)
    met = reads.flatMap(_met).reduceByKey(add).map(_by_block).groupByKey()
    judged = reads.flatMap(_asked).join(met).flatMap(_judged).groupByKey()
    return states.keyBy(_key).leftOuterJoin(judged).map(_put)


def _met(read: Read) -> Iterator[tuple[tuple[str, str], Counter[str]]]:
    for block, entity, met in met_in(read.published, read.mentions):
        yield (block, entity), Counter(met)


def _by_block(counted: Any) -> tuple[str, tuple[str, Counter[str]]]:
    (block, entity), met = counted
    return block, (entity, met)


def _asked(read: Read) -> Iterator[tuple[str, Any]]:
    """Yield whom an article names of each block."""
    asked: dict[str, list[str]] = {}
    for entity in read.mentions:
        if block := block_of(entity):
            asked.setdefault(block, []).append(entity)
    for block, names in asked.items():
        yield block, (read.key, read.published, list(read.mentions), names)


def _judged(asked: Any) -> Iterator[tuple[str, Namesake]]:
    _, ((article, published, mentions, names), met) = asked
    bearers = Bearers(dict(met))
    for entity in names:
        found = bearers.judge(entity, published, mentions)
        if found is not None:
            yield article, found


def _put(each: Any) -> ArticleState:
    _, (state, judged) = each
    return placed(state, sorted(judged or (), key=lambda found: found.entity))


def _joined(articles: "RDD[ArticleState]") -> "RDD[Any]":
    """Return the ends of edges between articles, and the properties."""
    found = articles.flatMap(candidates).keyBy(_place)
    sorted_ = found.repartitionAndSortWithinPartitions(partitionFunc=_together)
    return sorted_.values().mapPartitions(_pairs).reduceByKey(max)


def _place(row: Candidate) -> tuple[str, str, str, str]:
    return row.join, row.shared, row.day, row.key


def _together(place: tuple[str, str, str, str]) -> int:
    return crc32("\x1f".join(place[:2]).encode("utf-8", "surrogatepass"))


def _pairs(rows: Iterable[Candidate]) -> Iterator[tuple[tuple[str, str, str], Any]]:
    for (join, shared), group in groupby(rows, lambda row: (row.join, row.shared)):
        type_, rank = JOINS[join].type, list(JOINS).index(join)
        for edge in pairs(join, (each.row for each in group)):
            ends = type_, edge["start"], edge["end"]
            yield ends, (rank, shared, sorted(edge["properties"].items()))


def _edge(ends: tuple[str, str, str], joined: tuple[int, str, Any]) -> Edge:
    type_, start, end = ends
    return Edge(type_, start, end, dict(joined[2]), LABELS[type_])


def _others(articles: "RDD[ArticleState]", joined: "RDD[Any]") -> "RDD[Any]":
    """Return by article what others tell of the days of its statements and events."""
    own = articles.flatMap(_told)
    beside = joined.keys().flatMap(lambda ends: (ends[1:], ends[:0:-1]))
    of_other = own.join(beside).map(lambda each: (each[1][1], each[1][0][1]))
    by_article = own.join(of_other).map(
        lambda each: (each[1][0][0], (each[0], each[1][1]))
    )
    return by_article.groupByKey()


def _told(state: ArticleState) -> Iterator[tuple[str, tuple[str, Told]]]:
    for each in told_in(state.rows.nodes):
        yield each.key, (state.key, each)


def _dated_piece(each: Any) -> Piece:
    state, others = each
    of_node: dict[str, list[Told]] = {}
    for key, other in others or ():
        of_node.setdefault(key, []).append(other)
    return to_piece(state, lambda node: of_node.get(node.key, ()))


def _tallied(counted: Counted) -> tuple[Node, Tally]:
    node, mention = counted
    return _counted_in((node, fresh_tally()), (node, mention))


def _counted_in(so_far: tuple[Node, Tally], counted: Counted) -> tuple[Node, Tally]:
    count_mention(so_far[1], counted[1], 1)
    return so_far


def _added(one: tuple[Node, Tally], other: tuple[Node, Tally]) -> tuple[Node, Tally]:
    return one[0], added(one[1], other[1])


def _leads(settled: tuple[Node, Node]) -> Iterator[tuple[str, str]]:
    node, _ = settled
    for name in node.properties["names"]:
        yield name, node.key


def _key(state: ArticleState) -> str:
    return state.key


def _kept(rows: "RDD[Any]") -> "RDD[Any]":
    """Return rows that are made once, on the workers' disks."""
    from pyspark import StorageLevel

    return rows.persist(StorageLevel.DISK_ONLY)


def _streamed(keyed: "RDD[tuple[Any, Any]]") -> Iterator[Any]:
    """Yield the values by key, a partition at a time."""
    return keyed.sortByKey().values().toLocalIterator()


def _parts(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while part := list(islice(rows, _PART)):
        yield part
