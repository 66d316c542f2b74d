"""Stores of the graph: one interface, an embedded engine and Neo4j."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.util import find_spec
from types import TracebackType
from typing import Any, TypeVar

from kg.errors import ArticleError, StoreError
from kg.graph import GraphRows
from kg.judgements.judgement import Judgement, mention_name
from kg.queries import Query, load_query, query_names
from kg.settings import Settings
from kg.store import judging, writing
from kg.store.admission import admit
from kg.store.check import faults
from kg.store.copies import to_state
from kg.store.days import date_all
from kg.store.engines.engine import Counters, Engine, Transaction
from kg.store.joins.judged import own_entities, to_judgement
from kg.store.naming import defined, name_all
from kg.store.pieces import Piece, pieces
from kg.store.read_only import check_reads
from kg.store.tally import move_tallies
from kg.store.words import Words

__all__ = ["Counters", "Store", "open_store"]

T = TypeVar("T")

# What an older kg did not write, by the index that finds it.
_NAMES, _DAYS = "schema.name_key_unique", "schema.statement_day_idx"
_TALLIES = "schema.tally_key_unique"
_logger = logging.getLogger(__name__)


class Store(AbstractContextManager["Store"]):
    """A graph that takes articles in, gives them up again and answers questions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_defined = False

    def define(self) -> None:
        """Create the constraints and indexes that are not there yet.

        A graph that an older kg wrote, without a node for each name and tally or a day
        for each statement, gets them first; a warning says so.
        """
        there = {f"schema.{name}" for name in defined(self.read)}
        missing = [
            each
            for each in query_names("schema")
            if each not in there and self._engine.takes(load_query(each))
        ]
        # The index comes last: without it, all is done again.
        if _TALLIES in missing:
            move_tallies(self._engine.write)
        if _NAMES in missing and (entities := self._engine.write(name_all)):
            _logger.warning(
                "the graph is now found by the names of %s entities", entities
            )
        if _DAYS in missing and (articles := date_all(self._engine.write)):
            _logger.warning(
                "the graph now keeps the days of what %s articles tell", articles
            )
        if missing:
            self._engine.define([load_query(name) for name in missing])
        self._is_defined = True

    def read(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return a question's rows, each with the columns its header names.

        Raises `StoreError` where its statement would do more than read the graph.
        """
        check_reads(query.statement)
        return self._engine.read_all(query.statement, parameters)

    def read_statement(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows of a Cypher statement; one that would write is refused.

        Dates come as `date`, a node as a map of labels and properties, a relationship
        as one of type and properties, a path as a list. Raises `StoreError`.
        """
        check_reads(statement)
        return self._engine.read(statement, parameters)

    def matching(self, words: Words) -> Sequence[str]:
        """Return the keys of the texts and statements in which all words occur."""
        return self._engine.matching(words)

    def ingest(self, batch: Sequence[GraphRows]) -> Counters:
        """Write articles in one transaction and return what it created and deleted.

        What an article of the same id contributed before is replaced; what is in the
        graph already is left alone. Raises `ArticleError` where `admit` refuses one of
        them, `RowsError` where the database does, else `StoreError`; nothing is
        written then.
        """
        _, refused = admit(batch)
        if refused:
            raise refused[0]

        def work(transaction: Transaction) -> Counters:
            return writing.ingest(transaction, batch) + transaction.counters

        return self._write(work)

    def writing(self) -> AbstractContextManager[None]:
        """Keep ready for many batches while a `with` block runs.

        An embedded graph is opened once for them, until another process waits for it.
        """
        return self._engine.writing()

    def retract(self, article: str) -> Counters:
        """Take an article, named by its id, and what it alone contributed out again.

        Raises `ArticleError` where the graph has no article of that id.
        """

        def work(transaction: Transaction) -> Counters:
            if not writing.retract(transaction, article):
                raise ArticleError(f"{article}: no such article in the graph")
            return transaction.counters

        return self._write(work)

    def judge(
        self, judgements: Sequence[Judgement], *, all_or_none: bool = False
    ) -> judging.Refused:
        """Take judgements on entities in, in one transaction, and follow them.

        Returns those that contradict others, each with a `JudgementError` that names
        the one in its way; the graph is then what the others make it, or with
        `all_or_none` as it was.
        """

        def work(transaction: Transaction) -> judging.Refused:
            return judging.judge(transaction, judgements, all_or_none=all_or_none)

        return self._write(work)

    def take_back(self, judgements: Sequence[Judgement]) -> None:
        """Take judgements back, in one transaction, as if they had not been made."""
        self._write(lambda work: judging.take_back(work, judgements))

    def judgements(self) -> list[Judgement]:
        """Return all judgements, in the order in which they were made."""
        rows = self.read(load_query("judge.all"), {})
        return [to_judgement(row["judgement"]) for row in rows]

    def names_in_article(self, entity: str, article: str) -> list[str]:
        """Return what stands in judgements for an entity as an article mentions it.

        The entity is told by its key, the article by an id or its key. Several names
        where the article has it as several; none where it does not mention it.
        """
        parameters = {"key": entity, "article": article}
        return [
            mention_name(own, row["article"])
            for row in self.read(load_query("judge.in_article"), parameters)
            for own in own_entities(row["alone"] or entity, row["judged"])
        ]

    def known(self, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return what the graph knows of the articles with these keys, by key.

        Each holds `ids`, `titles`, `sources`, `urls`, `origins` (one entry a copy, ""
        where unknown), `published` and `extractor`.
        """
        rows = [{"key": key} for key in keys]
        found = self.read(load_query("write.known_copies"), {"rows": rows})
        return {row["key"]: row for row in found}

    def holders(self, ids: Sequence[str]) -> dict[str, list[tuple[str | None, str]]]:
        """Return which articles hold these ids: the origin and the text's SHA-256."""
        rows = [{"id": id_} for id_ in ids]
        found: dict[str, list[tuple[str | None, str]]] = {}
        for name in ("articles_by_id", "articles_by_copy"):
            for row in self.read(load_query(f"write.{name}"), {"rows": rows}):
                state = to_state(row["article"])
                for copy in state.copies:
                    holder = (copy.origin or None, state.sha256)
                    found.setdefault(copy.id, []).append(holder)
        return found

    def stats(self) -> list[dict[str, Any]]:
        """Return how many nodes of each label and relationships of each type there are.

        Rows of `kind` (node or relationship), `name` and `count`, sorted.
        """
        return [
            {"kind": kind, **row}
            for kind in ("node", "relationship")
            for row in self.read(load_query(f"write.count_{kind}s"), {})
        ]

    def pieces(self) -> Iterator[Piece]:
        """Yield the whole graph, a piece at a time, in the same order for the same.

        First entities, then each article with what it contributed, then judgements.
        Nobody should write meanwhile.
        """
        return pieces(self.read)

    def check(self) -> Iterator[str]:
        """Yield what is wrong in the graph, one line each.

        ``article letter: the graph does not hold what was written of it``. Nobody
        should write meanwhile.
        """
        return faults(self.read)

    def _write(self, work: Callable[[Transaction], T]) -> T:
        """Run a transaction, in a graph that is found as this kg finds things."""
        if not self._is_defined:
            self.define()
        return self._engine.write(work)

    def close(self) -> None:
        """Close the connection or the folder."""
        self._engine.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store at the end of a `with` block."""
        self.close()


def open_store(settings: Settings, *, create: bool = True) -> Store:
    """Open the graph that the settings name: a folder or a Neo4j address.

    Checks at once that it answers. With `create` a folder that holds no graph gets an
    empty one, and constraints and indexes are created. Raises `StoreError`.
    """
    store = Store(_open_engine(settings, create=create))
    if create:
        store.define()
    return store


def _open_engine(settings: Settings, *, create: bool) -> Engine:
    # Either driver costs some tenths of a second to import: take the one needed.
    if settings.is_embedded:
        if find_spec("arcadedb_embedded") is None:
            raise StoreError(
                f"{settings.store}: kg is installed for Neo4j alone here: "
                "set NEO4J_URI, or install arcadedb-embedded"
            )
        from kg.store.engines.embedded import open_embedded

        return open_embedded(settings, create=create)
    from kg.store.engines.neo4j import open_neo4j

    return open_neo4j(settings)
