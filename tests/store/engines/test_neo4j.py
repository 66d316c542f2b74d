"""Neo4j: what the store says where it cannot connect, and what two writers do."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import neo4j
import pytest
from neo4j_server import Neo4jServer, NoServerError, server_from_jars
from store.dump import dump
from store.extractions import make_rows

from kg.errors import StoreError
from kg.settings import Settings
from kg.store import open_store


@pytest.fixture(scope="module")
def guarded_server() -> Iterator[Neo4jServer]:
    """Give a server that asks for a password."""
    server = server_from_jars(password="only-for-tests")
    try:
        started = server.__enter__()
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Neo4j: {error}")
        pytest.skip(f"no Neo4j: {error}")
    yield started
    server.__exit__(None, None, None)


@pytest.mark.parametrize(
    "address, reason",
    [
        ("neo4j://localhost:1", "no Neo4j server answers there"),
        ("bolt://localhost:1", "no Neo4j server answers there"),
        ("neo4j://no-such-host.invalid", "no Neo4j server answers there"),
        ("http://localhost:7474", "expected neo4j://HOST"),
        ("neo4j://localhost:x", "no Neo4j server answers there"),
        ("neo4j://", "neo4j"),
    ],
)
def test_open_store_names_an_address_that_does_not_answer(
    address: str, reason: str
) -> None:
    began = time.monotonic()
    with pytest.raises(StoreError, match=reason) as caught:
        open_store(Settings(store=address))
    assert str(caught.value).startswith(f"{address}: ")
    assert "\n" not in str(caught.value)
    assert time.monotonic() - began < 10


@pytest.mark.neo4j
def test_open_store_names_an_unknown_database(neo4j_settings: Settings) -> None:
    with pytest.raises(StoreError, match="it has no database 'news'"):
        open_store(replace(neo4j_settings, database="news"))


@pytest.mark.neo4j
def test_open_store_says_that_authentication_failed(
    guarded_server: Neo4jServer,
) -> None:
    wrong = Settings(store=guarded_server.uri, username="neo4j", password="wrong")
    with pytest.raises(StoreError, match="authentication failed$") as caught:
        open_store(wrong)
    assert "wrong" not in str(caught.value)


@pytest.mark.neo4j
def test_open_store_says_that_no_password_was_given(
    guarded_server: Neo4jServer,
) -> None:
    with pytest.raises(StoreError, match="no NEO4J_PASSWORD given"):
        open_store(Settings(store=guarded_server.uri))


@pytest.mark.neo4j
def test_open_store_takes_the_password(guarded_server: Neo4jServer) -> None:
    settings = Settings(
        store=guarded_server.uri, username="neo4j", password="only-for-tests"
    )
    with open_store(settings) as store:
        assert store.stats() == []


@pytest.mark.neo4j
def test_two_processes_may_open_an_undefined_store_at_once(
    neo4j_settings: Settings, neo4j_driver: neo4j.Driver
) -> None:
    found = neo4j_driver.execute_query("SHOW CONSTRAINTS YIELD name RETURN name")
    for (name,) in found.records:
        neo4j_driver.execute_query(f"DROP CONSTRAINT {name}")
    found = neo4j_driver.execute_query(
        "SHOW INDEXES YIELD name, type WHERE type = 'RANGE' RETURN name"
    )
    for (name,) in found.records:
        neo4j_driver.execute_query(f"DROP INDEX {name}")
    with ThreadPoolExecutor(4) as writers:
        stores = list(writers.map(lambda _: open_store(neo4j_settings), range(4)))
    for store in stores:
        store.close()


@pytest.mark.neo4j
def test_two_writers_leave_the_graph_of_one(neo4j_settings: Settings) -> None:
    batches = [[make_rows(f"{number:02}")] for number in range(12)]

    def write(order: list[int]) -> None:
        with open_store(neo4j_settings) as store:
            for number in order:
                store.ingest(batches[number])

    forwards = list(range(12))
    with ThreadPoolExecutor(2) as writers:
        # What a writer raises, `map` raises here.
        list(writers.map(write, (forwards, forwards[::-1])))
    with open_store(neo4j_settings) as store:
        together = dump(store)
        for number in forwards:
            store.retract(f"{number:02}")
        assert dump(store) == ""
        for batch in batches:
            store.ingest(batch)
        assert dump(store) == together
