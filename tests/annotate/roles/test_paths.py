import numpy as np
import pytest

from kg.annotate.roles.paths import Trees, path_count, paths

KINDS = 4
ROOT, SUBJECT, CONJUNCT, CASE = range(KINDS)
# "Ada came and left": "came" is the root, "Ada" its subject, "left" beside it with
# "and" below.
TREES = Trees(np.array([1, 1, 3, 1]), np.array([SUBJECT, ROOT, CASE, CONJUNCT]), KINDS)


def way(predicate: int, other: int, trees: Trees = TREES) -> int:
    return int(paths(trees, np.array([predicate]), np.array([other]))[0])


def test_paths_tell_a_child_from_a_sibling_by_the_same_relation() -> None:
    child, sibling = way(1, 0), way(3, 0)
    assert child != sibling
    assert child % 10 == SUBJECT
    assert sibling == child + 2 * KINDS


def test_paths_name_the_relation_right_below_the_turn() -> None:
    assert way(1, 2) == way(1, 3) + KINDS


@pytest.mark.parametrize(("other", "number"), [(3, 1), (1, 2)])
def test_paths_upwards_count_steps_alone(other: int, number: int) -> None:
    assert way(3, other) == number


def test_paths_of_many_pairs_are_those_of_each() -> None:
    pairs = np.array([(p, w) for p in range(4) for w in range(4)]).T
    assert paths(TREES, *pairs).tolist() == [way(p, w) for p, w in pairs.T]


def test_paths_stay_below_their_count_in_a_deep_tree() -> None:
    size = 12
    chain = np.maximum(np.arange(size) - 1, 0)
    trees = Trees(chain, np.full(size, KINDS - 1), KINDS)
    pairs = np.array([(p, w) for p in range(size) for w in range(size)]).T
    found = paths(trees, *pairs)
    assert found.min() == 1
    assert found.max() < path_count(KINDS)
    assert way(size - 1, 0, trees) == 4


def test_paths_far_apart_name_no_relation() -> None:
    # Two branches of four below one root.
    heads = np.array([0, 0, 1, 2, 3, 0, 5, 6, 7])
    trees = Trees(heads, np.full(9, SUBJECT), KINDS)
    assert way(4, 8, trees) == 8
    assert way(4, 5, trees) == 6
