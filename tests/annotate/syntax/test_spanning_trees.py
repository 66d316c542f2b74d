"""Trees from scores, against every possible tree of a short sentence."""

import itertools

import numpy as np
import pytest

from kg.annotate.syntax.spanning_trees import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        node = word
        for _ in heads:
            node = heads[node - 1] if node else 0
        if node:
            return False
    return True


def _value(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_best_tree_scores_as_high_as_any_single_rooted_tree(seed: int) -> None:
    draw = np.random.default_rng(seed)
    size = int(draw.integers(1, 5))
    scores = (3 * draw.normal(size=(size, size + 1))).astype(np.float32)
    trees = filter(_is_tree, itertools.product(range(size + 1), repeat=size))
    best = max(_value(scores, tree) for tree in trees)
    found = tuple(best_tree(scores).tolist())
    assert _is_tree(found)
    assert _value(scores, found) == pytest.approx(best, abs=1e-4)


def test_best_tree_joins_words_that_have_no_score_for_each_other() -> None:
    scores = np.full((4, 5), -np.inf, np.float32)
    scores[:, 0] = 1.0
    scores[0, 2] = scores[2, 4] = 5.0
    found = tuple(best_tree(scores).tolist())
    assert _is_tree(found)
    assert found[0] == 2 and found[2] == 4


def test_best_tree_of_a_long_run_without_a_lead_has_one_root() -> None:
    found = tuple(best_tree(np.zeros((120, 121), np.float32)).tolist())
    assert _is_tree(found)
