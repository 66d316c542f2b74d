"""Simulate a growing archive: what joining it at once takes, and where it would break.

Real extractions are copied to archives of ever more articles (see `archive.py`; one in
ten is also printed elsewhere a day later), each in a process of its own, and joined
in batch as for `kg export`. Prints the seconds of the processor that a thousand take
to be taken in and to be joined, the most memory, the room on disk, and the graph's
nodes and edges; `--chart` draws them. Run from the repository::

    kg extract archive > records.jsonl
    python tests/benchmarks/simulate.py records.jsonl --sizes 1000 10000 --chart s.svg
"""

import argparse
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from archive import make_archive

from kg.graph import to_rows
from kg.store.batch import Batch

EXTRACTOR = "kg 0.1.0, model 000000000000"
_REPRINTED = 10
_KILO, _MEGA = 1000, 1 << 20


class Cost(NamedTuple):
    """Seconds and sizes of one archive; memory and disk in MB."""

    articles: int
    intake: float
    join: float
    memory: float
    disk: float
    nodes: int
    edges: int


def cost(records: Path, articles: int) -> Cost:
    """Join an archive of so many articles and return what that took."""
    lines = records.read_bytes().splitlines()
    intake, nodes, edges = 0.0, 0, 0
    with Batch() as batch:
        for each in make_archive(lines, articles, reprinted=_REPRINTED):
            began = time.process_time()
            batch.ingest([to_rows(each, extractor=EXTRACTOR)])
            intake += time.process_time() - began
        began = time.process_time()
        for piece in batch.pieces():
            nodes += len(piece.nodes) + (piece.article is not None)
            edges += len(piece.edges)
        join = time.process_time() - began
        disk = batch.size / _MEGA
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(articles, intake, join, memory, disk, nodes, edges)


def draw(costs: Sequence[Cost], path: Path) -> None:
    """Draw how the cost of a thousand articles, and the memory, grow."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.5))
    sizes = [each.articles for each in costs]
    for name in ("intake", "join"):
        seconds = [getattr(each, name) * _KILO / each.articles for each in costs]
        left.plot(sizes, seconds, marker="o", label=name)
    left.set(xscale="log", xlabel="articles", title="CPU seconds, a thousand articles")
    left.set_ylim(bottom=0)
    left.legend()
    for name in ("memory", "disk"):
        megabytes = [getattr(each, name) for each in costs]
        right.plot(sizes, megabytes, marker="o", label=name)
    right.set(xscale="log", yscale="log", xlabel="articles", title="MB in all")
    right.legend()
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path, help="what kg extract printed")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--chart", type=Path, help="a file of pictures to write")
    options = parser.parse_args()
    print(
        "| articles | take in, s a thousand | join, s a thousand | memory | disk "
        "| nodes | edges |\n|---|---|---|---|---|---|---|"
    )
    costs = []
    for size in options.sizes:
        # The most memory that a process ever held is told of one archive alone.
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            costs.append(pool.submit(cost, options.records, size).result())
        each = costs[-1]
        print(
            f"| {size:,} | {each.intake * _KILO / size:.1f} "
            f"| {each.join * _KILO / size:.1f} | {each.memory:,.0f} MB "
            f"| {each.disk:,.0f} MB | {each.nodes:,} | {each.edges:,} |",
            flush=True,
        )
    if options.chart:
        draw(costs, options.chart)


if __name__ == "__main__":
    main()
