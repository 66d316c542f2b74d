"""The encoder: one pass over all words of many articles, kept as arrays on each doc."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.arrays import Floats, Ints
from kg.annotate.weights import Weights, open_weights
from kg.annotate.windows import Window, WindowSizes, windows
from kg.annotate.words import WordReader, Words
from kg.errors import ModelError

_KEY = "kg_encoded"
_CLS, _SEP = 101, 102
_OUTPUTS = [
    "upos",
    "feats",
    "lemma",
    "sent",
    "arc",
    "rel_d",
    "rel_h",
    "ner",
    "anchor",
    "attr",
]
_BATCH_PIECES = 2400
# Docs are encoded together up to this many words, which bounds the memory.
_BATCH_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Block:
    """What pairs of words need, for one window.

    `arc` has a row for each kept word and a column for the root and each word read;
    `dependent` has the kept words' rows, `head` the root's and all words'. `attribution`
    holds all words read.
    """

    window: Window
    arc: Floats
    dependent: Floats
    head: Floats
    attribution: Floats


@dataclass(slots=True)
class Encoded:
    """What the encoder found in one doc; row i belongs to word i.

    `tags`, `features`, `lemmas` and `anchors` are the best labels' numbers; `starts`
    is the log odds that a word opens a sentence; `names` are scores before softmax.
    """

    words: Words
    tags: Ints
    features: Ints
    lemmas: Ints
    anchors: Ints
    starts: Floats
    names: Floats
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def empty(cls, words: Words, names: int) -> "Encoded":
        """Make arrays for a doc's words, to be filled window by window."""
        size = len(words.tokens)
        tags, features, lemmas, anchors = (np.zeros(size, np.int64) for _ in range(4))
        return cls(
            words=words,
            tags=tags,
            features=features,
            lemmas=lemmas,
            anchors=anchors,
            starts=np.zeros(size, np.float32),
            names=np.zeros((size, names), np.float32),
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
    """Run the encoder over docs, in batches of windows of like length."""

    def __init__(self, weights: Weights, sizes: WindowSizes | None = None) -> None:
        self.weights = weights
        self.sizes = sizes or WindowSizes()

    @cached_property
    def _read(self) -> WordReader:
        return WordReader(self.weights.wordpieces)

    def __call__(self, doc: Doc) -> Doc:
        self._encode([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Encode docs together, up to `batch_size` or some thousand words."""
        batch: list[Doc] = []
        words = 0
        for doc in docs:
            batch.append(doc)
            words += len(doc)
            if len(batch) >= batch_size or words >= _BATCH_WORDS:
                yield from self._encode(batch)
                batch, words = [], 0
        yield from self._encode(batch)

    def _encode(self, docs: list[Doc]) -> list[Doc]:
        found = [self._empty(doc) for doc in docs]
        jobs = [(part, window) for part in found for window in self._windows(part)]
        jobs.sort(key=lambda job: -_length(*job))
        for batch in _batches(jobs):
            self._run(batch)
        for doc, part in zip(docs, found, strict=True):
            part.blocks.sort(key=lambda block: block.window.start)
            doc.user_data[_KEY] = part
        return docs

    def _empty(self, doc: Doc) -> Encoded:
        return Encoded.empty(self._read(doc), len(self.weights.labels["ner"]))

    def _windows(self, part: Encoded) -> list[Window]:
        words = part.words
        return windows(words.counts, words.breaks, words.borders, self.sizes)

    def _run(self, batch: list[tuple[Encoded, Window]]) -> None:
        outputs = self.weights.session("encoder").run(_OUTPUTS, graph_inputs(batch))
        for row, (part, window) in enumerate(batch):
            _keep(part, window, [output[row] for output in outputs])


def _length(part: Encoded, window: Window) -> int:
    return int(part.words.counts[window.lo : window.hi].sum())


def _batches(
    jobs: list[tuple[Encoded, Window]],
) -> Iterator[list[tuple[Encoded, Window]]]:
    """Cut windows that are sorted longest first into batches of bounded area."""
    start = 0
    while start < len(jobs):
        rows = max(1, _BATCH_PIECES // (_length(*jobs[start]) + 2))
        yield jobs[start : start + rows]
        start += rows


def graph_inputs(batch: list[tuple[Encoded, Window]]) -> dict[str, np.ndarray]:
    """Pad a batch of windows into the inputs of the encoder's graph."""
    width = max(_length(*job) for job in batch) + 2
    most = max(window.hi - window.lo for _, window in batch)
    ids = np.zeros((len(batch), width), np.int64)
    case = np.zeros((len(batch), width), np.int64)
    mask = np.zeros((len(batch), width), np.float32)
    first = np.zeros((len(batch), most), np.int64)
    for row, (part, window) in enumerate(batch):
        words = part.words
        counts = words.counts[window.lo : window.hi]
        begin = int(words.counts[: window.lo].sum())
        size = int(counts.sum())
        ids[row, 0] = _CLS
        ids[row, 1 : size + 1] = words.pieces[begin : begin + size]
        ids[row, size + 1] = _SEP
        case[row, 1 : size + 1] = np.repeat(words.cases[window.lo : window.hi], counts)
        mask[row, : size + 2] = 1
        first[row, : len(counts)] = np.cumsum(counts) - counts + 1
    return {"ids": ids, "case": case, "mask": mask, "first": first}


def _keep(part: Encoded, window: Window, outputs: list[Floats]) -> None:
    """Copy what is to be kept, so that the padded batch can be freed."""
    upos, feats, lemma, sent, arc, dependent, head, names, anchor, attr = outputs
    kept = slice(window.start, window.end)
    inner = slice(window.start - window.lo, window.end - window.lo)
    size = window.hi - window.lo
    part.tags[kept] = upos[inner].argmax(axis=-1)
    part.features[kept] = feats[inner].argmax(axis=-1)
    part.lemmas[kept] = lemma[inner].argmax(axis=-1)
    part.anchors[kept] = anchor[inner].argmax(axis=-1)
    part.starts[kept] = sent[inner, 1] - sent[inner, 0]
    part.names[kept] = names[inner]
    block = Block(
        window=window,
        arc=arc[inner, : size + 1].copy(),
        dependent=dependent[inner].copy(),
        head=head[: size + 1].copy(),
        attribution=attr[:size].copy(),
    )
    part.blocks.append(block)
