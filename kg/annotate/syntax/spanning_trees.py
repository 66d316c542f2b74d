"""Trees from scores: the best head for each word of a sentence."""

import numpy as np
from numpy.typing import NDArray

from kg.annotate.encoder.arrays import Floats, Ints

# A list of words gives no root a lead: solving for more than these would take minutes.
_MAX_ROOTS = 4

Scores = NDArray[np.float64]


def best_tree(scores: Floats) -> Ints:
    """Return each word's head in the best tree with one root.

    `scores` has a row for each word and a column for the root (0) and each word's
    head (1 to n); heads come in the columns' numbers. "Ada left" of [[0, -, 5], [3, 0,
    -]] has the heads [2, 0]: "Ada" hangs on word 2, which is the root.

    The algorithm is Chu and Liu's (1965) and Edmonds' (1967), run for a fixed root, as
    UD asks for one root and theirs would give several (Zmigrod et al., 2020).
    """
    size = len(scores)
    full = np.full((size + 1, size + 1), -np.inf)
    # Words of two windows have no score for each other: a low one keeps a tree whole.
    low = scores[np.isfinite(scores)].min() - 100.0
    full[1:] = np.maximum(scores, low)
    np.fill_diagonal(full, -np.inf)
    heads: Ints = full[1:].argmax(axis=1)
    if (heads == 0).sum() == 1 and not _has_cycle(heads):
        return heads
    return _best_of_roots(full)


def _best_of_roots(full: Scores) -> Ints:
    """Solve for one root after another, likeliest first, while one may be better.

    A tree gains at most what its root gains over the best head that the root word could
    have: once that is less than the best tree's total, no other root can win.
    """
    inner = full[1:, 1:].max(axis=1)
    gains = full[1:, 0] - inner
    value, best = -np.inf, np.zeros(len(inner), np.int64)
    for root in np.argsort(-gains, kind="stable")[:_MAX_ROOTS]:
        if gains[root] <= value:
            break
        heads = _rooted_at(full, int(root) + 1)
        found = full[np.arange(1, len(full)), heads]
        reached = float(found.sum() - inner.sum())
        if reached > value:
            value, best = reached, heads
    return best


def _rooted_at(full: Scores, root: int) -> Ints:
    """Return heads of the best tree whose one root is a given word."""
    only = full.copy()
    only[:, 0] = -np.inf
    only[root] = -np.inf
    only[root, 0] = full[root, 0]
    return _arborescence(only)[1:]


def _has_cycle(heads: Ints) -> bool:
    """Whether some word never reaches the root, by doubling the steps taken."""
    jump = np.concatenate(([0], heads))
    for _ in range(max(1, len(jump).bit_length())):
        jump = jump[jump]
    return bool(jump.any())


def _arborescence(scores: Scores) -> Ints:
    """Return heads of the best tree from node 0; entry 0 is 0."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.flatnonzero(inside)
    # Into the cycle: the gain of breaking it at a member; out of it: the best member.
    own = scores[members, heads[members]]
    entering = scores[np.ix_(members, outside)] - own[:, None]
    leaving = scores[np.ix_(outside, members)]
    small = np.full((len(outside) + 1,) * 2, -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    small[0] = -np.inf
    solved = _arborescence(small)
    return _expand(heads, solved, (outside, members), (entering, leaving))


def _expand(
    heads: Ints,
    solved: Ints,
    nodes: tuple[Ints, Ints],
    choices: tuple[Scores, Scores],
) -> Ints:
    """Undo one contraction: the cycle keeps its heads but for the word entered."""
    outside, members = nodes
    entering, leaving = choices
    joint = len(outside)
    heads = heads.copy()
    for row in range(1, joint):
        head = solved[row]
        in_cycle = head == joint
        heads[outside[row]] = (
            members[leaving[row].argmax()] if in_cycle else outside[head]
        )
    entry = solved[joint]
    heads[members[entering[:, entry].argmax()]] = outside[entry]
    return heads


def _find_cycle(heads: Ints) -> list[int] | None:
    """Return the nodes of one cycle, None in a tree.

    Each node is walked through once: `state` holds the start of the walk that is on,
    or -1 for nodes from which the root is reached.
    """
    state = np.zeros(len(heads), dtype=np.int64)
    state[0] = -1
    steps = heads.tolist()
    for first in range(1, len(steps)):
        node = first
        while state[node] == 0:
            state[node] = first
            node = steps[node]
        if state[node] == first:
            cycle = [node]
            while (node := steps[node]) != cycle[0]:
                cycle.append(node)
            return cycle
        node = first
        while state[node] == first:
            state[node] = -1
            node = steps[node]
    return None
