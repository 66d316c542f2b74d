"""Checkpoints: everything that a run needs to go on where it stopped."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from kg.errors import KgError

_STATE, _LABELS = "checkpoint.pt", "labels.json"


class CheckpointError(KgError):
    """A folder holds no checkpoint, or one of another recipe."""


@dataclass(slots=True)
class Progress:
    """How far a run has come: optimiser steps, seconds of training, wordpieces."""

    steps: int = 0
    seconds: float = 0.0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Weights in training, their running mean, the optimiser's state, progress."""

    model: dict[str, Any]
    mean: dict[str, Any]
    optimiser: dict[str, Any]
    progress: Progress


def save_checkpoint(
    folder: Path, point: Checkpoint, labels: dict[str, list[str]]
) -> None:
    """Write a checkpoint; the old one stays whole until the new one is."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _LABELS).write_text(json.dumps(labels, indent=0), encoding="utf-8")
    fresh = folder / f"{_STATE}.new"
    parts = {
        "model": point.model,
        "mean": point.mean,
        "optimiser": point.optimiser,
        "steps": point.progress.steps,
        "seconds": point.progress.seconds,
        "pieces": point.progress.pieces,
    }
    torch.save(parts, fresh)
    fresh.replace(folder / _STATE)


def has_checkpoint(folder: Path) -> bool:
    """Whether a run has left its state here."""
    return (folder / _STATE).is_file()


def load_checkpoint(folder: Path) -> Checkpoint:
    """Read the checkpoint of a folder; raises `CheckpointError` where there is none."""
    path = folder / _STATE
    if not path.is_file():
        raise CheckpointError(f"checkpoint {path}: missing")
    parts = torch.load(path, weights_only=True)
    progress = Progress(parts["steps"], parts["seconds"], parts["pieces"])
    return Checkpoint(parts["model"], parts["mean"], parts["optimiser"], progress)


def load_labels(folder: Path) -> dict[str, list[str]]:
    """Read the label lists that belong to a checkpoint."""
    path = folder / _LABELS
    if not path.is_file():
        raise CheckpointError(f"labels {path}: missing")
    labels: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return labels
