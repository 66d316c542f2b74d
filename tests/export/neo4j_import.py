"""Import files with neo4j-admin from jars, and serve what was imported."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest
from neo4j_server import NoServerError, admin_tool, local_server

from kg.export.admin import AFTER, ARGUMENTS
from kg.settings import Settings


@contextmanager
def imported(folder: Path) -> Iterator[Settings]:
    """Give a server of a database imported from a folder, with what is run after.

    Skips the test where no server of jars can be had; fails it in CI.
    """
    servers = local_server(before=lambda home: run_import(folder, home))
    try:
        local = servers.__enter__()
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Neo4j: {error}")
        pytest.skip(f"no Neo4j: {error}")
    try:
        with neo4j.GraphDatabase.driver(local.server.uri) as driver:
            run_after(driver, folder)
        yield Settings(store=local.server.uri)
    finally:
        servers.__exit__(None, None, None)


def run_import(folder: Path, home: Path) -> None:
    """Import a folder's files into the empty home of a server."""
    command = admin_tool("database", "import", "full", "neo4j", f"@{ARGUMENTS}")
    environment = {**os.environ, "NEO4J_HOME": str(home)}
    answer = subprocess.run(
        [*command, "--max-off-heap-memory=512m", f"--report-file={home}/report"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr + answer.stdout[-2000:]


def run_after(driver: neo4j.Driver, folder: Path) -> None:
    """Run each statement, as `cypher-shell -f` does."""
    text = (folder / AFTER).read_text(encoding="utf-8")
    with driver.session(database="neo4j") as session:
        for statement in text.split(";\n")[:-1]:
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(300)").consume()
