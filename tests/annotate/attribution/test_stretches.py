"""Sentences of a doc as docs of their own."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.attribution.stretches import Stretches

MakeDoc = Callable[..., Doc]


@pytest.fixture
def doc(make_doc: MakeDoc) -> Doc:
    found = make_doc(
        "It/1/nsubj/O rained/1/ROOT/O ./1/punct/O Ada/5/nsubj/B-PERSON"
        " Moss/3/flat/I-PERSON left/5/ROOT/O ./5/punct/O Roe/8/nsubj/O stayed/8/ROOT/O"
    )
    found.spans["quotes"] = []
    return found


def test_around_returns_the_whole_sentence(doc: Doc) -> None:
    stretch = Stretches(doc).around(5, 6)
    assert (stretch.start, stretch.doc.text) == (3, "Ada Moss left. ")
    facts = [(token.dep_, token.head.i, token.ent_type_) for token in stretch.doc]
    assert facts == [
        ("nsubj", 2, "PERSON"),
        ("flat", 0, "PERSON"),
        ("ROOT", 2, ""),
        ("punct", 2, ""),
    ]


def test_around_keeps_a_quotation_over_two_sentences_whole(doc: Doc) -> None:
    doc.spans["quotes"] = [Span(doc, 4, 9, "QUOTE")]
    stretch = Stretches(doc).around(3, 6)
    assert (stretch.start, len(stretch.doc)) == (3, 6)
    quotes = [(quote.start, quote.end) for quote in stretch.doc.spans["quotes"]]
    assert quotes == [(1, 6)]


def test_around_leaves_other_sentences_out(doc: Doc) -> None:
    stretch = Stretches(doc).around(7, 9)
    assert (stretch.start, stretch.doc.text) == (7, "Roe stayed")
