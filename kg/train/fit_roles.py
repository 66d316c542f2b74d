"""Fit the heads of roles on a package's encoder, which stays as it is.

``python -m kg.train.fit_roles MODEL_FOLDER DATA_FOLDER`` writes ``predicates.onnx`` and
``roles.onnx`` to MODEL_FOLDER.
"""

import logging
from pathlib import Path
from random import Random

import click
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.annotate.encoder.weights import Labels
from kg.annotate.pipeline import load_pipeline
from kg.train.export import write_graph
from kg.train.options import data_argument, model_argument
from kg.train.propbank import event_nouns, propbank
from kg.train.role_examples import (
    UNKNOWN,
    Example,
    Joined,
    batches,
    examples,
    join,
    labels_of,
)
from kg.train.role_heads import Predicates, Roles

log = logging.getLogger(__name__)

_RATE = 1.5e-3
_WARM_STEPS = 100
# UDS's judgements run from -3 to 3: 1 is a chance of 0.82.
_STEEPNESS = 1.5
_SHARES = {"kinds": 1.0, "roles": 3.0, "facts": 0.3}
Signature = tuple[list[str], list[str], dict[str, dict[int, str]]]


class Heads(nn.Module):
    """Both networks, trained together."""

    def __init__(self, width: int, tags: int, relations: int) -> None:
        super().__init__()
        self.predicates = Predicates(width, (tags, relations))
        self.roles = Roles(self.predicates.norm.normalized_shape[0], relations)

    def losses(self, batch: Joined) -> dict[str, Tensor]:
        """Return the mean losses of kinds, of roles a predicate, and of facts."""
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
    steps, step = epochs * len(batches(found, Random(seed))), 0
    heads.train()
    for epoch in range(epochs):
        sums: dict[str, float] = {}
        for batch in batches(found, random):
            rate = _RATE * min(1.0, step / _WARM_STEPS) * max(0.0, 1 - step / steps)
            for group in optimiser.param_groups:
                group["lr"] = rate
            parts = heads.losses(join(batch))
            sum(_SHARES[name] * part for name, part in parts.items()).backward()
            nn.utils.clip_grad_norm_(heads.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            for name, part in parts.items():
                sums[name] = sums.get(name, 0.0) + float(part.detach())
        shown = " ".join(f"{name} {x:.3f}" for name, x in sums.items())
        log.info("epoch %d of %d: %s", epoch + 1, epochs, shown)
    heads.eval()


def write_heads(heads: Heads, folder: Path) -> None:
    """Write ``predicates.onnx`` and ``roles.onnx`` to a package."""
    width = heads.predicates.inner.in_features - 2 * heads.predicates.tag.embedding_dim
    few = torch.arange(9) % 5
    taken, given = ["words", "tag", "relation", "unit"], ["hidden", "kinds", "facts"]
    inputs = (torch.randn(9, width), few, few, few // 3)
    axes = {name: {0: "words"} for name in [*taken, *given]}
    write_graph(
        heads.predicates, inputs, folder / "predicates.onnx", (taken, given, axes)
    )
    hidden = heads.roles.word.in_features
    taken, given = ["words", "predicate", "other", "path"], ["roles"]
    inputs = (torch.randn(9, hidden), few, few, few)
    axes = {name: {0: "pairs"} for name in [*taken[1:], *given]}
    axes["words"] = {0: "words"}
    write_graph(heads.roles, inputs, folder / "roles.onnx", (taken, given, axes))


def new_heads(labels: Labels, width: int, *, seed: int = 1) -> Heads:
    """Return heads with weights of chance, for a package's labels."""
    torch.manual_seed(seed)
    return Heads(width, len(labels["upos"]), len(labels["rel"]))


@click.command()
@model_argument
@data_argument
@click.option("--epochs", default=8, show_default=True)
@click.option("--threads", default=0, show_default=True)
def main(model: Path, data: Path, epochs: int, threads: int) -> None:
    """Fit the heads of roles of the package in MODEL on the corpora of DATA."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if threads:
        torch.set_num_threads(threads)
    nlp = load_pipeline(model, threads=threads)
    documents = [*propbank(data, "train"), *event_nouns(data, "train")]
    found = list(examples(nlp, documents))
    heads = new_heads(labels_of(nlp), found[0].states.shape[1])
    fit(heads, found, epochs)
    write_heads(heads, model)


if __name__ == "__main__":
    main()
