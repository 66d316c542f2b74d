"""Measure the store: rows written a second, opening, memory.

Our ingest against a plain loop of the same engine in the same run (UNWIND batches of
nodes by MERGE on the key and of relationships between them, nothing else), on the
embedded engine and, with ``--neo4j ADDRESS``, on Neo4j. Run from the repository::

    python tests/benchmarks/bench_store.py --articles 500 --neo4j neo4j://localhost:7687
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from store.extractions import (
    EXTRACTOR,
    make_article,
    make_entity,
    make_event,
    make_statement,
)

from kg.graph import GraphRows, to_rows
from kg.queries import parse_query
from kg.records import Entity, Extraction
from kg.settings import Settings
from kg.store import Store, open_store
from kg.store.engines.engine import Transaction

BATCH = 50
NODES = """// Plain nodes
// @mode write
// @param rows: rows  maps of key, name and text
// @returns nothing
UNWIND $rows AS row
MERGE (node:Plain {key: row.key})
SET node.name = row.name, node.text = row.text
"""
EDGES = """// Plain relationships
// @mode write
// @param rows: rows  maps of start and end
// @returns nothing
UNWIND $rows AS row
MATCH (start:Plain {key: row.start})
MATCH (end:Plain {key: row.end})
MERGE (start)-[:LINKED]->(end)
"""
CONSTRAINT = """// Plain keys
// @mode schema
// @returns nothing
CREATE CONSTRAINT plain_key_unique IF NOT EXISTS
FOR (plain:Plain) REQUIRE plain.key IS UNIQUE
"""
COLD = """
import re, sys, time
from pathlib import Path
began = time.monotonic()
from kg.settings import Settings
from kg.store import open_store
with open_store(Settings(store=sys.argv[1]), create=False) as store:
    rows = list(store.read_statement(
        "MATCH (s:Person)-[:SAID]->(x)-[:ABOUT]->(e) "
        "RETURN s.name, count(*) AS n ORDER BY n DESC LIMIT 5", {}))
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
print(time.monotonic() - began, time.process_time(), peak)
"""


def make_news(articles: int) -> list[GraphRows]:
    """Return rows of articles of some twenty statements each.

    Who is mentioned follows Zipf's law, as in news: a few states are everywhere.
    """
    chance = random.Random(1)
    people = [make_entity("Person", f"Person{number}") for number in range(2000)]
    states = [make_entity("State", f"State{number}") for number in range(200)]
    return [_make_article(chance, number, people, states) for number in range(articles)]


def _make_article(
    chance: random.Random, number: int, people: list[Entity], states: list[Entity]
) -> GraphRows:
    day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    article = make_article(f"{number:06}", f"Text {number}.", published=day)
    speakers = [_zipf(chance, people) for _ in range(6)]
    subjects = [_zipf(chance, states) for _ in range(8)]
    statements = [
        make_statement(
            article,
            chance.choice(speakers),
            " ".join(f"word{chance.randrange(3000)}" for _ in range(15)),
            about=[chance.choice(subjects)],
            said=day,
        )
        for _ in range(20)
    ]
    events = [
        make_event(article, chance.choice(subjects), chance.choice(subjects))
        for _ in range(6)
    ]
    extraction = Extraction(
        article=article,
        entities=tuple({each.id: each for each in (*speakers, *subjects)}.values()),
        statements=tuple(statements),
        events=tuple({event.id: event for event in events}.values()),
        relations=(),
        figures=(),
        times=(),
    )
    return to_rows(extraction, extractor=EXTRACTOR)


def _zipf(chance: random.Random, entities: list[Entity]) -> Entity:
    return entities[int(len(entities) ** chance.random()) - 1]


def bench(store: Store, news: list[GraphRows]) -> Iterator[tuple[str, int, float]]:
    """Yield what was written, how many rows, and in how many seconds."""
    nodes = sum(len(rows.nodes) for rows in news)
    edges = sum(len(rows.edges) for rows in news)
    batches = [news[start : start + BATCH] for start in range(0, len(news), BATCH)]
    began = time.monotonic()
    for batch in batches:
        store.ingest(batch)
    yield "ingest, nodes and relationships", nodes + edges, time.monotonic() - began
    began = time.monotonic()
    for batch in batches:
        store.ingest(batch)
    yield "ingest again (unchanged)", nodes + edges, time.monotonic() - began
    # The plain loop writes as many nodes and relationships, to as few hubs.
    plain = [
        {"key": f"{number}", "name": f"Name {number}", "text": "word " * 15}
        for number in range(nodes)
    ]
    chance = random.Random(2)
    links = [
        {
            "start": str(chance.randrange(nodes)),
            "end": str(int(nodes ** chance.random())),
        }
        for _ in range(edges)
    ]
    store._engine.define(parse_query("plain", CONSTRAINT))
    for name, source, rows in (("nodes", NODES, plain), ("edges", EDGES, links)):
        seconds = _time_plain(store, source, rows)
        yield f"plain loop, {name}", len(rows), seconds


def _time_plain(store: Store, source: str, rows: list[dict[str, Any]]) -> float:
    query = parse_query("plain", source)

    def work(part: list[dict[str, Any]]) -> Callable[[Transaction], object]:
        return lambda transaction: transaction.run(query, {"rows": part})

    began = time.monotonic()
    for start in range(0, len(rows), 5000):
        store._engine.write(work(rows[start : start + 5000]))
    return time.monotonic() - began


def report(name: str, settings: Settings, news: list[GraphRows]) -> None:
    """Print one engine's figures."""
    with open_store(settings) as store:
        list(store.read_statement("MATCH (n) RETURN count(n) AS n", {}))
        for what, rows, seconds in bench(store, news):
            print(  # noqa: T201
                f"{name:9} {what:34} {rows:>8,} rows {seconds:7.1f} s"
                f" {rows / seconds:>9,.0f} rows/s"
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--neo4j", metavar="ADDRESS", help="of an empty database")
    options = parser.parse_args()
    news = make_news(options.articles)
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/graph"
        report("embedded", Settings(store=store), news)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"embedded  memory of this process at most {peak} MB")  # noqa: T201
        for _ in range(3):
            answer = subprocess.run(
                [sys.executable, "-P", "-c", COLD, store],
                capture_output=True,
                text=True,
                check=True,
            )
            seconds, processor, kilobytes = answer.stdout.split()
            print(  # noqa: T201
                f"embedded  cold open and first question {float(seconds):.2f} s"
                f" ({float(processor):.2f} s of processor), {int(kilobytes) // 1024} MB"
            )
    if options.neo4j:
        report("neo4j", Settings(store=options.neo4j), news)


if __name__ == "__main__":
    main()
