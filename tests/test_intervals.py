"""Intervals by place: the same as a search of all of them, with less to look at."""

import random

import pytest

from kg.intervals import Intervals


@pytest.mark.parametrize("seed", range(20))
def test_over_finds_what_a_search_of_all_finds(seed: int) -> None:
    dice = random.Random(seed)
    every = [(at, at + dice.randrange(300)) for at in _places(dice, 80)]
    found = Intervals(every)
    for start in _places(dice, 40):
        end = start + dice.randrange(1, 200)
        expected = [n for n, (a, b) in enumerate(every) if a < end and start < b]
        assert found.over(start, end) == expected


def test_at_leaves_out_the_end_and_what_is_empty() -> None:
    found = Intervals([(0, 3), (3, 3), (3, 5)])
    assert found.at(2) == [0]
    assert found.at(3) == [2]
    assert found.at(5) == []


def test_over_finds_nothing_among_none() -> None:
    assert Intervals([]).over(0, 10) == []


def _places(dice: random.Random, count: int) -> list[int]:
    return [dice.randrange(2_000) for _ in range(count)]
