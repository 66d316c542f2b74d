"""Quotations of several paragraphs, on Docs made of text."""

import pytest
from spacy.tokens import Span

from kg.annotate.layout.long_quotations import whole_quotations
from kg.annotate.layout.pieces import by_number, pieces

LONG = "Moss left. “We came.\n\n“We saw,” Ada said. Bob “ran”, Eve said."


def _span(doc, text, label, number):
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text))
    return Span(doc, span.start, span.end, label, span_id=number)


def _contents(doc, *spans):
    found = whole_quotations(doc, by_number(spans))
    return {n: [x.text.strip() for x in pieces(s, "CONTENT")] for n, s in found.items()}


def _said(doc, who, cue, content, number):
    return [
        _span(doc, who, "SOURCE", number),
        _span(doc, cue, "CUE", number),
        _span(doc, content, "CONTENT", number),
    ]


def test_all_paragraphs_are_who_is_told_beside_the_last(text_doc):
    doc = text_doc(LONG)
    for read in ("“We saw,”", "“We came.\n\n“We saw,”"):
        spans = _said(doc, "Ada", "said", read, 1)
        assert _contents(doc, *spans) == {1: ["“We came.", "“We saw,”"]}


def test_others_lose_what_they_have_of_it(text_doc):
    doc = text_doc(LONG)
    other = _said(doc, "Moss", "left", "We came", 2)
    spans = [*_said(doc, "Ada", "said", "“We saw,”", 1), *other]
    assert _contents(doc, *spans) == {1: ["“We came.", "“We saw,”"]}


def test_who_is_told_beside_the_first_has_all_else(text_doc):
    doc = text_doc("Moss said: “We came.\n\n“We saw.” Bob ran.")
    spans = _said(doc, "Moss", "said", "“We came.", 1)
    assert _contents(doc, *spans) == {1: ["“We came.", "“We saw.”"]}


@pytest.mark.parametrize(
    "text", ["“We came.”\n\n“We saw,” Ada said.", "“We came. “We saw,” Ada said."]
)
def test_a_closed_quotation_and_one_in_the_same_paragraph_stay(text_doc, text):
    doc = text_doc(text)
    content = "We saw"
    spans = _said(doc, "Ada", "said", content, 1)
    assert _contents(doc, *spans) == {1: [content]}
