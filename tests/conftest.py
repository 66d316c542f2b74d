"""Fixtures of every room: a store on either engine, a real Neo4j, a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_server import Neo4jServer, NoServerError, running_server
from playwright.sync_api import Browser, Error, sync_playwright

from kg.settings import Settings
from kg.store import Store, open_store

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """Give a running Neo4j; skip without one, but fail in CI, where one must be."""
    servers = running_server()
    try:
        server = servers.__enter__()
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Neo4j: {error}")
        pytest.skip(f"no Neo4j: {error}")
    try:
        yield server
    finally:
        servers.__exit__(None, None, None)


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_server: Neo4jServer) -> str:
    """Give the Bolt address of a running Neo4j."""
    return neo4j_server.uri


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    """Give a driver of our own, to empty the database and to look past the store."""
    auth = None
    if neo4j_server.username and neo4j_server.password:
        auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        yield driver


@pytest.fixture
def neo4j_settings(neo4j_server: Neo4jServer, neo4j_driver: neo4j.Driver) -> Settings:
    """Give settings of an empty Neo4j database."""
    neo4j_driver.execute_query("MATCH (node) DETACH DELETE node", database_="neo4j")
    return Settings(
        store=neo4j_server.uri,
        username=neo4j_server.username,
        password=neo4j_server.password,
    )


@pytest.fixture(scope="session")
def empty_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an empty graph, to copy: creating one takes a second."""
    folder = tmp_path_factory.mktemp("embedded") / "graph"
    open_store(Settings(store=str(folder))).close()
    return folder


@pytest.fixture
def embedded_settings(empty_graph: Path, tmp_path: Path) -> Settings:
    """Give settings of an empty embedded graph."""
    folder = shutil.copytree(empty_graph, tmp_path / "graph")
    return Settings(store=str(folder))


@pytest.fixture(
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ]
)
def store_settings(request: pytest.FixtureRequest) -> Settings:
    """Give settings of an empty graph, on one engine after the other."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture
def store(store_settings: Settings) -> Iterator[Store]:
    """Give an empty graph, on one engine after the other."""
    with open_store(store_settings) as opened, opened.writing():
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a headless Chromium; skip without one, but fail in CI."""
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(
                executable_path=path, args=["--no-sandbox"]
            )
        except Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"CI needs Chromium: {error}")
            pytest.skip(f"no Chromium on the path and none of Playwright's: {error}")
        yield chromium
        chromium.close()
