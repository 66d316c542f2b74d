"""Feasts and stretches of history."""

import pytest

from kg.extract.times.named import FEASTS, PERIODS, feast_days


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas Eve", "2024-12-24"),
        ("Thanksgiving", "2024-11-28"),
        ("Memorial Day", "2024-05-27"),
        ("Labor Day", "2024-09-02"),
        ("Good Friday", "2024-03-29"),
        ("Easter Monday", "2024-04-01"),
        ("New Year’s Eve", "2024-12-31"),
    ],
)
def test_feast_days_are_fixed_or_counted(name, day):
    assert [one.isoformat() for one in feast_days(name, 2024)] == [day, day]


@pytest.mark.parametrize("name", sorted(FEASTS))
def test_every_feast_has_a_day(name):
    assert feast_days(name, 2024).first.year == 2024


@pytest.mark.parametrize("name", sorted(PERIODS))
def test_every_period_runs_forward(name):
    assert PERIODS[name].first < PERIODS[name].last
