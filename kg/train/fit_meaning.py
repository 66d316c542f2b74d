"""Fit the head of meaning on a package's encoder, which stays as it is.

``python -m kg.train.fit_meaning MODEL_FOLDER DATA_FOLDER --base JAR`` writes
``meaning.onnx`` to MODEL_FOLDER.

The base encoder was trained so that texts of like meaning have like vectors (the mean
of its words' states; Wang et al., 2022). Training for other tasks moves the states; a
linear map, fitted by ridge regression on sentences of news, gives the vectors back,
less their common part: from the means of the words' vectors as they stand in their
articles, to what the base makes of the same words alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import click
import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertModel

from kg.annotate.encoder.component import encoded, word_vectors
from kg.annotate.pipeline import load_pipeline
from kg.train.base import base_encoder
from kg.train.batches import collate
from kg.train.export import write_graph
from kg.train.jsonl import json_lines
from kg.train.model import Inputs
from kg.train.options import base_option, data_argument, model_argument
from kg.train.texts import Reader, Text

_FILES = ("text/wikinews-2019.jsonl", "text/state-releases.jsonl")
_PARTS, _AN_ARTICLE = 1500, 9
_SHORTEST, _LONGEST = 5, 45
_END = re.compile(r"(?<=[.?!])\s+|\n+")
_RIDGE = 0.05
# What E5 was trained to read before a text that is compared with its like.
_PREFIX = ("query", ":")
_CHARACTERS = 4_000


def news_parts(
    data: Path, seed: int = 1
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield articles of each corpus of plain news, with the places of some parts.

    A part is a sentence or, as often, the end of one: contents are clauses mostly.
    """
    for name in _FILES:
        random, left = Random(seed), _PARTS
        texts = [row["text"][:_CHARACTERS] for row in json_lines(data / name)]
        random.shuffle(texts)
        for text in texts:
            drawn = list(_parts(text, random))[:left]
            left -= len(drawn)
            if drawn:
                yield text, drawn


def _parts(text: str, random: Random) -> Iterator[tuple[int, int]]:
    bounds = [0, *(place for end in _END.finditer(text) for place in end.span())]
    sentences = zip(bounds[::2], [*bounds[1::2], len(text)], strict=True)
    fitting = [
        (start, end)
        for start, end in sentences
        if _SHORTEST <= len(text[start:end].split()) <= _LONGEST
    ]
    for start, end in random.sample(fitting, min(_AN_ARTICLE, len(fitting))):
        words = [start + word.start() for word in re.finditer(r"\S+", text[start:end])]
        cut = random.choice([0, random.randrange(len(words) - _SHORTEST + 1)])
        yield words[cut], end


@torch.no_grad()
def examples(model: Path, data: Path, base: BertModel) -> tuple[Tensor, Tensor]:
    """Return the parts' means by a package, and the base's vectors of them."""
    nlp = load_pipeline(model, threads=1)
    reader = Reader(str(model / "vocab.txt"))
    means, vectors = [], []
    for text, parts in news_parts(data):
        doc = nlp.get_pipe("kg_encoder")(nlp.make_doc(text))
        arrays = encoded(doc)
        found, tokens = word_vectors(arrays), arrays.words.tokens
        starts = np.array([doc[int(token)].idx for token in tokens])
        for start, end in parts:
            first, last = np.searchsorted(starts, (start, end))
            words = [doc[int(token)].text for token in tokens[first:last]]
            plain = _inputs(reader, [*_PREFIX, *words])
            states = base(input_ids=plain.ids, attention_mask=plain.mask)[0][0]
            means.append(torch.from_numpy(found[first:last].mean(0)))
            vectors.append(nn.functional.normalize(states.mean(0), dim=0))
    return torch.stack(means).double(), torch.stack(vectors).double()


def _inputs(reader: Reader, words: list[str]) -> Inputs:
    text = Text(words, np.zeros(len(words), dtype=bool))
    return collate([reader.example(text, 0, len(words))]).inputs


@torch.no_grad()
def solve(means: Tensor, vectors: Tensor) -> nn.Linear:
    """Fit both sides' differences from their means; the common part says nothing."""
    middle = means.mean(0)
    left, right = means - middle, vectors - vectors.mean(0)
    square = left.T @ left
    ridge = _RIDGE * square.diagonal().mean() * torch.eye(len(square)).double()
    weight = torch.linalg.solve(square + ridge, left.T @ right).T
    head = nn.Linear(means.shape[1], vectors.shape[1])
    head.weight.copy_(weight)
    head.bias.copy_(-weight @ middle)
    return head


@click.command(help=__doc__)
@model_argument
@data_argument
@base_option
def main(model: Path, data: Path, base: Path) -> None:
    """Fit the head and write it."""
    means, vectors = examples(model, data, base_encoder(base))
    head = solve(means, vectors)
    axes = {"words": {0: "texts"}, "meaning": {0: "texts"}}
    signature: Any = (["words"], ["meaning"], axes)
    write_graph(head, (means[:2].float(),), model / "meaning.onnx", signature)
    click.echo(f"meaning.onnx: fitted on {len(means)} parts of sentences")


if __name__ == "__main__":
    main()
