"""What goes into the encoder's graph and what is kept of its outputs."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.encoder.component import (
    Encoded,
    Encoder,
    drop_encoded,
    encoded,
    keep_encoded,
)
from kg.annotate.encoder.weights import open_weights
from kg.annotate.encoder.windows import WindowSizes
from kg.errors import ModelError

TEXT = "Ada left the harbour at noon and nobody saw her go away again"


class Session:
    """A graph whose outputs say in every row which word of the window it is."""

    def run(self, outputs: tuple[str, ...], inputs: dict[str, np.ndarray]) -> list:
        size = inputs["first"].shape[1]
        rows = np.tile(np.arange(size, dtype=np.float32)[:, None], (1, 2))[None]
        return [rows for _ in outputs]


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    weights = open_weights(None, 1)
    monkeypatch.setattr(weights, "session", lambda name: Session())
    monkeypatch.setitem(weights.__dict__, "labels", {"ner": ["O", "B"], "anchor": "ab"})
    return Encoder(weights, WindowSizes(core=8, margin=3))


def test_plan_frames_each_window_by_the_marks_of_bert(encoder: Encoder) -> None:
    doc = spacy.blank("en")(TEXT)
    _, planned = encoder.plan(doc)
    assert len(planned) > 1
    for window, inputs in planned:
        assert inputs["ids"][0, 0] == 101 and inputs["ids"][0, -1] == 102
        assert inputs["first"].shape[1] == window.read_end - window.read_start
        assert inputs["first"][0, 0] == 1


def test_encoder_keeps_of_each_window_the_words_that_are_its_own(
    encoder: Encoder,
) -> None:
    arrays = encoded(encoder(spacy.blank("en")(TEXT)))
    expected = [
        word - block.window.read_start
        for block in arrays.blocks
        for word in range(block.window.start, block.window.end)
    ]
    assert arrays.names[:, 0].tolist() == expected
    assert [len(block.arc) for block in arrays.blocks] == [
        block.window.end - block.window.start for block in arrays.blocks
    ]
    assert [len(block.attribution) for block in arrays.blocks] == [
        block.window.read_end - block.window.read_start for block in arrays.blocks
    ]


def test_encoded_needs_the_encoder_before_it(encoder: Encoder) -> None:
    doc: Doc = spacy.blank("en")("Ada left")
    with pytest.raises(ModelError, match="kg_encoder"):
        encoded(doc)
    arrays = encoder.plan(doc)[0]
    keep_encoded(doc, arrays)
    assert encoded(doc) is arrays
    drop_encoded(doc)
    with pytest.raises(ModelError, match="kg_encoder"):
        encoded(doc)


def test_empty_arrays_have_a_row_for_each_word(encoder: Encoder) -> None:
    doc = spacy.blank("en")("Ada  left\n")
    arrays = Encoded.empty(encoder.plan(doc)[0].words, names=3, anchors=4)
    assert arrays.names.shape == (2, 3) and arrays.anchors.shape == (2, 4)
    assert arrays.tags.tolist() == [0, 0]
