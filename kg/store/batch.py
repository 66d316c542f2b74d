"""The graph that many articles make, joined at once: the same as one after the other.

What came in lies in a file beside, so that memory holds the entities alone, and not the
statements. The rules are those of the store's joins; only where they find their rows
differs.
"""

import pickle
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any

from kg.graph import GraphRows, Node
from kg.queries import Query
from kg.resolve.across.days import Told
from kg.store.admission import admit
from kg.store.copies import ArticleState, Copy, to_copy, to_properties, with_copy
from kg.store.days import dated
from kg.store.engines.engine import Counters
from kg.store.joins.in_batch import Candidates
from kg.store.joins.judged import Bench
from kg.store.joins.namesakes import count_names, judged_names, placed
from kg.store.joins.people import People
from kg.store.pieces import Piece, named, piece_of
from kg.store.tally import (
    Tally,
    count_mention,
    dump_tally,
    entity_properties,
    fresh_tally,
    tally_node,
)
from kg.store.writing import counted_mentions

Counted = tuple[Node, Mapping[str, Any]]
"""An entity as an article has it, and its mention there as it counts."""

_ENTITIES = 500


class Batch(AbstractContextManager["Batch"]):
    """Takes articles in as a store does, and gives the graph that they make.

    Nothing that people judged is in it. Use it in a `with` block.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kg-batch-")
        self._file = sqlite3.connect(Path(self._folder.name) / "articles.sqlite")
        self._file.executescript(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE TABLE copy (
              article TEXT, id TEXT, origin TEXT, sha256 TEXT, copy BLOB,
              PRIMARY KEY (article, id)
            );
            CREATE INDEX copy_by_id ON copy (id);
            CREATE TABLE placed (article BLOB);
            """
        )
        self._candidates = Candidates(self._file)
        self._bench = Bench(_Nothing())

    def writing(self) -> AbstractContextManager[None]:
        """Do nothing: this is always ready."""
        return nullcontext()

    def holders(self, ids: Sequence[str]) -> dict[str, list[tuple[str | None, str]]]:
        """Return which articles hold these ids: the origin and the text's SHA-256."""
        found: dict[str, list[tuple[str | None, str]]] = {}
        for id_ in ids:
            for origin, sha256 in self._file.execute(
                "SELECT origin, sha256 FROM copy WHERE id = ? ORDER BY article", (id_,)
            ):
                found.setdefault(id_, []).append((origin or None, sha256))
        return found

    def ingest(self, batch: Sequence[GraphRows]) -> Counters:
        """Take articles in; an article of the same id and origin before is replaced.

        Raises `ArticleError` as `Store.ingest` does.
        """
        _, refused = admit(batch)
        if refused:
            raise refused[0]
        for rows in batch:
            self._take(rows.key, rows.article.sha256, to_copy(rows))
        return Counters()

    def _take(self, key: str, sha256: str, copy: Copy) -> None:
        self._file.execute(
            "DELETE FROM copy WHERE id = ? AND origin = ? AND article <> ?",
            (copy.id, copy.origin, key),
        )
        self._file.execute(
            "INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?)",
            (key, copy.id, copy.origin, sha256, pickle.dumps(copy)),
        )

    def pieces(self) -> Iterator[Piece]:
        """Yield the graph: articles, what joins them, entities; once only."""
        entities: dict[str, tuple[Node, Tally]] = {}
        for article in self._placed():
            self._candidates.add(article)
            for key, (node, mention) in counted(article):
                _, tally = entities.setdefault(key, (node, fresh_tally()))
                count_mention(tally, mention, 1)
        self._candidates.join()
        for article in self._placed_again():
            yield to_piece(article, self._candidates.others)
        for edges in self._candidates.edges():
            yield Piece((), edges)
        keys = sorted(entities)
        leads: dict[str, list[str]] = defaultdict(list)
        for start in range(0, len(keys), _ENTITIES):
            part = [settled(*entities[key]) for key in keys[start : start + _ENTITIES]]
            for node, _ in part:
                for name in node.properties["names"]:
                    leads[name].append(node.key)
            yield Piece([node for each in part for node in each], ())
        yield named(leads)

    def _placed(self) -> Iterator[ArticleState]:
        """Yield the articles on the people that their names mean, and keep them so."""
        people = self._people()
        for state in self._states():
            article = placed(state, judged_names(state, people, self._bench))
            self._file.execute(
                "INSERT INTO placed VALUES (?)", (pickle.dumps(article),)
            )
            yield article

    def _placed_again(self) -> Iterator[ArticleState]:
        # Written by this process, into a folder of its own.
        for (article,) in self._file.execute("SELECT article FROM placed"):
            yield pickle.loads(article)

    def _people(self) -> People:
        """Return the people whom any article names in full."""
        people = People(_Nothing(), ())
        for state in self._states():
            count_names(state, people)
        people.finish_counting()
        return people

    def _states(self) -> Iterator[ArticleState]:
        """Yield the articles by key, each with all its copies."""
        state: ArticleState | None = None
        for key, sha256, copy in self._file.execute(
            "SELECT article, sha256, copy FROM copy ORDER BY article, id"
        ):
            if state is None or state.key != key:
                if state is not None:
                    yield state
                state = ArticleState(key, sha256)
            # Written by this process, into a folder of its own.
            state = with_copy(state, pickle.loads(copy))
        if state is not None:
            yield state

    @property
    def size(self) -> int:
        """The bytes of what lies beside."""
        return sum(each.stat().st_size for each in Path(self._folder.name).iterdir())

    def close(self) -> None:
        """Delete what lies beside."""
        self._file.close()
        self._folder.cleanup()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Delete what lies beside at the end of a `with` block."""
        self.close()


class _Nothing:
    """A graph without anything in it, as a transaction finds it."""

    def __init__(self) -> None:
        self.counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        return []


def to_piece(state: ArticleState, others: Callable[[Node], Iterable[Told]]) -> Piece:
    """Return the piece of an article that is placed.

    `others` gives what other articles tell of the day of one of its nodes.
    """
    article = Node("Article", state.key, to_properties(state))
    day = state.rows.published
    nodes = [dated(node, day, others(node)) for node in state.rows.nodes]
    return piece_of(article, nodes, state.rows.edges)


def counted(state: ArticleState) -> Iterator[tuple[str, Counted]]:
    """Yield by key each entity of a placed article, with its mention as it counts."""
    nodes = {node.key: node for node in state.rows.nodes if node.label == "Entity"}
    for entity, mention in counted_mentions(state):
        yield entity, (nodes[entity], mention)


def settled(node: Node, tally: Tally) -> tuple[Node, Node]:
    """Return an entity as all its articles together make it, and its tally."""
    properties = entity_properties(node.key, node.properties["type"], tally)
    entity = Node("Entity", node.key, properties, node.sublabel)
    return entity, tally_node(node.key, dump_tally(tally))
