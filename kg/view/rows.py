"""Read from a store what one page shows: the entities chosen and all about them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.network import network_of, read_links
from kg.queries import load_query
from kg.view.choose import Choice, choose
from kg.view.tallies import Entry, event_entries, in_turn, statement_entries

if TYPE_CHECKING:
    from kg.store import Store

Row = dict[str, Any]

DEFAULT_LIMIT = 200
# More than a page has room for: what the store is asked to spell out.
MAX_STATEMENTS, MAX_EVENTS = 3000, 1000
# An entity's newest articles; the others are counted.
MAX_ARTICLES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRows:
    """Rows as the queries of `cypher/view` return them, for the entities chosen.

    `entities` runs from the most to the least important; each row also holds the
    counts of `kg.network.NODE_COUNTS`. `said` and `acts` are all statements and events,
    newest first; `statements` and `events` spell some of those by, about or with the
    chosen out, those first that have the best claim to be listed.
    `totals` counts the whole graph.
    """

    entities: list[Row]
    said: list[Entry] = field(default_factory=list)
    acts: list[Entry] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    offices: list[Row] = field(default_factory=list)
    relations: list[Row] = field(default_factory=list)
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
    days = {"from": scope.since, "to": scope.until}
    links = read_links(store, days)
    network = network_of(store, links, days)
    choice = choose(network, limit=scope.limit, around=around, hops=scope.hops)
    spoken = store.read(load_query("view.statement_days"), days)
    said = statement_entries(links, spoken)
    acts = event_entries(links, store.read(load_query("view.event_days"), days))
    wanted = {"rows": [{"key": key} for key in choice.keys]}
    offices = store.read(load_query("view.positions"), wanted)
    relations = store.read(load_query("view.relations"), wanted)
    mentions = _newest(store.read(load_query("view.mentions"), {**wanted, **days}))
    spelt = {
        "statements": _spell_out(store, "statements", said, choice, MAX_STATEMENTS),
        "events": _spell_out(store, "events", acts, choice, MAX_EVENTS),
    }
    spelt_out = [*spelt["statements"], *spelt["events"]]
    reports = [*offices, *relations, *mentions, *spelt_out]
    rows = ViewRows(
        entities=_entities(store, network, choice.keys),
        offices=offices,
        relations=relations,
        mentions=mentions,
        articles=_articles(store, (row["article"] for row in reports)),
        totals=store.read(load_query("view.totals"), {})[0],
        said=said,
        acts=acts,
        **spelt,
    )
    return rows, choice


def _spell_out(
    store: "Store", name: str, entries: list[Entry], choice: Choice, limit: int
) -> list[Row]:
    """Read `limit` statements or events with their sentences, each pair in turn."""
    shown = set(choice.keys)
    near = [entry for entry in entries if shown.intersection(entry.ends)]
    keys = [entry.key for entry in in_turn(near)[:limit]]
    found = store.read(
        load_query(f"view.{name}"), {"rows": [{"key": key} for key in keys]}
    )
    order = {key: number for number, key in enumerate(keys)}
    return sorted(found, key=lambda row: order[row["key"]])


def _newest(mentions: list[Row]) -> list[Row]:
    """Keep the mentions of each entity's newest articles."""
    held: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(mentions, key=lambda row: row["article"]):
        held[row["entity"]].append(row)
    return [
        row
        for rows in held.values()
        for row in sorted(rows, key=lambda row: str(row["published"] or ""))[
            -MAX_ARTICLES:
        ]
    ]


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
