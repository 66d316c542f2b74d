"""An ingest that is killed at any moment and repeated ends in the same graph."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store.dump import dump
from store.extractions import make_rows

from kg.settings import Settings
from kg.store import open_store

KILLS = 10
ARTICLES = 40
MINISTERS = ("Choe Son Hui", "Choe Sonhui", "Choe Son-hui")
TESTS = Path(__file__).parents[1]

# Small batches, and articles whose text changed, so that every kind of write is met.
CLIENT = """
import sys
sys.path.insert(0, sys.argv[4])
from store.test_kill import batches
from kg.settings import Settings
from kg.store import open_store
settings = Settings(
    store=sys.argv[1], username=sys.argv[2] or None, password=sys.argv[3] or None
)
with open_store(settings) as store:
    print("open", flush=True)
    for batch in batches():
        store.ingest(batch)
        print("batch", flush=True)
print("done", flush=True)
"""


def batches() -> list[list]:
    """Return the batches of the ingest that is killed."""
    articles = [
        make_rows(f"{number:02}", minister=MINISTERS[number % 3])
        for number in range(ARTICLES)
    ]
    changed = [
        make_rows(f"{number:02}", f"Corrected text of {number}.")
        for number in range(0, ARTICLES, 5)
    ]
    copies = [make_rows(f"{number:02}", id=f"copy-{number}") for number in (1, 2, 3)]
    rows = [*articles, *changed, *copies]
    return [rows[start : start + 2] for start in range(0, len(rows), 2)]


def start(settings: Settings) -> subprocess.Popen[str]:
    arguments = [settings.store, settings.username or "", settings.password or ""]
    return subprocess.Popen(
        [sys.executable, "-P", "-c", CLIENT, *arguments, str(TESTS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_after(settings: Settings, batch: int, delay: float) -> None:
    """Kill an ingest some milliseconds after it wrote this many batches."""
    client = start(settings)
    assert client.stdout is not None
    for _ in range(batch + 1):
        client.stdout.readline()
    time.sleep(delay)
    client.send_signal(signal.SIGKILL)
    client.communicate()


@pytest.mark.timeout(600)
def test_ingest_killed_and_repeated_is_the_same(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        for batch in batches():
            store.ingest(batch)
        expected = dump(store)
        for number in range(ARTICLES):
            store.retract(f"{number:02}")
        for number in (1, 2, 3):
            store.retract(f"copy-{number}")
        assert dump(store) == ""

    moments = random.Random(20241101)
    # The first while the store is being opened; each of the others further on than the
    # one before, for what is written already costs a repeated ingest no time.
    reached = sorted(moments.sample(range(len(batches()) - 1), KILLS - 1))
    for batch in [-1, *reached]:
        kill_after(store_settings, batch, moments.random() * 0.1)
    client = start(store_settings)
    out, err = client.communicate(timeout=300)
    assert out.endswith("done\n"), err

    with open_store(store_settings) as store:
        assert dump(store) == expected
        for batch in batches():
            store.ingest(batch)
        assert dump(store) == expected
