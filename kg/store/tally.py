"""What all articles together say of an entity, counted.

A tally holds in how many articles each name, form and code of an entity occurs. It
grows and shrinks with the articles, in any order to the same result, so that taking an
article away leaves what the others say. An entity's properties follow from it alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from kg.folding import search_keys
from kg.graph import Node
from kg.queries import load_query
from kg.resolve.across.body_names import called, initials_of
from kg.resolve.across.lone_names import family_of
from kg.resolve.across.name_forms import may_have_forms
from kg.resolve.one_article import is_of_one_article
from kg.store.engines.engine import Transaction, run_rows

# Entities whose tallies are moved in one transaction.
_MOVED = 2000


class Tally(msgspec.Struct, omit_defaults=True):
    """In how many articles an entity occurs, and with what.

    `met` counts the surroundings in which articles mention a person in full or a body,
    `forms` those of other ids whose names mean the same.
    """

    articles: int = 0
    names: dict[str, int] = {}
    texts: dict[str, int] = {}
    iso3: dict[str, int] = {}
    wikidata: dict[str, int] = {}
    met: dict[str, int] = {}
    forms: dict[str, dict[str, int]] = {}


_COUNTS = ("names", "texts", "iso3", "wikidata", "met")


def fresh_tally() -> Tally:
    """Return a tally of nothing, with maps of its own that counting changes."""
    return Tally(names={}, texts={}, iso3={}, wikidata={}, met={}, forms={})


def load_tally(source: str | None) -> Tally:
    """Read a tally as `dump_tally` wrote it; an entity without one has a fresh one."""
    return Tally() if source is None else msgspec.json.decode(source, type=Tally)


def dump_tally(tally: Tally) -> str:
    """Write a tally as JSON, the same for the same counts."""
    return msgspec.json.encode(tally, order="deterministic").decode()


def read_tallies(transaction: Transaction, entities: Iterable[str]) -> dict[str, str]:
    """Return the tallies of entities that have one, as `dump_tally` wrote them."""
    rows = [{"key": key} for key in sorted(entities)]
    found = run_rows(transaction, load_query("write.tallies"), rows)
    return {row["key"]: row["counts"] for row in found}


def tally_node(entity: str, counts: str) -> Node:
    """Return the node of an entity's tally, as `dump_tally` wrote it."""
    return Node("Tally", entity, {"key": entity, "counts": counts})


def move_tallies(write: Callable[[Callable[[Transaction], str]], str]) -> None:
    """Take the tallies that an older kg kept with its entities out of these.

    `write` runs a transaction: each moves those of some entities, and once only.
    """
    after = ""
    while last := write(partial(_move_page, after=after)):
        after = last


def _move_page(transaction: Transaction, after: str) -> str:
    page = {"after": after, "limit": _MOVED}
    (row,) = transaction.run(load_query("write.move_tallies"), page)
    return row["last"] or ""


def counted_mention(
    mention: Mapping[str, Any], own: str, entity: str, met: Sequence[str]
) -> dict[str, Any]:
    """Return a mention as it counts for an entity.

    `own` is the entity that the mention makes by itself, `met` what surrounds it in
    its article. A name that was judged to mean the entity is an alias of it, but no
    candidate for its name.
    """
    counted = dict(mention)
    if own != entity:
        counted |= {"name": None, "texts": sorted({*mention["texts"], mention["name"]})}
    if may_have_forms(own):
        counted |= {"met": [*met, *called(own, mention["texts"])]}
        counted |= {"form": own if own != entity else None}
    return counted


def count_mention(tally: Tally, mention: Mapping[str, Any], by: int) -> None:
    """Count what one article says of an entity in (`by` 1) or out again (-1).

    `mention` holds the properties of a `MENTIONED_IN` edge, as `counted_mention`
    gives them.
    """
    tally.articles += by
    _count(tally.names, [mention.get("name")], by)
    _count(tally.texts, mention["texts"], by)
    _count_met(tally, mention.get("form"), mention.get("met", ()), by)
    _count(tally.iso3, [mention.get("iso3")], by)
    _count(tally.wikidata, [mention.get("wikidata")], by)


def added(one: Tally, other: Tally) -> Tally:
    """Return what the articles of two tallies say together; `one` may change.

    >>> added(Tally(articles=1, names={"Ada": 1}), Tally(names={"Ada": 2})).names
    {'Ada': 3}
    """
    one.articles += other.articles
    pairs = [(getattr(one, name), getattr(other, name)) for name in _COUNTS]
    pairs += [
        (one.forms.setdefault(form, {}), met) for form, met in other.forms.items()
    ]
    for counts, more in pairs:
        for text, count in more.items():
            counts[text] = counts.get(text, 0) + count
    return one


def entity_properties(
    key: str, type_: str, tally: Tally, given: Iterable[str] = ()
) -> dict[str, Any]:
    """Return an entity's properties as all its articles together make them.

    `given` are names that people give it.
    """
    aliases = sorted({*tally.names, *tally.texts, *given})
    found = {
        "key": key,
        "type": type_,
        "name": most_common(tally.names),
        "aliases": aliases,
        "names": search_keys(aliases),
        "iso3": most_common(tally.iso3),
        "wikidata": most_common(tally.wikidata),
        "familyName": family_of(key),
        "initials": initials_of(key),
        "unnamed": True if is_of_one_article(key) and not tally.texts else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def most_common(counts: Mapping[str, int]) -> str | None:
    """Return what most articles give; of equals the longest, then by letter."""
    ranked = sorted(counts, key=lambda text: (-counts[text], -len(text), text))
    return ranked[0] if ranked else None


def _count_met(tally: Tally, form: str | None, met: Iterable[str], by: int) -> None:
    if form is None:
        _count(tally.met, met, by)
        return
    counts = tally.forms.setdefault(form, {})
    _count(counts, met, by)
    if not counts:
        del tally.forms[form]


def _count(counts: dict[str, int], texts: Iterable[str | None], by: int) -> None:
    for text in texts:
        if text is None:
            continue
        counts[text] = counts.get(text, 0) + by
        # What an older kg did not count in is not counted out either.
        if counts[text] <= 0:
            del counts[text]
