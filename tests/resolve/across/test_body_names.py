"""Initials of bodies, and what they stand for."""

import pytest

from kg.resolve.across.body_names import (
    called,
    have_second_reason,
    initials_of,
    likeness_of_bodies,
)

BOARD, GWB = "Organization:global widget board", "Organization:gwb"
GWB_IN_KENYA = "Organization:gwb (KEN)"
AGENCY, IWAA = "Organization:international widget and awl agency", "Organization:iwaa"


@pytest.mark.parametrize(
    ("entity", "initials"),
    [
        (BOARD, "gwb"),
        (GWB, "gwb"),
        (GWB_IN_KENYA, "gwb"),
        ("Organization:office of the widget board", "owb"),
        ("Organization:global widget board@0123456789abcdef", "gwb"),
        ("Organization:global widget board 0123456789abcdef all", None),
        ("Organization:gb", None),
        ("Organization:widget board", None),
        ("Organization:quill widgets 3", None),
        ("Person:global widget board", None),
    ],
)
def test_initials_of_a_body(entity: str, initials: str | None) -> None:
    assert initials_of(entity) == initials


def test_called_marks_initials_beside_the_name() -> None:
    assert called(BOARD, ["Global Widget Board", "GWB"]) == ["=gwb"]
    assert called(BOARD, ["Global Widget Board", "G.W.B."]) == ["=gwb"]
    assert called(BOARD, ["Global Widget Board"]) == []
    assert called(GWB, ["GWB"]) == called(GWB_IN_KENYA, ["GWB"]) == []


def test_likeness_of_bodies_is_of_initials_and_a_name() -> None:
    assert likeness_of_bodies(BOARD, GWB) == likeness_of_bodies(GWB, BOARD)
    assert likeness_of_bodies(BOARD, GWB)[0] > 0
    assert likeness_of_bodies(GWB, GWB_IN_KENYA)[0] > 0
    assert likeness_of_bodies(BOARD, GWB_IN_KENYA)[0] > 0
    assert likeness_of_bodies(BOARD, "Organization:great widget bank")[0] == 0


HERE, THERE = {"": 1, " State:KEN": 1}, {"": 1, " State:PER": 1}
TOLD = {"=gwb": 1, "=iwaa": 1}


@pytest.mark.parametrize(
    ("one", "other", "met", "expected"),
    [
        (GWB, BOARD, {**HERE, **TOLD}, True),
        (GWB, BOARD, HERE, False),
        (GWB, BOARD, {**THERE, **TOLD}, False),
        (GWB, GWB_IN_KENYA, HERE, True),
        (GWB, GWB_IN_KENYA, {**THERE, **TOLD}, False),
        (IWAA, AGENCY, {**THERE, **TOLD}, True),
        (IWAA, AGENCY, HERE, True),
        (IWAA, AGENCY, THERE, False),
        (IWAA, AGENCY, {**HERE, " State:PER": 2}, False),
    ],
)
def test_have_second_reason_is_told_initials_or_one_home(
    one: str, other: str, met: dict[str, int], expected: bool
) -> None:
    assert have_second_reason(one, other, HERE, met) is expected
    assert have_second_reason(other, one, met, HERE) is expected
