"""docker-compose.yml: a server in bounded memory, and README's backup and restore."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest

ROOT = Path(__file__).parent.parent
PASSWORD = "only-for-tests"
UP_SECONDS = 400

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = [pytest.mark.neo4j, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def command() -> str:
    """Give the command of Compose, the second version or the first."""
    if os.environ.get("KG_TEST_NEO4J") in ("jars", "uri"):
        pytest.skip("KG_TEST_NEO4J asks for no container")
    for each in ("docker compose", "docker-compose"):
        if _succeeds(f"{each} version") and _succeeds("docker info"):
            return each
    if os.environ.get("KG_TEST_NEO4J") == "docker":
        pytest.fail("KG_TEST_NEO4J=docker needs a Docker daemon and Compose")
    pytest.skip("no Docker daemon with Compose")


def _succeeds(line: str) -> bool:
    words = line.split()
    if shutil.which(words[0]) is None:
        return False
    return subprocess.run(words, capture_output=True, timeout=60).returncode == 0


@pytest.fixture(scope="module")
def ports() -> tuple[int, int]:
    """Give two free ports of this machine, for HTTP and for Bolt."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


@pytest.fixture(scope="module")
def run(
    command: str, ports: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Run]:
    """Give a function that runs a line of the README in a shell, in a new folder."""
    folder = tmp_path_factory.mktemp("compose")
    environment = {
        **os.environ,
        "COMPOSE_FILE": str(ROOT / "docker-compose.yml"),
        "COMPOSE_PROJECT_NAME": f"kg-test-{os.getpid()}",
        "NEO4J_PASSWORD": PASSWORD,
        "NEO4J_HTTP_PORT": str(ports[0]),
        "NEO4J_BOLT_PORT": str(ports[1]),
    }

    def run_line(line: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            line.replace("docker compose", command),
            shell=True,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
        )
        if check:
            assert done.returncode == 0, done.stdout + done.stderr
        return done

    yield run_line
    run_line("docker compose down -v", check=False)


@pytest.fixture(scope="module")
def container(run: Run) -> str:
    """Give the id of the server's container, started and healthy."""
    return _up(run)


def _up(run: Run) -> str:
    """Start the server as the README does, wait for its health, and return its id."""
    run("docker compose up -d")
    container = run("docker compose ps -q neo4j").stdout.strip()
    deadline = time.monotonic() + UP_SECONDS
    while _inspect(container)["State"]["Health"]["Status"] != "healthy":
        assert time.monotonic() < deadline, run("docker compose logs").stdout
        time.sleep(0.5)
    return container


def _inspect(container: str) -> dict:
    done = subprocess.run(
        ["docker", "inspect", container], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)[0]


def _query(ports: tuple[int, int], statement: str) -> list[dict]:
    uri = f"neo4j://127.0.0.1:{ports[1]}"
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
        found = driver.execute_query(statement, database_="neo4j")
        return [record.data() for record in found.records]


def _readme_lines(word: str) -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^docker compose run .*$", readme, re.M)
    return [line for line in lines if f" {word} " in line]


def test_server_has_bounded_memory_and_time_to_stop(container):
    settings = _inspect(container)
    assert 0 < settings["HostConfig"]["Memory"] <= 2 * 2**30
    assert settings["Config"]["StopTimeout"] >= 60
    assert not settings["State"]["OOMKilled"]


def test_server_listens_on_this_machine_alone(container):
    bindings = _inspect(container)["HostConfig"]["PortBindings"].values()
    assert {each["HostIp"] for ports in bindings for each in ports} == {"127.0.0.1"}


def test_server_reports_nothing_and_keeps_to_its_memory(container, ports):
    names = [
        *("client.allow_telemetry", "dbms.usage_report.enabled"),
        "server.memory.pagecache.size",
    ]
    rows = _query(ports, f"SHOW SETTINGS {names} YIELD name, value")
    values = {row["name"]: row["value"] for row in rows}
    assert values == {
        "client.allow_telemetry": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "512.00MiB",
    }


def test_health_check_fails_for_a_server_that_does_not_sign_in(container):
    check = _inspect(container)["Config"]["Healthcheck"]["Test"][1]
    for password, healthy in ((PASSWORD, True), ("another-one", False)):
        line = ["docker", "exec", "-e", f"NEO4J_AUTH=neo4j/{password}", container]
        done = subprocess.run([*line, "sh", "-c", check], capture_output=True)
        assert (done.returncode == 0) is healthy, done.stderr


def test_backup_and_restore_bring_the_graph_back(container, run, ports):
    (backup,), (restore,) = _readme_lines("backup"), _readme_lines("restore")
    _query(ports, "CREATE (:Kept {name: 'before'})")
    refused = run(backup, check=False)
    assert refused.returncode != 0
    assert "in use" in refused.stderr
    run("docker compose stop")
    run(backup)
    _up(run)
    _query(ports, "MATCH (node) DETACH DELETE node")
    _query(ports, "CREATE (:Kept {name: 'after'})")
    run("docker compose stop")
    run(restore)
    _up(run)
    assert _query(ports, "MATCH (node) RETURN node.name AS name") == [
        {"name": "before"}
    ]
