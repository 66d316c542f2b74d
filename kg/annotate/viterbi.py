"""Best label sequences: names that are well formed, attribution spans that hold."""

import numpy as np

from kg.annotate.arrays import Bools, Floats, Ints


def allowed_after(labels: list[str]) -> Bools:
    """Return which label (column) may follow which (row) in BIO.

    "I-PER" follows "B-PER" and "I-PER" alone; everything else follows anything.
    """
    allowed = np.ones((len(labels), len(labels)), dtype=bool)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            same = {"B-" + label[2:], label}
            allowed[:, column] = [before in same for before in labels]
    return allowed


def best_bio(scores: Floats, labels: list[str], allowed: Bools) -> Ints:
    """Return the best well-formed label of each word of one sentence.

    `scores` are log probabilities, a row for each word. Where each word's best label
    is well formed already, that is the answer.
    """
    best: Ints = scores.argmax(axis=1)
    opens = np.array([not label.startswith("I-") for label in labels])
    if opens[best[0]] and allowed[best[:-1], best[1:]].all():
        return best
    penalty = np.where(allowed, 0.0, -np.inf)
    total = np.where(opens, scores[0], -np.inf)
    back = np.zeros(scores.shape, np.int64)
    for row in range(1, len(scores)):
        into = total[:, None] + penalty
        back[row] = into.argmax(axis=0)
        total = into.max(axis=0) + scores[row]
    return _trace(back[:, None, :], np.array([total.argmax()]))[0]


def best_runs(scores: Floats, switch: float) -> Ints:
    """Return the best labels of many sequences where each change costs `switch`.

    `scores` (sequences, words, labels) are log probabilities; padding words hold zeros.
    """
    count, size, labels = scores.shape
    back = np.zeros((size, count, labels), np.int64)
    same = np.broadcast_to(np.arange(labels), (count, labels))
    total = scores[:, 0].astype(np.float64)
    for row in range(1, size):
        best = total.argmax(axis=1)[:, None]
        changed = np.take_along_axis(total, best, axis=1) - switch
        stays = total >= changed
        back[row] = np.where(stays, same, best)
        total = np.maximum(total, changed) + scores[:, row]
    return _trace(back, total.argmax(axis=1))


def _trace(back: Ints, last: Ints) -> Ints:
    path = np.zeros((len(last), len(back)), np.int64)
    path[:, -1] = last
    for row in range(len(back) - 1, 0, -1):
        last = back[row][np.arange(len(last)), last]
        path[:, row - 1] = last
    return path
