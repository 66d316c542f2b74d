"""Names as nodes: an index finds by them what a question was asked about.

Each folded spelling of an entity (its property `names`) is a node that leads to it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from kg.queries import Query, load_query
from kg.store.engines.engine import Transaction, run_rows

Row = dict[str, Any]
Read = Callable[[Query, Mapping[str, Any]], Sequence[Row]]

OLDER = (
    "an older kg wrote this graph, and names, days or counts are not found in it: the "
    "next command that writes into it, such as kg ingest, brings it up to date"
)

# What comes last when an older graph is brought up to date.
_LAST = {"statement_day_idx", "tally_key_unique"}


class NameChanges:
    """Which names entities win and lose in one transaction."""

    def __init__(self) -> None:
        self._won: list[Row] = []
        self._lost: list[Row] = []

    def note(
        self, entity: str, before: Collection[str], after: Collection[str]
    ) -> None:
        """Note the names of an entity as they were and as they will be."""
        self._won += _rows(entity, set(after) - set(before))
        self._lost += _rows(entity, set(before) - set(after))

    def write(self, transaction: Transaction) -> None:
        """Write what was noted; a name that leads nowhere any more goes."""
        _run(transaction, "name_entities", self._won)
        _run(transaction, "unname_entities", self._lost)
        lost = sorted({row["name"] for row in self._lost})
        _run(transaction, "delete_names", [{"name": name} for name in lost])


def name_all(transaction: Transaction) -> int:
    """Write the names of all entities anew; return how many entities there are.

    For a graph whose writer knew no such nodes: nothing finds them by their keys yet.
    """
    leads: dict[str, list[str]] = defaultdict(list)
    entities = transaction.run(load_query("write.all_names"), {})
    for entity in entities:
        for name in entity["names"]:
            leads[name].append(entity["key"])
    if leads:
        transaction.run(load_query("write.delete_all_names"), {})
    rows = [{"name": name, "entities": leads[name]} for name in sorted(leads)]
    _run(transaction, "create_names", rows)
    return len(entities)


def defined(read: Read) -> set[str]:
    """Return the names of the constraints and indexes of a graph that `read` reads."""
    return {
        row["name"]
        for each in ("constraints", "indexes")
        for row in read(load_query(f"check.{each}"), {})
    }


def is_older(read: Read) -> bool:
    """Tell whether a graph that `read` reads has entities without names or the like."""
    is_found = defined(read) >= _LAST and bool(read(load_query("names.any"), {}))
    return not is_found and bool(read(load_query("names.nameless"), {}))


def _rows(entity: str, names: Collection[str]) -> list[Row]:
    return [{"name": name, "entity": entity} for name in sorted(names)]


def _run(transaction: Transaction, name: str, rows: list[Row]) -> list[Row]:
    return run_rows(transaction, load_query(f"write.{name}"), rows)
