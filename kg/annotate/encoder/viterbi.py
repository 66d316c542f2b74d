"""Best label sequences: names that are well formed, attribution spans that hold.

Both are found by the algorithm of Viterbi (1967): the best way to each label of a word
goes on from the best ways to the labels of the word before.
"""

import numpy as np

from kg.annotate.encoder.arrays import Bools, Floats, Ints


def allowed_after(labels: list[str]) -> Bools:
    """Return which label (column) may follow which (row) in BIO.

    BIO (Ramshaw and Marcus, 1995) marks the first word of a name "B-", others "I-".
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

    `scores` are log probabilities, a row for each word and a column for each of the
    `labels`; `allowed` is `allowed_after(labels)`. Returns the numbers of labels. Where
    the best labels of all words are well formed already, they are the answer.
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
    return _trace(back, int(total.argmax()))


def best_runs(scores: Floats, switch: float) -> Ints:
    """Return the best labels of many sequences where each change costs `switch`.

    `scores` (sequences, words, labels) are log probabilities; padding words hold zeros.
    Returns a row of label numbers for each sequence. A word whose own best label is
    another goes with its neighbours if the label gains less than the two changes cost.
    """
    rows = np.ascontiguousarray(scores.transpose(1, 0, 2), dtype=np.float64)
    # A label is reached from itself for nothing, or from the best one for a change.
    for before, row in zip(rows, rows[1:], strict=False):
        row += np.maximum(before, before.max(axis=1, keepdims=True) - switch)
    best = rows.argmax(axis=2)
    # Where staying is no worse than coming from the best label, the way stays.
    stays = rows >= rows.max(axis=2, keepdims=True) - switch
    path = best.copy()
    every = np.arange(len(scores))
    for row in range(len(rows) - 1, 0, -1):
        last = path[row]
        path[row - 1] = np.where(stays[row - 1, every, last], last, best[row - 1])
    paths: Ints = path.T
    return paths


def _trace(back: Ints, last: int) -> Ints:
    path = np.zeros(len(back), np.int64)
    path[-1] = last
    for row in range(len(back) - 1, 0, -1):
        path[row - 1] = last = back[row, last]
    return path
