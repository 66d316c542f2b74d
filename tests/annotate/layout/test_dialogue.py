"""Two quotations side by side, on docs made of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.dialogue import apart

TextDoc = Callable[..., Doc]


def contents(doc: Doc, content: tuple[int, int], cue: int) -> list[list[str]]:
    """Give the contents by attribution; the doc has one, of a content and a cue."""
    spans = [
        Span(doc, *content, "CONTENT", span_id=1),
        Span(doc, cue, cue + 1, "CUE", span_id=1),
    ]
    return [
        [span.text for span in found if span.label_ == "CONTENT"]
        for found in apart(doc, {1: spans}).values()
    ]


def test_apart_leaves_the_cue_the_quotation_beside_it(text_doc: TextDoc) -> None:
    doc = text_doc('"Will you?" "No," Ada said.')
    assert contents(doc, (0, 9), 10) == [['"No,"'], ['"Will you?"']]
    doc = text_doc('Ada asked "Will you?" "No."')
    assert contents(doc, (2, 11), 1) == [['"Will you?"'], ['"No."']]


@pytest.mark.parametrize("text", ['"Will you" "go," Ada said.', '"Will you go," Ada.'])
def test_apart_leaves_one_sentence_whole(text_doc: TextDoc, text: str) -> None:
    doc = text_doc(text)
    assert len(contents(doc, (0, len(doc) - 2), len(doc) - 2)) == 1


def test_apart_takes_a_piece_of_another_quotation_away(text_doc: TextDoc) -> None:
    doc = text_doc('"Will you?" "No," Ada said.')
    spans = [
        Span(doc, 0, 3, "CONTENT", span_id=1),
        Span(doc, 5, 9, "CONTENT", span_id=1),
        Span(doc, 10, 11, "CUE", span_id=1),
    ]
    [found] = apart(doc, {1: spans}).values()
    assert [span.text for span in found] == ['"No,"', "said"]
