"""Whom a family name alone means."""

from datetime import date

import pytest

from kg.resolve.across.lone_names import (
    family_of,
    is_full,
    is_lone,
    namesake,
    only_person_around,
)
from kg.resolve.across.surroundings import surroundings

DAY = date(2024, 11, 2)
LONE = "Person:lavrov"
SERGEY = "Person:sergey lavrov"
STATES = ["State:RUS", "State:USA", "State:JPN", "Organization:united nations"]
ARTICLE = [LONE, *STATES, "Person:antony blinken"]


def met(*days: date | None, where: list[str] = STATES) -> set[str]:
    """Return the surroundings of a person in articles of these days."""
    return {each for day in days for each in surroundings(day, where)}


@pytest.mark.parametrize(
    ("entity", "family"),
    [
        ("Person:sergey lavrov", "lavrov"),
        ("Person:lavrov", "lavrov"),
        ("Person:lavrov 0123456789abcdef all", "lavrov"),
        ("Person:kim jong un", "kim"),
        ("Person:ursula von der leyen", "leyen"),
        ("Person:von der leyen", "leyen"),
        ("State:RUS", None),
        ("Organization:lavrov", None),
        ("Person:", None),
        ("0123456789abcdef", None),
    ],
)
def test_family_of_reads_a_persons_id(entity: str, family: str | None) -> None:
    assert family_of(entity) == family


@pytest.mark.parametrize(
    ("entity", "lone", "full"),
    [
        ("Person:lavrov", True, False),
        ("Person:lavrov 0123456789abcdef all", True, False),
        ("Person:von der leyen", True, False),
        ("Person:sergey lavrov", False, True),
        ("Person:kim jong un", False, True),
        ("State:RUS", False, False),
    ],
)
def test_a_person_has_a_lone_or_a_full_name(
    entity: str, lone: bool, full: bool
) -> None:
    assert (is_lone(entity), is_full(entity)) == (lone, full)


def test_namesake_is_the_only_one_of_the_family() -> None:
    found = namesake(LONE, DAY, ARTICLE, {SERGEY: met(date(2024, 10, 30))})
    assert found is not None
    assert (found.entity, found.person, found.score) == (LONE, SERGEY, 1.0)
    assert "4 of 4 states and organizations" in found.reason


def test_namesake_is_found_for_a_name_of_one_article() -> None:
    own = f"{LONE} 0123456789abcdef all"
    article = [own, *ARTICLE[1:]]
    found = namesake(own, DAY, article, {SERGEY: met(date(2024, 10, 30))})
    assert found is not None
    assert (found.entity, found.person) == (own, SERGEY)


def test_namesake_scores_the_share_of_the_surroundings() -> None:
    found = namesake(LONE, DAY, ARTICLE, {SERGEY: met(DAY, where=STATES[:3])})
    assert found is not None and found.score == 0.75


def test_namesake_of_two_is_none() -> None:
    people = {SERGEY: met(DAY), "Person:anna lavrov": met(DAY, where=[])}
    assert namesake(LONE, DAY, ARTICLE, people) is None


@pytest.mark.parametrize(
    ("day", "is_found"),
    [
        (date(2024, 8, 1), True),
        (date(2025, 2, 28), True),
        (date(2024, 7, 31), False),
        (date(2025, 3, 1), False),
        (date(2023, 11, 2), False),
    ],
)
def test_namesake_is_looked_for_some_months_around(day: date, is_found: bool) -> None:
    assert (namesake(LONE, DAY, ARTICLE, {SERGEY: met(day)}) is not None) == is_found


def test_namesake_passes_over_another_out_of_the_months() -> None:
    people = {SERGEY: met(DAY), "Person:anna lavrov": met(date(2020, 1, 1))}
    found = namesake(LONE, DAY, ARTICLE, people)
    assert found is not None and found.person == SERGEY


def test_namesake_heeds_another_of_no_known_day() -> None:
    people = {SERGEY: met(DAY), "Person:anna lavrov": met(None)}
    assert namesake(LONE, DAY, ARTICLE, people) is None


def test_namesake_needs_like_surroundings() -> None:
    assert namesake(LONE, DAY, ARTICLE, {SERGEY: met(DAY, where=["State:KEN"])}) is None
    assert namesake(LONE, DAY, ARTICLE, {SERGEY: met(DAY, where=STATES[:2])}) is None
    many = [*ARTICLE, *(f"State:{number:03}" for number in range(10))]
    assert namesake(LONE, DAY, many, {SERGEY: met(DAY, where=STATES[:3])}) is None


def test_namesake_of_a_rare_name_is_met_in_the_same_town() -> None:
    where = ["Location:omsk"]
    people = {"Person:magda thorsby": met(DAY, where=where)}
    article = ["Person:thorsby", *where]
    found = namesake("Person:thorsby", DAY, article, people)
    assert found is not None and found.person == "Person:magda thorsby"
    assert "omsk" in found.reason
    elsewhere = ["Person:thorsby", "Location:perm"]
    assert namesake("Person:thorsby", DAY, elsewhere, people) is None


def test_namesake_of_a_common_name_is_not_told_by_a_town() -> None:
    where = ["Location:omsk"]
    people = {"Person:ruth smith": met(DAY, where=where)}
    assert namesake("Person:smith", DAY, ["Person:smith", *where], people) is None


def test_namesake_needs_the_articles_day() -> None:
    assert namesake(LONE, None, ARTICLE, {SERGEY: met(DAY, None)}) is None


def test_namesake_of_one_whom_the_article_tells_apart_is_none() -> None:
    article = [*ARTICLE, SERGEY]
    assert namesake(LONE, DAY, article, {SERGEY: met(DAY)}) is None


def test_namesake_of_nobody_is_none() -> None:
    assert namesake(LONE, DAY, ARTICLE, {}) is None
    assert namesake(LONE, DAY, ARTICLE, {SERGEY: set()}) is None


def test_namesake_needs_more_where_many_share_the_name() -> None:
    article = ["Person:choe", *STATES, "State:KEN", "State:CHN"]
    three, four = ({"Person:choe son hui": met(DAY, where=STATES[:n])} for n in (3, 4))
    assert namesake("Person:choe", DAY, article, three) is None
    assert namesake("Person:choe", DAY, article, four) is not None
    ours = [LONE, *article[1:]]
    assert namesake(LONE, DAY, ours, {SERGEY: met(DAY, where=STATES[:3])}) is not None


ANNA = "Person:anna lavrov"


@pytest.mark.parametrize(
    ("day", "people", "expected"),
    [
        (DAY, {SERGEY: met(DAY)}, SERGEY),
        (DAY, {SERGEY: met(None)}, SERGEY),
        (DAY, {SERGEY: met(DAY), ANNA: met(date(2020, 1, 1))}, SERGEY),
        (DAY, {SERGEY: met(DAY), ANNA: met(DAY)}, None),
        (DAY, {SERGEY: met(date(2020, 1, 1))}, None),
        (DAY, {}, None),
        (None, {SERGEY: met(DAY)}, None),
    ],
)
def test_only_person_around_is_met_in_the_months_of_the_day(
    day: date | None, people: dict[str, set[str]], expected: str | None
) -> None:
    assert only_person_around(day, people) == expected


def test_namesake_of_two_names_of_one_person_is_that_person() -> None:
    tony, antony = "Person:tony lavrov", "Person:antony lavrov"
    people = {tony: met(DAY, where=STATES[:2]), antony: met(DAY, where=STATES[2:])}
    assert namesake(LONE, DAY, ARTICLE, people) is None
    found = namesake(LONE, DAY, ARTICLE, people, lambda name: antony)
    assert found is not None and (found.person, found.score) == (antony, 1.0)
