"""Logarithms of probabilities from scores."""

import numpy as np

from kg.annotate.encoder.arrays import log_softmax


def test_log_softmax_gives_equal_scores_equal_chances() -> None:
    logs = log_softmax(np.zeros((2, 4), np.float32))
    assert np.allclose(logs, np.log(0.25))


def test_log_softmax_survives_great_scores() -> None:
    logs = log_softmax(np.array([1000.0, 0.0], np.float32))
    assert logs.tolist() == [0.0, -1000.0]


def test_log_softmax_sums_to_one_along_the_last_axis() -> None:
    scores = np.arange(12, dtype=np.float32).reshape(2, 2, 3)
    assert np.allclose(np.exp(log_softmax(scores)).sum(axis=-1), 1)
