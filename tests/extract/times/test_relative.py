"""Days that count from publication or from a date told before."""

from datetime import date

import pytest

from kg.extract.times import relative
from kg.extract.times.calendar import Days, whole_months
from kg.extract.times.setting import Setting

FRIDAY = date(2024, 11, 1)
# The story told of Sunday, 5 May 2024.
STORY = Days(date(2024, 5, 5), date(2024, 5, 5))


def span(days):
    return (days.first.isoformat()[5:], days.last.isoformat()[5:]) if days else None


def setting(direction=None, *, anchor=None, published=FRIDAY):
    return Setting(published=published, anchor=anchor, direction=direction)


@pytest.mark.parametrize(
    ("parts", "direction", "day"),
    [
        ({"weekday": "Friday"}, None, "11-01"),
        ({"weekday": "Thursday"}, None, "10-31"),
        ({"weekday": "Thursday"}, "future", "11-07"),
        ({"weekday": "Thursday", "which": "coming"}, None, "11-07"),
        ({"weekday": "Friday", "which": "last"}, None, "10-25"),
        ({"weekday": "Friday", "which": "next"}, None, "11-08"),
        ({"weekday": "Saturday", "which": "this"}, None, "11-02"),
        ({"weekday": "Saturday", "which": "this"}, "past", "10-26"),
        ({"weekday": "Monday", "week": "last"}, None, "10-21"),
        ({"weekday": "Monday", "week": "next"}, None, "11-04"),
    ],
)
def test_read_weekday_goes_by_word_and_tense(parts, direction, day):
    assert span(relative.read_weekday(parts, setting(direction))) == (day, day)


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("Today", ("11-01", "11-01")),
        ("tomorrow", ("11-02", "11-02")),
        ("last night", ("10-31", "10-31")),
        ("this morning", ("11-01", "11-01")),
        ("overnight", ("10-31", "11-01")),
    ],
)
def test_read_day_word_counts_from_publication(word, days):
    assert span(relative.read_day_word({"word": word}, setting())) == days


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        ({"which": "last", "unit": "month"}, ("10-01", "10-31")),
        ({"which": "The last", "unit": "month"}, ("10-02", "11-01")),
        ({"which": "past", "unit": "month"}, ("10-02", "11-01")),
        ({"which": "this", "unit": "week"}, ("10-28", "11-03")),
        ({"which": "this", "unit": "week", "side": "Earlier"}, ("10-28", "11-01")),
        ({"which": "this", "unit": "week", "side": "later"}, ("11-01", "11-03")),
        ({"which": "next", "unit": "week", "side": "later"}, ("11-04", "11-10")),
    ],
)
def test_read_unit_tells_calendar_units_from_trailing_ones(parts, days):
    assert span(relative.read_unit(parts, setting())) == days


@pytest.mark.parametrize(
    ("which", "unit", "days"),
    [
        ("same", "day", ("05-05", "05-05")),
        ("next", "day", ("05-06", "05-06")),
        ("previous", "week", ("04-22", "04-28")),
        ("that", "month", ("05-01", "05-31")),
        ("this", "month", ("11-01", "11-30")),
        ("last", "day", None),
        ("this", "day", ("11-01", "11-01")),
    ],
)
def test_unit_of_calendar_counts_from_the_story_or_from_publication(which, unit, days):
    here = setting(anchor=STORY)
    assert span(relative.unit_of_calendar(which, unit, here)) == days


@pytest.mark.parametrize("which", ["same", "next", "following"])
def test_unit_of_calendar_counts_no_days_from_a_month(which):
    here = setting(anchor=whole_months(2024, 5))
    assert relative.unit_of_calendar(which, "day", here) is None
    assert relative.unit_of_calendar(which, "day", setting()) is None


@pytest.mark.parametrize(
    ("published", "which", "direction", "first"),
    [
        (FRIDAY, "this", None, "11-02"),
        (FRIDAY, "this", "past", "10-26"),
        (FRIDAY, "next", None, "11-02"),
        (FRIDAY, "last", None, "10-26"),
        (date(2024, 11, 3), "this", "past", "11-02"),
        (date(2024, 11, 3), "next", None, "11-09"),
    ],
)
def test_unit_of_calendar_knows_whether_the_weekend_is_over(
    published, which, direction, first
):
    here = setting(direction, published=published)
    days = relative.unit_of_calendar(which, "weekend", here)
    assert days is not None
    assert days.first.isoformat()[5:] == first


@pytest.mark.parametrize(
    ("direction", "first"), [(None, "10-26"), ("past", "10-26"), ("future", "11-02")]
)
def test_read_weekend_is_the_last_unless_the_clause_looks_ahead(direction, first):
    days = relative.read_weekend({"unit": "weekend"}, setting(direction))
    assert days is not None
    assert days.first.isoformat()[5:] == first


def test_read_weekdays_ago_counts_back_from_publication():
    found = relative.read_weekdays_ago({"count": "Two", "weekday": "Sunday"}, setting())
    assert span(found) == ("10-20", "10-20")
    same = relative.read_weekdays_ago({"count": "two", "weekday": "Friday"}, setting())
    assert span(same) == ("10-18", "10-18")


@pytest.mark.parametrize(
    ("direction", "days"),
    [("future", ("01-01", "01-31")), ("past", None), (None, None)],
)
def test_read_in_count_is_a_time_only_ahead(direction, days):
    parts = {"count": "two", "unit": "month"}
    assert span(relative.read_in_count(parts, setting(direction))) == days


def test_read_in_count_takes_in_a_day_for_how_long_something_takes():
    parts = {"count": "a", "unit": "day"}
    assert relative.read_in_count(parts, setting("future")) is None


def test_read_in_unit_cuts_at_publication():
    parts = {"unit": "week", "side": "earlier"}
    assert span(relative.read_in_unit(parts, setting())) == ("10-28", "11-01")
    assert span(relative.read_in_unit({"unit": "week"}, setting())) == (
        "10-28",
        "11-03",
    )


@pytest.mark.parametrize(
    ("which", "direction", "days"),
    [
        ("past", None, ("10-19", "11-01")),
        ("Next", "future", ("11-01", "11-15")),
        ("next", "past", None),
    ],
)
def test_read_stretch_lasts_up_to_publication_or_from_it(which, direction, days):
    parts = {"which": which, "count": "two", "unit": "week"}
    assert span(relative.read_stretch(parts, setting(direction))) == days


@pytest.mark.parametrize(
    ("count", "unit", "shift", "days"),
    [
        ("three", "day", "ago", ("10-29", "10-29")),
        ("two", "month", "ago", ("09-01", "09-30")),
        ("48", "hour", "ago", ("10-30", "10-30")),
        ("two", "day", "later", ("05-07", "05-07")),
        ("a", "week", "earlier", ("04-22", "04-28")),
        ("48", "hour", "later", None),
    ],
)
def test_read_shift_counts_from_publication_or_from_the_story(count, unit, shift, days):
    parts = {"count": count, "unit": unit, "shift": shift}
    assert span(relative.read_shift(parts, setting(anchor=STORY))) == days


def test_read_shift_of_days_needs_a_day_told_before():
    parts = {"count": "two", "unit": "day", "shift": "later"}
    assert relative.read_shift(parts, setting()) is None
    assert relative.read_shift(parts, setting(anchor=whole_months(2024, 5))) is None


@pytest.mark.parametrize(
    ("direction", "day"), [(None, "11-05"), ("past", "10-05"), ("future", "11-05")]
)
def test_read_day_number_is_the_nearest_that_the_tense_allows(direction, day):
    assert span(relative.read_day_number({"day": "5"}, setting(direction))) == (
        day,
        day,
    )


@pytest.mark.parametrize(("shift", "day"), [("before", "05-04"), ("after", "05-06")])
def test_read_side_day_stands_beside_the_date_before(shift, day):
    here = setting(anchor=STORY)
    assert span(relative.read_side_day({"shift": shift}, here)) == (day, day)
    assert relative.read_side_day({"shift": shift}, setting()) is None


@pytest.mark.parametrize(
    ("reader", "parts"),
    [
        (relative.read_weekday, {"weekday": "Friday"}),
        (relative.read_day_word, {"word": "today"}),
        (relative.read_unit, {"which": "last", "unit": "year"}),
        (relative.read_weekend, {"unit": "weekend"}),
        (relative.read_stretch, {"which": "past", "count": "two", "unit": "week"}),
        (relative.read_shift, {"count": "two", "unit": "day", "shift": "ago"}),
        (relative.read_day_number, {"day": "5"}),
    ],
)
def test_readers_give_no_days_without_publication(reader, parts):
    assert reader(parts, setting(published=None)) is None


HISTORY = Setting(published=FRIDAY, near=STORY, anchor=STORY, is_history=True)


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (
            {"count": "two", "unit": "week", "shift": "ago", "weekday": "Friday"},
            "10-18",
        ),
        (
            {"count": "two", "unit": "week", "shift": "ago", "weekday": "Monday"},
            "10-14",
        ),
        ({"count": "a", "unit": "week", "shift": "from", "weekday": "Friday"}, "11-08"),
        ({"count": "a", "unit": "week", "shift": "from", "weekday": "Monday"}, "11-11"),
        (
            {
                "count": "a",
                "unit": "week",
                "shift": "from",
                "which": "next",
                "weekday": "Monday",
            },
            "11-11",
        ),
    ],
)
def test_read_weekday_shift_counts_weeks_from_the_weekday(parts, day):
    assert span(relative.read_weekday_shift(parts, setting())) == (day, day)
    assert relative.read_weekday_shift(parts, setting(published=None)) is None


@pytest.mark.parametrize(
    ("unit", "shift", "which", "days"),
    [
        ("week", "before", "last", ("10-14", "10-20")),
        ("week", "after", "next", ("11-11", "11-17")),
        ("day", "before", "yesterday", ("10-30", "10-30")),
        ("day", "after", "tomorrow", ("11-03", "11-03")),
        ("month", "before", "that", ("04-01", "04-30")),
    ],
)
def test_read_next_but_one_counts_one_on(unit, shift, which, days):
    parts = {"unit": unit, "shift": shift, "which": which}
    assert span(relative.read_next_but_one(parts, setting(anchor=STORY))) == days


def test_read_next_but_one_takes_a_weekday_a_week_before_the_last():
    parts = {"weekday": "Tuesday", "shift": "before", "which": "last"}
    found = relative.read_next_but_one(parts, setting())
    assert span(found) == ("10-22", "10-22")
    parts = {"unit": "week", "shift": "before", "which": "that"}
    assert relative.read_next_but_one(parts, setting()) is None


@pytest.mark.parametrize(
    ("direction", "days"),
    [("future", ("11-01", "11-11")), ("past", None), (None, None)],
)
def test_read_within_looks_ahead_alone(direction, days):
    parts = {"count": "10", "unit": "day"}
    assert span(relative.read_within(parts, setting(direction))) == days


@pytest.mark.parametrize(
    ("unit", "shift", "days"),
    [
        ("day", "after", ("05-07", "05-07")),
        ("week", "before", ("04-15", "04-21")),
        ("hour", "after", None),
    ],
)
def test_read_event_shift_counts_from_the_event(unit, shift, days):
    parts = {"count": "two", "unit": unit, "shift": shift}
    here = Setting(published=FRIDAY, event=STORY)
    assert span(relative.read_event_shift(parts, here)) == days
    assert relative.read_event_shift(parts, setting()) is None


def test_read_event_shift_counts_no_days_from_a_stretch():
    here = Setting(published=FRIDAY, event=whole_months(2024, 5))
    parts = {"count": "two", "unit": "day", "shift": "after"}
    assert relative.read_event_shift(parts, here) is None


def test_a_history_is_read_from_where_it_has_come():
    assert span(relative.read_weekday({"weekday": "Thursday"}, HISTORY)) == (
        "05-09",
        "05-09",
    )
    assert span(relative.read_day_number({"day": "7"}, HISTORY)) == ("05-07", "05-07")
    parts = {"which": "this", "unit": "month"}
    assert span(relative.read_unit(parts, HISTORY)) == ("05-01", "05-31")
    # "ago" and "from now" are of the writer's own day.
    ago = {"count": "two", "unit": "day", "shift": "from now"}
    assert span(relative.read_shift(ago, HISTORY)) == ("11-03", "11-03")


def test_read_weekday_of_a_history_needs_a_day_to_follow():
    here = Setting(published=FRIDAY, anchor=whole_months(2024, 5), is_history=True)
    assert relative.read_weekday({"weekday": "Thursday"}, here) is None
