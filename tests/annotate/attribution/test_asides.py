"""Asides inside a content, on hand-made docs."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.annotate.attribution.asides import fill_asides

MakeDoc = Callable[..., Doc]
CONTENT, SOURCE = 2, 1


def filled(doc: Doc, labels: list[int]) -> list[int]:
    array = np.array(labels)
    fill_asides(doc, array, CONTENT)
    found: list[int] = array.tolist()
    return found


@pytest.fixture
def insertion(make_doc: MakeDoc) -> Doc:
    return make_doc(
        "Norland/5/nsubj/O ,/3/punct/O among/3/case/O others/0/nmod/O ,/3/punct/O"
        " paid/5/ROOT/O"
    )


def test_fill_asides_fills_what_hangs_on_the_content(insertion: Doc) -> None:
    assert filled(insertion, [2, 0, 0, 0, 0, 2]) == [2] * 6


def test_fill_asides_leaves_the_gap_of_the_source(insertion: Doc) -> None:
    labels = [2, 0, 0, SOURCE, 0, 2]
    assert filled(insertion, labels) == labels


def test_fill_asides_leaves_what_hangs_on_words_outside(make_doc: MakeDoc) -> None:
    """ "It fell, Ada said, and broke": the gap's verb is the head of the content."""
    doc = make_doc(
        "It/1/nsubj/O fell/4/ccomp/O ,/1/punct/O Ada/4/nsubj/O said/4/ROOT/O"
        " ,/7/punct/O and/7/cc/O broke/1/conj/O"
    )
    labels = [2, 2, 0, 0, 0, 0, 2, 2]
    assert filled(doc, labels) == labels


def test_fill_asides_leaves_the_gap_between_two_sentences(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "It/1/nsubj/O fell/1/ROOT/O ./1/punct/O Rain/4/nsubj/O came/4/ROOT/O"
    )
    labels = [2, 2, 0, 0, 2]
    assert filled(doc, labels) == labels


@pytest.mark.parametrize(("size", "label"), [(25, CONTENT), (26, 0)])
def test_fill_asides_leaves_long_gaps(make_doc: MakeDoc, size: int, label: int) -> None:
    words = ["It", *["very"] * size, "fell"]
    last = len(words) - 1
    doc = make_doc(words, heads=[last] * len(words))
    assert filled(doc, [2, *[0] * size, 2])[1:-1] == [label] * size
