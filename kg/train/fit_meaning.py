"""The head of meaning: the base encoder's sentence vectors, read off the trained one.

The base was trained so that texts of like meaning have like vectors (the mean of its
words' states; Wang et al., 2022). Training for other tasks moves the states; a linear
map from the means of some layers, fitted by ridge regression on sentences of news,
gives the vectors back, less their common part.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import spacy
import torch
from torch import Tensor
from transformers import BertModel

from kg.train.batches import collate
from kg.train.jsonl import json_lines
from kg.train.model import Inputs, Meaning, Model
from kg.train.texts import Reader, Text

_FILES = ("text/wikinews-2019.jsonl", "text/state-releases.jsonl")
_SENTENCES = 1500
_SHORTEST, _LONGEST = 5, 45
_END = re.compile(r"(?<=[.?!])\s+|\n+")
_RIDGE = 0.2
# What E5 was trained to read before a text that is compared with its like.
_PREFIX = ("query", ":")


def news_sentences(data: Path, seed: int = 1) -> Iterator[list[str]]:
    """Yield the words of a draw of sentences of each corpus of plain news."""
    blank = spacy.blank("en")
    for name in _FILES:
        texts = (row["text"] for row in json_lines(data / name))
        parts = [part for text in texts for part in _END.split(text)]
        fitting = [x for x in parts if _SHORTEST <= len(x.split()) <= _LONGEST]
        for sentence in Random(seed).sample(fitting, min(_SENTENCES, len(fitting))):
            yield [word.text for word in blank.make_doc(sentence) if not word.is_space]


@torch.no_grad()
def fit_meaning(
    model: Model, base: BertModel, reader: Reader, sentences: Iterator[list[str]]
) -> None:
    """Set the model's head of meaning by least squares."""
    means, vectors = [], []
    base.eval()
    for words in sentences:
        states = model.layers(_inputs(reader, words))
        means.append(model.meaning.means(states, torch.ones(1, len(words)))[0])
        plain = _inputs(reader, [*_PREFIX, *words])
        found = base(input_ids=plain.ids, attention_mask=plain.mask)
        vectors.append(torch.nn.functional.normalize(found[0][0].mean(0), dim=0))
    _solve(model.meaning, torch.stack(means).double(), torch.stack(vectors).double())


def _inputs(reader: Reader, words: list[str]) -> Inputs:
    text = Text(words, np.zeros(len(words), dtype=bool))
    return collate([reader.example(text, 0, len(words))]).inputs


def _solve(head: Meaning, means: Tensor, vectors: Tensor) -> None:
    """Fit both sides' differences from their means; the common part says nothing."""
    middle = means.mean(0)
    left, right = means - middle, vectors - vectors.mean(0)
    square = left.T @ left
    ridge = _RIDGE * square.diagonal().mean() * torch.eye(len(square)).double()
    weight = torch.linalg.solve(square + ridge, left.T @ right).T
    head.out.weight.copy_(weight)
    head.out.bias.copy_(-weight @ middle)
