"""Roles from the model's scores: hand-made arrays, weights of our own."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.encoder.component import Block, Encoded, keep_encoded
from kg.annotate.encoder.windows import Window
from kg.annotate.encoder.wordpieces import Words
from kg.annotate.roles.component import Roles, best_roles, pairs_of
from kg.annotate.roles.propositions import KINDS, ROLES, propositions
from kg.errors import ModelError

RELATIONS = ["nsubj", "root", "obj"]
ARG0, ARG1 = ROLES.index("ARG0"), ROLES.index("ARG1")


class FakeWeights:
    """Weights that find the predicates, and the roles by pairs, of a test."""

    def __init__(
        self, kinds: dict[int, str], roles: dict[tuple[int, int], str], fact: float = 1
    ) -> None:
        self.labels = {"rel": RELATIONS}
        self.kinds, self.roles, self.fact = kinds, roles, fact
        self.graph = ""
        self.sizes: list[int] = []

    def session(self, name: str) -> "FakeWeights":
        self.graph = name
        return self

    def run(self, outputs: list[str], inputs: dict[str, Any]) -> list[np.ndarray]:
        if self.graph == "predicates":
            size = len(inputs["words"])
            self.sizes.append(size)
            numbers = [KINDS.index(self.kinds.get(i, "")) for i in range(size)]
            facts = np.full(size, self.fact, np.float32)
            return [inputs["words"], np.eye(len(KINDS))[numbers], facts]
        pairs = zip(inputs["predicate"].tolist(), inputs["other"].tolist(), strict=True)
        numbers = [ROLES.index(self.roles.get(pair, "")) for pair in pairs]
        return [10 * np.eye(len(ROLES), dtype=np.float32)[numbers]]


def doc_of(words: list[str], heads: list[int], starts: list[int]) -> Doc:
    """Return a doc with a tree, and the arrays of an encoder that read it whole."""
    deps = ["ROOT" if i == head else "nsubj" for i, head in enumerate(heads)]
    doc = Doc(spacy.blank("en").vocab, words, heads=heads, deps=deps)
    size = len(words)
    ones, no = np.ones(size, np.int64), np.zeros(size, bool)
    read = Words(np.arange(size), ones, ones, ones, no, no, no, no)
    arrays = Encoded.empty(read, names=1, anchors=1)
    arrays.starts[:] = -9
    arrays.starts[starts] = 9
    nothing, states = np.zeros((0, 0), np.float32), np.zeros((size, 4), np.float32)
    window = Window(0, size, 0, size)
    arrays.blocks.append(Block(window, nothing, nothing, nothing, states))
    keep_encoded(doc, arrays)
    return doc


def found(doc: Doc, weights: FakeWeights) -> list[tuple[str, bool, dict[str, str]]]:
    read = Roles(doc.vocab, weights, spans_key="roles")  # type: ignore[arg-type]
    return [
        (
            each.predicate.text,
            each.is_factual,
            {
                role: " ".join(w.text for w in words)
                for role, words in each.roles.items()
            },
        )
        for each in propositions(read(doc))
    ]


def test_roles_writes_predicates_with_their_arguments() -> None:
    doc = doc_of(["Ada", "left", "Oslo"], [1, 1, 1], [0])
    weights = FakeWeights({1: "PREDICATE"}, {(1, 0): "ARG0", (1, 2): "ARG1"})
    assert found(doc, weights) == [("left", True, {"ARG0": "Ada", "ARG1": "Oslo"})]


def test_roles_marks_what_is_not_said_to_be_so() -> None:
    doc = doc_of(["Ada", "left"], [1, 1], [0])
    weights = FakeWeights({1: "PREDICATE"}, {(1, 0): "ARG0"}, fact=-1)
    assert found(doc, weights) == [("left", False, {"ARG0": "Ada"})]


def test_roles_takes_what_is_negated_for_not_so() -> None:
    doc = doc_of(["Ada", "never", "left"], [2, 2, 2], [0])
    weights = FakeWeights({2: "PREDICATE"}, {(2, 1): "NEG"})
    assert found(doc, weights) == [("left", False, {"NEG": "never"})]


def test_roles_without_predicates_writes_nothing() -> None:
    assert found(doc_of(["Oslo"], [0], [0]), FakeWeights({}, {})) == []


def test_roles_keeps_whole_sentences_together_in_long_texts() -> None:
    heads = [i // 50 * 50 for i in range(500)]
    doc = doc_of(["so"] * 500, heads, list(range(0, 500, 50)))
    weights = FakeWeights({0: "PREDICATE"}, {(0, 3): "ARG1"})
    words = found(doc, weights)
    # The words' places are those of their batch, here of three sentences.
    assert weights.sizes == [150, 150, 150, 50]
    assert len(words) == 4


def test_roles_reads_a_sentence_that_is_longer_than_a_batch() -> None:
    weights = FakeWeights({}, {})
    found(doc_of(["so"] * 400, [0] * 200 + [200] * 200, [0, 200]), weights)
    assert weights.sizes == [200, 200]


def test_roles_reads_an_empty_doc() -> None:
    doc = Doc(spacy.blank("en").vocab, [])
    empty = np.zeros(0, np.int64)
    no = np.zeros(0, bool)
    words = Words(empty, empty, empty, empty, no, no, no, no)
    keep_encoded(doc, Encoded.empty(words, names=1, anchors=1))
    assert found(doc, FakeWeights({}, {})) == []


def test_roles_needs_the_encoder() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Ada"])
    with pytest.raises(ModelError, match="kg_encoder must come before"):
        found(doc, FakeWeights({}, {}))


def test_pairs_of_stay_in_their_sentence() -> None:
    pairs = pairs_of(np.array([1, 3]), np.array([0, 0, 0, 1, 1]))
    assert pairs.T.tolist() == [[1, 0], [1, 2], [3, 4]]


def test_pairs_of_no_predicate_are_none() -> None:
    assert pairs_of(np.zeros(0, np.int64), np.zeros(3, np.int64)).shape == (2, 0)


def test_best_roles_gives_an_argument_to_one_word_a_predicate() -> None:
    scores = np.zeros((4, len(ROLES)), np.float32)
    scores[:, ARG0] = [5, 9, 5, 4]
    scores[3, ARG1] = 6
    predicates = np.array([1, 1, 2, 2])
    assert best_roles(scores, predicates).tolist() == [0, ARG0, ARG0, ARG1]


def test_best_roles_lets_a_predicate_have_two_times() -> None:
    time = ROLES.index("TMP")
    scores = np.zeros((2, len(ROLES)), np.float32)
    scores[:, time] = 5
    assert best_roles(scores, np.array([1, 1])).tolist() == [time, time]
