"""What the page says of itself."""

from kg.view import Choice, Scope
from kg.view.caption import Unlisted, count, heading, left_out, shows

ALL_SHOWN = Unlisted()


def test_heading_gives_counts_and_period(rows):
    assert heading(rows.totals) == (
        "3 articles · 4 statements · 1 event · 2024-10-21 to 2024-11-02 (1 undated)"
    )


def test_heading_leaves_the_period_out_where_no_article_has_a_date():
    totals = {"articles": 1, "statements": 0, "events": 0, "published_from": None}
    assert heading(totals) == "1 article · 0 statements · 0 events"


def test_shows_counts_the_entities(choice):
    assert shows(choice, Scope()) == "Shows 6 of 9 entities."


def test_shows_names_centre_and_days(choice):
    scope = Scope(around=("Choe Son Hui",), hops=1, since="2024-11-01")
    assert shows(choice, scope) == (
        "Shows 6 of 9 entities within 1 link of Choe Son Hui, 2024-11-01 to the end."
    )


def test_left_out_says_how_many_of_which_kind_and_why(choice):
    assert left_out(choice, ALL_SHOWN, Scope()) == [
        "2 places, 1 person only mentioned, with no statement, event or office."
    ]


def test_left_out_is_empty_where_everything_shows():
    choice = Choice(keys=("a",), total=1)
    assert left_out(choice, ALL_SHOWN, Scope()) == []


def test_left_out_counts_statements_and_events_that_are_not_spelt_out():
    unlisted = Unlisted(statements=1204, events=1)
    first, second = left_out(Choice(keys=(), total=0), unlisted, Scope())
    assert first.startswith("1,204 statements counted but not spelt out")
    assert second.startswith("1 event counted")


def test_count_agrees_in_number():
    assert [count(number, "link") for number in (0, 1, 2)] == [
        "0 links",
        "1 link",
        "2 links",
    ]
