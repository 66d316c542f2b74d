"""Stretches of a text by their offsets, half-open, and what they have in common."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

Offsets = tuple[int, int]


def overlaps(left: Offsets, right: Offsets) -> bool:
    """Tell whether two stretches have a character in common."""
    return left[0] < right[1] and right[0] < left[1]


def places(parts: Iterable[Offsets]) -> frozenset[int]:
    """Return every place in some stretches."""
    return frozenset(place for start, end in parts for place in range(start, end))


def share(ours: AbstractSet[int], theirs: AbstractSet[int]) -> float:
    """Return how much of all places two sets have in common, from 0 to 1."""
    return len(ours & theirs) / max(len(ours | theirs), 1)
