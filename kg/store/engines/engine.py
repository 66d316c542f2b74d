"""What a graph engine has to offer, and what it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass
from operator import add
from typing import Any, Protocol, TypeVar

from kg.errors import StoreError
from kg.queries import Query
from kg.store.words import Words

T = TypeVar("T")

# Rows in one statement: the driver's cost a statement is spread over them, and a
# statement's memory stays small.
ROWS_PER_STATEMENT = 2000


@dataclass(frozen=True, slots=True)
class Counters:
    """What a transaction, or several, did to the graph.

    An article is new, updated (another text from where one was read before), or named
    anew (a text that the graph has under another name).
    """

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    articles_new: int = 0
    articles_updated: int = 0
    articles_named_anew: int = 0

    def __str__(self) -> str:
        """Say what changed: "12 nodes and 30 relationships created"."""
        parts = [
            f"{nodes:,} nodes and {relationships:,} relationships {verb}"
            for nodes, relationships, verb in (
                (self.nodes_created, self.relationships_created, "created"),
                (self.nodes_deleted, self.relationships_deleted, "deleted"),
            )
            if nodes or relationships
        ]
        return ", ".join(parts) or "nothing changed"

    def __add__(self, other: "Counters") -> "Counters":
        """Add up, counter by counter."""
        return Counters(*map(add, astuple(self), astuple(other)))


class Transaction(Protocol):
    """An open transaction; `counters` holds what its statements did so far."""

    counters: Counters

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Run one statement and return its rows in Python's own types."""


class Engine(Protocol):
    """A database that runs Cypher."""

    def define(self, queries: Sequence[Query]) -> None:
        """Run the statements of the schema module."""

    def read(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """Yield a read-only statement's rows; a statement that writes is refused."""

    def read_all(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the rows of `read` at once, which is faster than one by one."""

    def takes(self, query: Query) -> bool:
        """Tell whether a statement of the schema module is for this database."""

    def matching(self, words: Words) -> Sequence[str]:
        """Return the keys of texts and statements in which all words occur."""

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Call `work` in one transaction, again where another one was in its way."""

    def writing(self) -> AbstractContextManager[None]:
        """Keep ready for one transaction after another while the block runs."""

    def close(self) -> None:
        """Close the database."""


def took_too_long(seconds: float) -> StoreError:
    """Return the error of a question that was given up."""
    return StoreError(f"no answer within {seconds:g} seconds (--timeout): given up")


def run_rows(
    transaction: Transaction, query: Query, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Run a query over rows, some thousands a statement; none runs no statement."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(rows), ROWS_PER_STATEMENT):
        part = list(rows[start : start + ROWS_PER_STATEMENT])
        found += transaction.run(query, {"rows": part})
    return found
