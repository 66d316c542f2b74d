"""Tokens and spans as records."""

import pytest

from kg.extract.spans import (
    covering_sentences,
    form_before,
    phrase_argument,
    to_argument,
    to_span,
    trimmed,
    word_after,
)


@pytest.fixture
def doc(make_doc):
    return make_doc(
        "Old/1/amod/O/ADJ friends/4/nsubj/O/NOUN in/3/case/O/ADP"
        " Bern/1/nmod/B-LOC/PROPN left/4/ROOT/O/VERB ./4/punct/O/PUNCT"
        " It/7/nsubj/O/PRON rained/7/ROOT/O/VERB"
        " ./7/punct/O/PUNCT"
    )


def test_to_span_gives_characters(doc):
    span = to_span(doc[1:4])
    assert (span.start, span.end, span.text) == (4, 19, "friends in Bern")
    assert doc.text[span.start : span.end] == span.text


def test_to_argument_is_the_whole_phrase_and_its_head(doc):
    argument = to_argument(doc[1])
    assert argument.text == "Old friends in Bern"
    assert argument.head == doc[1].idx


def test_to_argument_leaves_appositions_outside(make_doc):
    doc = make_doc(
        "Ada/4/nsubj/O/PROPN ,/3/punct/O/PUNCT a/3/det/O/DET builder/0/appos/O/NOUN"
        " left/4/ROOT/O/VERB"
    )
    assert to_argument(doc[0]).text == "Ada"


def test_covering_sentences_holds_every_span(doc):
    assert covering_sentences(doc, [doc[7:8]]).text == "It rained."
    assert covering_sentences(doc, [doc[7:8], doc[0:1]]).text == doc.text


def test_trimmed_takes_off_blank_edges(make_doc):
    doc = make_doc(["\n", "Rain", "\n"], spaces=[False, False, False])
    assert trimmed(doc[0:3]).text == "Rain"
    assert trimmed(doc[0:1]).text == "\n"


def test_phrase_argument_keeps_the_bounds_that_it_is_given(doc):
    argument = phrase_argument(doc[2:4], doc[3])
    assert (argument.text, argument.head) == ("in Bern", doc[3].idx)


def test_words_beside_a_span(doc):
    assert word_after(doc[0:1]) == doc[1]
    assert word_after(doc[5:9]) is None
    assert form_before(doc[7:8]) == "it"
    assert form_before(doc[0:1]) == ""
