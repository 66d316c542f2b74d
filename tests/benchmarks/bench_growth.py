"""Measure how the cost of an article grows with the graph, and what joining costs.

Graphs of several sizes are filled from real extractions; into each go the same articles
by `kg load` and by a plain loop (UNWIND, MERGE on keys, nothing else), and small ones
are retracted. Seconds are the processors' own, of this process and of the server, so
that other work on the machine counts little. Run from the repository::

    kg extract archive > records.jsonl
    python tests/benchmarks/bench_growth.py records.jsonl --sizes 200 500 5000 [--neo4j]
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.archive import make_archive
from benchmarks.fill import fill
from neo4j_server import COMPOSED, local_server

from kg.build import BATCH
from kg.graph import GraphRows, to_rows
from kg.queries import parse_query
from kg.settings import Settings
from kg.store import Store, open_store

EXTRACTOR = "kg 0.1.0, model 000000000000"
# Java compiles what runs often: the first articles are not measured.
WARM, LOADED, RETRACTED = 96, 64, 8
HEADER = "// Plain\n// @mode write\n// @param rows: rows  maps\n// @returns nothing\n"
NODE = "UNWIND $rows AS row MERGE (node:{0} {{key: row.key}}) SET node += row.own"
EDGE = (
    "UNWIND $rows AS row MATCH (start:{0} {{key: row.start}}) "
    "MATCH (end:{1} {{key: row.end}}) MERGE (start)-[edge:{2}]->(end) "
    "SET edge = row.own"
)
TICKS = 100


class Clock:
    """Counts the processor seconds of this process and of a server."""

    def __init__(self, server: int | None) -> None:
        self._server = server

    def now(self) -> float:
        return time.process_time() + (self._of_server() if self._server else 0.0)

    def _of_server(self) -> float:
        told = Path(f"/proc/{self._server}/stat").read_text().rpartition(")")[2]
        return sum(map(int, told.split()[11:13])) / TICKS


@contextmanager
def graph(
    lines: Sequence[bytes], size: int, keep: Path, *, on_neo4j: bool
) -> Iterator[tuple[Store, Clock]]:
    """Open a graph of so many articles on either engine.

    An embedded one is a copy of that in a folder `keep`, filled where there is none.
    """
    if on_neo4j:
        with (
            local_server(**COMPOSED) as local,
            open_store(Settings(store=local.server.uri)) as store,
        ):
            assert local.process is not None
            filled(local.server.uri, lines, size)
            yield store, Clock(local.process.pid)
        return
    if not (keep / str(size)).exists():
        # What filling leaves in memory is no burden of those that come after.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            pool.submit(filled, f"{keep}/{size}", lines, size).result()
    with tempfile.TemporaryDirectory() as folder:
        address = f"{folder}/graph"
        shutil.copytree(keep / str(size), address)
        with open_store(Settings(store=address)) as store, store.writing():
            yield store, Clock(None)


def filled(address: str, lines: Sequence[bytes], size: int) -> None:
    """Fill an empty graph with so many articles."""
    with open_store(Settings(store=address)) as store:
        fill(store, _turned(lines, 0, size))


def ingest(store: Store, articles: Sequence[GraphRows]) -> None:
    """Load articles, in batches as `kg load` does."""
    for start in range(0, len(articles), BATCH):
        store.ingest(articles[start : start + BATCH])


def plain(store: Store, articles: Sequence[GraphRows]) -> None:
    """Write the same rows as plainly as can be."""
    for start in range(0, len(articles), BATCH):
        for statement, rows in _statements(articles[start : start + BATCH]).items():
            query = parse_query("plain", HEADER + statement)
            part = {"rows": rows}
            store._engine.write(lambda work, q=query, p=part: work.run(q, p))


def _statements(articles: Sequence[GraphRows]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    labels: dict[str, str] = {}
    for each in articles:
        labels[each.key] = "Article"
        found[NODE.format("Article")].append({"key": each.key, "own": {}})
        for node in each.nodes:
            labels[node.key] = node.label
            row = {"key": node.key, "own": dict(node.properties)}
            found[NODE.format(node.label)].append(row)
    for edge in (edge for each in articles for edge in each.edges):
        statement = EDGE.format(edge.start_label, labels[edge.end], edge.type)
        row = {"start": edge.start, "end": edge.end, "own": dict(edge.properties)}
        found[statement].append(row)
    return found


def measure(
    lines: Sequence[bytes], size: int, keep: Path, *, on_neo4j: bool
) -> tuple[float, float, float]:
    """Return the milliseconds an article that loading, plainly, and retracting take."""
    # The same articles go into all graphs, some weeks after those that are there.
    turn = size // len(lines) + 1
    with graph(lines, size, keep, on_neo4j=on_neo4j) as (store, clock):
        spent: list[float] = []
        for number, write in ((turn, ingest), (turn + 1, plain)):
            more = list(_turned(lines, number * len(lines), WARM + LOADED))
            write(store, more[:WARM])
            began = clock.now()
            write(store, more[WARM:])
            spent.append(clock.now() - began)
        loaded = list(_turned(lines, turn * len(lines) + WARM, LOADED))
        loaded.sort(key=lambda each: len(each.edges))
        for each in loaded[RETRACTED:][:RETRACTED]:
            store.retract(each.article.id)
        began = clock.now()
        for each in loaded[:RETRACTED]:
            store.retract(each.article.id)
        spent.append(clock.now() - began)
    load, loop, away = spent
    return load * 1000 / LOADED, loop * 1000 / LOADED, away * 1000 / RETRACTED


def _turned(lines: Sequence[bytes], first: int, count: int) -> Iterator[GraphRows]:
    for each in islice(make_archive(lines, first + count), first, None):
        yield to_rows(each, extractor=EXTRACTOR)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, help="what kg extract printed")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 500, 5000])
    parser.add_argument("--neo4j", action="store_true", help="a server of its own")
    parser.add_argument("--keep", type=Path, help="where filled graphs are to stay")
    options = parser.parse_args()
    lines = options.records.read_bytes().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        keep = options.keep or Path(folder)
        report(lines, options.sizes, keep, on_neo4j=options.neo4j)


def report(
    lines: Sequence[bytes], sizes: Sequence[int], keep: Path, *, on_neo4j: bool
) -> None:
    """Print a line a size."""
    first: tuple[float, float, float] | None = None
    print(
        "| articles | load | plain loop | plain / load | retract | load, retract grew |"
    )
    print("|---|---|---|---|---|---|")
    for size in sizes:
        load, loop, away = measure(lines, size, keep, on_neo4j=on_neo4j)
        first = first or (load, loop, away)
        print(
            f"| {size:,} | {load:.0f} ms | {loop:.0f} ms | {loop / load:.2f} "
            f"| {away:.0f} ms | {load / first[0]:.2f}, {away / first[2]:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
