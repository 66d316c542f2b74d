"""Batches: windows of like length together, padded, with their targets."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from torch import Tensor

from kg.train.corpora import LONGEST, Streams
from kg.train.head_labels import IGNORED
from kg.train.model import Inputs
from kg.train.texts import Example

_CLS, _SEP, _MASK = 101, 102, 103
_POOL = 300
_FILL = {"ner": True, "quote": 0, "unit": 0, "chain": -1, "treebank": 0}


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs of the encoder, (batch, length), and targets, (batch, words).

    `sizes` are the words of each window. `pairs` are rows of attributions: window,
    anchor, and the labels (padded) of the window's words.
    """

    ids: Tensor
    case: Tensor
    mask: Tensor
    first: Tensor
    sizes: list[int]
    targets: dict[str, Tensor]
    pairs: tuple[Tensor, Tensor, Tensor] | None
    strings: Tensor

    @property
    def inputs(self) -> Inputs:
        """What the encoder reads of the batch."""
        return Inputs(self.ids, self.case, self.mask, self.first)

    @property
    def pieces(self) -> int:
        """How many wordpieces were read, padding not counted."""
        return int(self.mask.sum())


def collate(examples: list[Example]) -> Batch:
    """Pad examples to one batch; targets are the layers that all of them have."""
    length = max(example.size for example in examples) + 2
    width = max(len(example.words) for example in examples)
    ids = np.zeros((len(examples), length), np.int64)
    case, mask = np.zeros_like(ids), np.zeros(ids.shape, np.float32)
    first = np.zeros((len(examples), width), np.int64)
    for row, example in enumerate(examples):
        read, size = example.read, example.size
        ids[row, 0], ids[row, size + 1] = _CLS, _SEP
        ids[row, 1 : size + 1] = read.pieces
        case[row, 1 : size + 1] = np.repeat(read.cases, read.counts)
        mask[row, : size + 2] = 1
        first[row, : len(example.words)] = np.cumsum(read.counts) - read.counts + 1
    shared = set.intersection(*(set(example.layers) for example in examples))
    return Batch(
        ids=torch.from_numpy(ids),
        case=torch.from_numpy(case),
        mask=torch.from_numpy(mask),
        first=torch.from_numpy(first),
        sizes=[len(example.words) for example in examples],
        targets={name: _padded(examples, name, width) for name in sorted(shared)},
        pairs=_pairs(examples, width),
        strings=_strings(examples),
    )


def hidden(batch: Batch, share: float) -> Batch:
    """Put the mask in the place of a share of a batch's wordpieces, drawn at random."""
    drawn = torch.rand(batch.ids.shape) < share
    drawn &= (batch.mask > 0) & (batch.ids != _CLS) & (batch.ids != _SEP)
    return replace(batch, ids=batch.ids.masked_fill(drawn, _MASK))


def _padded(examples: list[Example], name: str, width: int) -> Tensor:
    layer = examples[0].layers[name]
    shape = (len(examples), width, *layer.shape[1:])
    padded = np.full(shape, _FILL.get(name, IGNORED), layer.dtype)
    for row, example in enumerate(examples):
        padded[row, : len(example.words)] = example.layers[name]
    return torch.from_numpy(padded)


def _pairs(examples: list[Example], width: int) -> tuple[Tensor, Tensor, Tensor] | None:
    rows = [
        (window, anchor, labels)
        for window, example in enumerate(examples)
        for anchor, labels in example.pairs
    ]
    if not rows:
        return None
    padded = np.full((len(rows), width), IGNORED, np.int64)
    for row, (_, _, labels) in enumerate(rows):
        padded[row, : len(labels)] = labels
    windows = torch.tensor([row[0] for row in rows])
    return windows, torch.tensor([row[1] for row in rows]), torch.from_numpy(padded)


def _strings(examples: list[Example]) -> Tensor:
    """Number the words of all windows end to end: equal numbers, equal words."""
    seen: dict[str, int] = {}
    words = (word.lower() for example in examples for word in example.words)
    return torch.tensor([seen.setdefault(word, len(seen)) for word in words])


def document_batches(streams: Streams) -> Iterator[Batch]:
    """Yield a batch for each document: all of its windows, in order."""
    for examples in streams.documents():
        fitting = [example for example in examples if example.size <= LONGEST]
        if fitting:
            yield collate(fitting)


def bucketed(stream: Iterator[Example], budget: int, random: Random) -> Iterator[Batch]:
    """Yield batches of at most `budget` wordpieces, padding counted."""
    while True:
        pool = [next(stream) for _ in range(_POOL)]
        fitting = [example for example in pool if 0 < example.size <= LONGEST]
        fitting.sort(key=lambda example: example.size + random.random() * 6)
        groups: list[list[Example]] = []
        for example in fitting:
            if not groups or (len(groups[-1]) + 1) * (example.size + 2) > budget:
                groups.append([])
            groups[-1].append(example)
        random.shuffle(groups)
        yield from (collate(group) for group in groups)
