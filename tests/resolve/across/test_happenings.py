"""Events of different articles that are one event."""

from datetime import date
from typing import Any

import msgspec
import pytest

from kg.resolve.across.happenings import Happening, same_event

ADA, BO, OSLO, ROME = "Person:ada", "Person:bo", "Location:oslo", "Location:rome"
DAY, NEXT, LATER = date(2024, 11, 4), date(2024, 11, 5), date(2024, 11, 20)
MEETING = Happening(
    type="CONSULT",
    verb=None,
    mode="meet",
    trigger="met",
    factuality="actual",
    actors=frozenset({ADA}),
    recipients=frozenset({BO}),
    named=frozenset({ADA, BO}),
    place=OSLO,
    from_=DAY,
    to=DAY,
    published=NEXT,
)
UNDATED: dict[str, Any] = {"from_": None, "to": None}


def changed(**properties: Any) -> Happening:
    return msgspec.structs.replace(MEETING, **properties)


@pytest.mark.parametrize(
    ("other", "score", "reason"),
    [
        (MEETING, 1.0, "mode, same place, same day, same word"),
        (changed(trigger="talked"), 0.9, "mode, same place, same day"),
        (
            changed(place=None, mode=None, trigger="talk", factuality="reported"),
            0.7,
            "day",
        ),
        # Who meets whom is all the same.
        (
            changed(actors=frozenset({ADA, BO}), recipients=frozenset()),
            1.0,
            "mode, same place, same day, same word",
        ),
        (changed(**UNDATED, trigger="talks"), 0.8, "mode, same place"),
        (changed(**UNDATED, mode=None, place=None), 0.7, "word"),
    ],
)
def test_same_event_scores_what_agrees(other, score, reason):
    found = same_event(MEETING, other)
    assert found is not None
    assert found.score == score
    assert found.reason == f"same type and parties, same {reason}"
    assert same_event(other, MEETING) == found


@pytest.mark.parametrize(
    "other",
    [
        changed(type="AGREE"),
        changed(mode="third-party"),
        changed(place=ROME),
        changed(from_=LATER, to=LATER),
        changed(factuality="hypothetical"),
        changed(factuality="denied"),
        changed(recipients=frozenset({BO, "State:USA"})),
        # Nothing but who it was.
        changed(**UNDATED, mode=None, place=None, trigger="talks"),
        # Undated, in an article of much later, before the day or without any day.
        changed(**UNDATED, published=LATER),
        changed(**UNDATED, published=date(2024, 11, 3)),
        changed(**UNDATED, published=None),
        # Of a whole month there are many.
        changed(from_=date(2024, 11, 1), to=date(2024, 11, 30)),
    ],
)
def test_same_event_keeps_apart_what_may_differ(other):
    assert same_event(MEETING, other) is None
    assert same_event(other, MEETING) is None


def test_same_event_wants_two_parties_with_a_name():
    alone = changed(recipients=frozenset(), named=frozenset({ADA}))
    to_officials = changed(
        recipients=frozenset({"Group:officials"}), named=frozenset({ADA})
    )
    assert same_event(alone, alone) is None
    assert same_event(to_officials, to_officials) is None


DIPLOMATS, OTHERS = (f"Group:chad diplomats {n * 16} all" for n in "ab")
EXPULSION = msgspec.structs.replace(
    MEETING,
    type="SANCTION",
    mode="expel",
    trigger="expelled",
    actors=frozenset({"State:TGO"}),
    recipients=frozenset({DIPLOMATS}),
    named=frozenset({"State:TGO"}),
    place=None,
)


def test_same_event_takes_a_group_that_is_told_apart_for_a_party():
    other = msgspec.structs.replace(EXPULSION, recipients=frozenset({OTHERS}))
    assert same_event(EXPULSION, other) is not None
    undated = msgspec.structs.replace(other, **UNDATED)
    assert same_event(EXPULSION, undated) is None
    doctors = msgspec.structs.replace(
        other, recipients=frozenset({"Group:chad doctors " + "b" * 16 + " all"})
    )
    assert same_event(EXPULSION, doctors) is None


@pytest.mark.parametrize(
    ("properties", "is_one"),
    [
        ({}, True),
        ({"place": None}, False),
        ({"trigger": "seized", "mode": None}, False),
        ({"type": "CONSULT"}, False),
    ],
)
def test_same_event_of_force_is_one_by_its_author_day_place_and_kind(
    properties, is_one
):
    raid = changed(
        type="ASSAULT",
        mode="abduct",
        trigger="took",
        recipients=frozenset(),
        named=frozenset({ADA}),
    )
    one = msgspec.structs.replace(raid, **properties)
    other = msgspec.structs.replace(one, trigger="abducted")
    assert (same_event(one, other) is not None) == is_one


def test_same_event_tells_who_threatens_whom():
    one = changed(type="THREATEN", mode=None)
    back = changed(
        type="THREATEN", mode=None, actors=one.recipients, recipients=one.actors
    )
    assert same_event(one, one) is not None
    assert same_event(one, back) is None


def test_same_event_of_a_deed_without_type_wants_more_than_the_word():
    won = changed(type="OTHER", verb="win", mode=None, place=None, trigger="won")
    undated = msgspec.structs.replace(won, from_=None, to=None)
    assert same_event(won, won) is not None
    assert same_event(undated, undated) is None
