"""News or history, and the dates that carry a story."""

from datetime import date

import pytest

from kg.extract.times.calendar import whole_year
from kg.extract.times.grammar import expressions
from kg.extract.times.story import Sections, is_aside, is_history, next_years
from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)
HISTORY = (
    "In 1914 war came. In May 1915 it spread. It ended in 1918. Peace held to 1939."
)


def test_is_history_counts_years_of_the_past():
    assert is_history(expressions(HISTORY), FRIDAY)
    assert is_history(expressions(HISTORY), None)


@pytest.mark.parametrize(
    "text",
    [
        "In 1914 war came.",
        f"He spoke on Friday. {HISTORY}",
        f"{HISTORY} On Monday he spoke, on Tuesday he left.",
        f"{HISTORY} 2023, 2024, 2023, 2024.",
        "",
    ],
)
def test_is_history_takes_news_with_old_dates_for_news(text):
    assert not is_history(expressions(text), FRIDAY)


@pytest.mark.parametrize(
    ("year", "following", "aside"),
    [
        (1812, 1920, True),
        (1812, 1813, False),
        (1812, None, False),
        (1919, 1920, False),
    ],
)
def test_is_aside_is_a_leap_that_the_story_leaves_again(year, following, aside):
    assert is_aside(whole_year(year), whole_year(1920), following) == aside


def test_is_aside_needs_a_story_to_leave():
    assert not is_aside(whole_year(1812), None, 1920)


def test_next_years_look_past_dates_without_a_year():
    found = expressions("In 1914 it began. In May it grew. In 1918 it ended.")
    assert next_years(found) == [1918, 1918, None]


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("It fell in 1936, and in @", False),
        ("It fell in 1936.\n\nIn @", True),
        ("The war of 1936\n\nIt rained. In @", False),
        ("The war of 1936\n\nIt rained.\n\nIn @", False),
        ("The war of 1936\n\nIt rained.\n\nThe peace\n\nIn @", True),
    ],
)
def test_sections_end_with_a_paragraph_or_at_the_next_heading(text, leaves):
    end = text.index("1936") + 4
    assert Sections(text).part(end, text.index("@")) == leaves


def test_times_of_a_history_follow_its_last_date(make_doc):
    text = (
        "War came in August 1914 . In October it spread . On February 3 it paused , "
        "and in May 1916 , for the first time since 1812 , it rained . In June 1916 it "
        "grew . By September it stopped . At the end of the year peace came . A month "
        "later , in 1918 , it was over ."
    )
    found = [(one.text, one.from_.isoformat()) for one in times(make_doc(text), FRIDAY)]
    assert found[:3] == [
        ("August 1914", "1914-08-01"),
        ("October", "1914-10-01"),
        ("February 3", "1915-02-03"),
    ]
    assert dict(found[3:]) == {
        "May 1916": "1916-05-01",
        "1812": "1812-01-01",
        "June 1916": "1916-06-01",
        "September": "1916-09-01",
        "the end of the year": "1916-09-01",
        "A month later": "1916-10-01",
        "1918": "1918-01-01",
    }


def test_times_of_news_return_to_publication_after_background(make_doc):
    words = ["He", "left", "Friday", ".", "It", "began", "in", "2019", "."]
    doc = make_doc([*words, "\n\n", *["On", "October", "28", "he", "spoke", "."]])
    assert list(times(doc, FRIDAY))[-1].from_ == date(2024, 10, 28)


def test_times_of_an_undated_article_have_no_invented_year(make_doc):
    words = [
        "It",
        "began",
        "on",
        "May",
        "5",
        ",",
        "2019",
        ".",
        "In",
        "June",
        "it",
        "grew",
        ".",
    ]
    doc = make_doc([*words, "\n\n", *["On", "October", "28", "he", "spoke", "."]])
    found = [(one.text, one.from_.isoformat()) for one in times(doc, None)]
    assert found == [("May 5, 2019", "2019-05-05"), ("June", "2019-06-01")]
