"""Measure joining names across articles in batch: all in full, a fifth alone too.

Families are as unequal as real ones: the largest has 0.7 % of all. Each name is in one
article, and its family alone in another of the same month. Run from the repository::

    python tests/benchmarks/bench_names.py 10000 100000
"""

import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

import numpy as np

from kg.graph import Edge
from kg.store.copies import ArticleState, Contribution, Copy
from kg.store.joins.judged import Bench
from kg.store.joins.namesakes import count_names, judged_names
from kg.store.joins.people import People

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u")]
_STATES, _PER_ARTICLE, _DAYS, _FAMILIES = 60, 5, 1500, 30_000


class Nothing:
    """A graph without anything in it."""

    def run(self, query: object, parameters: object) -> list[dict[str, object]]:
        return []


def spelt(number: int) -> str:
    """Return a name of its own for a number: 3, 4 syllables."""
    parts = []
    for _ in range(3):
        number, at = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[at])
    return "".join(parts) + (f"{spelt(number - 1)}" if number else "")


def people(count: int, random: np.random.Generator) -> Iterator[str]:
    """Yield different full names, of families as unequal as real ones."""
    shares = 1 / (np.arange(_FAMILIES) + 20)
    families = random.choice(_FAMILIES, size=count, p=shares / shares.sum())
    for number, family in enumerate(families):
        yield f"Person:{spelt(number)} {spelt(int(family) + 7)}"


def archive(count: int) -> Iterator[ArticleState]:
    """Yield articles that name so many people."""
    random = np.random.default_rng(0)
    names = people(count, random)
    number = 0
    while named := list(islice(names, _PER_ARTICLE)):
        day = date(2020, 1, 1) + timedelta(days=int(random.integers(_DAYS)))
        states = [f"State:{n:03}" for n in random.integers(_STATES, size=3)]
        yield article(number, day, [*named, *states])
        lone = f"Person:{named[0].rpartition(' ')[2]}"
        yield article(number + 1, day, [lone, *states])
        number += 2


def article(number: int, day: date, entities: list[str]) -> ArticleState:
    """Return an article that mentions these."""
    key = f"{number:016x}"
    edges = tuple(
        Edge("MENTIONED_IN", each, key, {"texts": [each.partition(":")[2]]}, "Entity")
        for each in entities
    )
    rows = Contribution("", day, "given", "kg", (), edges)
    return ArticleState(key, key, (Copy(key, "", "", "", rows),))


def measure(count: int) -> float:
    """Return the processor seconds of joining the names of so many people."""
    states = list(archive(count))
    began = time.process_time()
    known, bench = People(Nothing(), ()), Bench(Nothing())  # type: ignore[arg-type]
    for state in states:
        count_names(state, known)
    known.finish_counting()
    joined = sum(len(judged_names(state, known, bench)) for state in states)
    seconds = time.process_time() - began
    articles = f"{len(states):,} articles"
    print(f"{count:,} names in {articles}: {seconds:.1f} s, {joined:,} joined")
    return seconds


if __name__ == "__main__":
    taken = [measure(int(each)) for each in sys.argv[1:]]
    if len(taken) > 1:
        print(f"the last takes {taken[-1] / taken[0]:.1f} times the first")
