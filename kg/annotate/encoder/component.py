"""The encoder: one pass over all words of an article, kept as arrays on the doc."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.encoder.arrays import Floats, Ints
from kg.annotate.encoder.weights import OUTPUTS, Weights, open_weights
from kg.annotate.encoder.windows import Window, WindowSizes, windows
from kg.annotate.encoder.wordpieces import WordReader, Words
from kg.errors import ModelError

_KEY = "kg_encoded"
# What BERT's vocabulary has for the start and the end of a text (Devlin et al., 2019).
_CLS, _SEP = 101, 102
# The inputs of the graph by name.
Inputs = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Block:
    """What the encoder says of pairs of words: it compares those of one window only.

    `arc` has a score for each kept word (row) and each head that it may have (columns:
    the root, then each word read). `dependent` has the vectors of the kept words and
    `head` those of the root and of all words read, from which relations are scored.
    `attribution` has the vectors of all words read, for sources, cues and contents.
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
    arrays = doc.user_data.get(_KEY)
    if not isinstance(arrays, Encoded):
        raise ModelError("kg_encoder must come before the components that read it")
    return arrays


def keep_encoded(doc: Doc, arrays: Encoded) -> None:
    """Keep a doc's arrays for the components that come after the encoder."""
    doc.user_data[_KEY] = arrays


def drop_encoded(doc: Doc) -> None:
    """Free a doc's arrays: an article has megabytes of them."""
    doc.user_data.pop(_KEY, None)


def word_vectors(arrays: Encoded) -> Floats:
    """Return the vectors of all words, a row a word, each from its own window."""
    if not arrays.blocks:
        return np.zeros((0, 1), np.float32)
    kept = []
    for block in arrays.blocks:
        first = block.window.start - block.window.read_start
        size = block.window.end - block.window.start
        kept.append(block.attribution[first : first + size])
    vectors: Floats = np.concatenate(kept)
    return vectors


@Language.factory("kg_encoder", default_config={"model": None, "threads": 0})
def make_encoder(
    nlp: Language, name: str, model: str | None, threads: int
) -> "Encoder":
    """Create the component that runs the encoder."""
    return Encoder(open_weights(model, threads))


class Encoder:
    """Run the encoder over docs, a window at a time; keep its arrays on the doc.

    Needs words alone. `encoded(doc)` returns the arrays, until a component drops them.

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
        arrays, planned = self.plan(doc)
        session = self.weights.session("encoder")
        for window, inputs in planned:
            _fill(arrays, window, session.run(OUTPUTS, inputs))
        keep_encoded(doc, arrays)
        return doc

    def plan(self, doc: Doc) -> tuple[Encoded, list[tuple[Window, Inputs]]]:
        """Return empty arrays for a doc, and its windows with the graph's inputs."""
        words = self._read(doc)
        labels = self.weights.labels
        arrays = Encoded.empty(words, len(labels["ner"]), len(labels["anchor"]))
        found = windows(
            words.counts,
            words.breaks,
            words.borders,
            self.sizes,
            headings=words.headings,
        )
        begins = np.concatenate(([0], np.cumsum(words.counts)))
        return arrays, [
            (window, _inputs(words, window, begins[window.read_start]))
            for window in found
        ]


def _inputs(words: Words, window: Window, begin: int) -> Inputs:
    """Return what the graph reads of a window, as a batch of one.

    `begin` is the place of the window's first wordpiece among the text's. "first" has
    the place of each word's first wordpiece: its vector is the word's.
    """
    counts = words.counts[window.read_start : window.read_end]
    size = int(counts.sum())
    ids = np.empty((1, size + 2), np.int64)
    ids[0, 0], ids[0, -1] = _CLS, _SEP
    ids[0, 1:-1] = words.pieces[begin : begin + size]
    case = np.zeros((1, size + 2), np.int64)
    case[0, 1:-1] = np.repeat(words.cases[window.read_start : window.read_end], counts)
    first = (np.cumsum(counts) - counts + 1)[None]
    mask = np.ones((1, size + 2), np.float32)
    return {"ids": ids, "case": case, "mask": mask, "first": first}


def _fill(arrays: Encoded, window: Window, outputs: list[Any]) -> None:
    """Put the graph's outputs for a window into a doc's arrays.

    The graph gives a row for each word read; only those of kept words are taken.
    """
    upos, feats, lemma, sent, arc, dependent, head, names, anchor, attr = (
        output[0] for output in outputs
    )
    kept = slice(window.start, window.end)
    rows = slice(window.start - window.read_start, window.end - window.read_start)
    arrays.tags[kept] = upos[rows].argmax(axis=-1)
    arrays.features[kept] = feats[rows].argmax(axis=-1)
    arrays.lemmas[kept] = lemma[rows].argmax(axis=-1)
    arrays.anchors[kept] = anchor[rows]
    arrays.starts[kept] = sent[rows, 1] - sent[rows, 0]
    arrays.names[kept] = names[rows]
    block = Block(
        window=window,
        arc=arc[rows],
        dependent=dependent[rows],
        head=head,
        attribution=attr,
    )
    arrays.blocks.append(block)
