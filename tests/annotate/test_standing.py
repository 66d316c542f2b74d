"""Statement or not: which attributions stay, by weights of our own."""

from dataclasses import dataclass

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.encoder.component import Block, Encoded, encoded, keep_encoded
from kg.annotate.encoder.weights import Regression, StandingWeights
from kg.annotate.encoder.windows import Window
from kg.annotate.encoder.wordpieces import Words
from kg.annotate.standing import Standing, inputs
from kg.errors import ModelError

SIZE = 2


@dataclass
class FakeWeights:
    """Weights that judge by what a test has chosen."""

    standing: Regression


def weights(**features: tuple[float, float, float]) -> FakeWeights:
    names = {name.replace("_", " "): row for name, row in features.items()}
    return FakeWeights(
        Regression(
            StandingWeights(
                features=tuple(names),
                grammar=tuple(names.values()),
                vectors=((0.0, 0.0, 0.0),) * 2 * SIZE,
                bias=(0.0, 0.0, 0.0),
            )
        )
    )


def make_doc() -> Doc:
    """Return "Ada said it fell . Bob signed truces", two attributions with arrays."""
    words = ["Ada", "said", "it", "fell", ".", "Bob", "signed", "truces"]
    doc = Doc(
        spacy.blank("en").vocab,
        words,
        heads=[1, 1, 3, 1, 1, 6, 6, 6],
        deps=["nsubj", "ROOT", "nsubj", "ccomp", "punct", "nsubj", "ROOT", "obj"],
        pos=["PROPN", "VERB", "PRON", "VERB", "PUNCT", "PROPN", "VERB", "NOUN"],
    )
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=number)
        for number, start, end, label in [
            (1, 0, 1, "SOURCE"), (1, 1, 2, "CUE"), (1, 2, 4, "CONTENT"),
            (2, 5, 6, "SOURCE"), (2, 6, 7, "CUE"), (2, 7, 8, "CONTENT"),
        ]
    ]  # fmt: skip
    doc.spans["quotes"] = []
    size = len(doc)
    ones, no = np.ones(size, np.int64), np.zeros(size, bool)
    arrays = Encoded.empty(
        Words(np.arange(size), ones, ones, ones, no, no, no, no), names=1, anchors=1
    )
    vectors = np.arange(size * SIZE, dtype=np.float32).reshape(size, SIZE)
    nothing = np.zeros((0, 0), np.float32)
    # Two windows, the second with the first's last words as its context.
    for window in (Window(0, 5, 0, 5), Window(3, size, 5, size)):
        read = vectors[window.read_start : window.read_end]
        arrays.blocks.append(Block(window, nothing, nothing, nothing, read))
    keep_encoded(doc, arrays)
    return doc


def judged(found: FakeWeights) -> tuple[set[int], set[int]]:
    doc = Standing(found)(make_doc())  # type: ignore[arg-type]
    kept, beyond = doc.spans["attribution"], doc.spans["beyond"]
    return {span.id for span in kept}, {span.id for span in beyond}


@pytest.mark.parametrize(
    ("scores", "kept", "beyond"),
    [
        ((3.0, 0.0, 0.0), {1, 2}, set()),
        ((-3.0, 0.0, -3.0), {1, 2}, {2}),
        ((-3.0, -3.0, 3.0), {1}, set()),
    ],
)
def test_standing_keeps_marks_or_drops(
    scores: tuple[float, float, float], kept: set[int], beyond: set[int]
) -> None:
    found = weights(has_obj=scores, has_ccomp=(9.0, 0.0, 0.0))
    assert judged(found) == (kept, beyond)


def test_standing_keeps_a_quoted_clause_whatever_its_cue() -> None:
    doc = make_doc()
    # "Ada said it fell . Bob", six words in quotation marks with a subject.
    doc.spans["quotes"] = [Span(doc, 0, 6, "QUOTE")]
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=1)
        for start, end, label in [(6, 7, "CUE"), (0, 6, "CONTENT")]
    ]
    neither = weights(cue_VERB=(-9.0, -9.0, 9.0))
    found = Standing(neither)(doc)  # type: ignore[arg-type]
    assert len(found.spans["attribution"]) == 2
    assert not found.spans["beyond"]


def test_standing_frees_the_encoders_arrays() -> None:
    doc = make_doc()
    Standing(weights())(doc)  # type: ignore[arg-type]
    with pytest.raises(ModelError):
        encoded(doc)


def test_inputs_are_the_vectors_of_cue_and_content_over_windows() -> None:
    rows = inputs(make_doc())
    assert rows.vectors.tolist() == [[2.0, 3.0, 5.0, 6.0], [12.0, 13.0, 14.0, 15.0]]


def test_inputs_name_what_holds_of_the_grammar() -> None:
    said, signed = map(set, inputs(make_doc()).features)
    assert {"source", "cue VERB", "has ccomp", "has verb", "content of cue"} <= said
    assert {"has obj", "words <= 1", "content NOUN", "indirect"} <= signed
    assert not {"passive", "no cue", "direct"} & (said | signed)


def test_standing_leaves_a_doc_without_attributions() -> None:
    doc = make_doc()
    doc.spans["attribution"] = []
    assert not Standing(weights())(doc).spans["beyond"]  # type: ignore[arg-type]
