"""The encoder: one pass over all words of an article, kept as arrays on the doc."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.encoder.arrays import Floats, Ints
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.encoder.windows import Window, WindowSizes, windows
from kg.annotate.encoder.wordpieces import WordReader, Words
from kg.errors import ModelError

_KEY = "kg_encoded"
_CLS, _SEP = 101, 102
OUTPUTS = (
    *("upos", "feats", "lemma", "sent", "arc", "rel_d", "rel_h"),
    *("ner", "anchor", "attr"),
)


Inputs = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Block:
    """What pairs of words need, for one window.

    `arc` has a row for each kept word and a column for the root and each word read;
    `dependent` has the kept words' rows, `head` the root's and all words'.
    `attribution` holds all words read.
    """

    window: Window
    arc: Floats
    dependent: Floats
    head: Floats
    attribution: Floats


@dataclass(slots=True)
class Encoded:
    """What the encoder found in one doc; row i belongs to word i.

    `tags`, `features` and `lemmas` are the best labels' numbers; `starts` is the log
    odds that a word opens a sentence; `names` and `anchors` are scores before softmax.
    """

    words: Words
    tags: Ints
    features: Ints
    lemmas: Ints
    starts: Floats
    names: Floats
    anchors: Floats
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def empty(cls, words: Words, names: int, anchors: int) -> "Encoded":
        """Make arrays for a doc's words, to be filled window by window."""
        size = len(words.tokens)
        tags, features, lemmas = (np.zeros(size, np.int64) for _ in range(3))
        return cls(
            words=words,
            tags=tags,
            features=features,
            lemmas=lemmas,
            starts=np.zeros(size, np.float32),
            names=np.zeros((size, names), np.float32),
            anchors=np.zeros((size, anchors), np.float32),
        )


def encoded(doc: Doc) -> Encoded:
    """Return a doc's arrays; raises `ModelError` where `kg_encoder` has not run."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, Encoded):
        raise ModelError("kg_encoder must come before the components that read it")
    return found


def drop_encoded(doc: Doc) -> None:
    """Free a doc's arrays."""
    doc.user_data.pop(_KEY, None)


@Language.factory("kg_encoder", default_config={"model": None, "threads": 0})
def make_encoder(
    nlp: Language, name: str, model: str | None, threads: int
) -> "Encoder":
    """Create the component that runs the encoder."""
    return Encoder(open_weights(model, threads))


class Encoder:
    """Run the encoder over docs, a window at a time.

    A window goes alone, not in a batch: the 8-bit graph scales its numbers by the
    whole batch, so that an article's result would hang on its neighbours'. It is the
    faster way too, on one core (7,200 words a second against 5,800 for batches of 15
    windows over articles), since the arrays stay in the cache and nothing is padded.
    """

    def __init__(self, weights: Weights, sizes: WindowSizes | None = None) -> None:
        self.weights = weights
        self.sizes = sizes or WindowSizes()

    @cached_property
    def _read(self) -> WordReader:
        return WordReader(self.weights.wordpieces)

    def __call__(self, doc: Doc) -> Doc:
        part, found = self.plan(doc)
        session = self.weights.session("encoder")
        for window, inputs in found:
            _keep(part, window, session.run(OUTPUTS, inputs))
        doc.user_data[_KEY] = part
        return doc

    def plan(self, doc: Doc) -> tuple[Encoded, list[tuple[Window, Inputs]]]:
        """Return empty arrays for a doc, and its windows with the graph's inputs."""
        words = self._read(doc)
        labels = self.weights.labels
        part = Encoded.empty(words, len(labels["ner"]), len(labels["anchor"]))
        found = windows(words.counts, words.breaks, words.borders, self.sizes)
        begins = np.concatenate(([0], np.cumsum(words.counts)))
        return part, [(each, _inputs(words, each, begins[each.lo])) for each in found]


def _inputs(words: Words, window: Window, begin: int) -> Inputs:
    counts = words.counts[window.lo : window.hi]
    size = int(counts.sum())
    ids = np.empty((1, size + 2), np.int64)
    ids[0, 0], ids[0, -1] = _CLS, _SEP
    ids[0, 1:-1] = words.pieces[begin : begin + size]
    case = np.zeros((1, size + 2), np.int64)
    case[0, 1:-1] = np.repeat(words.cases[window.lo : window.hi], counts)
    first = (np.cumsum(counts) - counts + 1)[None]
    mask = np.ones((1, size + 2), np.float32)
    return {"ids": ids, "case": case, "mask": mask, "first": first}


def _keep(part: Encoded, window: Window, outputs: list[Any]) -> None:
    upos, feats, lemma, sent, arc, dependent, head, names, anchor, attr = (
        output[0] for output in outputs
    )
    kept = slice(window.start, window.end)
    inner = slice(window.start - window.lo, window.end - window.lo)
    part.tags[kept] = upos[inner].argmax(axis=-1)
    part.features[kept] = feats[inner].argmax(axis=-1)
    part.lemmas[kept] = lemma[inner].argmax(axis=-1)
    part.anchors[kept] = anchor[inner]
    part.starts[kept] = sent[inner, 1] - sent[inner, 0]
    part.names[kept] = names[inner]
    block = Block(
        window=window,
        arc=arc[inner],
        dependent=dependent[inner],
        head=head,
        attribution=attr,
    )
    part.blocks.append(block)
