"""Measuring times, on marked texts of our own."""

import json
from datetime import date
from pathlib import Path

import pytest

from kg.extract.times.calendar import Days
from kg.records import When
from kg.train.measure_times import TimeScores, is_right
from kg.train.time_labels import TimeLabel, gum_dates, timex2_days, wikiwars

JUNE = Days(date(1941, 6, 1), date(1941, 6, 30))


def when(start: int, end: int, first: str, last: str) -> When:
    return When(
        from_=date.fromisoformat(first),
        to=date.fromisoformat(last),
        text="",
        start=start,
        end=end,
        basis="explicit",
    )


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1941-06-22", "1941-06-22", "1941-06-22"),
        ("1941-06-22TNI", "1941-06-22", "1941-06-22"),
        ("1941-06-XX", "1941-06-01", "1941-06-30"),
        ("1941", "1941-01-01", "1941-12-31"),
        ("1941-WI", "1941-12-01", "1942-02-28"),
        ("1941-Q2", "1941-04-01", "1941-06-30"),
        ("1941-H2", "1941-07-01", "1941-12-31"),
        ("2024-W44", "2024-10-28", "2024-11-03"),
        ("194", "1940-01-01", "1949-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_timex2_days_reads_calendar_values(value: str, first: str, last: str) -> None:
    expected = Days(date.fromisoformat(first), date.fromisoformat(last))
    assert timex2_days(value) == expected


@pytest.mark.parametrize(
    "value", ["", "P3D", "PAST_REF", "XXXX-06-01", "BC0490", "1941-WXX", "PT5H"]
)
def test_timex2_days_knows_none_of_what_is_no_calendar_day(value: str) -> None:
    assert timex2_days(value) is None


def test_wikiwars_places_nested_marks_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.key.xml").write_text(
        '<DOC><DATETIME> <TIMEX2 val="2009-12-19">2009-12-19T17:00:00</TIMEX2>'
        '</DATETIME><TEXT>On <TIMEX2 val="P2D">two days from <TIMEX2 val="1941-06"'
        ' mod="MID">mid-June 1941</TIMEX2></TIMEX2>, on.</TEXT></DOC>',
        encoding="utf-8",
    )
    (text,) = wikiwars(tmp_path)
    assert text.published == date(2009, 12, 19)
    marks = [(text.text[x.start : x.end], x.days, x.is_loose) for x in text.labels]
    assert marks == [
        ("mid-June 1941", JUNE, True),
        ("two days from mid-June 1941", None, False),
    ]


def test_wikiwars_names_a_file_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<DOC/>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.xml: no TEXT"):
        list(wikiwars(tmp_path))


def test_gum_dates_reads_bounds_and_no_placeholder(tmp_path: Path) -> None:
    marks = [
        {"start": 0, "end": 4, "text": "June", "when": "1941-06"},
        {"start": 5, "end": 9, "text": "then", "from": "1941-06-01", "to": "1941-6"},
        {"start": 5, "end": 9, "text": "then", "when": "--06"},
    ]
    rows = [
        {"text": "June then", "published": published, "dates": marks}
        for published in ("1999-05-01", "2000-01-01")
    ]
    path = tmp_path / "gum.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    known, unknown = gum_dates(path)
    assert (known.published, unknown.published) == (date(1999, 5, 1), None)
    assert [(x.days, x.is_loose) for x in known.labels] == [
        (JUNE, False),
        (JUNE, True),
        (None, False),
    ]


def test_is_right_takes_a_part_or_most_of_loose_days_alone() -> None:
    third = Days(date(1941, 6, 11), date(1941, 6, 20))
    wide = Days(date(1941, 6, 5), date(1941, 7, 4))
    assert is_right(TimeLabel(0, 1, JUNE, is_loose=True), third)
    assert is_right(TimeLabel(0, 1, JUNE, is_loose=True), wide)
    assert not is_right(TimeLabel(0, 1, JUNE), third)
    year = Days(date(1941, 1, 1), date(1941, 12, 31))
    assert not is_right(TimeLabel(0, 1, JUNE, is_loose=True), year)


def test_scores_hold_each_end_of_a_range_to_its_own_mark() -> None:
    may = Days(date(1941, 5, 1), date(1941, 5, 31))
    labels = [TimeLabel(5, 8, may), TimeLabel(12, 21, JUNE)]
    scores = TimeScores()
    scores.add(labels, [when(5, 21, "1941-05-01", "1941-07-31")])
    assert (scores.places.right, scores.places.found, scores.places.both) == (2, 2, 2)
    assert scores.values.both == 1


def test_scores_count_what_no_mark_with_days_holds_as_wrong() -> None:
    scores = TimeScores()
    scores.add([TimeLabel(0, 4, None)], [when(0, 4, "1941-05-01", "1941-05-01")])
    assert (scores.places.right, scores.places.found, scores.places.both) == (0, 1, 0)
    assert "recognised P 0.0" in scores.shown()
