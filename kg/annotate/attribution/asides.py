"""Contents in several pieces: which of the gaps are part of them."""

import numpy as np
from spacy.tokens import Doc, Span

from kg.annotate.encoder.arrays import Bools, Ints

# An aside of more words than this is not filled in.
_ASIDE = 25


def mend_gaps(doc: Doc, labels: Ints, content: int, *, none: int = 0) -> None:
    """Fill the asides inside a content, in place.

    "Iran, | amongst others, | is behind it": the gap hangs on the content's words, and
    so it belongs. A gap that holds the source or the cue ("…," she said, "…") stays.
    """
    pieces = _pieces(labels, content)
    for (start, end), (later, last) in zip(pieces, pieces[1:], strict=False):
        gap = doc[end:later]
        if (labels[end:later] != none).any() or len(gap) > _ASIDE:
            continue
        if _is_one_sentence(doc, end, later) and _hangs_within(gap, start, last):
            labels[end:later] = content


def _pieces(labels: Ints, content: int) -> list[tuple[int, int]]:
    inside: Bools = np.concatenate(([False], labels == content, [False]))
    bounds = np.flatnonzero(inside[1:] != inside[:-1]).tolist()
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _is_one_sentence(doc: Doc, first: int, last: int) -> bool:
    return not any(doc[i].is_sent_start for i in range(first, last + 1))


def _hangs_within(gap: Span, start: int, last: int) -> bool:
    """Whether each word of a gap depends on a word of the content or of the gap."""
    return all(
        start <= token.head.i < last and token.head.i != token.i
        for token in gap
        if not token.is_punct
    )
