"""What may be a time, as text alone shows it."""

import pytest

from kg.extract.times.grammar import expressions


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("on Friday, November 1, 2024 it", "Friday, November 1, 2024", "day"),
        ("on 3-5 June 2022 it", "3-5 June 2022", "day_first"),
        ("on 2024-10-31 it", "2024-10-31", "iso"),
        ("on 31/10/2024 it", "31/10/2024", "numeric"),
        ("in mid-May 2023 it", "mid-May 2023", "month"),
        ("in May it", "May", "bare_month"),
        ("the summer of 2023 it", "summer of 2023", "season"),
        ("in Q3 2022 it", "Q3 2022", "quarter"),
        ("from 2014-16 it", "2014-16", "year"),
        ("the early 1990s it", "early 1990s", "decade"),
        ("the 19th century it", "19th century", "century"),
        ("on Monday night it", "Monday night", "weekday"),
        ("Earlier this year it", "Earlier this year", "unit"),
        ("the past two weeks it", "the past two weeks", "stretch"),
        ("three days ago it", "three days ago", "shift"),
        ("on the 15th, it", "the 15th", "day_number"),
        ("the day after.", "the day after", "side_day"),
        ("the September 11 attacks", "September 11", "nine_eleven"),
        ("last night it", "last night", "day_word"),
        ("a week from Friday it", "a week from Friday", "weekday_shift"),
        ("two weeks ago Tuesday it", "two weeks ago Tuesday", "weekday_shift"),
        ("the first Monday of May it", "the first Monday of May", "ordinal_of"),
        ("the last five days of 2022", "the last five days of 2022", "ordinal_of"),
        ("the 23rd of last month it", "the 23rd of last month", "month_day"),
        ("the third of last month it", "the third of last month", "month_day"),
        ("in the late eighties it", "late eighties", "decade"),
        ("three Mondays ago it", "three Mondays ago", "weekdays_ago"),
        ("opens in two months' time and", "two months' time", "in_count"),
        ("on Wed. it", "Wed.", "short_weekday"),
        ("on 19-Nov-12 it", "19-Nov-12", "day_first"),
        ("on March 3, '21 it", "March 3, '21", "day"),
        ("on 17/10/24 it", "17/10/24", "numeric"),
        ("the 5th of May last, it", "5th of May last", "day_first"),
        ("since '99 it", "'99", "short_year"),
        ("in Q3 it", "Q3", "bare_quarter"),
        ("in 3Q it", "3Q", "bare_quarter"),
        ("in 2H 2022 it", "2H 2022", "quarter"),
        ("fell the next morning, he", "the next morning", "next_part"),
        ("in FY24 it", "FY24", "fiscal"),
        ("in fiscal year 2025 it", "fiscal year 2025", "fiscal"),
        ("in the 2021-22 fiscal year it", "2021-22 fiscal year", "fiscal"),
        ("in Q2 of fiscal 2023 it", "Q2 of fiscal 2023", "fiscal"),
        ("in H2 it", "H2", "bare_quarter"),
        ("last week on Friday it", "last week on Friday", "weekday"),
        ("on Monday of last week it", "Monday of last week", "weekday"),
        ("this coming Sunday it", "this coming Sunday", "weekday"),
        ("within 10 days it", "within 10 days", "within"),
        ("two days after the vote", "two days after", "event_shift"),
        ("two weeks from now it", "two weeks from now", "shift"),
        ("the week before last it", "the week before last", "next_but_one"),
        ("last Christmas Eve it", "last Christmas Eve", "feast"),
        ("in World War II it", "World War II", "period"),
        ("c. 1871 – 72.", "1871 – 72", "year"),
        ("the very early 19th and 20th century", "very early 19th", "century"),
    ],
)
def test_expressions_name_the_rule_that_found_them(text, found, rule):
    one = max(expressions(text), key=lambda each: each.end - each.start)
    assert (text[one.start : one.end].removeprefix("the "), one.rule) == (
        found.removeprefix("the "),
        rule,
    )


@pytest.mark.parametrize(
    "text",
    [
        "they may go",
        "he sat down",
        "a Friday-night game",
        "the 15th floor",
        "#2024",
        "$2000",
        "20225",
        "a later day",
        "on Friday nights",
        "the Sun rose",
        "they wed in haste",
        "from day to day",
    ],
)
def test_expressions_leave_out_what_only_looks_like_one(text):
    assert expressions(text) == ()


def test_expressions_keep_the_longest_of_overlapping_ones():
    (one,) = expressions("on 5 May 2021")
    assert one.parts == {"day": "5", "month": "May", "year": "2021"}


def test_expressions_stand_in_text_order():
    starts = [one.start for one in expressions("on Monday in 2021 and on 5 May")]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_expressions_tell_a_day_from_a_week_that_owns_what_follows():
    text = "on Monday of last week's vote"
    assert [one.rule for one in expressions(text)] == ["weekday", "unit"]
