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
from kg.annotate.encoder.component import Block, Encoded, encoded
from kg.annotate.encoder.viterbi import best_runs
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.syntax.component import sentence_starts

_SPAN_LABELS = {SOURCE: "SOURCE", CUE: "CUE", CONTENT: "CONTENT"}
# What a change of label from one word to the next costs, as a log probability. On
# PolNeAR dev 0.3 points more sources are right than with 1.5 (kg/train/README.md).
_SWITCH = 1.0
# A word is an anchor from this log probability on, not where that is likeliest: on
# PolNeAR dev contents and cues have most of their words right there, against 0.3, 0.4.
_SURE = math.log(0.36)
# An attribution is compared with so many before it; repetitions come close together.
_LAST_SEEN = 4


@dataclass(frozen=True, slots=True)
class _Labelled:
    """One attribution: its runs of equal labels, and the tokens of content and cue."""

    runs: list[tuple[int, int, int]]
    content: frozenset[int]
    cue: frozenset[int]

    @classmethod
    def of(cls, labels: Ints, offset: int) -> "_Labelled":
        """Take one from the labels of a stretch that starts at a token of the doc."""
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

    "Ada said that it fell" has a source, "Ada", a cue, "said", and a content, "it
    fell". The model finds anchors, which are the first words of cues, or of contents
    that have no cue, and then labels the words around each of them on their own: so
    two attributions may share words. Spans are those of PolNeAR (Newell et al., 2018).

    Needs the encoder's arrays, a dependency parse, `doc.ents` and the spans of
    "quotes".
    """

    def __init__(self, weights: Weights, *, spans_key: str) -> None:
        self.weights = weights
        self.spans_key = spans_key
        anchors = weights.labels["anchor"]
        self._anchors = [anchors.index("B-CUE"), anchors.index("NOCUE")]

    def __call__(self, doc: Doc) -> Doc:
        arrays = encoded(doc)
        sentences: Ints = np.cumsum(sentence_starts(arrays), dtype=np.int64)
        quoted = quoted_words(doc, arrays)
        spans: list[Span] = []
        seen: list[_Labelled] = []
        stretches = Stretches(doc)
        for block in arrays.blocks:
            window = block.window
            tokens = arrays.words.tokens[window.read_start : window.read_end]
            read = self._read(arrays, block, sentences, quoted)
            for labelled in _tidied(stretches, tokens, read):
                if labelled.content and not _repeats(labelled, seen):
                    seen.append(labelled)
                    spans += _spans(doc, labelled, len(seen))
        doc.spans[self.spans_key] = spans
        return doc

    def _read(
        self, arrays: Encoded, block: Block, sentences: Ints, quoted: Ints
    ) -> Ints:
        """Return the labels of a window's words, a row for each anchor that it keeps.

        `sentences` has the number of each word's sentence, `quoted` 1 in quotations.
        """
        window = block.window
        scores = log_softmax(arrays.anchors[window.start : window.end])
        sure = scores[:, self._anchors]
        anchors = np.flatnonzero((sure > _SURE).any(axis=1))
        if not len(anchors):
            return np.zeros((0, 0), np.int64)
        index = anchors + window.start - window.read_start
        read = slice(window.read_start, window.read_end)
        inputs = {
            "words": block.attribution,
            "index": index,
            "unit": sentences[read],
            "quote": quoted[read],
        }
        pair_scores = self.weights.session("pair").run(["labels"], inputs)[0]
        found = best_runs(log_softmax(pair_scores), _SWITCH)
        # A cue's anchor is part of the cue, whatever the second reading made of it.
        is_cue = sure[anchors, 0] >= sure[anchors, 1]
        lacks_cue = is_cue & ~(found == CUE).any(axis=1)
        found[np.flatnonzero(lacks_cue), index[lacks_cue]] = CUE
        return found


def quoted_words(doc: Doc, arrays: Encoded) -> Ints:
    """Return 1 for each word in a quotation, 0 for the others; needs "quotes".

    A straight closing mark counts as outside: as it looks like an opening one, only
    this tells the model which of the two it is.
    """
    inside = np.zeros(len(doc), np.int64)
    for span in doc.spans.get("quotes", []):
        inside[span.start : span.end - (span[-1].text == '"')] = 1
    quoted: Ints = inside[arrays.words.tokens]
    return quoted


def _tidied(stretches: Stretches, tokens: Ints, read: Ints) -> Iterator[_Labelled]:
    """Yield a window's attributions, one for each row of labels, with edges put right.

    `tokens` are the doc's tokens that the columns of `read` label.
    """
    if not len(read):
        return
    first, last = int(tokens[0]), int(tokens[-1]) + 1
    stretch = stretches.around(first, last)
    inner = slice(first - stretch.start, last - stretch.start)
    for row in read:
        labels = np.zeros(len(stretch.doc), np.int64)
        labels[inner] = _over_spaces(tokens, row)
        yield _Labelled.of(tidy_labels(stretch.doc, labels), stretch.start)


def _repeats(labelled: _Labelled, seen: list[_Labelled]) -> bool:
    """Whether an earlier attribution has half of the content and shares the cue.

    Two words of one cue ("made clear") may both be anchors.
    """
    return any(
        bool(labelled.cue & other.cue)
        and 2 * len(labelled.content & other.content)
        >= len(labelled.content | other.content)
        for other in seen[-_LAST_SEEN:]
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


def _spans(doc: Doc, labelled: _Labelled, number: int) -> list[Span]:
    return [
        Span(doc, start, end, _SPAN_LABELS[label], span_id=number)
        for start, end, label in labelled.runs
    ]
