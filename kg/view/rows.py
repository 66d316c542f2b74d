"""Read from a store what one page shows: the entities chosen and all about them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.network import to_network
from kg.queries import load_query
from kg.view.choose import Choice, choose

if TYPE_CHECKING:
    from kg.store import Store

Row = dict[str, Any]

DEFAULT_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRows:
    """Rows as the queries of `cypher/view` return them, for the entities chosen.

    `entities` runs from the most to the least important; each row also holds the
    counts of `kg.network.NODE_COUNTS`. `totals` counts the whole graph.
    """

    entities: list[Row]
    statements: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    offices: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    articles: list[Row] = field(default_factory=list)
    totals: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a page was asked to show: dates are ISO days, both included."""

    around: tuple[str, ...] = ()
    hops: int = 2
    since: str | None = None
    until: str | None = None
    limit: int = DEFAULT_LIMIT


def read_rows(
    store: "Store", scope: Scope, *, around: Collection[str] = ()
) -> tuple[ViewRows, Choice]:
    """Choose the entities of a page and read them; `around` are entity keys."""
    network = to_network(store, since=scope.since, until=scope.until)
    choice = choose(network, limit=scope.limit, around=around, hops=scope.hops)
    days = {"from": scope.since, "to": scope.until}
    keys = {"rows": [{"key": key} for key in choice.keys]}
    found = {
        name: store.read(load_query(f"view.{name}"), {**keys, **days})
        for name in ("statements", "events", "mentions")
    }
    offices = store.read(load_query("view.positions"), keys)
    reports = [*offices, *(row for rows in found.values() for row in rows)]
    rows = ViewRows(
        entities=_entities(store, network, choice.keys),
        offices=offices,
        articles=_articles(store, (row["article"] for row in reports)),
        totals=store.read(load_query("view.totals"), {})[0],
        **found,
    )
    return rows, choice


def _entities(store: "Store", network: Any, keys: Iterable[str]) -> list[Row]:
    keys = list(keys)
    wanted = {"rows": [{"key": key} for key in keys]}
    details = {
        row["key"]: row for row in store.read(load_query("view.details"), wanted)
    }
    return [{**network.nodes[key], **details[key]} for key in keys]


def _articles(store: "Store", keys: Iterable[str]) -> list[Row]:
    wanted = {"rows": [{"key": key} for key in sorted(set(keys))]}
    return store.read(load_query("view.articles"), wanted)
