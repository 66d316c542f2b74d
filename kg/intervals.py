"""Intervals found by place, so that a long article is not searched from its start."""

from collections.abc import Iterable

# Places to a bucket. A quotation or a sentence fills one or two; any size is right.
_BUCKET = 64


class Intervals:
    """Half-open intervals, and which of them hold a place or touch a stretch.

    >>> found = Intervals([(0, 4), (2, 9), (5, 6)])
    >>> found.at(3), found.over(4, 6)
    ([0, 1], [1, 2])
    """

    def __init__(self, intervals: Iterable[tuple[int, int]]) -> None:
        self.intervals = tuple(intervals)
        self._buckets: dict[int, list[int]] = {}
        for number, (start, end) in enumerate(self.intervals):
            for bucket in _buckets(start, end):
                self._buckets.setdefault(bucket, []).append(number)

    def at(self, place: int) -> list[int]:
        """Return the numbers of the intervals that hold a place, in their order."""
        return self.over(place, place + 1)

    def over(self, start: int, end: int) -> list[int]:
        """Return the numbers of those that share a place with a stretch, in order."""
        near = {
            number
            for bucket in _buckets(start, end)
            for number in self._buckets.get(bucket, ())
        }
        return sorted(number for number in near if self._touches(number, start, end))

    def _touches(self, number: int, start: int, end: int) -> bool:
        own = self.intervals[number]
        return own[0] < end and start < own[1]


def _buckets(start: int, end: int) -> range:
    return range(start // _BUCKET, (max(end, start + 1) - 1) // _BUCKET + 1)
