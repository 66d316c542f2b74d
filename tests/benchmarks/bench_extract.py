"""Speed, memory and hot spots of the extraction, against the encoder alone.

    python tests/benchmarks/bench_extract.py ARTICLES.jsonl [--articles 200]

Ratios of one run are what counts: timings of a shared machine are noisy. Memory is
the peak of a fresh process for each number of articles.
"""

import argparse
import cProfile
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from kg.articles import read_articles
from kg.records import Article


def main() -> None:
    """Print words a second, their ratio, memory and the five slowest functions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        consume(extractions(options))
        print(peak_megabytes())
        return
    articles = list(read(options.articles, options.count))
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words; seconds are CPU seconds")
    run_encoder(articles[:2])
    bare = words / cpu_seconds(lambda: run_encoder(articles))
    whole = words / cpu_seconds(lambda: consume(extractions(options)))
    print(f"encoder and tokenizer alone, one core: {bare:,.0f} words/s")
    print(f"whole extraction, one core: {whole:,.0f} words/s, {whole / bare:.0%} of it")
    for count in (options.count // 4, options.count):
        print(f"peak memory, {count} articles: {memory_of(options.articles, count)} MB")
    profile(options)


def read(path: Path, count: int) -> Iterable[Article]:
    """Yield the first articles of a file."""

    def refuse(error: Exception) -> None:
        print(f"refused: {error}", file=sys.stderr)

    return islice(read_articles([str(path)], on_refused=refuse), count)


def extractions(options: argparse.Namespace) -> Iterable[object]:
    """Extract the first articles of a file in this process."""
    from kg.reading import extract

    return extract(read(options.articles, options.count), processes=1)


def run_encoder(articles: list[Article]) -> None:
    """Tokenize the articles and run the encoder, with no component after it."""
    from kg.annotate.pipeline import load_pipeline

    nlp = load_pipeline(threads=1)
    names = [name for name in nlp.pipe_names if name != "kg_encoder"]
    with nlp.select_pipes(disable=names):
        consume(nlp.pipe(article.text for article in articles))


def consume(things: Iterable[object]) -> None:
    """Run through an iterator and keep nothing."""
    for _ in things:
        pass


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes, which other loads leave alone."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak_megabytes() -> int:
    """Return this process's peak resident memory in MB (Linux counts kilobytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000


def memory_of(path: Path, count: int) -> str:
    """Return the peak memory of a fresh process that extracts so many articles."""
    command = [sys.executable, __file__, str(path), "--count", str(count), "--memory"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def profile(options: argparse.Namespace) -> None:
    """Print the five functions that take most time themselves."""
    profiler = cProfile.Profile()
    profiler.runcall(lambda: consume(extractions(options)))
    stats = pstats.Stats(profiler)
    total = stats.total_tt  # type: ignore[attr-defined]
    rows = sorted(stats.stats.items(), key=lambda row: -row[1][2])  # type: ignore[attr-defined]
    for (file, line, name), (_, _, own, _, _) in rows[:5]:
        print(f"{own / total:6.1%}  {Path(file).name}:{line} {name}")


if __name__ == "__main__":
    main()
