"""Worker processes: in order, alone in their deaths, gone with their parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from work_samples import divide, double, double_or_die

from kg.workers import Killed, in_processes

TESTS = Path(__file__).parent


def chunks(count: int, size: int) -> list[list[int]]:
    return [list(range(start, start + size)) for start in range(0, count, size)]


def test_in_processes_keeps_the_order() -> None:
    done = list(in_processes(double, chunks(24, 3), processes=2))
    assert done == [(item, 2 * item) for item in range(24)]


def test_in_processes_loses_only_the_item_that_kills_its_process() -> None:
    done = list(in_processes(double_or_die, chunks(24, 3), processes=2))
    assert [item for item, _ in done] == list(range(24))
    killed = [item for item, outcome in done if isinstance(outcome, Killed)]
    assert killed == [5]
    assert all(outcome == 2 * item for item, outcome in done if item != 5)


def test_in_processes_passes_on_an_error_of_the_work() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_processes(divide, chunks(4, 2), processes=2))


_PARENT = """
import sys, time
sys.path.insert(0, {tests!r})
from work_samples import report_and_sleep
from kg.workers import in_processes

if __name__ == "__main__":
    list(in_processes(report_and_sleep, [[1], [2]], processes=2))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_in_processes_leaves_no_process_behind(number: int, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT.format(tests=str(TESTS)))
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.send_signal(number)
        parent.wait(20)
    assert _wait_until(lambda: not any(map(_is_running, workers)))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(condition, seconds: float = 10.0) -> bool:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
