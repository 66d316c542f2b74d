"""Seconds and memory of reading one article, by its length; a table for the README.

    python tests/benchmarks/bench_lengths.py [ARTICLES.jsonl] [--lengths 50000 200000]

Each length is read in a fresh process on one core; seconds are processor seconds, with
the model loaded before, memory is the peak. The text is that of the file's articles,
one after another, else made up. Not a test: it asserts nothing.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
LENGTHS = [5_000, 50_000, 200_000, 1_000_000]


def main() -> None:
    """Print a row for each length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--lengths", nargs="+", type=int, default=LENGTHS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(row(make_text(options.file, options.one)))
        return
    print("| characters | seconds | MB |\n|---:|---:|---:|")
    file = [str(options.file)] if options.file else []
    for length in options.lengths:
        subprocess.run([sys.executable, __file__, *file, f"--one={length}"], check=True)


def make_text(file: Path | None, length: int) -> str:
    """Return so many characters of a file's articles, or of articles made up."""
    if file is None:
        sys.path.insert(0, str(TESTS))
        from test_linear import news

        return news(length)
    with file.open(encoding="utf-8") as lines:
        return "\n\n".join(json.loads(line)["text"] for line in lines)[:length]


def row(text: str) -> str:
    """Read a text and return its length, seconds and memory as a table's row."""
    from kg.reading import extract
    from kg.records import Article

    list(extract([Article(id="short", text="Ada spoke.")], processes=1))
    start = time.process_time()
    list(extract([Article(id="long", text=text)], processes=1))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak // (2**20 if sys.platform == "darwin" else 2**10)
    return f"| {len(text):,} | {seconds:.0f} | {megabytes:,} |"


if __name__ == "__main__":
    main()
