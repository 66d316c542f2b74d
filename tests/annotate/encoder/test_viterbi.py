"""Label sequences: names stay well formed, spans hold together."""

import numpy as np

from kg.annotate.encoder.viterbi import allowed_after, best_bio, best_runs

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def _scores(*best: dict[str, float]) -> np.ndarray:
    rows = [[word.get(label, -9.0) for label in LABELS] for word in best]
    return np.array(rows, np.float32)


def _decode(scores: np.ndarray) -> list[str]:
    found = best_bio(scores, LABELS, allowed_after(LABELS))
    return [LABELS[label] for label in found]


def test_allowed_after_lets_inside_follow_its_own_type_only() -> None:
    allowed = allowed_after(LABELS)
    index = LABELS.index
    assert allowed[index("B-PER"), index("I-PER")]
    assert not allowed[index("B-LOC"), index("I-PER")]
    assert not allowed[index("O"), index("I-PER")]
    assert allowed[index("I-PER"), index("B-LOC")]


def test_best_bio_keeps_a_sequence_that_is_well_formed() -> None:
    scores = _scores({"B-PER": 0}, {"I-PER": 0}, {"O": 0})
    assert _decode(scores) == ["B-PER", "I-PER", "O"]


def test_best_bio_mends_a_type_that_changes_inside_a_name() -> None:
    scores = _scores({"B-LOC": -1, "B-PER": -1.5}, {"I-PER": -0.1, "I-LOC": -4})
    assert _decode(scores) == ["B-PER", "I-PER"]


def test_best_bio_never_opens_a_sentence_inside_a_name() -> None:
    assert _decode(_scores({"I-LOC": 0, "B-LOC": -2})) == ["B-LOC"]


def test_best_runs_bridges_a_weak_gap() -> None:
    runs = np.log(np.array([[[0.1, 0.9], [0.6, 0.4], [0.1, 0.9]]], np.float32))
    assert best_runs(runs, 1.5).tolist() == [[1, 1, 1]]
    assert best_runs(runs, 0.1).tolist() == [[1, 0, 1]]


def test_best_runs_gives_each_sequence_its_own_path() -> None:
    one = [[0.9, 0.1]] * 3
    other = [[0.1, 0.9]] * 3
    runs = np.log(np.array([one, other], np.float32))
    assert best_runs(runs, 1.5).tolist() == [[0, 0, 0], [1, 1, 1]]
