"""Rows to the panel's cards."""

from dataclasses import replace

import pytest

from kg.view.contents import (
    article_cards,
    entity_cards,
    event_cards,
    keep_newest,
    office_cards,
    statement_cards,
    web_address,
)

DATES = {"a1": "2024-11-02", "a2": "2024-10-21", "a3": ""}


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https:relative", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_web_address_passes_web_pages_only(address, kept):
    assert web_address(address) == (address if kept else "")


def test_article_cards_run_newest_first_and_undated_last(rows):
    assert [card["key"] for card in article_cards(rows)] == ["a1", "a2", "a3"]


def test_article_cards_name_an_article_without_title_by_its_id(rows):
    assert article_cards(rows)[1]["title"] == "two"


def test_statement_cards_take_the_articles_date_where_they_have_none(
    rows, make_statement
):
    undated = make_statement("st9", saidFrom=None, saidTo=None)
    cards = statement_cards(replace(rows, statements=[undated]), DATES)
    assert (cards[0]["from"], cards[0]["until"]) == ("2024-11-02", "2024-11-02")
    assert cards[0]["dated"] is False


def test_statement_cards_only_report_what_the_article_alone_dates(rows, make_statement):
    days = {"saidFrom": "2024-11-02", "saidTo": "2024-11-02"}
    for basis, is_dated in (("article", False), ("occasion", True), (None, True)):
        statement = make_statement("st9", saidBasis=basis, **days)
        (card,) = statement_cards(replace(rows, statements=[statement]), DATES)
        assert (card["from"], card["dated"]) == ("2024-11-02", is_dated)


def test_statement_cards_run_newest_first(rows):
    cards = statement_cards(rows, DATES)
    assert [card["key"] for card in cards] == ["st1", "st2", "st3", "st4"]


def test_event_cards_name_each_party_once(rows, make_event):
    party = {"key": "p:choe", "name": "Choe Son Hui"}
    twice = make_event(actors=[party, dict(party)])
    (card,) = event_cards(replace(rows, events=[twice]), DATES)
    assert card["actors"] == [("p:choe", "Choe Son Hui")]


def test_office_cards_join_the_sentences_of_one_office(rows):
    other = {**rows.offices[0], "title": "Foreign Minister", "article": "a2"}
    (card,) = office_cards(replace(rows, offices=[*rows.offices, other]))
    assert [report["article"] for report in card["reports"]] == ["a1", "a2"]


def test_office_cards_keep_different_offices_apart(rows):
    other = {**rows.offices[0], "title": "deputy"}
    assert len(office_cards(replace(rows, offices=[*rows.offices, other]))) == 2


def test_entity_cards_leave_the_name_out_of_the_aliases(rows):
    card = entity_cards(rows)["p:choe"]
    assert card["aliases"] == ["Choe"]
    assert card["articles"] == [("a1", 2), ("a2", 1)]


def card(speaker, subject, key):
    return {"speakers": [(speaker, speaker)], "about": [(subject, subject)], "key": key}


def test_keep_newest_keeps_one_of_each_pair_before_a_second():
    cards = [card("a", "b", "1"), card("a", "b", "2"), card("a", "c", "3")]
    kept, left = keep_newest(cards, 2)
    assert [each["key"] for each in kept] == ["1", "3"]
    assert left == 1


def test_keep_newest_keeps_all_that_fit():
    cards = [card("a", "b", "1"), {"speakers": [], "about": [], "key": "2"}]
    assert keep_newest(cards, 2) == (cards, 0)
