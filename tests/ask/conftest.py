"""A small graph, made by hand, on either engine."""

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from neo4j_server import Neo4jServer

from kg.queries import Query
from kg.settings import Settings
from kg.store import Store, open_store

SAMPLE = Path(__file__).with_name("graph.cypher").read_text(encoding="utf-8")


def fill(store: Store) -> None:
    """Write the sample graph to an empty store."""
    query = Query("test.graph", "graph", "write", (), (), SAMPLE, SAMPLE)
    store._engine.write(lambda transaction: transaction.run(query, {}))


@pytest.fixture(scope="module")
def embedded_sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give the sample graph in a folder, open."""
    folder = tmp_path_factory.mktemp("sample") / "graph"
    with open_store(Settings(store=str(folder))) as store:
        fill(store)
        yield store


@pytest.fixture(scope="module")
def neo4j_sample(
    neo4j_server: Neo4jServer, neo4j_driver: neo4j.Driver
) -> Iterator[Store]:
    """Give the sample graph in a Neo4j that holds nothing else."""
    neo4j_driver.execute_query("MATCH (node) DETACH DELETE node", database_="neo4j")
    settings = Settings(
        store=neo4j_server.uri,
        username=neo4j_server.username,
        password=neo4j_server.password,
    )
    with open_store(settings) as store:
        fill(store)
        yield store


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ],
)
def sample(request: pytest.FixtureRequest) -> Store:
    """Give the sample graph, to be read only, on one engine after the other."""
    store: Store = request.getfixturevalue(f"{request.param}_sample")
    return store


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a closed folder that holds the sample graph, for the command line."""
    folder = str(tmp_path_factory.mktemp("folder") / "graph")
    with open_store(Settings(store=folder)) as store:
        fill(store)
    return folder
