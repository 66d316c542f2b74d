"""Train the language model: ``python -m kg.train DATA_FOLDER OUT_FOLDER``."""

import logging
import os
from pathlib import Path
from random import Random
from typing import Any

import click
import torch

from kg.annotate.encoder.weights import Weights
from kg.train.base import VOCABULARY, base_encoder, base_vocabulary
from kg.train.corpora import load_corpora
from kg.train.loop import Plan, Trainer
from kg.train.model import build
from kg.train.options import base_option, data_argument
from kg.train.package import warm_start
from kg.train.texts import Reader
from kg.train.treebank_words import write_lexicon


@click.command()
@data_argument
@click.argument("out", type=click.Path(path_type=Path))
@base_option
@click.option(
    "--from",
    "package",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Go on from the weights of this package.",
)
@click.option("--rate", default=1.0, show_default=True, help="Of the learning rates.")
@click.option("--minutes", type=float, default=100.0, show_default=True)
@click.option("--steps", type=int, help="Stop after so many steps, not minutes.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--threads", type=int, default=2, show_default=True)
def main(
    data: Path,
    out: Path,
    base: Path,
    package: Path | None,
    **more: Any,
) -> None:
    """Train on the corpora in DATA; OUT keeps the checkpoint, from which a run goes on.

    Then ``python -m kg.train.export DATA OUT FOLDER`` writes the package.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    torch.set_num_threads(more.pop("threads"))
    plan = Plan(**more)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = str(out / VOCABULARY)
    Path(vocabulary).write_text(base_vocabulary(base), encoding="utf-8")
    known = Weights(package).labels if package else None
    corpora = load_corpora(data, vocabulary, Random(plan.seed), known)
    write_lexicon(out, corpora.words)
    torch.manual_seed(plan.seed)
    model = build(base_encoder(base), corpora.labels.lists)
    if package:
        warm_start(model, package)
    Trainer(model, corpora, Reader(vocabulary), plan).run(out)


if __name__ == "__main__":
    main()
