"""Rows to the panel's cards."""

import json
from dataclasses import replace

import pytest

from kg.view.contents import (
    article_cards,
    entity_cards,
    event_cards,
    office_cards,
    relation_cards,
    statement_cards,
    web_address,
)

ARTICLES = {"a1": 0, "a2": 1, "a3": 2}
ENTITIES = {"p:choe": 0, "s:rus": 1, "p:lavrov": 2, "s:prk": 3}
ROOM = 100_000


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


def statements(rows, *given, room=ROOM):
    given = list(given) or rows.statements
    return statement_cards(
        replace(rows, statements=given), ENTITIES, ARTICLES, room=room
    )


def test_statement_cards_tell_what_their_day_rests_on(rows, make_statement):
    days = {"day": "2024-11-02", "dayTo": "2024-11-02"}
    for basis in ("article", "occasion", "other article"):
        (card,) = statements(rows, make_statement("st9", dayBasis=basis, **days))
        assert (card["from"], card["basis"]) == ("2024-11-02", basis)


def test_statement_cards_without_any_day_have_no_basis(rows, make_statement):
    (card,) = statements(rows, make_statement("st9", day=None, dayTo=None))
    assert (card["from"], card["until"], card["basis"]) == ("", "", "")


def test_statement_cards_run_newest_first(rows):
    assert [card["key"] for card in statements(rows)] == ["st1", "st2", "st3", "st4"]


def test_statement_cards_give_entities_by_place_and_others_by_name(
    rows, make_statement
):
    elsewhere = {"key": "p:other", "name": "Someone Else"}
    choe = {"key": "p:choe", "name": "Choe Son Hui"}
    (card,) = statements(rows, make_statement(speakers=[elsewhere, choe]))
    assert card["speakers"] == [0, "Someone Else"]
    assert (card["about"], card["to"], card["article"]) == ([1], [2], 0)


def test_statement_cards_keep_to_their_room_first_rows_first(rows):
    room = 2 * len(json.dumps(statements(rows)[0]))
    last_first = rows.statements[::-1]
    kept = [card["key"] for card in statements(rows, *last_first, room=room)]
    assert kept == ["st3", "st4"]
    assert statements(rows, room=10) == []


def test_statement_cards_restate_only_what_is_listed(rows):
    first, second, *_ = statements(rows)
    assert (first["restates"], second["restates"]) == ([1], [0])
    (alone,) = statements(rows, rows.statements[0])
    assert alone["restates"] == []


def test_event_cards_name_each_party_once(rows, make_event):
    party = {"key": "p:choe", "name": "Choe Son Hui"}
    twice = make_event(actors=[party, dict(party)])
    (card,) = event_cards(replace(rows, events=[twice]), ENTITIES, ARTICLES, room=ROOM)
    assert card["actors"] == [0]
    assert (card["from"], card["basis"]) == ("2024-11-02", "article")


def test_office_cards_join_the_sentences_of_one_office(rows):
    other = {**rows.offices[0], "title": "Foreign Minister", "article": "a2"}
    both = replace(rows, offices=[*rows.offices, other])
    (card,) = office_cards(both, ENTITIES, ARTICLES)
    assert [report["article"] for report in card["reports"]] == [0, 1]
    assert card["count"] == 2


def test_office_cards_keep_different_offices_apart(rows):
    other = {**rows.offices[0], "title": "deputy"}
    both = replace(rows, offices=[*rows.offices, other])
    assert len(office_cards(both, ENTITIES, ARTICLES)) == 2


def test_office_cards_count_the_sentences_that_they_do_not_list(rows):
    many = replace(rows, offices=rows.offices * 50)
    (card,) = office_cards(many, ENTITIES, ARTICLES)
    assert (card["count"], len(card["reports"])) == (50, 3)


def test_office_cards_have_the_status_of_the_newest_article(rows):
    held = {**rows.offices[0], "since": "2022-06-11", "status": None, "article": "a2"}
    left = {**rows.offices[0], "until": "2024-11-01", "status": "former"}
    (card,) = office_cards(replace(rows, offices=[held, left]), ENTITIES, ARTICLES)
    assert (card["status"], card["since"], card["until"]) == (
        "former",
        "2022-06-11",
        "2024-11-01",
    )


def related(rows, *, subject="p:choe", type_="CITIZEN_OF", article="a1"):
    ends = {"p:choe": "Choe Son Hui", "s:prk": "North Korea", "x": "Elsewhere"}
    return {
        "subject": {"key": subject, "name": ends[subject]},
        "type": type_,
        "object": {"key": "s:prk", "name": "North Korea"},
        "article": article,
        "start": 0,
        "evidence": "Choe of North Korea",
    }


def test_relation_cards_join_the_sentences_of_one_relation(rows):
    told = [related(rows, subject="x"), related(rows), related(rows, article="a2")]
    both = replace(rows, relations=told)
    one, other = relation_cards(both, ENTITIES, ARTICLES, room=ROOM)
    assert (one["subject"], one["words"], one["count"]) == (0, "citizen of", 2)
    assert [report["article"] for report in one["reports"]] == [0, 1]
    assert (other["subject"], other["count"]) == ("Elsewhere", 1)


def test_relation_cards_take_no_more_than_their_room(rows):
    told = [related(rows), related(rows, type_="MEMBER_OF")]
    both = replace(rows, relations=told)
    assert len(relation_cards(both, ENTITIES, ARTICLES, room=150)) == 1


def test_entity_cards_leave_the_name_out_of_the_aliases(rows):
    card = entity_cards(rows, ARTICLES)[0]
    assert card["aliases"] == ["Choe"]
    assert card["newest"] == [(0, 2), (1, 1)]
