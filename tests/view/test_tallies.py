"""Counts by day, of all that the store holds."""

from datetime import date

import pytest

from kg.network import Links
from kg.view.days import Days, days_of
from kg.view.tallies import (
    Entry,
    by_entity,
    by_pair,
    event_entries,
    histogram,
    in_turn,
    statement_entries,
)

DAYS = Days("2024-11-01", "2024-11-01", "stated")


def entry(key, sources="", targets="", days=DAYS):
    return Entry(key, tuple(sources), tuple(targets), days)


def said(entity, statement):
    return {"entity": entity, "statement": statement}


def party(entity, role, event="e"):
    return {"entity": entity, "role": role, "event": event}


def on(key, day):
    return {"key": key, "day": day, "dayTo": None, "dayBasis": "stated"}


def events(*parties):
    return event_entries(Links([], [], list(parties)), [on("e", "2024-11-02")])


def test_histogram_counts_each_stretch_of_days_and_what_has_none():
    days = [Days("1970-01-02", "1970-01-04", "stated"), Days("", "", "")]
    days += [Days("1969-12-31", "1969-12-31", "stated")] * 2
    assert histogram(days) == [None, 0, 1, -1, 0, 2, 1, 2, 1]


def test_histogram_of_nothing_is_empty():
    assert histogram([]) == []


def test_statement_entries_join_speakers_and_subjects_newest_first():
    rows = [said("a", "s1"), said("a", "s2")]
    links = Links(rows, [said("b", "s1"), said("c", "s1")], [])
    days = [on("s1", "2024-11-01"), on("s2", "2024-12-01"), on("s3", "2024-12-02")]
    entries = statement_entries(links, days)
    assert [each.key for each in entries] == ["s2", "s1"]
    assert (entries[1].sources, entries[1].targets) == (("a",), ("b", "c"))


def test_statement_entries_hold_what_nobody_named_said():
    links = Links([], [said("b", "s1")], [])
    (only,) = statement_entries(links, [on("s1", None)])
    assert (only.sources, only.targets) == ((), ("b",))


def test_event_entries_point_from_actor_to_recipient_and_place():
    (only,) = events(
        party("a", "ACTOR"), party("b", "RECIPIENT"), party("c", "TOOK_PLACE_IN")
    )
    assert (only.sources, only.targets) == (("a",), ("b", "c"))
    assert only.days == Days("2024-11-02", "2024-11-02", "stated")


def test_event_entries_tie_two_who_act_together():
    (only,) = events(party("a", "ACTOR"), party("b", "ACTOR"))
    assert set(by_pair([only])) == {("a", "b"), ("b", "a")}


def test_by_pair_counts_each_speaker_with_each_other_subject():
    pairs = by_pair([entry("1", "ab", "ca"), entry("2", "a", "c")])
    assert {pair: days[2] for pair, days in pairs.items()} == {
        ("a", "c"): 2,
        ("b", "c"): 1,
        ("b", "a"): 1,
    }


def test_by_entity_counts_an_entry_once():
    counts = by_entity([entry("1", "a", "a"), entry("2", "a", "b")], lambda e: e.ends)
    assert {key: days[2] for key, days in counts.items()} == {"a": 2, "b": 1}


def test_in_turn_gives_every_pair_its_newest_before_any_a_second():
    entries = [entry("1", "a", "b"), entry("2", "a", "b"), entry("3", "a", "c")]
    entries.append(entry("4", "", "c"))
    assert [each.key for each in in_turn(entries)] == ["1", "3", "4", "2"]


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ({"day": date(2024, 11, 1)}, Days("2024-11-01", "2024-11-01", "article")),
        (
            {"dayTo": "2024-11-01", "dayBasis": "occasion"},
            Days("2024-11-01", "2024-11-01", "occasion"),
        ),
        ({}, Days("", "", "")),
    ],
)
def test_days_of_a_row_have_both_ends_and_a_basis(row, days):
    assert days_of(row) == days


def test_days_are_the_article_s_alone_unless_somebody_tells_them():
    bases = ("stated", "occasion", "other article", "article", "")
    dated = [Days("2024-11-01", "2024-11-01", basis).dated for basis in bases]
    assert dated == [True, True, True, False, False]
