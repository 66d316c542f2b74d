"""The day that something counts under: its own, another article's, its article's."""

from datetime import date

import pytest

from kg.resolve.across.days import Told, day_of

PRINTED = date(2024, 11, 3)


def told(day: int | None = None, basis: str | None = "stated", key: str = "x") -> Told:
    on = None if day is None else date(2024, 11, day)
    return Told(key=key, from_=on, to=on, text=on and f"on {day}", basis=basis)


def test_day_that_its_own_article_tells_counts() -> None:
    assert day_of(told(2), PRINTED, [told(1)]) == told(2)


@pytest.mark.parametrize("basis", ["article", None])
def test_day_that_only_another_tells_counts_before_the_article_s(basis) -> None:
    day = day_of(told(basis=basis), PRINTED, [told(2, key="y"), told(1, key="z")])
    assert (day.from_, day.text, day.basis) == (date(2024, 11, 1), "on 1", day.basis)
    assert (day.key, day.basis) == ("x", "other article")


@pytest.mark.parametrize(
    "other",
    [
        told(4, key="later"),
        told(1, "article"),
        told(None),
        Told(key="y", basis="stated"),
    ],
)
def test_day_of_the_article_counts_where_no_other_may(other: Told) -> None:
    day = day_of(told(basis="article"), PRINTED, [other])
    assert (day.from_, day.to, day.basis) == (PRINTED, PRINTED, "article")


def test_day_of_what_has_none_anywhere_is_none() -> None:
    assert day_of(told(basis=None), None, []) == told(basis=None)
    assert day_of(told(basis=None), None, [told(9)]).from_ == date(2024, 11, 9)
