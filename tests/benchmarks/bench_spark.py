"""Measure Spark on two cores of one machine against kg's own two processes.

Both read the same articles, once their models are loaded, and join the same
extractions. Run from the repository, with the extra `spark` and a Java runtime::

    python tests/benchmarks/bench_spark.py ARTICLES.jsonl --articles 200
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from pyspark.sql import SparkSession

from kg.articles import read_articles
from kg.build import load
from kg.errors import raise_refusal
from kg.reading import extract
from kg.records import Article, from_json
from kg.spark import extract as extract_on_spark
from kg.spark import pieces
from kg.store.batch import Batch


def timed(name: str, work: Callable[[], object]) -> float:
    """Print and return the seconds that something takes."""
    began = time.monotonic()
    work()
    seconds = time.monotonic() - began
    print(f"{name}: {seconds:.1f} s")
    return seconds


def by_processes(articles: list[Article]) -> None:
    """Read articles in two processes."""
    for _ in extract(articles, processes=2):
        pass


def by_batch(lines: list[str]) -> None:
    """Join extractions on one core."""
    with Batch() as batch:
        load((from_json(each.encode()) for each in lines), batch, on_note=print)
        for _ in batch.pieces():
            pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "4g")
        .config("spark.ui.enabled", "false")
        .config("spark.default.parallelism", "2")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    found = read_articles([str(options.file)], on_refused=print)
    articles = list(islice(found, options.articles))
    rows = [(each.id, each.text, f"{each.published or ''}") for each in articles]
    columns = "id string, text string, published string"
    table = spark.createDataFrame(rows, columns).repartition(2).persist()
    warm = spark.createDataFrame(rows[:2], columns).repartition(2)
    extract_on_spark(warm).count()
    read = extract_on_spark(table).persist()
    reading = [
        timed("two processes read", lambda: by_processes(articles)),
        timed("Spark reads", lambda: print(read.count(), "articles")),
    ]
    lines = [each.extraction for each in read.collect() if each.extraction]

    def join_on_spark() -> None:
        for _ in pieces(read, on_note=print, on_refused=raise_refusal):
            pass

    joining = [
        timed("a batch joins", lambda: by_batch(lines)),
        timed("Spark joins", join_on_spark),
    ]
    print(f"speed of Spark: reading {reading[0] / reading[1]:.2f} of two processes, ")
    print(f"joining {joining[0] / joining[1]:.2f} of one batch")


if __name__ == "__main__":
    main()
