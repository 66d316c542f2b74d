"""The people whom articles name in full, by family, before and after a change."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from kg.queries import load_query
from kg.resolve.across.lone_names import (
    family_of,
    is_full,
    is_lone,
    only_person_around,
    surroundings,
)
from kg.store.engines.engine import Transaction, run_rows
from kg.store.tally import load_tally

# Who is met where, of one family: each person's surroundings.
Met = Mapping[str, Collection[str]]


class People:
    """The people of some families, and where articles name them in full.

    Read as the graph has them; then articles are counted in and out. After
    `finish_counting`, `is_stirred` tells whose lone names must be judged anew.
    """

    def __init__(self, transaction: Transaction, entities: Iterable[str]) -> None:
        self._counts: dict[str, dict[str, Counter[str]]] = defaultdict(
            lambda: defaultdict(Counter)
        )
        families = sorted({family_of(entity) or "" for entity in entities} - {""})
        for row in _run(transaction, "family", "name", families):
            met = load_tally(row["tally"]).met
            self._counts[row["family"]][row["key"]].update(met)
        self._before = self._met()
        self._after = self._before

    def count(self, published: date | None, entities: Collection[str], by: int) -> None:
        """Count the people whom an article names in full in (`by` 1) or out (-1)."""
        met = surroundings(published, entities)
        for entity in filter(is_full, entities):
            counts = self._counts[family_of(entity) or ""][entity]
            for each in met:
                counts[each] += by

    def finish_counting(self) -> None:
        """Take what was counted for what will be."""
        self._after = self._met()

    def of_family(self, entity: str) -> Met:
        """Return the people of an entity's family as they will be."""
        return self._after.get(family_of(entity) or "", {})

    def is_stirred(self, entity: str) -> bool:
        """Tell whether an entity's family will be met otherwise than before."""
        family = family_of(entity) or ""
        return self._before.get(family, {}) != self._after.get(family, {})

    def articles_concerned(self, transaction: Transaction) -> dict[str, date | None]:
        """Return the articles, with days, whose lone names may now mean others.

        In those left out, nobody was meant before and nobody will be.
        """
        keys = sorted(
            key
            for counts in self._counts.values()
            for key in counts
            if self.is_stirred(key)
        )
        lone, full = filter(is_lone, keys), filter(is_full, keys)
        rows = _run(transaction, "articles_of_lone_names", "key", lone)
        rows += _run(transaction, "articles_of_joined_names", "key", full)
        return {
            row["article"]: row["published"]
            for row in rows
            if self._may_be_judged(row["entity"], row["published"])
        }

    def _may_be_judged(self, entity: str, published: date | None) -> bool:
        family = family_of(entity) or ""
        return any(
            only_person_around(published, met.get(family, {})) is not None
            for met in (self._before, self._after)
        )

    def _met(self) -> dict[str, Met]:
        found: dict[str, Met] = {}
        for family, counts in self._counts.items():
            met = {
                person: {each for each, count in counted.items() if count > 0}
                for person, counted in counts.items()
            }
            found[family] = {person: each for person, each in met.items() if each}
        return found


def _run(
    transaction: Transaction, name: str, column: str, values: Iterable[str]
) -> list[dict[str, Any]]:
    rows = [{column: value} for value in values]
    return run_rows(transaction, load_query(f"write.{name}"), rows)
