"""Rows as people read them."""

import pytest

from kg.output.people import for_people

KEY = "3f9c0a1b2c3d4e5f"


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"key": KEY}, {"key": "3f9c0a1b"}),
        ({"otherKey": KEY}, {"otherKey": "3f9c0a1b"}),
        (
            {"keys": ["Person:ada", KEY, "State:FRA"]},
            {"keys": ["Person:ada", "3f9c0a1b", "State:FRA"]},
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
