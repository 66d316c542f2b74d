"""Measure how long kg takes to start: seconds of the processor, all of them told.

Each command runs in a process of its own, several times; Python's bytecode is kept in a
folder for the run, as an installation has it. The least counts: what else runs on the
machine only adds. Run from the repository::

    python tests/benchmarks/bench_start.py --runs 5
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = "Ada Moss said on Friday that Paris is a fine town.\n"
COMMANDS = (["--help"], ["ask"], ["extract", "article.txt"], ["ingest", "article.txt"])


def seconds(command: list[str], folder: str, bytecode: str) -> float:
    """Return the seconds of the processor that a command takes."""
    named = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "kg", *command],
        cwd=folder,
        env=os.environ | named,
        capture_output=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as bytecode:
        for command in COMMANDS:
            taken = []
            for _ in range(runs + 1):
                with tempfile.TemporaryDirectory() as folder:
                    (Path(folder) / "article.txt").write_text(TEXT)
                    taken.append(seconds(command, folder, bytecode))
            # The first run wrote the bytecode.
            print(f"kg {' '.join(command):22} {min(taken[1:]):5.2f} s")


if __name__ == "__main__":
    main()
