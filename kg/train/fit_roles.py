"""Fit the heads of roles on a package's encoder, which stays as it is.

``python -m kg.train.fit_roles MODEL_FOLDER DATA_FOLDER`` writes ``predicates.onnx`` and
``roles.onnx`` to MODEL_FOLDER.
"""

import logging
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

import click
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.annotate.encoder.weights import Labels
from kg.annotate.pipeline import load_pipeline
from kg.train.export import quantize, write_graph
from kg.train.measure_roles import labels_of
from kg.train.options import data_argument, model_argument
from kg.train.propbank import event_nouns, propbank
from kg.train.role_examples import (
    UNKNOWN,
    Example,
    Joined,
    batches,
    examples,
    join,
)
from kg.train.role_heads import Predicates, Roles

log = logging.getLogger(__name__)

_RATE = 1.5e-3
_WARM_STEPS = 100
# Steps between two lines of the log.
_ROUND = 100
# UDS's judgements run from -3 to 3: 1 is a chance of 0.82.
_STEEPNESS = 1.5
_SHARES = {"kinds": 1.0, "roles": 3.0, "facts": 0.3}
# One sentence of so many of QANom's: it marks a few nouns in each, PropBank every word.
_NOUN_STRIDE = 4


class Heads(nn.Module):
    """Both networks, trained together."""

    def __init__(self, width: int, tags: int, relations: int) -> None:
        super().__init__()
        self.predicates = Predicates(width, (tags, relations))
        self.roles = Roles(self.predicates.norm.normalized_shape[0], relations)

    def losses(self, batch: Joined) -> dict[str, Tensor]:
        """Return the mean losses of a word's kind, of a pair's role and of a fact."""
        hidden, kinds, facts = self.predicates(
            batch.states, batch.tags, batch.relations, batch.unit
        )
        known = batch.kinds != UNKNOWN
        found = {"kinds": functional.cross_entropy(kinds[known], batch.kinds[known])}
        if len(batch.roles):
            scores = self.roles(hidden.flatten(0, 1), *batch.pairs)
            found["roles"] = functional.cross_entropy(scores, batch.roles)
        value, sure = batch.facts.unbind(-1)
        if sure.any():
            found["facts"] = (
                functional.binary_cross_entropy_with_logits(
                    facts, torch.sigmoid(value * _STEEPNESS), sure, reduction="sum"
                )
                / (sure > 0).sum()
            )
        return found


def fit(heads: Heads, found: list[Example], epochs: int, *, seed: int = 1) -> None:
    """Train the heads on examples, at a rate that falls to nothing."""
    random = Random(seed)
    optimiser = torch.optim.AdamW(
        heads.parameters(), lr=_RATE, weight_decay=0.01, betas=(0.9, 0.98)
    )
    groups = [group for _ in range(epochs) for group in batches(found, random)]
    heads.train()
    sums: Counter[str] = Counter()
    for step, batch in enumerate(groups):
        falling = min(1.0, step / _WARM_STEPS) * (1 - step / len(groups))
        optimiser.param_groups[0]["lr"] = _RATE * falling
        parts = heads.losses(join(batch))
        weighed = [_SHARES[name] * part for name, part in parts.items()]
        torch.stack(weighed).sum().backward()
        nn.utils.clip_grad_norm_(heads.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        sums.update({name: float(part.detach()) for name, part in parts.items()})
        if (step + 1) % _ROUND == 0 or step + 1 == len(groups):
            shown = " ".join(f"{name} {x / _ROUND:.3f}" for name, x in sums.items())
            log.info("step %d of %d: %s", step + 1, len(groups), shown)
            sums.clear()
    heads.eval()


def write_heads(heads: Heads, folder: Path, *, bits: int = 8) -> None:
    """Write ``predicates.onnx`` and ``roles.onnx`` to a package.

    Of the first, whose layers take nine tenths of the time, the weights have 8 bits,
    unless `bits` is 32.
    """
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) if bits == 8 else folder
        _write_predicates(heads.predicates, whole / "predicates.onnx")
        if bits == 8:
            quantize(whole / "predicates.onnx", folder / "predicates.onnx")
    _write_roles(heads.roles, folder / "roles.onnx")


def _write_predicates(head: Predicates, path: Path) -> None:
    width = head.inner.in_features - 2 * head.tag.embedding_dim
    few = torch.arange(9) % 2
    taken, given = ["words", "tag", "relation", "unit"], ["hidden", "kinds", "facts"]
    axes = {name: {0: "words"} for name in [*taken, *given]}
    inputs = (torch.randn(9, width), few, few, few)
    write_graph(head, inputs, path, (taken, given, axes))


def _write_roles(head: Roles, path: Path) -> None:
    few = torch.arange(9) % 2
    taken, given = ["words", "predicate", "other", "path"], ["roles"]
    axes = {name: {0: "pairs"} for name in [*taken, *given]}
    axes["words"] = {0: "words"}
    inputs = (torch.randn(9, head.word.in_features), few, few, few)
    write_graph(head, inputs, path, (taken, given, axes))


def new_heads(labels: Labels, width: int, *, seed: int = 1) -> Heads:
    """Return heads with weights of chance, for a package's labels."""
    torch.manual_seed(seed)
    return Heads(width, len(labels["upos"]), len(labels["rel"]))


@click.command()
@model_argument
@data_argument
@click.option("--epochs", default=6, show_default=True)
@click.option("--threads", default=0, show_default=True)
def main(model: Path, data: Path, epochs: int, threads: int) -> None:
    """Fit the heads of roles of the package in MODEL on the corpora of DATA."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if threads:
        torch.set_num_threads(threads)
    nlp = load_pipeline(model, threads=threads)
    nouns = islice(event_nouns(data, "train"), 0, None, _NOUN_STRIDE)
    documents = [*propbank(data, "train"), *nouns]
    found = list(examples(nlp, documents))
    heads = new_heads(labels_of(nlp), found[0].states.shape[1])
    fit(heads, found, epochs)
    write_heads(heads, model)


if __name__ == "__main__":
    main()
