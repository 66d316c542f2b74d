"""The component that marks words of deeds, with a model that a test has chosen."""

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.annotate.deeds import KINDS, MARKS, NONE, PLACES, Deeds, candidates, inputs

WIDTH = 2


class Chosen:
    """Weights that give each word the chances that a test has chosen."""

    def __init__(self, *rows: dict[str, float]) -> None:
        self._rows = rows

    def session(self, name: str) -> "Chosen":
        assert name == "deeds"
        return self

    def run(self, names, given):
        assert len(given["words"]) == len(self._rows)
        scores = np.full((len(self._rows), len(KINDS)), -20.0, np.float32)
        for row, chances in zip(scores, self._rows, strict=True):
            for kind, chance in chances.items():
                row[KINDS.index(kind)] = np.log(chance)
        return [scores]


@pytest.fixture
def doc(make_doc, with_vectors) -> Doc:
    """Two verbs, a noun and names, with vectors that count the words."""
    return with_vectors(
        make_doc(
            "Chad/1/nsubj/B-LOC/PROPN shelled/1/ROOT/O/VERB Mali/1/obj/B-LOC/PROPN "
            "after/4/case/O/ADP talks/1/obl/O/NOUN"
        )
    )


def marked(doc: Doc, *rows: dict[str, float]) -> dict[str, list[tuple[str, str]]]:
    found = Deeds(Chosen(*rows))(doc)
    return {
        key: [(span.text, span.label_) for span in found.spans[key]]
        for key in ("deeds", "clear_deeds")
    }


def test_candidates_are_verbs_and_nouns_but_no_names(doc):
    assert [token.text for token in candidates(doc)] == ["shelled", "talks"]


def test_inputs_are_the_vectors_of_a_word_and_those_around_it(doc):
    words, marks = inputs(doc, candidates(doc))
    assert words.shape == (2, PLACES * WIDTH)
    assert marks.shape == (2, PLACES + len(MARKS))
    own, subject, object_, phrase, clause, governor = words[0].reshape(PLACES, WIDTH)
    assert own.tolist() == [3, 4]
    assert subject.tolist() == [1, 2] and object_.tolist() == [5, 6]
    assert phrase.tolist() == [9, 10]
    assert not clause.any() and not governor.any()
    assert marks[0, :PLACES].tolist() == [1, 1, 1, 1, 0, 0]
    assert words[1].reshape(PLACES, WIDTH)[5].tolist() == [3, 4]


@pytest.mark.parametrize(
    ("chances", "sure", "clear"),
    [
        ({"ASSAULT": 0.95, NONE: 0.05}, "ASSAULT", "ASSAULT"),
        ({"ASSAULT": 0.1, NONE: 0.9}, NONE, None),
        ({"ASSAULT": 0.65, "ACCUSE": 0.15, NONE: 0.2}, "ASSAULT", None),
        ({"ASSAULT": 0.55, "ACCUSE": 0.25, NONE: 0.2}, None, None),
        ({"ASSAULT": 0.2, "ACCUSE": 0.2, "AID": 0.2, NONE: 0.4}, None, None),
    ],
)
def test_deeds_marks_what_is_sure_and_what_is_beyond_doubt(doc, chances, sure, clear):
    found = marked(doc, chances, {NONE: 0.9, "AID": 0.1})
    for key, label in (("deeds", sure), ("clear_deeds", clear)):
        assert dict(found[key]).get("shelled") == label


def test_deeds_leaves_a_doc_without_candidates(make_doc):
    doc = make_doc("Oslo/0/ROOT/B-LOC/PROPN")
    assert marked(doc) == {"deeds": [], "clear_deeds": []}
