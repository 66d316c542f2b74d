"""Spans of attributions, sorted out."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.pieces import by_number, indices, parts_of, pieces, words_of

MakeDoc = Callable[..., Doc]


@pytest.fixture
def spans(make_doc: MakeDoc) -> list[Span]:
    doc = make_doc("“ No , ” said Ada , “ never . ” Roe stayed silent .")
    parts = (
        *((0, 4, "CONTENT", 1), (4, 5, "CUE", 1), (5, 6, "SOURCE", 1)),
        *((7, 11, "CONTENT", 1), (11, 12, "SOURCE", 2)),
    )
    return [Span(doc, at, end, label, span_id=n) for at, end, label, n in parts]


def test_by_number_puts_the_spans_of_an_attribution_together(
    spans: list[Span],
) -> None:
    assert by_number(spans) == {1: spans[:4], 2: spans[4:]}
    assert by_number([]) == {}


def test_pieces_are_the_spans_of_one_label(spans: list[Span]) -> None:
    assert pieces(spans, "CONTENT") == [spans[0], spans[3]]
    assert pieces(spans[4:], "CUE") == []


def test_words_of_a_label_are_those_of_all_its_pieces(spans: list[Span]) -> None:
    assert words_of(spans[:4], "CONTENT") == {0, 1, 2, 3, 7, 8, 9, 10}
    assert words_of(spans, "OTHER") == set()


def test_parts_of_leaves_out_what_is_not_there(spans: list[Span]) -> None:
    parts = parts_of(source=spans[2], cue=None, content=spans[0])
    assert parts == {"SOURCE": spans[2], "CONTENT": spans[0]}


def test_indices_end_before_the_end_of_a_span(spans: list[Span]) -> None:
    assert list(indices(spans[2])) == [5]
