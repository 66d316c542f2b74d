"""Fit the head of deeds on a package's encoder, which stays as it is.

``python -m kg.train.fit_deeds MODEL_FOLDER DATA_FOLDER`` writes ``deeds.onnx`` to
MODEL_FOLDER.
"""

import logging
import tempfile
from itertools import chain
from pathlib import Path

import click
import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import nn
from torch.nn import functional

from kg.annotate.deeds import MARKS, PLACES, candidates, inputs
from kg.annotate.pipeline import load_pipeline
from kg.train.deed_examples import Examples, join, labelled, placed, taught
from kg.train.deed_head import Deeds, Together
from kg.train.deed_phrases import Placer
from kg.train.deed_sentences import marked_sentences
from kg.train.export import quantize, write_graph
from kg.train.options import data_argument, model_argument

log = logging.getLogger(__name__)

_RATE, _WARM_STEPS, _BATCH = 1e-3, 50, 128
# A head for each; what they differ on none of them knows.
_SEEDS = (1, 2, 3)
# The encoder's width.
_WIDTH = 384


@Language.component("collect_deeds")
def collect(doc: Doc) -> Doc:
    """Keep what the head reads, before the encoder's arrays go."""
    words, marks = inputs(doc, candidates(doc))
    doc.user_data["deeds"] = words, marks
    return doc


def fit(found: Examples, epochs: int, *, seed: int = 1) -> Deeds:
    """Return a head fitted to examples, at a rate that falls to nothing."""
    torch.manual_seed(seed)
    head = Deeds(found.words.shape[1] // PLACES, found.marks.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.02)
    order = np.random.default_rng(seed)
    size = len(found.kinds)
    steps = epochs * -(-size // _BATCH)
    rows = chain.from_iterable(
        np.array_split(order.permutation(size), steps // epochs) for _ in range(epochs)
    )
    head.train()
    for step, some in enumerate(rows):
        falling = min(1.0, step / _WARM_STEPS) * (1 - step / steps)
        optimiser.param_groups[0]["lr"] = _RATE * falling
        loss = _loss(head, found, some)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % (steps // epochs) == 0:
            log.info("step %d of %d: %.3f", step, steps, float(loss.detach()))
    return head.eval()


def _loss(head: Deeds, found: Examples, rows: np.ndarray) -> torch.Tensor:
    words, marks, kinds, weights = (
        torch.from_numpy(part[rows])
        for part in (found.words, found.marks, found.kinds, found.weights)
    )
    each = functional.cross_entropy(
        head(words.float(), marks), kinds, reduction="none", label_smoothing=0.02
    )
    return (each * weights).sum() / weights.sum()


def write_head(head: nn.Module, path: Path, width: int, marks: int) -> None:
    """Write ``deeds.onnx`` with 8-bit weights."""
    rows = (torch.randn(5, PLACES * width), torch.zeros(5, marks))
    axes = {name: {0: "rows"} for name in ("words", "marks", "kinds")}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        write_graph(head, rows, whole, (["words", "marks"], ["kinds"], axes))
        quantize(whole, path)


def load_reader(model: Path) -> Language:
    """Return the pipeline of a package that keeps what the head reads.

    A package that has no head yet is given one of chance, which is not asked.
    """
    path = model / "deeds.onnx"
    if not path.exists():
        torch.manual_seed(1)
        marks = PLACES + len(MARKS)
        write_head(Deeds(_WIDTH, marks), path, _WIDTH, marks)
    nlp = load_pipeline(model, threads=1)
    nlp.disable_pipe("kg_deeds")
    nlp.add_pipe("collect_deeds", before="kg_standing")
    return nlp


@click.command()
@model_argument
@data_argument
@click.option("--epochs", default=8, show_default=True)
def main(model: Path, data: Path, epochs: int) -> None:
    """Fit the head of deeds of the package in MODEL on the corpora of DATA."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    nlp, placer = load_reader(model), Placer(data)
    sentences = [*placer.deeds(), *placer.figures()]
    own = labelled(nlp, marked_sentences())
    found = join(chain(taught(nlp, data), own, placed(nlp, sentences)))
    head = Together([fit(found, epochs, seed=seed) for seed in _SEEDS]).eval()
    write_head(head, model / "deeds.onnx", head.width, found.marks.shape[1])


if __name__ == "__main__":
    main()
