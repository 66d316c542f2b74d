"""Measure every question, at growing numbers of articles, on either engine.

Extractions (lines of `kg extract`) are copied to an archive of the size wanted, joined
at once, and each question is asked without parameters, for the name with the most
statements and for one with few: the second of two times. Beside a folder these are
seconds of the processor, the engine's included; on Neo4j, which is another process,
seconds that passed, and the database hits. A store that is there already is asked as it
is. For instance::

    kg extract articles.jsonl > few.jsonl
    python tests/benchmarks/bench_ask.py few.jsonl --articles 200 1000 5000 --keep DIR
    python tests/benchmarks/bench_ask.py few.jsonl --neo4j neo4j://localhost:7687
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import neo4j
from archive import make_archive
from fill import fill

from kg.ask import answer, question_name, questions
from kg.graph import to_rows
from kg.queries import Query
from kg.settings import Settings
from kg.store import Store, open_store

EXTRACTOR = "kg 0.1.0, model 000000000000"
# Of the people who said something: who said most, and who least.
SPEAKERS = """
MATCH (person:Person)-[:SAID]->(:Statement)
WITH person.name AS name, count(*) AS said
ORDER BY said DESC, name
WITH collect(name) AS names
RETURN head(names) AS often, last(names) AS rarely
"""


def asked(
    query: Query, often: str, rarely: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a question is asked with, and how that is shown."""
    names = [each for each in query.parameters if each.type == "name"]
    required = [each.name for each in names if each.required]
    if not required:
        yield "", {}
    if len(required) > 1:
        yield " ".join(required), dict(zip(required, (often, rarely), strict=True))
        return
    for who, name in (("often", often), ("rarely", rarely)):
        for given in [required] if required else [[each.name] for each in names]:
            yield f"{'/'.join(given)} {who}", dict.fromkeys(given, name)


def report(store: Store, driver: neo4j.Driver | None, articles: str) -> None:
    """Print a line for each question and what it is asked with."""
    (people,) = store.read_statement(SPEAKERS, {})
    for query in questions():
        for shown, given in asked(query, **people):
            counted = _Counting(store, driver)
            seconds = [_time(counted, query, given) for _ in range(2)][-1]
            hits = f" {counted.hits:>10,} hits" if driver else ""
            print(
                f"{articles:>6} {question_name(query):20} {shown:24}"
                f" {seconds:8.3f} s{hits}",
                flush=True,
            )


def _time(store: "_Counting", query: Query, given: Mapping[str, Any]) -> float:
    store.hits, store.profiling = 0, 0.0
    began = store.clock()
    answer(store, query, given)
    return store.clock() - began - store.profiling


class _Counting:
    """A store that also asks Neo4j, where there is one, for each statement's hits."""

    def __init__(self, store: Store, driver: neo4j.Driver | None) -> None:
        self._store, self._driver = store, driver
        self.clock = time.monotonic if driver else time.process_time
        self.hits = 0
        self.profiling = 0.0

    def read(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return a query's rows."""
        began = self.clock()
        if self._driver is not None:
            with self._driver.session() as session:
                found = session.run(f"PROFILE {query.statement}", dict(parameters))
                self.hits += _hits(found.consume().profile or {})
        self.profiling += self.clock() - began
        return self._store.read(query, parameters)


def _hits(plan: Mapping[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(map(_hits, plan.get("children", ())))


def main() -> None:
    """Load, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extractions", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--neo4j", metavar="ADDRESS", help="filled where it is empty")
    parser.add_argument("--keep", metavar="FOLDER", help="where the graphs are to stay")
    options = parser.parse_args()
    lines = options.extractions.read_bytes().splitlines()
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            address = options.neo4j or f"{options.keep or folder}/{articles}"
            driver = neo4j.GraphDatabase.driver(address) if options.neo4j else None
            with open_store(Settings(store=address)) as store:
                if not any(store.stats()):
                    archive = make_archive(lines, articles)
                    fill(
                        store, (to_rows(each, extractor=EXTRACTOR) for each in archive)
                    )
                with store.writing():
                    report(store, driver, str(articles))


if __name__ == "__main__":
    main()
