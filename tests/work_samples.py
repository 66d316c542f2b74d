"""Work for the tests of worker processes, which must be able to import it."""

import os
import signal
import time


def double(chunk: list[int]) -> list[int]:
    return [2 * item for item in chunk]


def double_or_die(chunk: list[int]) -> list[int]:
    if 5 in chunk:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(chunk)


def divide(chunk: list[int]) -> list[float]:
    return [1 / item for item in chunk]


def report_and_sleep(chunk: list[int]) -> list[int]:
    os.write(1, f"{os.getpid()}\n".encode())
    time.sleep(60)
    return chunk
