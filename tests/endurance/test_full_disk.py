"""A disk that is full: one line, and nothing lost that was acknowledged."""

import resource

import pytest
from endurance.client import WORK
from endurance.running import start
from store.dump import dump

from kg.settings import Settings
from kg.store import open_store

pytestmark = [pytest.mark.endurance, pytest.mark.embedded]


@pytest.mark.timeout(600)
# Bytes that a file may have: too few to open the graph, for a batch, for all of them.
@pytest.mark.parametrize("limit", [1_000, 500_000, 2_500_000])
def test_full_disk_loses_nothing_that_was_acknowledged(
    embedded_settings: Settings, limit: int
) -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    client = start(embedded_settings, "load", preexec_fn=fill)
    out, err = client.communicate(timeout=300)
    assert "done" not in out
    assert err == f"Error: {embedded_settings.store}: cannot write: File too large\n"

    with open_store(embedded_settings) as store, store.writing():
        assert list(store.check()) == []
        found = dump(store)
        for _ in zip(range(out.count("written")), WORK["load"](store), strict=False):
            pass
        assert dump(store) == found
