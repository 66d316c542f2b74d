"""Sentences of our own with marks of the events that their words tell."""

import pytest

from kg.annotate.deeds import KINDS
from kg.train.deed_sentences import marked_sentences, unmarked
from kg.train.gold_labels import GoldError


def test_unmarked_takes_the_marks_out_and_keeps_their_places():
    found = unmarked("Chad {shelled:ASSAULT} Mali and {ate:NONE} rice.")
    assert found.text == "Chad shelled Mali and ate rice."
    told = {found.text[start:end]: type_ for (start, end), type_ in found.types.items()}
    assert told == {"shelled": "ASSAULT", "ate": "NONE"}


def test_unmarked_refuses_a_type_that_is_none_of_plover():
    with pytest.raises(GoldError, match="EAT"):
        unmarked("Chad {ate:EAT} rice.")


def test_marked_sentences_tell_every_type_and_none():
    told = {type_ for each in marked_sentences() for type_ in each.types.values()}
    assert told == set(KINDS)
