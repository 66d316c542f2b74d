"""Names are nodes that lead to their entities, whatever comes and goes."""

import pytest
from store.dump import dump
from store.extractions import make_rows

from kg.ask import answer
from kg.errors import QueryError
from kg.queries import parse_query
from kg.settings import Settings
from kg.store import Store, open_store

HEADER = "// Change\n//\n// @mode write\n// @returns nothing\n"
LEADS = """
MATCH (name:Name)-[:NAMES]->(entity:Entity)
RETURN name.key AS name, entity.name AS entity ORDER BY name, entity
"""


def leads(store: Store) -> list[tuple[str, str]]:
    return [(row["name"], row["entity"]) for row in store.read_statement(LEADS, {})]


def change(store: Store, statement: str) -> None:
    query = parse_query("test", HEADER + statement)
    store._engine.write(lambda transaction: transaction.run(query, {}))


def test_every_name_leads_to_its_entities(store: Store) -> None:
    store.ingest([make_rows("a")])
    assert ("choe son hui", "Choe Son Hui") in leads(store)
    assert ("pyongyang", "North Korea") in leads(store)
    assert ("russian", "Russia") in leads(store)


def test_names_go_with_the_last_article_that_gives_them(store: Store) -> None:
    store.ingest([make_rows("a")])
    before = dump(store)
    store.ingest([make_rows("b", minister="Choe Zlata")])
    assert ("choe zlata", "Choe Son Hui") in leads(store)
    store.retract("b")
    assert dump(store) == before
    store.retract("a")
    assert dump(store) == ""


def test_a_graph_without_names_gets_them_when_it_is_written_to(
    store_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with open_store(store_settings) as store:
        store.ingest([make_rows("a"), make_rows("b")])
        whole = dump(store)
        change(store, "MATCH (name:Name) DETACH DELETE name")
        change(store, "DROP CONSTRAINT name_key_unique")
        with pytest.raises(QueryError, match="an older kg wrote this graph"):
            answer(store, "said-by", {"speaker": "Choe"})
        (fault,) = store.check()
        assert fault.startswith("an older kg wrote this graph")
        # Left by a run that was killed: it is made anew.
        change(store, "CREATE (:Name {key: 'choe'})")
    with open_store(store_settings) as store:
        assert dump(store) == whole
        assert "names" in caplog.text
        assert answer(store, "said-by", {"speaker": "Choe"}).rows
        caplog.clear()
    open_store(store_settings).close()
    assert not caplog.text


def test_retracting_names_what_is_left_of_an_older_graph(
    store_settings: Settings,
) -> None:
    with open_store(store_settings) as store:
        store.ingest([make_rows("a")])
        before = dump(store)
        store.ingest([make_rows("b", minister="Choe Zlata")])
        change(store, "MATCH (name:Name) DETACH DELETE name")
        change(store, "DROP CONSTRAINT name_key_unique")
    with open_store(store_settings, create=False) as store, store.writing():
        store.retract("b")
        assert dump(store) == before
