"""Attribution: who said, thought or planned what, as spans of the text."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.arrays import Ints, log_softmax
from kg.annotate.encoder import Block, Encoded, drop_encoded, encoded
from kg.annotate.syntax import sentence_starts
from kg.annotate.viterbi import best_runs
from kg.annotate.weights import Weights, open_weights

_SOURCE, _CONTENT, _CUE = 1, 2, 3
_SPAN_LABELS = {_SOURCE: "SOURCE", _CUE: "CUE", _CONTENT: "CONTENT"}
_SWITCH = 1.5


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
        self._cue_anchor = anchors.index("B-CUE")

    def __call__(self, doc: Doc) -> Doc:
        part = encoded(doc)
        units = np.cumsum(sentence_starts(part))
        quoted = _quoted(doc, part)
        spans: list[Span] = []
        number = 0
        for block in part.blocks:
            for labels, anchor in self._read(part, block, units, quoted):
                if (labels == _CONTENT).any():
                    number += 1
                    lo = block.window.lo
                    spans += _spans(doc, part, labels, lo, number)
        doc.spans[self.spans_key] = spans
        drop_encoded(doc)
        return doc

    def _read(
        self, part: Encoded, block: Block, units: Ints, quoted: Ints
    ) -> list[tuple[Ints, int]]:
        window = block.window
        kept = part.anchors[window.start : window.end]
        index = np.flatnonzero(np.isin(kept, self._anchors)) + window.start - window.lo
        if not len(index):
            return []
        shape = (len(index), window.hi - window.lo)
        inner = slice(window.lo, window.hi)
        scores = self.weights.session("pair").run(
            ["labels"],
            {
                "anchor": block.attribution[index],
                "window": np.broadcast_to(
                    block.attribution, (*shape, block.attribution.shape[1])
                ),
                "index": index,
                "unit": np.broadcast_to(units[inner], shape),
                "quote": np.broadcast_to(quoted[inner], shape),
                "mask": np.ones(shape, np.float32),
            },
        )[0]
        found = best_runs(log_softmax(scores), _SWITCH)
        for row, anchor in enumerate(index):
            is_cue = kept[anchor - window.start + window.lo] == self._cue_anchor
            if is_cue and not (found[row] == _CUE).any():
                found[row, anchor] = _CUE
        return list(zip(found, index.tolist(), strict=True))


def _quoted(doc: Doc, part: Encoded) -> Ints:
    """Mark the words in quotations; a straight closing mark counts as outside."""
    inside = np.zeros(len(doc), np.int64)
    for span in doc.spans.get("quotes", []):
        inside[span.start : span.end - (span[-1].text == '"')] = 1
    quoted: Ints = inside[part.words.tokens]
    return quoted


def _spans(doc: Doc, part: Encoded, labels: Ints, lo: int, number: int) -> list[Span]:
    tokens = part.words.tokens
    bounds = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    return [
        Span(
            doc,
            int(tokens[lo + start]),
            int(tokens[lo + end - 1]) + 1,
            _SPAN_LABELS[int(labels[start])],
            span_id=number,
        )
        for start, end in zip(bounds, bounds[1:], strict=False)
        if labels[start] != 0
    ]
