"""Which occurrence of something yearly is meant, and which word picks it."""

from datetime import date

import pytest

from kg.extract.times.calendar import day_span, whole_months, whole_year
from kg.extract.times.setting import (
    Setting,
    in_fitting_year,
    nearest_in_direction,
    which_word,
)

FRIDAY = date(2024, 11, 1)


def december(year):
    return whole_months(year, 12)


def year_of(days):
    return days.first.year if days else None


@pytest.mark.parametrize(
    ("direction", "year"), [(None, 2024), ("future", 2024), ("past", 2023)]
)
def test_in_fitting_year_goes_by_the_tense(direction, year):
    setting = Setting(published=FRIDAY, direction=direction)
    assert year_of(in_fitting_year(december, setting)) == year


def test_in_fitting_year_takes_the_year_of_a_range_first():
    setting = Setting(published=FRIDAY, year=1999)
    assert year_of(in_fitting_year(december, setting)) == 1999


@pytest.mark.parametrize(("told", "year"), [(2022, 2023), (None, 2024)])
def test_in_fitting_year_follows_an_old_date_told_before(told, year):
    near = day_span(told, 12, 31) if told else None
    setting = Setting(published=FRIDAY, near=near)
    found = in_fitting_year(lambda at: whole_months(at, 6), setting)
    assert year_of(found) == year


def test_in_fitting_year_ignores_the_date_told_before_what_is_recent():
    setting = Setting(published=FRIDAY, near=day_span(2022, 2, 24))
    found = in_fitting_year(lambda at: day_span(at, 10, 28), setting)
    assert year_of(found) == 2024


def test_in_fitting_year_needs_a_date_to_start_from():
    assert in_fitting_year(december, Setting(published=None)) is None
    # A date of another paragraph says nothing of this one's year.
    anchored = Setting(published=None, anchor=day_span(1940, 12, 5))
    assert in_fitting_year(december, anchored) is None
    told = Setting(published=None, near=day_span(1940, 12, 5))
    assert year_of(in_fitting_year(december, told)) == 1940


@pytest.mark.parametrize(
    ("near", "year"),
    [(day_span(1940, 5, 5), 1940), (whole_year(1890), 2024), (whole_year(2022), 2022)],
)
def test_in_fitting_year_follows_no_bare_year_long_over(near, year):
    setting = Setting(published=FRIDAY, near=near, direction="past")
    found = in_fitting_year(lambda at: whole_months(at, 6), setting)
    assert year_of(found) == year


@pytest.mark.parametrize(("month", "year"), [(2, 1915), (10, 1914), (11, 1914)])
def test_in_fitting_year_of_a_history_is_nearest_to_the_story(month, year):
    told = day_span(1914, 11, 20)
    setting = Setting(published=FRIDAY, near=told, is_history=True)
    found = in_fitting_year(lambda at: whole_months(at, month), setting)
    assert year_of(found) == year


def test_in_fitting_year_of_a_history_stays_inside_the_year_told():
    setting = Setting(published=FRIDAY, near=whole_year(1936), is_history=True)
    assert year_of(in_fitting_year(december, setting)) == 1936


def test_now_is_publication_or_where_the_history_has_come():
    told = whole_year(1936)
    assert Setting(published=FRIDAY, near=told).now == FRIDAY
    assert Setting(published=FRIDAY, near=told, is_history=True).now == told.first
    assert Setting(published=FRIDAY, is_history=True).now == FRIDAY


def test_nearest_in_direction_without_publication_goes_by_the_date_told():
    years = [whole_year(1939), whole_year(1950)]
    setting = Setting(published=None, near=day_span(1941, 5, 5))
    assert nearest_in_direction(years, setting) == whole_year(1939)
    assert nearest_in_direction(years, Setting(published=None)) is None


@pytest.mark.parametrize(
    ("parts", "word"),
    [({"which": "The same"}, "same"), ({"which": "last"}, "last"), ({}, None)],
)
def test_which_word_is_the_last_of_its_phrase(parts, word):
    assert which_word(parts) == word
