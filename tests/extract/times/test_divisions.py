"""Parts of months, years and fiscal years."""

from datetime import date

import pytest

from kg.extract.times import divisions
from kg.extract.times.setting import Setting

SETTING = Setting(published=date(2024, 11, 1))


def span(days):
    return (days.first.isoformat(), days.last.isoformat()) if days else None


@pytest.mark.parametrize(
    ("parts", "first", "last"),
    [
        ({"ordinal": "first", "weekday": "Monday", "month": "October"}, "10-07", None),
        ({"ordinal": "last", "weekday": "Friday", "month": "October"}, "10-25", None),
        (
            {"ordinal": "2", "unit": "week", "month": "September"},
            "09-08",
            "09-14",
        ),
        (
            {"ordinal": "last", "count": "five", "unit": "day", "month": "May"},
            "05-27",
            "05-31",
        ),
        (
            {"ordinal": "final", "count": "three", "unit": "week", "year": "2024"},
            "12-11",
            "12-31",
        ),
        (
            {"ordinal": "first", "count": "two", "unit": "month", "year": "2024"},
            "01-01",
            "02-29",
        ),
        (
            {"ordinal": "third", "unit": "weekend", "month": "May"},
            "05-18",
            "05-19",
        ),
        (
            {"ordinal": "first", "unit": "day", "which": "last", "whole": "month"},
            "10-01",
            None,
        ),
        (
            {"ordinal": "last", "unit": "day", "which": "the", "whole": "year"},
            "12-31",
            None,
        ),
    ],
)
def test_read_ordinal_of_divides_a_month_or_a_year(parts, first, last):
    days = (f"2024-{first}", f"2024-{last or first}")
    assert span(divisions.read_ordinal_of(parts, SETTING)) == days


@pytest.mark.parametrize(
    "parts",
    [
        {"ordinal": "fifth", "weekday": "Monday", "month": "May", "year": "2024"},
        {"ordinal": "first", "unit": "hour", "month": "May", "year": "2024"},
        {"ordinal": "fifth", "unit": "month", "month": "May", "year": "2024"},
    ],
)
def test_read_ordinal_of_leaves_out_what_does_not_exist(parts):
    assert divisions.read_ordinal_of(parts, SETTING) is None


def test_read_ordinal_of_needs_a_year_that_is_known():
    parts = {"ordinal": "first", "weekday": "Monday", "month": "October"}
    assert divisions.read_ordinal_of(parts, Setting(published=None)) is None


@pytest.mark.parametrize(
    ("day", "which", "expected"),
    [("23", "last", "2024-10-23"), ("2", "this", "2024-11-02"), ("31", "this", None)],
)
def test_read_month_day_is_of_the_month_named(day, which, expected):
    found = divisions.read_month_day({"day": day, "which": which}, SETTING)
    assert (found.first.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        ({"year": "2025"}, ("2024-10-01", "2025-09-30")),
        ({"short_year": "24"}, ("2023-10-01", "2024-09-30")),
        ({"which": "this"}, ("2024-10-01", "2025-09-30")),
        ({"which": "Last"}, ("2023-10-01", "2024-09-30")),
        ({"year": "2021", "last_year": "22"}, ("2021-10-01", "2022-09-30")),
        (
            {"year": "2021", "last_year": "22", "name": "financial"},
            ("2021-04-01", "2022-03-31"),
        ),
        ({"year": "2023", "share_number": "Q2"}, ("2023-01-01", "2023-03-31")),
    ],
)
def test_read_fiscal_opens_in_october_of_the_year_before(parts, days):
    assert span(divisions.read_fiscal(parts, SETTING)) == days


def test_read_fiscal_refuses_years_that_do_not_follow_each_other():
    parts = {"year": "2021", "last_year": "25"}
    assert divisions.read_fiscal(parts, SETTING) is None


def test_read_fiscal_needs_a_publication_for_this_one():
    assert divisions.read_fiscal({"which": "this"}, Setting(published=None)) is None


def test_read_quarter_without_its_year_is_the_nearest():
    found = divisions.read_quarter({"share_number": "Q3"}, SETTING)
    assert span(found) == ("2024-07-01", "2024-09-30")
