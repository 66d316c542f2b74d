"""A real Neo4j for tests: one that runs already, a container, or a server of jars.

`KG_TEST_NEO4J` chooses: ``uri`` (the server at `NEO4J_TEST_URI`), ``docker``
(testcontainers), ``jars`` (a Community server put together from Maven Central, Neo4j
Browser included, kept in the user's cache folder) or ``auto``: the first there is.
`KG_TEST_NEO4J_VERSION` names another version than the long-term one.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

DEFAULT_VERSION = "5.26.29"
IMAGE = "neo4j:5.26-community"
_POM = Path(__file__).with_name("neo4j-pom.xml")
# A start that takes four seconds alone took over 90 on cores that many share.
_START_SECONDS = 300
# What docker-compose.yml gives its server, for whoever measures one.
COMPOSED: dict[str, Any] = {
    "heap": "1g",
    "settings": {"server.memory.pagecache.size": "512m"},
}
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


class NoServerError(Exception):
    """No Neo4j can be had here; the text says why."""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Where a server listens, and for whom; `http` is its Browser's address."""

    uri: str
    http: str | None = None
    username: str | None = None
    password: str | None = None


@contextmanager
def running_server() -> Iterator[Neo4jServer]:
    """Give the server that the environment chooses, and stop it if it was started.

    Raises `NoServerError` where none can be had.
    """
    choice = os.environ.get("KG_TEST_NEO4J", "auto")
    if choice not in ("auto", "uri", "docker", "jars"):
        raise NoServerError(f"KG_TEST_NEO4J={choice}: auto, uri, docker or jars")
    if choice == "uri" or (choice == "auto" and "NEO4J_TEST_URI" in os.environ):
        yield _given_server()
        return
    with ExitStack() as stack:
        if choice == "docker":
            server = stack.enter_context(_container())
        elif choice == "auto" and _docker_answers():
            try:
                server = stack.enter_context(_container())
            except NoServerError:  # no registry gives the image
                server = stack.enter_context(server_from_jars())
        else:
            server = stack.enter_context(server_from_jars())
        yield server


class LocalServer:
    """A server of jars in a process that can be killed, frozen and started again."""

    def __init__(self, server: Neo4jServer, command: list[str], log: Path) -> None:
        self.server = server
        self._command = command
        self._log = log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process and wait until it answers."""
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(self._command, stdout=log, stderr=log)
        _wait_for(self.server, self.process, self._log)

    def send(self, sent: signal.Signals) -> None:
        """Send the process a signal; wait for its end where it is to end."""
        assert self.process is not None
        self.process.send_signal(sent)
        if sent in (signal.SIGKILL, signal.SIGTERM):
            self.process.wait()

    def stop(self) -> None:
        """Stop the process, frozen or not."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            _stop(self.process)


@contextmanager
def server_from_jars(*, password: str | None = None) -> Iterator[Neo4jServer]:
    """Run a server from jars on free ports of this machine until the block ends.

    Without a password it asks for none. Raises `NoServerError` without Java or Maven.
    """
    with local_server(password=password) as local:
        yield local.server


@contextmanager
def local_server(
    *,
    password: str | None = None,
    heap: str = "512m",
    settings: Mapping[str, str] | None = None,
    before: Callable[[Path], None] = lambda _: None,
) -> Iterator[LocalServer]:
    """Run a server as `server_from_jars` does, and give its process to do things to.

    `before` is called with the server's empty home before it starts.
    """
    version = os.environ.get("KG_TEST_NEO4J_VERSION", DEFAULT_VERSION)
    java = _java(oldest=17 if version.startswith("5.") else 21)
    jars = _jars(version)
    bolt, http = _free_port(), _free_port()
    with tempfile.TemporaryDirectory(prefix="kg-neo4j-") as folder:
        home = Path(folder)
        if password is not None:
            _set_password(java, jars, home, password)
        before(home)
        launcher = [java, f"-Xmx{heap}"]
        command = launcher + _server_arguments(jars, home, version, bolt, http)
        for item in (settings or {}).items():
            command += ["-c", "=".join(item)]
        if password is None:
            command += ["-c", "dbms.security.auth_enabled=false"]
        server = Neo4jServer(
            uri=f"neo4j://localhost:{bolt}",
            http=f"http://localhost:{http}",
            username="neo4j" if password else None,
            password=password,
        )
        local = LocalServer(server, command, home / "server.log")
        try:
            local.start()
            yield local
        finally:
            local.stop()


def _given_server() -> Neo4jServer:
    if "NEO4J_TEST_URI" not in os.environ:
        raise NoServerError("KG_TEST_NEO4J=uri needs NEO4J_TEST_URI")
    return Neo4jServer(
        uri=os.environ["NEO4J_TEST_URI"],
        http=os.environ.get("NEO4J_TEST_HTTP"),
        username=os.environ.get("NEO4J_TEST_USERNAME"),
        password=os.environ.get("NEO4J_TEST_PASSWORD"),
    )


def _docker_answers() -> bool:
    if shutil.which("docker") is None:
        return False
    try:
        answer = subprocess.run(["docker", "info"], capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return False
    return answer.returncode == 0


@contextmanager
def _container() -> Iterator[Neo4jServer]:
    from docker.errors import DockerException
    from testcontainers.community.neo4j import Neo4jContainer

    container = Neo4jContainer(IMAGE, password="only-for-tests")
    container.with_exposed_ports(container.port, 7474)
    try:
        container.start()
    except (DockerException, TimeoutError) as error:
        raise NoServerError(f"no container of {IMAGE}: {error}") from error
    try:
        host = container.get_container_host_ip()
        yield Neo4jServer(
            uri=container.get_connection_url(),
            http=f"http://{host}:{container.get_exposed_port(7474)}",
            username=container.username,
            password=container.password,
        )
    finally:
        container.stop()


def _jars(version: str) -> Path:
    """Return the folder of a version's jars, fetched from Maven Central at first."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "kg-tests" / f"neo4j-{version}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServerError("no Docker daemon answers and there is no Maven (mvn)")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Into a folder beside it and then renamed: what stands there is always whole.
    fetched = Path(tempfile.mkdtemp(prefix="neo4j-", dir=folder.parent))
    command = [
        *(maven, "-q", "-B", "-f", str(_POM), "dependency:copy-dependencies"),
        *(f"-DoutputDirectory={fetched}", f"-Dneo4j.version={version}"),
    ]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode:
        shutil.rmtree(fetched)
        raise NoServerError(f"Maven cannot fetch Neo4j {version}: {answer.stdout}")
    try:
        fetched.rename(folder)
    except OSError:  # another run was quicker
        shutil.rmtree(fetched)
    return folder


def _java(*, oldest: int) -> str:
    """Return a Java of this version or newer: JAVA_HOME, the path, the ones beside."""
    found = [Path(os.environ.get("JAVA_HOME", "/nowhere"), "bin", "java")]
    if named := shutil.which("java"):
        real = Path(named).resolve()
        found += [real, *sorted(real.parents[2].glob("*/bin/java"))]
    for java in found:
        if java.is_file() and _java_version(java) >= oldest:
            return str(java)
    raise NoServerError(f"no Docker daemon answers and there is no Java {oldest}")


def _java_version(java: Path) -> int:
    answer = subprocess.run([java, "-version"], capture_output=True, text=True)
    match = re.search(r'version "(\d+)', answer.stderr)
    return int(match[1]) if match else 0


def admin_tool(*arguments: str) -> list[str]:
    """Return the command that neo4j-admin is, from the jars that a server runs from."""
    version = os.environ.get("KG_TEST_NEO4J_VERSION", DEFAULT_VERSION)
    java = _java(oldest=17 if version.startswith("5.") else 21)
    opened = (f"--add-opens=java.base/{each}=ALL-UNNAMED" for each in _OPENED)
    main = ("-cp", f"{_jars(version)}/*", "org.neo4j.cli.AdminTool")
    return [java, "-Xmx512m", *opened, *main, *arguments]


def _set_password(java: str, jars: Path, home: Path, password: str) -> None:
    subprocess.run(
        [
            *(java, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool"),
            *("dbms", "set-initial-password", password),
        ],
        env={**os.environ, "NEO4J_HOME": str(home)},
        check=True,
        capture_output=True,
    )


def _server_arguments(
    jars: Path, home: Path, version: str, bolt: int, http: int
) -> list[str]:
    five = version.startswith("5.")
    main = "CommunityEntryPoint" if five else "Neo4jCommunity"
    settings = {
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
    }
    return [
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        *(() if five else ("--enable-native-access=ALL-UNNAMED",)),
        *("-cp", f"{jars}/*", f"org.neo4j.server.{main}"),
        *("--home-dir", str(home), "--config-dir", str(home), "--console-mode"),
        *(part for item in settings.items() for part in ("-c", "=".join(item))),
    ]


def _wait_for(server: Neo4jServer, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _listens(server) and _answers(server):
            return
        time.sleep(0.2)
    tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise NoServerError(f"the Neo4j server did not start: {tail}")


def _listens(server: Neo4jServer) -> bool:
    port = int(server.uri.rpartition(":")[2])
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _answers(server: Neo4jServer) -> bool:
    auth = (server.username, server.password) if server.username else None
    try:
        with neo4j.GraphDatabase.driver(server.uri, auth=auth) as driver:  # type: ignore[arg-type]
            driver.verify_connectivity()
    except (DriverError, Neo4jError):
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
