"""Matching statements with labels of the reading set, on sentences of our own."""

import pytest
from train.reading_pages import label, page, place, statement

from kg.train.reading_match import content_of, holds, is_same_content, pairs

RAIN = "rain was near"


def pairs_of(one, *statements):
    return [(a is one, b) for a, b in pairs([one], page(*statements))]


@pytest.mark.parametrize(
    ("content", "cue"),
    [
        ("that rain was near on Monday", "told"),
        ("rain", "told"),
        (RAIN, "met"),
    ],
)
def test_pairs_take_one_cue_or_one_content(content, cue):
    found = statement(content, cue, "She")
    assert pairs_of(label(RAIN, "told"), found) == [(True, found)]


@pytest.mark.parametrize(
    ("content", "cue"), [("rain was", "met"), ("Ada Quill of Leeds", "told")]
)
def test_pairs_leave_another_statement(content, cue):
    found = statement(content, cue, "Bob Stone")
    assert pairs_of(label(RAIN, "told"), found) == [(True, None), (False, found)]


def test_pairs_take_a_source_where_the_cue_is_another():
    one = label(RAIN, "told", speakers=[["Ada Quill"]])
    found = statement("rain was", "met", "Ada Quill")
    assert pairs_of(one, found) == [(True, found)]


def test_pairs_use_a_statement_once_where_it_fits_best():
    said, meant = label(RAIN, "told"), label(RAIN, "met")
    found = statement(RAIN, "met", "Ada Quill")
    assert pairs([said, meant], page(found)) == [(said, None), (meant, found)]


def test_pairs_leave_out_what_is_not_shown():
    hidden = statement(RAIN, "told", "She", kind="other")
    assert pairs_of(label(RAIN, "told"), hidden) == [(True, None)]


@pytest.mark.parametrize(
    ("ours", "theirs", "cue", "same"),
    [
        (RAIN, "that rain was near", "told", True),
        (RAIN, "rain was near on Monday", "told", True),
        (RAIN, "near on Monday", "told", False),
        ("to stop the war", "both sides to stop the war", "urged", True),
        ("to stop the war", "both sides to stop the war", "told", False),
        ("stop the war", "to stop the war. ", "urged", True),
        (RAIN, "told Bob that rain was near", "told Bob that", True),
        (RAIN, "She told Bob that rain was near", "met", False),
        (RAIN, "rain", "told", False),
    ],
)
def test_is_same_content_spares_what_does_not_matter(ours, theirs, cue, same):
    found = is_same_content([place(ours)], [place(theirs)], [place(cue)], page())
    assert found is same


def test_holds_asks_for_words_and_not_for_marks():
    text = page().text
    assert holds([place("We leave")], [place("We leave,")], text)
    assert not holds([place("We leave")], [place('We leave," Quill')], text)


def test_content_of_joins_statements():
    both = statement(RAIN, "told", "She"), statement("rain", "met", None)
    assert content_of(*both) == [place("rain"), place(RAIN)]
