"""The days that are kept with statements and events, whatever comes and goes."""

from datetime import date

import pytest
from store.dump import dump
from store.extractions import make_rows
from store.joins.test_restatements import quoting
from store.joins.test_same_events import meeting
from store.test_naming import change

from kg.ask import answer
from kg.errors import QueryError
from kg.settings import Settings
from kg.store import Store, open_store

FRIDAY = date(2024, 11, 1)
KEPT = """
MATCH (article:Article {id: $id})<-[:REPORTED_IN]-(fact)
WHERE fact:Statement OR fact:Event
RETURN fact.day AS day, fact.dayTo AS to, fact.dayText AS text, fact.dayBasis AS basis
ORDER BY basis
"""
REMOVE = "MATCH (f) WHERE f:Statement OR f:Event REMOVE f.day, f.dayTo, "


def kept(store: Store, id_: str) -> list[tuple[object, ...]]:
    rows = store.read_statement(KEPT, {"id": id_})
    return [(row["day"], row["to"], row["text"], row["basis"]) for row in rows]


def test_days_of_an_article_are_its_own_or_its_publication_s(store: Store) -> None:
    store.ingest([make_rows("a")])
    assert kept(store, "a") == [
        (date(2024, 11, 2), date(2024, 11, 2), None, "article"),
        (FRIDAY, FRIDAY, "Friday", "stated"),
    ]


def test_days_of_a_statement_follow_what_restates_it(store: Store) -> None:
    store.ingest([quoting("b", published=None, said=None)])
    alone = kept(store, "b")[1:]
    assert alone == [(None, None, None, None)]
    store.ingest([quoting("a")])
    assert (FRIDAY, FRIDAY, "Friday", "other article") in kept(store, "b")
    assert list(store.check()) == []
    store.retract("a")
    assert kept(store, "b")[1:] == alone
    assert list(store.check()) == []


def test_days_of_an_event_follow_its_twin_and_hang_on_no_order(store: Store) -> None:
    articles = [
        meeting("a"),
        meeting("b", FRIDAY, published="2024-11-03"),
        meeting("c", published="2024-11-03"),
    ]
    store.ingest(articles)
    whole = dump(store)
    assert [kept(store, id_)[0][3] for id_ in "abc"] == [
        *("other article", "stated", "other article"),
    ]
    (row, *_) = answer(store, "met", {"who": "Choe"}).rows
    assert row["happened"] == FRIDAY
    for id_ in "bac":
        store.retract(id_)
    for each in reversed(articles):
        store.ingest([each])
    assert dump(store) == whole


def test_days_are_filled_into_an_older_graph(
    store_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with open_store(store_settings) as store:
        store.ingest([quoting("b", published=None, said=None), quoting("a")])
        whole = dump(store)
        change(store, REMOVE + "f.dayText, f.dayBasis")
        change(store, "DROP INDEX statement_day_idx")
        assert "article b: days that it tells" in "\n".join(store.check())
    with (
        open_store(store_settings, create=False) as store,
        pytest.raises(QueryError, match="an older kg wrote this graph"),
    ):
        answer(store, "who-said-what")
    with open_store(store_settings) as store:
        assert "keeps the days" in caplog.text
        assert dump(store) == whole
