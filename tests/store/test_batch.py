"""A batch makes the graph that a store makes of the same articles, one by one."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from store.dump import dump
from store.extractions import make_rows
from store.joins.test_namesakes import ALL, ALONE, FULL, LATER, copy
from store.joins.test_restatements import quoting
from store.joins.test_same_events import meeting
from store.pieces_dump import dump_pieces

from kg.errors import ArticleError
from kg.graph import GraphRows
from kg.settings import Settings
from kg.store import open_store
from kg.store.batch import Batch


def moved(rows: GraphRows, id_: str, origin: str) -> GraphRows:
    """Return an article that was read at a place, under an id."""
    article = msgspec.structs.replace(rows.article, id=id_, origin=origin)
    return replace(rows, article=article)


NEWS = {
    "statements, events and offices that recur": [make_rows(x) for x in "abc"],
    "family names alone": [FULL, ALONE, LATER],
    "a family name of two": list(ALL),
    "the same text under several ids": [copy(FULL, "z"), FULL, copy(FULL, "b")],
    "copies of other days": [
        make_rows("a", "One text.", published="2024-11-05"),
        make_rows("b", "One text.", published="2024-11-02"),
    ],
    "a text that changed": [
        moved(make_rows("a"), "page", "here"),
        moved(make_rows("b"), "page", "here"),
    ],
    "the same words, without days and speakers": [
        quoting("a"),
        quoting("b", published=None, said=None),
        quoting("c", named=False, published="2025-02-01", said=None),
        quoting("d", minister="Bo Moe", published=None, said=None),
    ],
    "one event with and without its day": [
        meeting("a"),
        meeting("b", date(2024, 11, 1), published="2024-11-03"),
    ],
    "days at and beyond the window": [
        make_rows(f"{day:02}", published=f"2024-11-{day:02}", said=None)
        for day in (1, 2, 5, 6, 9, 20)
    ],
}


@pytest.mark.embedded
@pytest.mark.parametrize("told", NEWS)
def test_batch_is_the_graph_of_a_store(told: str, embedded_settings: Settings) -> None:
    with open_store(embedded_settings) as store, store.writing(), Batch() as batch:
        for rows in NEWS[told]:
            store.ingest([rows])
            batch.ingest([rows])
        pieces = list(batch.pieces())
        assert dump_pieces(pieces) == dump(store)
        assert dump_pieces(store.pieces()) == dump(store)


def test_batch_joins_in_any_order() -> None:
    dumps = set()
    for order in (NEWS["family names alone"], NEWS["family names alone"][::-1]):
        with Batch() as batch:
            batch.ingest(order)
            dumps.add(dump_pieces(batch.pieces()))
    (found,) = dumps
    assert "NAMED_ALONE_IN" in found


def test_batch_knows_who_holds_an_id() -> None:
    rows = moved(make_rows("a"), "page", "here")
    with Batch() as batch:
        batch.ingest([rows])
        held = batch.holders(["page", "other"])
    assert held == {"page": [("here", rows.article.sha256)]}


def test_batch_refuses_what_a_store_refuses() -> None:
    two = [moved(make_rows(name), "same", name) for name in "ab"]
    with Batch() as batch, pytest.raises(ArticleError, match="has this id already"):
        batch.ingest(two)
