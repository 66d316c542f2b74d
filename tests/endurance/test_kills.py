"""A run that is killed at any moment and repeated ends in the graph of a whole one."""

import random
import signal
import time

import pytest
from endurance.client import WORK
from endurance.running import KILLS, start, wait_for
from store.dump import dump

from kg.settings import Settings
from kg.store import open_store

pytestmark = pytest.mark.endurance


def kill_after(settings: Settings, kind: str, steps: int, delay: float) -> None:
    """Kill a client some milliseconds after the store acknowledged so many steps."""
    client = start(settings, kind)
    wait_for(client, steps + 1)
    time.sleep(delay)
    client.send_signal(signal.SIGKILL)
    client.communicate()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", ["ingest", "load", "retract"])
def test_killed_and_repeated_is_the_same(store_settings: Settings, kind: str) -> None:
    with open_store(store_settings) as store, store.writing():
        if kind == "retract":
            list(WORK["ingest"](store))
        before = dump(store)
        steps = len(list(WORK[kind](store)))
        expected = dump(store)
        back = "ingest" if kind == "retract" else "retract"
        list(WORK[back](store))
        assert dump(store) == before

    moments = random.Random(20241101)
    # The first while the store is being opened; each of the others further on than the
    # one before, for what is done already costs a repeated run no time.
    reached = sorted(moments.choices(range(steps), k=KILLS - 1))
    for step in [-1, *reached]:
        kill_after(store_settings, kind, step, moments.random() * 0.1)
    out, err = start(store_settings, kind).communicate(timeout=600)
    assert out.endswith("done\n"), err

    with open_store(store_settings) as store:
        assert dump(store) == expected
        assert list(store.check()) == []
