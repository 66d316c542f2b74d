"""A Neo4j that stops, hangs or restarts in the middle of a load."""

import os
import signal
from collections.abc import Iterator

import pytest
from endurance.client import WORK
from endurance.running import start, wait_for
from neo4j_server import LocalServer, NoServerError, local_server
from store.dump import dump

from kg.settings import Settings
from kg.store import open_store

pytestmark = [pytest.mark.endurance, pytest.mark.neo4j, pytest.mark.timeout(900)]
# Of a server that says nothing a driver knows after these seconds, not after minutes.
IMPATIENT = {
    "server.bolt.connection_keep_alive": "2s",
    "server.bolt.connection_keep_alive_for_requests": "ALL",
}


@pytest.fixture
def local() -> Iterator[LocalServer]:
    """Give a server of our own; skip without one, but fail in CI."""
    servers = local_server(settings=IMPATIENT)
    try:
        started = servers.__enter__()
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Neo4j: {error}")
        pytest.skip(f"no Neo4j: {error}")
    try:
        yield started
    finally:
        servers.__exit__(None, None, None)


@pytest.fixture
def settings(local: LocalServer) -> Settings:
    return Settings(store=local.server.uri)


def whole(settings: Settings) -> str:
    """Return the graph of an uninterrupted run."""
    with open_store(settings) as store:
        list(WORK["load"](store))
        assert list(store.check()) == []
        return dump(store)


def gone(settings: Settings) -> str:
    """Return the line that says that the server is gone."""
    return (
        f"Error: {settings.store}: the Neo4j server stopped answering; what was "
        "written before stays, and a repeated run goes on from there\n"
    )


def written_before(settings: Settings, steps: int) -> None:
    """Hold a graph to what was acknowledged: doing that again changes nothing."""
    with open_store(settings) as store:
        found = dump(store)
        for _ in zip(range(steps), WORK["load"](store), strict=False):
            pass
        assert dump(store) == found


def test_restart_in_mid_load_loses_nothing(
    local: LocalServer, settings: Settings
) -> None:
    """Whether the server is back before the driver gives up, or after."""
    client = start(settings, "load")
    steps = wait_for(client, 3) - 1
    local.send(signal.SIGKILL)
    local.start()
    out, err = client.communicate(timeout=300)
    assert out.endswith("done\n") or err == gone(settings)
    written_before(settings, steps + out.count("written"))
    assert whole(settings)


@pytest.mark.parametrize(
    "sent", [signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP], ids=lambda sent: sent.name
)
def test_server_that_stays_away_is_named_in_one_line(
    local: LocalServer, settings: Settings, sent: signal.Signals
) -> None:
    client = start(settings, "load")
    steps = wait_for(client, 3) - 1
    local.send(sent)
    out, err = client.communicate(timeout=300)
    assert client.returncode == 1 and "done" not in out
    assert err == gone(settings)
    if sent == signal.SIGSTOP:
        local.send(signal.SIGCONT)
    else:
        local.start()
    written_before(settings, steps + out.count("written"))
    assert whole(settings)
