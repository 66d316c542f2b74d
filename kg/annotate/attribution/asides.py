"""Contents in several pieces: which of the gaps are asides, and so part of them."""

import numpy as np
from spacy.tokens import Doc, Span

from kg.annotate.encoder.arrays import Bools, Ints

# A longer gap is left alone: where the tree is wrong it would bring in a sentence.
_MAX_ASIDE = 25


def fill_asides(doc: Doc, labels: Ints, content: int, *, none: int = 0) -> None:
    """Give the asides inside a content the content's label, in place.

    `labels` has a label for each token; `content` and `none` are two of them. In "Iran,
    | amongst others, | is behind it" the gap between the bars hangs on the content's
    words, and so it belongs. A gap that holds the source or the cue stays: “…,” she
    said, “…”. Needs a dependency parse.
    """
    pieces = _pieces(labels, content)
    for (start, end), (next_start, next_end) in zip(pieces, pieces[1:], strict=False):
        gap = doc[end:next_start]
        if (labels[end:next_start] != none).any() or len(gap) > _MAX_ASIDE:
            continue
        if _is_one_sentence(doc, end, next_start) and _hangs_on(gap, start, next_end):
            labels[end:next_start] = content


def _pieces(labels: Ints, content: int) -> list[tuple[int, int]]:
    """Return start and end of each run of the content's label."""
    inside: Bools = np.concatenate(([False], labels == content, [False]))
    bounds = np.flatnonzero(inside[1:] != inside[:-1]).tolist()
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _is_one_sentence(doc: Doc, first: int, last: int) -> bool:
    return not any(doc[i].is_sent_start for i in range(first, last + 1))


def _hangs_on(gap: Span, start: int, end: int) -> bool:
    """Whether each word of a gap depends on a word from `start` to `end`."""
    return all(
        start <= token.head.i < end and token.head.i != token.i
        for token in gap
        if not token.is_punct
    )
