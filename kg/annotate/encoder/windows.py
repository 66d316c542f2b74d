"""Windows: the runs of words that the encoder reads at one time."""

from dataclasses import dataclass

import numpy as np

from kg.annotate.encoder.arrays import Bools, Ints


@dataclass(frozen=True, slots=True)
class Window:
    """Words `lo` to `hi` are read; the annotation of `start` to `end` is kept.

    All four are half-open word indices, lo <= start < end <= hi. The words outside
    are context: a statement's source can stand in the paragraph before its content.
    """

    lo: int
    hi: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WindowSizes:
    """Limits in wordpieces: of what is kept, and of context where a cut is forced.

    Measured on the dev sets: 160 without context beats 120, 200 and every size with
    context; the encoder learned on windows of whole sentences of that length.
    """

    core: int = 160
    margin: int = 60


def windows(
    counts: Ints,
    breaks: Bools,
    borders: Bools,
    sizes: WindowSizes,
    *,
    headings: Bools | None = None,
) -> list[Window]:
    """Cut a text's words into windows whose kept parts cover every word once.

    `counts` are wordpieces a word. Cuts fall at `breaks` (paragraphs) where there is
    one, else at `borders` (sentence punctuation), else anywhere, and then each side
    reads some words of the other. Where `headings` has a mark there always is a cut: a
    heading has no full stop, and would run into the sentence after it.
    """
    if len(counts) == 0:
        return []
    ends = np.cumsum(counts)
    strength = breaks * 2 + borders
    forced = [] if headings is None else np.flatnonzero(headings).tolist()
    cuts = _cuts(ends, strength, [*forced, len(counts)], sizes.core)
    return [
        Window(
            _reach_left(ends, strength, start, sizes.margin),
            _reach_right(ends, strength, end, sizes.margin),
            start,
            end,
        )
        for start, end in zip(cuts, cuts[1:], strict=False)
    ]


def _cuts(ends: Ints, strength: Ints, bounds: list[int], limit: int) -> list[int]:
    """Return where windows start and end, the bounds among them."""
    cuts = [0]
    for bound in filter(None, bounds):
        while (left := _pieces(ends, cuts[-1], bound)) > limit:
            done = _pieces(ends, 0, cuts[-1])
            even = left / -(-left // limit)
            sizes = (done, even, limit)
            cuts.append(_cut(ends[:bound], strength[:bound], cuts[-1], sizes))
        if bound > cuts[-1]:
            cuts.append(bound)
    return cuts


def _pieces(ends: Ints, start: int, end: int) -> int:
    """Return how many wordpieces the words from start to end have."""
    return int(ends[end - 1] if end else 0) - int(ends[start - 1] if start else 0)


def _cut(ends: Ints, strength: Ints, start: int, sizes: tuple[int, float, int]) -> int:
    """Find the best place between half of an even share and the limit."""
    done, even, limit = sizes
    low = max(int(np.searchsorted(ends, done + even / 2)), start) + 1
    high = max(int(np.searchsorted(ends, done + limit, side="right")), start + 1)
    low = min(low, high)
    places = np.arange(low, min(high, len(ends) - 1) + 1)
    off = np.abs(ends[places - 1] - done - even) / even
    return int(places[np.argmax(np.minimum(strength[places], 2) - off)])


def _reach_left(ends: Ints, strength: Ints, start: int, margin: int) -> int:
    """Add context before a cut inside a sentence, back to its start if that is near."""
    if start == 0 or strength[start]:
        return start
    lo = int(np.searchsorted(ends, ends[start - 1] - margin, side="right"))
    marked = np.flatnonzero(strength[lo:start])
    return lo + int(marked[-1]) if len(marked) else lo


def _reach_right(ends: Ints, strength: Ints, end: int, margin: int) -> int:
    """Add context after a cut inside a sentence, on to its end if that is near."""
    if end == len(ends) or strength[end]:
        return end
    hi = int(np.searchsorted(ends, ends[end - 1] + margin, side="right"))
    marked = np.flatnonzero(strength[end:hi])
    return end + int(marked[0]) if len(marked) else hi
