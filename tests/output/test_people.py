"""Rows as people read them."""

from datetime import date

import pytest

from kg.output.people import days, for_people

KEY = "3f9c0a1b2c3d4e5f"


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"key": KEY}, {"key": "3f9c0a1b"}),
        ({"otherKey": KEY}, {"otherKey": "3f9c0a1b"}),
        (
            {"keys": ["Person:ada", KEY, "State:FRA"]},
            {"keys": ["3f9c0a1b"]},
        ),
        ({"content": KEY, "key": None}, {"content": KEY, "key": None}),
    ],
)
def test_keys_of_facts_are_short(row, shown):
    assert for_people(row) == shown


def test_what_was_not_said_is_marked_in_each_wording():
    row = {"negated": True, "cue": "say", "otherNegated": True, "otherCue": "tell"}
    shown = for_people(row)
    assert (shown["cue"], shown["otherCue"]) == ("not: say", "not: tell")
    assert for_people(row | {"negated": False})["cue"] == "say"


NOVEMBER = date(2024, 11, 2)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (NOVEMBER, None, "2 Nov 2024"),
        (NOVEMBER, NOVEMBER, "2 Nov 2024"),
        (NOVEMBER, date(2024, 11, 30), "2–30 Nov 2024"),
        (NOVEMBER, date(2024, 12, 1), "2 Nov – 1 Dec 2024"),
        (NOVEMBER, date(2025, 1, 1), "2 Nov 2024 – 1 Jan 2025"),
    ],
)
def test_days_are_told_once_each(first, last, told):
    assert days(first, last) == told


@pytest.mark.parametrize(
    ("basis", "day", "told"),
    [
        ("stated", NOVEMBER, "2 Nov 2024"),
        ("occasion", NOVEMBER, "2 Nov 2024"),
        ("other article", NOVEMBER, "2 Nov 2024"),
        ("article", NOVEMBER, "reported 2 Nov 2024"),
        (None, NOVEMBER, "reported 2 Nov 2024"),
        ("stated", date(2024, 11, 3), "3 Nov 2024, after its article"),
        ("article", None, None),
    ],
)
@pytest.mark.parametrize("name", ["said", "happened"])
def test_day_tells_what_it_rests_on(name, basis, day, told):
    row = {name: day, f"{name}To": day, f"{name}Basis": basis, "published": NOVEMBER}
    assert for_people(row)[name] == told


def test_other_days_are_told_alone():
    row = {"said": NOVEMBER, "firstSaid": NOVEMBER, "published": None}
    told = {"said": "2 Nov 2024", "firstSaid": "2 Nov 2024", "published": None}
    assert for_people(row) == told


@pytest.mark.parametrize("verb", ["trigger", "cue"])
def test_verb_tells_what_is_no_fact(verb):
    row = {verb: "must resign", "factuality": "hypothetical"}
    assert for_people(row)[verb] == "must resign (hypothetical)"
    assert for_people(row | {"factuality": "actual"})[verb] == "must resign"
