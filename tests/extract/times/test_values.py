"""The days that an expression names."""

from datetime import date

import pytest

from kg.extract.times.grammar import Expression
from kg.extract.times.setting import Setting
from kg.extract.times.values import days_of, is_explicit

FRIDAY = date(2024, 11, 1)


def read(rule, *, day_first=None, **parts):
    setting = Setting(published=FRIDAY, day_first=day_first)
    days = days_of(Expression(0, 1, rule, parts), setting)
    return (days.first.isoformat(), days.last.isoformat()) if days else None


def numeric(first, second, sep="/"):
    return {"first": first, "second": second, "sep": sep, "year": "2024"}


@pytest.mark.parametrize(
    ("parts", "day_first", "day"),
    [
        (numeric("31", "10"), None, "2024-10-31"),
        (numeric("10", "31"), None, "2024-10-31"),
        (numeric("31", "10"), False, "2024-10-31"),
        (numeric("03", "02"), True, "2024-02-03"),
        (numeric("03", "02"), False, "2024-03-02"),
        (numeric("03", "02", "."), None, "2024-02-03"),
        (numeric("05", "05"), None, "2024-05-05"),
        # In the other order it would lie after publication.
        (numeric("12", "01"), None, "2024-01-12"),
    ],
)
def test_days_of_numbers_take_the_order_that_is_known(parts, day_first, day):
    assert read("numeric", day_first=day_first, **parts) == (day, day)


@pytest.mark.parametrize("parts", [numeric("03", "02"), numeric("31", "13")])
def test_days_of_numbers_without_an_order_or_a_month_are_none(parts):
    assert read("numeric", **parts) is None


@pytest.mark.parametrize(
    ("which", "first"),
    [
        ("this", "2024-10-01"),
        ("last", "2023-10-01"),
        ("next", "2025-10-01"),
        ("that", "2024-10-01"),
    ],
)
def test_days_of_a_month_go_by_the_word_before_it(which, first):
    days = read("bare_month", month="October", which=which)
    assert days is not None
    assert days[0] == first


@pytest.mark.parametrize(
    ("rule", "parts", "days"),
    [
        ("iso", {"year": "2024", "number": "02", "day": "29"}, ("02-29", "02-29")),
        ("nine_eleven", {}, None),
        ("day", {"month": "Sept.", "day": "3"}, ("09-03", "09-03")),
        ("day", {"month": "May", "day": "3", "last_day": "5"}, ("05-03", "05-05")),
        ("month", {"month": "Feb", "year": "2024"}, ("02-01", "02-29")),
        ("season", {"season": "Spring", "year": "2024"}, ("03-01", "05-31")),
        (
            "quarter",
            {"ordinal": "third", "share": "quarter", "year": "2024"},
            ("07-01", "09-30"),
        ),
        ("quarter", {"share_number": "H1", "of_year": "this"}, ("01-01", "06-30")),
        ("year", {"year": "2024", "part": "early"}, ("01-01", "04-30")),
    ],
)
def test_days_of_each_rule(rule, parts, days):
    found = read(rule, **parts)
    assert found is not None
    if days is None:
        assert found == ("2001-09-11", "2001-09-11")
    else:
        assert (found[0][5:], found[1][5:]) == days


@pytest.mark.parametrize(
    ("rule", "parts", "years"),
    [
        ("year", {"year": "2014", "last_year": "16"}, (2014, 2016)),
        ("decade", {"decade": "1990"}, (1990, 1999)),
        ("decade", {"decade": "'90"}, (1990, 1999)),
        ("decade", {"decade": "1800"}, (1800, 1899)),
        ("decade", {"decade_name": "sixties"}, (1960, 1969)),
        ("decade", {"decade_name": "sixties", "part": "early"}, (1960, 1963)),
        ("century", {"century": "19th"}, (1800, 1899)),
        ("century", {"century": "nineteenth"}, (1800, 1899)),
    ],
)
def test_days_of_long_times(rule, parts, years):
    found = read(rule, **parts)
    assert found is not None
    assert (int(found[0][:4]), int(found[1][:4])) == years


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        ("iso", {"year": "2023", "number": "02", "day": "29"}),
        ("day", {"month": "June", "day": "31"}),
        ("year", {"year": "2014", "last_year": "12"}),
        ("year", {"year": "1000", "last_year": "2099"}),
        ("quarter", {"share_number": "H3", "year": "2024"}),
        ("century", {"century": "mid"}),
    ],
)
def test_days_of_what_no_calendar_has_are_none(rule, parts):
    assert read(rule, **parts) is None


@pytest.mark.parametrize(
    ("rule", "parts", "expected"),
    [
        ("day", {"month": "May", "day": "3", "year": "2024"}, True),
        ("day", {"month": "May", "day": "3"}, False),
        ("day", {"month": "May", "day": "3", "of_year": "last"}, False),
        ("century", {"century": "19th"}, True),
        ("weekday", {"weekday": "Friday"}, False),
    ],
)
def test_is_explicit_needs_a_year_of_its_own(rule, parts, expected):
    assert is_explicit(Expression(0, 1, rule, parts)) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # The nearest 29 October is of 2024, and no Sunday.
        ({"on_weekday": "Sunday", "month": "October", "day": "29"}, "2023-10-29"),
        ({"on_weekday": "Tues.", "month": "Oct", "day": "29"}, "2024-10-29"),
        # In no year near by is it a Thursday: somebody has mistaken the weekday.
        ({"on_weekday": "Thursday", "month": "October", "day": "29"}, "2024-10-29"),
        (
            {"on_weekday": "Sunday", "month": "March", "day": "3", "year": "2023"},
            "2023-03-03",
        ),
    ],
)
def test_days_of_a_date_fall_on_its_weekday(parts, expected):
    assert read("day", **parts) == (expected, expected)
