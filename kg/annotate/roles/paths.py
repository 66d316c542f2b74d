"""The way through a tree from a predicate to another word, as one number."""

from dataclasses import dataclass

import numpy as np

from kg.annotate.encoder.arrays import Ints

# Numbers below this one are of ways that name no relation: 1 is the word itself, 2 to 4
# are words above by their steps, 5 to 8 words far away by their steps down.
_FIRST = 10
_FAR = 3
# A child, what is below a child, a sibling, what is below one, a sibling of the parent.
_KINDS = 5


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of a text: each word's head (a root is its own) and relation's number.

    `kinds` is how many relations there are.
    """

    heads: Ints
    relations: Ints
    kinds: int


def path_count(kinds: int) -> int:
    """Return how many numbers `paths` gives out where there are so many relations."""
    return _FIRST + _KINDS * kinds


def paths(trees: Trees, predicates: Ints, others: Ints) -> Ints:
    """Return the number of the way from each predicate to the word beside it.

    `predicates` and `others` are places of words, pair by pair, of one sentence each.
    In "Ada came and left" the way from "came" to "Ada" is that of a child by `nsubj`,
    from "left" that of a sibling by `nsubj`.
    """
    up, down, below = _walk(trees.heads, predicates, others)
    relation = trees.relations[below]
    deep = np.minimum(down, 2) - 1
    kind = np.where(up < 2, 2 * up + deep, _KINDS - 1)
    number = _FIRST + kind * trees.kinds + relation
    number = np.where(up >= _FAR, 5 + np.minimum(down, _FAR), number)
    number = np.where(down == 0, 1 + np.minimum(up, _FAR), number)
    return number.astype(np.int64)


def _walk(heads: Ints, predicates: Ints, others: Ints) -> tuple[Ints, Ints, Ints]:
    """Return steps up, steps down, and the word right below the turn of each way."""
    depth = _depths(heads)
    left, right, below = predicates.copy(), others.copy(), others.copy()
    up, down = np.zeros_like(left), np.zeros_like(left)
    while (apart := left != right).any():
        rises = apart & (depth[left] >= depth[right])
        sinks = apart & (depth[right] >= depth[left])
        below[sinks] = right[sinks]
        left[rises], right[sinks] = heads[left[rises]], heads[right[sinks]]
        up += rises
        down += sinks
    return up, down, below


def _depths(heads: Ints) -> Ints:
    """Return how many steps each word is below its root."""
    depth = np.zeros_like(heads)
    below, above = np.arange(len(heads)), heads
    while (moves := above != below).any():
        depth += moves
        below, above = above, heads[above]
    return depth
