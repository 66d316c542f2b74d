"""Measure neo4j-admin's import against `kg load` of the same articles on Neo4j.

Both begin with rows made beforehand: one side joins them in batch, writes the files,
imports them offline and creates constraints and indexes; the other writes them to a
running server as `kg load` does. Run from the repository; Java and Maven give Neo4j::

    python tests/benchmarks/bench_import.py --articles 1000
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import neo4j
from benchmarks.bench_store import make_news
from export.neo4j_import import run_after, run_import
from neo4j_server import COMPOSED, local_server
from store.dump import dump

from kg.build import BATCH
from kg.export.formats import export
from kg.graph import GraphRows
from kg.settings import Settings
from kg.store import open_store
from kg.store.batch import Batch


def load(news: list[GraphRows]) -> tuple[float, str]:
    """Return in how many seconds a server takes articles in, and its graph."""
    with (
        local_server(**COMPOSED) as local,
        open_store(Settings(store=local.server.uri)) as store,
    ):
        began = time.monotonic()
        for start in range(0, len(news), BATCH):
            store.ingest(news[start : start + BATCH])
        return time.monotonic() - began, dump(store)


def bulk(news: list[GraphRows], folder: Path) -> tuple[dict[str, float], str]:
    """Return the seconds of each step of an import, and the graph."""
    seconds: dict[str, float] = {}
    began = time.monotonic()
    with Batch() as batch:
        for start in range(0, len(news), BATCH):
            batch.ingest(news[start : start + BATCH])
        export(batch.pieces(), "neo4j-admin", folder, on_note=print)
    seconds["join and write files"] = time.monotonic() - began

    def timed(home: Path) -> None:
        began = time.monotonic()
        run_import(folder, home)
        seconds["neo4j-admin import"] = time.monotonic() - began

    with local_server(before=timed, **COMPOSED) as local:
        began = time.monotonic()
        with neo4j.GraphDatabase.driver(local.server.uri) as driver:
            run_after(driver, folder)
        seconds["constraints and indexes"] = time.monotonic() - began
        with open_store(Settings(store=local.server.uri)) as store:
            return seconds, dump(store)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    news = make_news(parser.parse_args().articles)
    rows = sum(len(each.nodes) + len(each.edges) for each in news)
    with tempfile.TemporaryDirectory() as folder:
        steps, imported = bulk(news, Path(folder) / "files")
    for step, taken in steps.items():
        print(f"{step:26} {taken:8.1f} s")
    loaded, graph = load(news)
    total = sum(steps.values())
    print(f"{'import, all told':26} {total:8.1f} s {rows / total:10,.0f} rows/s")
    print(f"{'kg load':26} {loaded:8.1f} s {rows / loaded:10,.0f} rows/s")
    print(f"{loaded / total:.1f} times as fast; equal graphs: {imported == graph}")


if __name__ == "__main__":
    main()
