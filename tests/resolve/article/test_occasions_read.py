"""Days of statements of whole texts, read with the packaged weights."""

from datetime import date

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article
from kg.resolve.article.assemble import assemble

pytestmark = pytest.mark.model

# A Friday.
PUBLISHED = date(2025, 3, 14)


@pytest.fixture(scope="module")
def said():
    """Return the first day of the statement that holds some words."""
    nlp = load_pipeline()

    def find_day(text, part, published=PUBLISHED):
        article = Article(id="a", text=text, published=published)
        extraction = assemble(find(nlp(text), article))
        (day,) = [
            statement.said and statement.said.from_
            for statement in extraction.statements
            if any(part in span.text for span in statement.content)
        ]
        return day

    return find_day


def test_dated_takes_no_day_that_is_still_to_come(said):
    text = "General Bo Stone, who will visit Mali on Tuesday, said the war was over."
    assert said(text, "the war") == PUBLISHED


def test_dated_goes_on_with_the_day_said_beside_a_later_meeting(said):
    text = (
        "Speaking in Oslo on Wednesday ahead of a meeting with Danish officials on "
        "Saturday, Ada Quill said the seals were broken. She added that the door was."
    )
    assert said(text, "the door") == date(2025, 3, 12)


def test_dated_takes_nothing_back_from_what_was_said_before(said):
    text = (
        "Ada Quill promised new houses by winter. On the previous evening, she had "
        "said on television that the storm was over."
    )
    assert said(text, "new houses") == PUBLISHED


def test_dated_gives_no_day_where_a_weekday_cannot_be_told(said):
    text = (
        "Ada Quill said on Thursday that the bridge would be closed.\n\n"
        "She told a meeting on 3 May 2021 that steel was scarce."
    )
    assert said(text, "the bridge", published=None) is None
    assert said(text, "steel", published=None) == date(2021, 5, 3)


def test_dated_by_the_gathering_beside_which_it_was_said(said):
    text = (
        "Ada Quill praised the treaty on the sidelines of a summit in Lisbon on "
        "Monday. Bo Stone said nothing."
    )
    assert said(text, "the treaty") == date(2025, 3, 10)
