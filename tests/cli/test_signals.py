"""How a run ends from outside, in processes of their own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KG = [sys.executable, "-P", "-m", "kg"]


def start(*arguments: str | bytes, **options) -> subprocess.Popen[str]:  # type: ignore[no-untyped-def]
    return subprocess.Popen(
        [*KG, *arguments],
        stdin=subprocess.PIPE,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


@pytest.mark.parametrize(
    ("number", "line"),
    [(signal.SIGINT, "kg: interrupted\n"), (signal.SIGTERM, "kg: terminated\n")],
)
def test_a_signal_ends_a_wait_with_one_line(number: int, line: str) -> None:
    with start("extract", "-") as waiting:
        _wait_for_listening(waiting.pid)
        waiting.send_signal(number)
        _, errors = waiting.communicate(timeout=30)
    assert (waiting.returncode, errors) == (128 + number, line)


@pytest.mark.embedded
def test_a_signal_ends_a_wait_in_the_engine(sample_folder: str) -> None:
    numbers = "UNWIND range(1, 40000) AS"
    statement = f"{numbers} a {numbers} b WITH a + b AS c RETURN sum(c)"
    with start("--store", sample_folder, "cypher", statement) as waiting:
        _wait_for_listening(waiting.pid)
        time.sleep(6)  # until Java is at it
        assert waiting.poll() is None
        waiting.send_signal(signal.SIGINT)
        _, errors = waiting.communicate(timeout=15)
    assert (waiting.returncode, errors) == (130, "kg: interrupted\n")


def _wait_for_listening(process: int) -> None:
    """Wait until a process has a handler of its own for SIGTERM, as Linux shows it."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        time.sleep(5)
        return
    bit = 1 << (signal.SIGTERM - 1)
    caught = 0
    while not caught & bit:
        time.sleep(0.05)
        lines = status.read_text().splitlines()
        (caught,) = (int(x.split()[1], 16) for x in lines if x.startswith("SigCgt"))
    time.sleep(0.5)


def test_a_reader_that_went_away_ends_the_run_without_a_word() -> None:
    read, write = os.pipe()
    os.close(read)
    with start("ask", stdout=write) as running:
        os.close(write)
        _, errors = running.communicate(timeout=60)
    assert (running.returncode, errors) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has /dev/full")
def test_a_full_disk_is_named_in_one_line() -> None:
    with Path("/dev/full").open("w") as full, start("ask", stdout=full) as running:
        _, errors = running.communicate(timeout=60)
    assert running.returncode == 1
    assert errors == "Error: cannot write: no space left on device\n"


@pytest.mark.parametrize("arguments", [[b"extract", b"\xff.txt"], [b"\xff"]])
def test_arguments_that_are_no_text_give_one_line(arguments: list[bytes]) -> None:
    with start(*arguments) as running:
        _, errors = running.communicate(timeout=60)
    assert running.returncode in {1, 2, 3}
    assert "Traceback" not in errors
