"""The year of what comes round each year."""

from datetime import date

import pytest

from kg.extract.times.calendar import whole_months, whole_year
from kg.extract.times.setting import Setting
from kg.extract.times.years import given_year, month_number, yearly

SETTING = Setting(published=date(2024, 11, 1))


@pytest.mark.parametrize("name", ["September", "Sept.", "SEP"])
def test_month_number_reads_short_forms(name):
    assert month_number(name) == 9


@pytest.mark.parametrize(
    ("parts", "year"),
    [
        ({"year": "1999"}, 1999),
        ({"short_year": "21"}, 2021),
        ({"short_year": "34"}, 2034),
        ({"short_year": "35"}, 1935),
        ({"of_year": "last"}, 2023),
        ({}, None),
    ],
)
def test_given_year_reads_digits_and_words(parts, year):
    assert given_year(parts, SETTING) == year


def test_given_year_in_two_digits_needs_a_day_to_count_from():
    assert given_year({"short_year": "21"}, Setting(published=None)) is None
    told = Setting(published=None, near=whole_year(1861), is_history=True)
    assert given_year({"short_year": "65"}, told) == 1865


@pytest.mark.parametrize(
    ("parts", "year"),
    [
        ({"which": "last"}, 2023),
        ({"which": "next"}, 2025),
        ({"which": "last", "year": "1990"}, 1990),
        ({}, 2024),
    ],
)
def test_yearly_picks_by_the_year_or_the_word(parts, year):
    found = yearly(parts, SETTING, lambda at: whole_months(at, 10))
    assert found is not None
    assert found.first.year == year
