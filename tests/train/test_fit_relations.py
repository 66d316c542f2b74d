"""The recipe of the head of relations."""

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

from kg.annotate.encoder.weights import Weights  # noqa: E402
from kg.annotate.relations.types import TYPES  # noqa: E402
from kg.train.fit_relations import Example, fit, targets, write_head  # noqa: E402
from kg.train.relation_heads import RelationHead  # noqa: E402
from kg.train.relation_labels import Fact, Labelled  # noqa: E402

ADA, BERN, OSLO = (0, 3), (10, 14), (20, 24)
BORN = TYPES.index("BORN_IN")


def test_targets_know_what_annotators_were_asked_for():
    labelled = Labelled("", (Fact("BORN_IN", ADA, BERN),), frozenset({"BORN_IN"}))
    holds, known = targets(labelled, [(0, 10), (0, 20)])
    assert holds[:, BORN].tolist() == [1, 0]
    assert known.sum(axis=1).tolist() == [1, 1]


def test_targets_do_not_know_what_another_sentence_tells():
    facts = (Fact("BORN_IN", ADA, BERN, is_told=False),)
    holds, known = targets(Labelled("", facts, frozenset({"BORN_IN"})), [(0, 10)])
    assert (holds[0, BORN], known[0, BORN]) == (0, 0)


def test_targets_know_nothing_of_words_of_no_entity():
    labelled = Labelled("", (), frozenset(TYPES), entities=((ADA,), (BERN,)))
    _, known = targets(labelled, [(0, 10), (0, 20)])
    assert known.any(axis=1).tolist() == [True, False]


def test_fit_learns_and_write_head_gives_probabilities(tmp_path):
    vectors = np.array([[1, 0, 0, 0], [0, 1, 0, 0]] * 300, np.float16)
    marks = np.zeros((600, 5), np.int64)
    holds = np.zeros((600, len(TYPES)), np.float32)
    holds[::2, BORN] = 1
    head = RelationHead(4, 3)
    fit(head, [Example(vectors, marks, holds, np.ones_like(holds))], 150)
    write_head(head, tmp_path)
    weights = Weights()
    # Opening checks the graph's shape.
    weights.folder = tmp_path
    inputs = {"vectors": vectors[:2].astype(np.float32), "marks": marks[:2]}
    chances = weights.session("relations").run(["chances"], inputs)[0]
    assert chances[0, BORN] > 0.8
    assert chances[1, BORN] < 0.2
