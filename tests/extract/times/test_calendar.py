"""Stretches of calendar days."""

from datetime import date

import pytest

from kg.extract.times.calendar import (
    Days,
    calendar_unit,
    day_span,
    distance,
    nearest,
    part_of,
    weekday_in,
    weekday_number,
    whole_months,
    whole_year,
)


def stretch(first, last):
    return Days(date.fromisoformat(first), date.fromisoformat(last))


FRIDAY = date(2024, 11, 1)


def test_whole_year_has_both_its_ends():
    assert whole_year(2023) == stretch("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("month", "count", "days"),
    [
        (2, 1, stretch("2024-02-01", "2024-02-29")),
        (12, 3, stretch("2024-12-01", "2025-02-28")),
        (13, 1, stretch("2025-01-01", "2025-01-31")),
    ],
)
def test_whole_months_may_run_over_the_end_of_the_year(month, count, days):
    assert whole_months(2024, month, count) == days


@pytest.mark.parametrize(
    ("unit", "days"),
    [
        ("day", stretch("2024-11-01", "2024-11-01")),
        ("hour", stretch("2024-11-01", "2024-11-01")),
        ("week", stretch("2024-10-28", "2024-11-03")),
        ("weekend", stretch("2024-11-02", "2024-11-03")),
        ("month", stretch("2024-11-01", "2024-11-30")),
        ("year", stretch("2024-01-01", "2024-12-31")),
        ("decade", stretch("2020-01-01", "2029-12-31")),
    ],
)
def test_calendar_unit_holds_the_day(unit, days):
    assert calendar_unit(FRIDAY, unit) == days


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        ("hour", 23, "2024-11-01"),
        ("hour", 48, "2024-11-03"),
        ("fortnight", 2, "2024-11-29"),
        ("weekend", 1, "2024-11-08"),
        ("month", 1, "2024-12-01"),
        ("decade", 1, "2034-11-01"),
    ],
)
def test_distance_counts_in_units(unit, count, day):
    assert FRIDAY + distance(unit, count) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("days", "part", "expected"),
    [
        (whole_year(2023), "early", stretch("2023-01-01", "2023-04-30")),
        (whole_year(2023), "Mid", stretch("2023-05-01", "2023-08-31")),
        (whole_year(2023), "very late", stretch("2023-09-01", "2023-12-31")),
        (whole_year(2023), "the end of", stretch("2023-09-01", "2023-12-31")),
        (whole_year(2023), "the start of", stretch("2023-01-01", "2023-04-30")),
        (
            whole_months(2023, 6),
            "the middle of",
            stretch("2023-06-11", "2023-06-20"),
        ),
        (
            calendar_unit(date(1985, 1, 1), "decade"),
            "late",
            stretch("1986-01-01", "1989-12-31"),
        ),
    ],
)
def test_part_of_takes_a_third(days, part, expected):
    assert part_of(days, part) == expected


def test_nearest_takes_the_earlier_of_two_as_near():
    before, after = whole_months(2024, 9), whole_months(2024, 11)
    assert nearest([after, before], date(2024, 10, 16)) == before
    assert nearest([after, before], date(2024, 10, 20)) == after


def test_nearest_of_none_is_none():
    assert nearest([], FRIDAY) is None


@pytest.mark.parametrize(
    ("month", "day", "last", "days"),
    [
        (2, 29, None, stretch("2024-02-29", "2024-02-29")),
        (2, 3, 5, stretch("2024-02-03", "2024-02-05")),
        (2, 30, None, None),
        (2, 0, None, None),
        (2, 28, 3, None),
        (2, 28, 30, None),
    ],
)
def test_day_span_needs_days_that_the_month_has(month, day, last, days):
    assert day_span(2024, month, day, last) == days


@pytest.mark.parametrize("name", ["Wednesday", "Wed", "WED"])
def test_weekday_number_counts_from_monday(name):
    assert weekday_number(name) == 2


@pytest.mark.parametrize(
    ("at", "day"), [(1, "2024-10-07"), (2, "2024-10-14"), (-1, "2024-10-28")]
)
def test_weekday_in_counts_the_mondays_of_a_month(at, day):
    assert weekday_in(whole_months(2024, 10), 0, at).isoformat() == day
