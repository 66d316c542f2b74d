"""Fit the head of relations on a package's encoder, which stays as it is.

``python -m kg.train.fit_relations MODEL_FOLDER DATA_FOLDER`` writes ``relations.onnx``
to MODEL_FOLDER, fitted to the corpora without what `kg.train.measure_relations` reads.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click
import numpy as np
import torch
from spacy.language import Language
from torch import Tensor
from torch.nn import functional

from kg.annotate.encoder.component import drop_encoded, encoded
from kg.annotate.pipeline import load_pipeline
from kg.annotate.relations.pairs import mentions, pairs_of
from kg.annotate.relations.types import POSSIBLE, TYPES
from kg.annotate.roles.component import SentenceReader
from kg.train.export import write_graph
from kg.train.measure_roles import labels_of
from kg.train.options import data_argument, model_argument
from kg.train.relation_heads import Chances, RelationHead
from kg.train.relation_labels import (
    Labelled,
    is_met,
    knowledgenet,
    news,
    re3d,
    redocred,
)

log = logging.getLogger(__name__)

_UNREAD = ("kg_quotes", "kg_attribution", "kg_layouts", "kg_relations", "kg_standing")
_RATE, _WARM_STEPS, _BATCH = 2e-3, 100, 512
# How often each corpus is read in an epoch: of news there is little.
_TIMES = {knowledgenet: 1, redocred: 1, re3d: 1, news: 4}


@dataclass(slots=True)
class Example:
    """A text's pairs: what the head reads, what holds, and where that is known."""

    vectors: np.ndarray
    marks: np.ndarray
    holds: np.ndarray
    known: np.ndarray


def examples(nlp: Language, texts: Iterable[Labelled]) -> Iterator[Example]:
    """Read texts with a pipeline; yield the pairs of each."""
    read = SentenceReader(nlp.vocab, labels_of(nlp)["rel"])
    for labelled in texts:
        doc = nlp(labelled.text)
        arrays = encoded(doc)
        tokens = arrays.words.tokens
        places = np.zeros(len(doc), np.int64)
        places[tokens] = np.arange(len(tokens))
        found = mentions(doc, places)
        pairs = pairs_of(read(doc, arrays), found)
        drop_encoded(doc)
        heads = [doc[int(tokens[each.head])].idx for each in found]
        ends = [(heads[left], heads[right]) for left, right in pairs.ends.tolist()]
        holds, known = targets(labelled, ends)
        possible = POSSIBLE[pairs.marks[:, 0], pairs.marks[:, 1]]
        vectors = pairs.vectors.astype(np.float16)
        yield Example(vectors, pairs.marks, holds, known * possible)


def targets(
    labelled: Labelled, ends: list[tuple[int, int]]
) -> tuple[np.ndarray, np.ndarray]:
    """Return what holds between pairs of head words, and where that is known.

    A type that nobody was asked for is unknown unless a fact has it, and so is one that
    another sentence tells of the same two.
    """
    holds = np.zeros((len(ends), len(TYPES)), np.float32)
    known = np.zeros_like(holds)
    asked = [type_ in labelled.asked for type_ in TYPES]
    marked = labelled.entities and list(chain.from_iterable(labelled.entities))
    for row, pair in enumerate(ends):
        if not marked or all(any(a <= x < b for a, b in marked) for x in pair):
            known[row] = asked
        for fact in labelled.facts:
            if is_met(fact, fact.type, *pair):
                column = TYPES.index(fact.type)
                holds[row, column] = max(holds[row, column], fact.is_told)
                known[row, column] = fact.is_told
    return holds, known


def fit(
    head: RelationHead, found: list[Example], epochs: int, *, seed: int = 1
) -> None:
    """Train the head on examples, at a rate that falls to nothing."""
    torch.manual_seed(seed)
    rows = [
        torch.from_numpy(np.concatenate([getattr(x, name) for x in found]))
        for name in ("vectors", "marks", "holds", "known")
    ]
    used = torch.nonzero(rows[3].sum(1) > 0)[:, 0]
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.02)
    order = torch.cat([used[torch.randperm(len(used))] for _ in range(epochs)])
    batches = order.split(_BATCH)
    head.train()
    for step, batch in enumerate(batches):
        falling = min(1.0, step / _WARM_STEPS) * (1 - step / len(batches))
        optimiser.param_groups[0]["lr"] = _RATE * falling
        loss = _loss(head, *(each[batch] for each in rows))
        loss.backward()
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if step % _WARM_STEPS == 0:
            log.info("step %d of %d: %.3f", step, len(batches), float(loss.detach()))
    head.eval()


def _loss(
    head: RelationHead, vectors: Tensor, marks: Tensor, holds: Tensor, known: Tensor
) -> Tensor:
    scores = head(vectors.float(), marks)
    losses = functional.binary_cross_entropy_with_logits(
        scores, holds, reduction="none"
    )
    return (losses * known).sum() / len(known)


def write_head(head: RelationHead, folder: Path) -> None:
    """Write ``relations.onnx`` to a package."""
    few = torch.zeros(4, len(head.marks), dtype=torch.long)
    inputs = (torch.randn(4, head.read.in_features), few)
    taken, given = ["vectors", "marks"], ["chances"]
    axes = {name: {0: "pairs"} for name in [*taken, *given]}
    path = folder / "relations.onnx"
    write_graph(Chances(head), inputs, path, (taken, given, axes))


@click.command()
@model_argument
@data_argument
@click.option("--epochs", default=6, show_default=True)
@click.option("--threads", default=0, show_default=True)
def main(model: Path, data: Path, epochs: int, threads: int) -> None:
    """Fit the head of relations of the package in MODEL on the corpora of DATA."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if threads:
        torch.set_num_threads(threads)
    nlp = load_pipeline(model, threads=threads)
    for unread in _UNREAD:
        nlp.remove_pipe(unread)
    found: list[Example] = []
    for corpus, times in _TIMES.items():
        found += times * list(examples(nlp, corpus(data, "train")))
    torch.manual_seed(1)
    head = RelationHead(found[0].vectors.shape[1], len(labels_of(nlp)["rel"]))
    fit(head, found, epochs)
    write_head(head, model)


if __name__ == "__main__":
    main()
