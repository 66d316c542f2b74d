"""Vectors of meaning as text: how they are kept in records, JSON and the graph.

A vector's direction is all that counts. Each component takes one signed byte, the
largest of them 127 or -127; the bytes stand in base64.
"""

from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul

_LARGEST = 127


def to_text(vector: Sequence[float]) -> str | None:
    """Return a vector as text, the same for the same direction; None for one of zeros.

    >>> to_text([0.5, -0.25])
    'f8A='
    """
    largest = max(map(abs, vector), default=0.0)
    if not largest:
        return None
    steps = [round(component / largest * _LARGEST) for component in vector]
    return b64encode(array("b", steps).tobytes()).decode("ascii")


def likeness(one: str, other: str) -> float | None:
    """Return the cosine of two vectors as text: near 1 where they mean the same.

    None where they have not the same length: they come from models of two kinds.
    """
    (left, length), (right, other_length) = _read(one), _read(other)
    if len(left) != len(right):
        return None
    product: int = sum(map(mul, left, right))
    return product / (length * other_length)


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[tuple[int, ...], float]:
    """Return a vector's components and its length, 1 for one of zeros."""
    found = tuple(memoryview(b64decode(text)).cast("b"))
    return found, sqrt(sum(map(mul, found, found))) or 1.0
