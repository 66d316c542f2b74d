"""Attribution: who said, thought or planned what, as spans of the text."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.attribution.boundaries import CONTENT, CUE, SOURCE, runs, tidy_labels
from kg.annotate.attribution.stretches import Stretches
from kg.annotate.encoder.arrays import Ints, log_softmax
from kg.annotate.encoder.component import Block, Encoded, drop_encoded, encoded
from kg.annotate.encoder.viterbi import best_runs
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.syntax.component import sentence_starts

_SPAN_LABELS = {SOURCE: "SOURCE", CUE: "CUE", CONTENT: "CONTENT"}
_SWITCH = 1.0
# A word is an anchor from this log probability on.
_SURE = math.log(0.36)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """One attribution: its runs of equal labels, and the tokens of content and cue."""

    runs: list[tuple[int, int, int]]
    content: frozenset[int]
    cue: frozenset[int]

    @classmethod
    def of(cls, labels: Ints, offset: int) -> "_Labelled":
        found = [(s + offset, e + offset, label) for s, e, label in runs(labels)]
        content, cue = (
            frozenset(i for s, e, x in found if x == label for i in range(s, e))
            for label in (CONTENT, CUE)
        )
        return cls(found, content, cue)


@Language.factory(
    "kg_attribution",
    assigns=["doc.spans"],
    default_config={"model": None, "threads": 0, "spans_key": "attribution"},
)
def make_attribution(
    nlp: Language, name: str, model: str | None, threads: int, spans_key: str
) -> "Attribution":
    """Create the component that marks sources, cues and contents of statements."""
    return Attribution(open_weights(model, threads), spans_key=spans_key)


class Attribution:
    """Put attributions in `doc.spans`; spans of one share their id, from 1 on.

    The last component that reads the encoder's arrays: it frees them.
    """

    def __init__(self, weights: Weights, *, spans_key: str) -> None:
        self.weights = weights
        self.spans_key = spans_key
        anchors = weights.labels["anchor"]
        self._anchors = [anchors.index("B-CUE"), anchors.index("NOCUE")]

    def __call__(self, doc: Doc) -> Doc:
        part = encoded(doc)
        units: Ints = np.cumsum(sentence_starts(part), dtype=np.int64)
        quoted = _quoted(doc, part)
        stretches = Stretches(doc)
        spans: list[Span] = []
        seen: list[_Labelled] = []
        for block in part.blocks:
            tokens = part.words.tokens[block.window.lo : block.window.hi]
            read = self._read(part, block, units, quoted)
            for labels in _tidied(stretches, tokens, read):
                if labels.content and not _repeats(labels, seen):
                    seen.append(labels)
                    spans += _spans(doc, labels, len(seen))
        doc.spans[self.spans_key] = spans
        drop_encoded(doc)
        return doc

    def _read(self, part: Encoded, block: Block, units: Ints, quoted: Ints) -> Ints:
        """Return the labels of a window's words for each anchor that it keeps."""
        window = block.window
        logs = log_softmax(part.anchors[window.start : window.end])
        sure = logs[:, self._anchors]
        kept = np.flatnonzero((sure > _SURE).any(axis=1))
        if not len(kept):
            return np.zeros((0, 0), np.int64)
        index = kept + window.start - window.lo
        inner = slice(window.lo, window.hi)
        scores = self.weights.session("pair").run(
            ["labels"],
            {
                "words": block.attribution,
                "index": index,
                "unit": units[inner],
                "quote": quoted[inner],
            },
        )[0]
        found = best_runs(log_softmax(scores), _SWITCH)
        is_cue = sure[kept, 0] >= sure[kept, 1]
        lacks = is_cue & ~(found == CUE).any(axis=1)
        found[np.flatnonzero(lacks), index[lacks]] = CUE
        return found


def _quoted(doc: Doc, part: Encoded) -> Ints:
    """Mark the words in quotations; a straight closing mark counts as outside."""
    inside = np.zeros(len(doc), np.int64)
    for span in doc.spans.get("quotes", []):
        inside[span.start : span.end - (span[-1].text == '"')] = 1
    quoted: Ints = inside[part.words.tokens]
    return quoted


def _tidied(stretches: Stretches, tokens: Ints, found: Ints) -> Iterator[_Labelled]:
    """Yield a window's attributions, one for each row of labels, with edges put right.

    `tokens` are the doc's tokens that the columns of `found` label.
    """
    if not len(found):
        return
    first, last = int(tokens[0]), int(tokens[-1]) + 1
    stretch = stretches.around(first, last)
    for row in found:
        labels = np.zeros(len(stretch.doc), np.int64)
        inner = slice(first - stretch.start, last - stretch.start)
        labels[inner] = _over_spaces(tokens, row)
        yield _Labelled.of(tidy_labels(stretch.doc, labels), stretch.start)


def _repeats(labels: _Labelled, seen: list[_Labelled]) -> bool:
    """Whether an earlier attribution has half of the content and shares the cue."""
    return any(
        bool(labels.cue & other.cue)
        and 2 * len(labels.content & other.content)
        >= len(labels.content | other.content)
        for other in seen[-4:]
    )


def _over_spaces(tokens: Ints, labels: Ints) -> Ints:
    """Give a label to the white space between two words that share it."""
    spread = np.zeros(int(tokens[-1] - tokens[0]) + 1, np.int64)
    spread[tokens - tokens[0]] = labels
    for gap in np.flatnonzero(np.diff(tokens) > 1):
        if labels[gap] == labels[gap + 1]:
            inner = slice(tokens[gap] - tokens[0], tokens[gap + 1] - tokens[0])
            spread[inner] = labels[gap]
    return spread


def _spans(doc: Doc, labels: _Labelled, number: int) -> list[Span]:
    return [
        Span(doc, start, end, _SPAN_LABELS[label], span_id=number)
        for start, end, label in labels.runs
    ]
