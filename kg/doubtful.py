"""List what people should judge: entities that may be one, joins that may be wrong."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.judgements.judgement import type_of
from kg.judgements.rulings import Rulings
from kg.queries import load_query
from kg.resolve.across.doubts import Described, Doubt, doubts, names_of
from kg.store import Store

Row = dict[str, Any]

COLUMNS = ("doubt", "entity", "other", "score", "reason", "article", "key", "otherKey")
SHOWN = ("doubt", "score", "key", "otherKey", "article", "reason")


def doubtful(store: Store, *, type_: str | None = None) -> list[Row]:
    """Return what is doubtful in a graph, of one type of entity or of all.

    First the pairs of entities that may be one ("one?"), the likeliest first; then the
    names that were taken for another's ("two?"), the least sure first. Each row has a
    score (0 to 1: how likely they are one), its reason, and the keys that `kg merge`
    and `kg split` take. What was judged already is left out.
    """
    rulings = Rulings(store.judgements())
    found = [
        _duplicate(doubt)
        for doubt in doubts(_described(store, type_))
        if not rulings.between(doubt.one.key, doubt.other.key)
    ]
    joins = store.read(load_query("judge.joined_names"), {})
    return found + [_join(row) for row in joins if type_ in (None, type_of(row["key"]))]


def _described(store: Store, type_: str | None) -> list[Described]:
    rows = store.read(load_query("judge.described"), {"type": type_})
    mentions: dict[str, set[str]] = defaultdict(set)
    inside: dict[str, set[str]] = defaultdict(set)
    for row in store.read(load_query("judge.mentions"), {}):
        mentions[row["key"]].add(row["article"])
        inside[row["article"]].add(row["key"])
    offices: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in store.read(load_query("judge.offices"), {}):
        offices[row["key"]].add((row["title"], row["employer"]))
    return [
        Described(
            key=row["key"],
            name=row["name"],
            type=row["type"],
            names=names_of(row["key"], row["name"], row["type"], row["aliases"]),
            articles=frozenset(mentions[row["key"]]),
            met=_union(inside[article] for article in mentions[row["key"]]),
            offices=frozenset(offices[row["key"]]),
        )
        for row in rows
    ]


def _union(sets: Iterable[set[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _duplicate(doubt: Doubt) -> Row:
    return {
        "doubt": "one?",
        "entity": doubt.one.name,
        "other": doubt.other.name,
        "score": doubt.score,
        "reason": doubt.reason,
        "article": None,
        "key": doubt.one.key,
        "otherKey": doubt.other.key,
    }


def _join(row: Mapping[str, Any]) -> Row:
    return {"doubt": "two?", **row}
