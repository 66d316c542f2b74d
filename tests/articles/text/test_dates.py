"""Days of publication: fields, date lines, datelines."""

from datetime import date

import pytest

from kg.articles.text.dates import find_day, parse_day

THE_DAY = date(2024, 11, 1)


@pytest.mark.parametrize(
    "value",
    [
        "2024-11-01",
        "20241101",
        "2024-11-01T10:00:00Z",
        "2024-11-01T23:30:00-05:00",
        "2024-11-01 00:30:00+09:00",
        "1 November 2024",
        "1st of November 2024",
        "Nov. 1, 2024",
        "November 1, 2024 at 11:00 p.m. EDT",
        "Friday, November 1, 2024",
        "Fri, 01 Nov 2024 23:30:00 -0500",
        " 2024/11/01 ",
    ],
)
def test_parse_day_keeps_the_day_as_written(value: str) -> None:
    assert parse_day(value) == THE_DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("25/11/2024", 25),
        ("11/25/2024", 25),
        ("25.11.2024", 25),
        ("11/11/2024", 11),
        ("05.11.2024", 5),
    ],
)
def test_parse_day_reads_numbers_that_fit_one_day(value: str, day: int) -> None:
    assert parse_day(value) == date(2024, 11, day)


@pytest.mark.parametrize(
    "value",
    ["soon", "November 2024", "2024", "yesterday", "2024-13-45", "31 February 2024",
     "1730455200", "1 Nov 24", "2024-11-011"],
)  # fmt: skip
def test_parse_day_refuses_what_is_no_day(value: str) -> None:
    with pytest.raises(ValueError, match=f"^'{value}' is not a date"):
        parse_day(value)


def test_parse_day_refuses_numbers_that_fit_two_days() -> None:
    with pytest.raises(ValueError, match="may be 2024-04-03 or 2024-03-04"):
        parse_day("03/04/2024")


@pytest.mark.parametrize(
    "head",
    [
        "Friday, November 1, 2024",
        "November 01, 2024 3:04 PM",
        "1 November 2024",
        "2024-11-01",
        "Published: 1 November 2024, 10:00 GMT",
        "Posted on Nov 1, 2024",
        "Published: 14:05 GMT, 1 November 2024",
        "Norhaven, November 1, 2024 (Agency)",
        "By Ada Berg, November 1, 2024",
        "A minister leaves\n\nBy Ada Berg\nNov. 1, 2024",
        "NORHAVEN, Nov. 1, 2024 (Agency) -- The minister left.",
        "Norhaven, Norland – 1 November 2024 – The minister left.",
        "ST. OLAV, November 1, 2024 — The minister left.",
    ],
)
def test_find_day_reads_a_date_line_or_dateline(head: str) -> None:
    assert find_day(head + "\n\nThe story goes on.") == THE_DAY


@pytest.mark.parametrize(
    "head",
    [
        "The minister left on November 1, 2024.",
        "On November 1, 2024 - a Friday - the minister left.",
        "November 1, 2024 was the day on which the minister left.",
        "NORHAVEN, Nov. 1 (Agency) -- The minister left.",
        "Monday, November 1, 2024",
        "November 2024",
        "32 November 2024",
        "“We agree.”\n– Joint statement\nNovember 1, 2024",
        "a\nb\nc\nd\ne\nf\nNovember 1, 2024",
        "word " * 60 + "\nNovember 1, 2024",
    ],
)
def test_find_day_leaves_other_dates(head: str) -> None:
    assert find_day(head) is None
