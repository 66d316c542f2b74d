"""Where the spans of an attribution end because their paragraph does."""

from collections.abc import Iterable

import numpy as np
from spacy.tokens import Doc

from kg.annotate.encoder.arrays import Bools, Ints

_MARKS = frozenset("\"“”„«»‘’'") | {"``", "''"}


def cut_at_paragraphs(
    doc: Doc, labels: Ints, runs: Iterable[tuple[int, int, int]], *, cue: int
) -> None:
    """End spans with their paragraph, in place; of two parts the one nearer to the cue.

    `runs` are start, end and label of the spans, `cue` is the label of cues. A
    quotation alone goes on over paragraphs, and not from a heading that quotes.
    """
    cues = np.flatnonzero(labels == cue)
    quoted = _is_in_quotation(doc)
    for start, end, label in runs:
        for i in range(start + 1, end - 1):
            if doc[i].text.count("\n") < 2:
                continue
            if quoted[i - 1] and quoted[i + 1] and not _ends_heading(doc, i):
                continue
            nearest = cues[np.argmin(np.abs(cues - i))] if len(cues) else end
            if label == cue or nearest < i:
                labels[i:end] = 0
                break
            labels[start : i + 1] = 0


def _is_in_quotation(doc: Doc) -> Bools:
    """Return for each token whether it stands in a quotation."""
    quoted = np.zeros(len(doc), bool)
    for quote in doc.spans.get("quotes", []):
        quoted[quote.start : quote.end] = True
    return quoted


def _ends_heading(doc: Doc, end: int) -> bool:
    """Tell a heading in quotation marks from the first paragraph of a quotation.

    Its marks close with it, and no full stop stands before them: “No trust left”.
    """
    start = next((i + 1 for i in range(end - 1, -1, -1) if "\n" in doc[i].text), 0)
    is_quoted = doc[start].text in _MARKS and doc[end - 1].text in _MARKS
    return is_quoted and end - start > 2 and doc[end - 2].text[-1].isalnum()
