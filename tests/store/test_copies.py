"""Copies of one text under several ids."""

import pytest
from store.extractions import make_rows

from kg.errors import StoreError
from kg.store.copies import (
    ArticleState,
    lacks_rows,
    to_copy,
    to_properties,
    to_state,
    with_copy,
    with_rows,
    without_copy,
)

TEXT = "The same text."
EMPTY = ArticleState(make_rows("a", TEXT).key, make_rows("a", TEXT).article.sha256)


def state_of(*ids: str) -> ArticleState:
    state = EMPTY
    for id_ in ids:
        state = with_copy(state, to_copy(make_rows("x", TEXT, id=id_)))
    return state


def test_with_copy_sorts_by_id() -> None:
    assert to_properties(state_of("b", "a"))["ids"] == ["a", "b"]
    assert to_properties(state_of("b", "a"))["title"] == "Title of a"


def test_with_copy_replaces_the_copy_of_its_id() -> None:
    again = with_copy(state_of("a"), to_copy(make_rows("a", TEXT, source="Other")))
    assert to_properties(again)["sources"] == ["Other"]


def test_without_copy_leaves_the_others() -> None:
    assert to_properties(without_copy(state_of("a", "b"), "a"))["ids"] == ["b"]
    assert without_copy(state_of("a"), "a").digest is None


def test_to_properties_keeps_no_spare_of_equal_records() -> None:
    assert "spares" not in to_properties(state_of("a", "b"))


def test_to_copy_digest_changes_with_day_and_extractor() -> None:
    digests = {
        to_copy(make_rows("a", TEXT, **options)).contribution.digest
        for options in ({}, {"published": "2024-10-01"}, {"extractor": "kg 0.2"})
    }
    assert len(digests) == 3


def test_to_copy_digest_does_not_depend_on_id_title_or_source() -> None:
    one = to_copy(make_rows("x", TEXT, id="a"))
    other = to_copy(make_rows("x", TEXT, id="b", source="Other"))
    assert one.contribution.digest == other.contribution.digest


def test_to_state_reads_a_differing_copy_back_whole() -> None:
    earlier = to_copy(make_rows("b", TEXT, published="2024-10-01", said="2024-10-01"))
    state = with_copy(state_of("a"), earlier)
    read = to_state(to_properties(state))
    assert read.copies[1] == state.copies[1]
    assert lacks_rows(read) and not lacks_rows(state)


def test_with_rows_fills_only_what_is_in_the_graph() -> None:
    later = to_copy(make_rows("b", TEXT, published="2024-10-01"))
    state = with_copy(state_of("a"), later)
    rows = state.copies[0].contribution
    read = with_rows(to_state(to_properties(state)), rows.nodes, rows.edges)
    assert read == state


def test_to_state_names_an_article_of_another_version() -> None:
    properties = to_properties(state_of("a"))
    del properties["digest"]
    with pytest.raises(StoreError, match="article a lacks 'digest': another version"):
        to_state(properties)
