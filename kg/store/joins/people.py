"""Whom names may mean, by families and initials, before and after a change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kg.queries import load_query
from kg.resolve.across.bearers import Bearers
from kg.resolve.across.body_names import called
from kg.resolve.across.lone_names import is_lone, months_around
from kg.resolve.across.name_forms import block_of, may_have_forms
from kg.resolve.across.surroundings import surroundings
from kg.store.engines.engine import Transaction, run_rows
from kg.store.tally import load_tally, read_tallies

_NOBODY = Bearers({})
# What opens a block of bodies.
_INITIALS = "="


class People:
    """The people of some families and the bodies with some initials, and where met.

    Read as the graph has them; then articles are counted in and out. After
    `finish_counting`, `is_stirred` tells whose names must be judged anew.
    """

    def __init__(self, transaction: Transaction, entities: Iterable[str]) -> None:
        self._counts: dict[str, dict[str, Counter[str]]] = defaultdict(
            lambda: defaultdict(Counter)
        )
        self._counted: dict[str, set[str]] = defaultdict(set)
        blocks = {block for each in entities if (block := block_of(each))}
        members = in_blocks(transaction, blocks)
        for key, counts in read_tallies(transaction, members).items():
            self._read(self._counts[members[key]], key, counts)
        self._before = self._bearers()
        self._after = self._before
        self._moved: dict[str, set[str]] = {}
        self._months: dict[str, set[str]] = {}

    def count(
        self, published: date | None, mentions: Mapping[str, Iterable[str]], by: int
    ) -> None:
        """Count what an article mentions in (`by` 1) or out (-1).

        `mentions` are the entities that it makes by itself, each with its texts.
        """
        for block, entity, met in met_in(published, mentions):
            self._counted[block].add(entity)
            counts = self._counts[block][entity]
            for each in met:
                counts[each] += by

    def finish_counting(self) -> None:
        """Take what was counted for what will be."""
        self._after = self._before | {
            block: _those(self._counts[block]) for block in self._counted
        }
        for block, counted in self._counted.items():
            before, after = self._of(self._before, block), self._of(self._after, block)
            around = {
                name
                for entity in counted
                for bearers in (before, after)
                for name in bearers.around(entity)
            }
            moved = {name for name in around if before.form(name) != after.form(name)}
            months = before.months_apart(after, counted)
            if moved or months:
                self._moved[block], self._months[block] = moved, months

    def bearers(self, entity: str) -> Bearers:
        """Return those who may bear an entity's name, as they will be."""
        return self._of(self._after, block_of(entity))

    def is_stirred(self, entity: str) -> bool:
        """Tell whether an entity's name may mean another than before."""
        return block_of(entity) in self._moved

    def articles_concerned(self, transaction: Transaction) -> dict[str, date | None]:
        """Return the articles, with days, whose names may now mean others.

        In those left out, nobody else was meant before and nobody else will be.
        """
        keys = [key for block in sorted(self._moved) for key in self._counts[block]]
        own = filter(self._may_move, keys)
        rows = _run(transaction, "articles_of_lone_names", "key", own)
        rows += _run(transaction, "articles_of_joined_names", "key", keys)
        return {
            row["article"]: row["published"]
            for row in rows
            if self._may_be_judged(row["entity"], row["published"])
        }

    def _may_move(self, entity: str) -> bool:
        return is_lone(entity) or entity in self._moved[block_of(entity) or ""]

    def _may_be_judged(self, entity: str, published: date | None) -> bool:
        if not is_lone(entity):
            return self._may_move(entity)
        block = block_of(entity) or ""
        return self._is_reached(block, published) and any(
            self._of(met, block).may_mean_one(published)
            for met in (self._before, self._after)
        )

    def _is_reached(self, block: str, published: date | None) -> bool:
        """Tell whether what changed counts for a lone name in an article of a day."""
        if published is None:
            return False
        # What has no day counts in every month.
        near = {"", *months_around(published)}
        return bool(self._moved[block]) or not near.isdisjoint(self._months[block])

    def _of(self, bearers: Mapping[str, Bearers], block: str | None) -> Bearers:
        return bearers.get(block or "", _NOBODY)

    def _read(self, counts: dict[str, Counter[str]], entity: str, counted: str) -> None:
        tally = load_tally(counted)
        for own, met in {entity: tally.met, **tally.forms}.items():
            counts[own].update(met)

    def _bearers(self) -> dict[str, Bearers]:
        return {block: _those(counts) for block, counts in self._counts.items()}


def _those(counts: Mapping[str, Counter[str]]) -> Bearers:
    """Return who is met at all, each with a copy of what is counted of them."""
    met = {own: +counted for own, counted in counts.items()}
    return Bearers({own: counted for own, counted in met.items() if counted})


def met_in(
    published: date | None, mentions: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the block, the entity and its surroundings, of all that counts for names.

    `mentions` are the entities that an article makes by itself, each with its texts.
    """
    met = surroundings(published, mentions)
    for entity in filter(may_have_forms, mentions):
        block = block_of(entity) or ""
        yield block, entity, [*met, *called(entity, mentions[entity])]


def in_blocks(transaction: Transaction, blocks: Iterable[str]) -> dict[str, str]:
    """Return the keys of the entities whose names have these blocks, each with its."""
    names: dict[str, list[str]] = {"": [], _INITIALS: []}
    for block in sorted(blocks):
        sign = _INITIALS if block.startswith(_INITIALS) else ""
        names[sign].append(block.removeprefix(sign))
    return {
        row["key"]: sign + row["name"]
        for query, sign in (("family", ""), ("bodies", _INITIALS))
        for row in _run(transaction, query, "name", names[sign])
    }


def _run(
    transaction: Transaction, name: str, column: str, values: Iterable[str]
) -> list[dict[str, Any]]:
    rows = [{column: value} for value in values]
    return run_rows(transaction, load_query(f"write.{name}"), rows)
