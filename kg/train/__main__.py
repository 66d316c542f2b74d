"""Train the language model: ``python -m kg.train DATA_FOLDER OUT_FOLDER``."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
import torch
from torch import distributed
from torch.multiprocessing import get_context

from kg.train.corpora import Corpora, load_corpora
from kg.train.loop import Plan, Trainer
from kg.train.model import base_folder, pretrained
from kg.train.texts import Reader


@dataclass(frozen=True, slots=True)
class Run:
    """What each worker of a run is given."""

    corpora: Corpora
    plan: Plan
    folder: Path
    workers: int


@click.command()
@click.argument("data", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--minutes", type=float, default=50.0, show_default=True)
@click.option("--steps", type=int, help="Stop after so many steps, not minutes.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--workers", type=int, default=2, show_default=True)
def main(data: Path, out: Path, minutes: float, steps: int | None, **more: int) -> None:
    """Train on the corpora in DATA; OUT keeps the checkpoint, from which a run goes on.

    Then ``python -m kg.train.export OUT FOLDER`` writes the package.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    torch.set_num_threads(1)
    plan = Plan(minutes=minutes, steps=steps, seed=more["seed"])
    corpora = load_corpora(data, _vocabulary(), Random(plan.seed))
    out.mkdir(parents=True, exist_ok=True)
    run = Run(corpora, plan, out, more["workers"])
    context = get_context("fork")
    others = [
        context.Process(target=work, args=(run, rank)) for rank in range(1, run.workers)
    ]
    for other in others:
        other.start()
    work(run, 0)
    for other in others:
        other.join()


def work(run: Run, rank: int) -> None:
    """Do one worker's part of a run."""
    if run.workers > 1:
        os.environ["GLOO_SOCKET_IFNAME"] = "lo"
        meeting = run.folder.resolve() / f"workers-{os.getpgrp()}"
        distributed.init_process_group(
            "gloo",
            init_method=f"file://{meeting}",
            rank=rank,
            world_size=run.workers,
        )
    torch.manual_seed(run.plan.seed)
    labels = run.corpora.labels.lists
    model = pretrained({head: len(names) for head, names in labels.items()})
    reader = Reader(_vocabulary())
    Trainer(model, run.corpora, reader, run.plan, rank, run.workers).run(run.folder)


def _vocabulary() -> str:
    return str(base_folder() / "vocab.txt")


if __name__ == "__main__":
    main()
