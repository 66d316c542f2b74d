"""Attributions from the model's scores: hand-made arrays, weights of our own."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.attribution.boundaries import CONTENT, CUE, NONE, SOURCE
from kg.annotate.attribution.component import Attribution, quoted_words
from kg.annotate.encoder.component import Block, Encoded, encoded, keep_encoded
from kg.annotate.encoder.windows import Window
from kg.annotate.encoder.wordpieces import Words
from kg.annotate.quotes import Quotes

ANCHORS = ["O", "B-CUE", "I-CUE", "NOCUE"]


class FakeWeights:
    """Weights whose second reading gives the labels that a test has chosen."""

    def __init__(self, *readings: list[int]) -> None:
        self.labels = {"anchor": ANCHORS}
        self.readings = readings
        self.inputs: dict[str, Any] = {}

    def session(self, name: str) -> "FakeWeights":
        assert name == "pair"
        return self

    def run(self, outputs: list[str], inputs: dict[str, Any]) -> list[np.ndarray]:
        self.inputs = inputs
        labels = np.array(self.readings)[: len(inputs["index"])]
        return [10.0 * np.eye(4, dtype=np.float32)[labels]]


def _doc(words: str, anchors: dict[int, str]) -> Doc:
    """Return a doc with a tree, and the arrays of an encoder that found `anchors`."""
    each = words.split()
    doc = Doc(
        spacy.blank("en").vocab, each, heads=[0] * len(each), deps=["dep"] * len(each)
    )
    arrays = Encoded.empty(_words(doc), names=1, anchors=len(ANCHORS))
    arrays.anchors[:, 0] = 5.0
    for word, label in anchors.items():
        arrays.anchors[word, ANCHORS.index(label)] = 10.0
    nothing = np.zeros((0, 0), np.float32)
    window = Window(0, len(each), 0, len(each))
    arrays.blocks.append(Block(window, nothing, nothing, nothing, nothing))
    keep_encoded(doc, arrays)
    return Quotes(spans_key="quotes")(doc)


def _words(doc: Doc) -> Words:
    size = len(doc)
    ones, no = np.ones(size, np.int64), np.zeros(size, bool)
    return Words(np.arange(size), ones, ones, ones, no, no, no, no)


def found(doc: Doc, weights: FakeWeights) -> list[dict[str, str]]:
    read = Attribution(weights, spans_key="attribution")  # type: ignore[arg-type]
    spans = read(doc).spans["attribution"]
    numbers = sorted({span.id for span in spans})
    return [
        {span.label_: span.text for span in spans if span.id == number}
        for number in numbers
    ]


SAID = "Ada said it fell"
READING = [SOURCE, CUE, CONTENT, CONTENT]


def test_attribution_writes_what_is_read_around_an_anchor() -> None:
    assert found(_doc(SAID, {1: "B-CUE"}), FakeWeights(READING)) == [
        {"SOURCE": "Ada", "CUE": "said", "CONTENT": "it fell"}
    ]


def test_attribution_reads_nothing_without_an_anchor() -> None:
    assert found(_doc(SAID, {1: "I-CUE"}), FakeWeights(READING)) == []


def test_attribution_gives_a_cues_anchor_to_the_cue() -> None:
    reading = [SOURCE, NONE, CONTENT, CONTENT]
    assert found(_doc(SAID, {1: "B-CUE"}), FakeWeights(reading))[0]["CUE"] == "said"
    without = found(_doc(SAID, {2: "NOCUE"}), FakeWeights(reading))
    assert "CUE" not in without[0]


def test_attribution_drops_what_has_no_content() -> None:
    reading = [SOURCE, CUE, NONE, NONE]
    assert found(_doc(SAID, {1: "B-CUE"}), FakeWeights(reading)) == []


@pytest.mark.parametrize(("second", "count"), [(1, 1), (0, 2)])
def test_attribution_drops_one_that_repeats_cue_and_content(
    second: int, count: int
) -> None:
    other = [NONE, CUE, NONE, CONTENT] if second else [CUE, NONE, CONTENT, CONTENT]
    doc = _doc(SAID, {0: "B-CUE", 1: "B-CUE"})
    assert len(found(doc, FakeWeights(READING, other))) == count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('" We stay " he said', [1, 1, 1, 0, 0, 0]),
        ("“ We stay ” he said", [1, 1, 1, 1, 0, 0]),
        ("We stay he said", [0, 0, 0, 0]),
    ],
)
def test_quoted_words_leave_a_straight_closing_mark_outside(
    words: str, expected: list[int]
) -> None:
    doc = _doc(words, {})
    assert quoted_words(doc, encoded(doc)).tolist() == expected
