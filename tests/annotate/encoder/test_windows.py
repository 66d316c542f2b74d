"""Windows cover every word once and cut at the ends of sentences."""

import numpy as np
import pytest

from kg.annotate.encoder.windows import WindowSizes, windows

SIZES = WindowSizes(core=20, margin=6)


def _marks(size: int, *places: int) -> np.ndarray:
    marks = np.zeros(size, dtype=bool)
    marks[list(places)] = True
    return marks


def _plan(counts: list[int], breaks: np.ndarray, borders: np.ndarray) -> list:
    return windows(np.array(counts), breaks, borders, SIZES)


@pytest.mark.parametrize("size", [1, 19, 20, 21, 100, 1000])
def test_windows_keep_each_word_once(size: int) -> None:
    found = _plan([1] * size, _marks(size, 0), _marks(size))
    kept = [word for window in found for word in range(window.start, window.end)]
    assert kept == list(range(size))
    assert all(w.lo <= w.start < w.end <= w.hi for w in found)
    assert all(w.hi - w.lo <= 20 + 2 * 6 for w in found)


def test_windows_of_no_words_are_none() -> None:
    assert _plan([], _marks(0), _marks(0)) == []


def test_windows_cut_at_a_paragraph_without_context() -> None:
    found = _plan([1] * 30, _marks(30, 0, 16), _marks(30, 13))
    assert [(w.lo, w.hi) for w in found] == [(0, 16), (16, 30)]


def test_windows_read_past_a_cut_inside_a_sentence() -> None:
    first, second = _plan([1] * 30, _marks(30, 0), _marks(30))
    assert first.hi > first.end == second.start > second.lo


def test_windows_take_a_word_longer_than_the_limit_alone() -> None:
    found = _plan([24, 24, 1], _marks(3, 0), _marks(3))
    assert [(w.start, w.end) for w in found][0] == (0, 1)
    assert found[-1].end == 3


def test_windows_read_a_heading_alone() -> None:
    breaks, borders = _marks(18, 0, 4), _marks(18)
    found = windows(np.ones(18, int), breaks, borders, SIZES, headings=_marks(18, 0, 4))
    assert [(w.lo, w.hi) for w in found] == [(0, 4), (4, 18)]
