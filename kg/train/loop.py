"""The training loop: tasks in turn, a falling rate, a running mean of the weights."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from kg.train.batches import Batch, bucketed, document_batches, hidden
from kg.train.checkpoints import (
    Checkpoint,
    Progress,
    has_checkpoint,
    load_checkpoint,
    save_checkpoint,
)
from kg.train.corpora import Corpora, Streams
from kg.train.losses import losses
from kg.train.model import Model
from kg.train.texts import Reader

log = logging.getLogger(__name__)

# Share of steps; a document of GUM carries syntax, names and chains at once.
SHARES = {"gum": 0.38, "ewt": 0.14, "statements": 0.32, "names": 0.16}
# Share of wordpieces that the encoder is not shown, so that it reads what is around.
_HIDDEN = 0.07
_WARM_STEPS = 120
_CLIP = 2.0
_LAYER_DECAY = 0.92
# Steps between two looks at the clock and the mean of the weights.
_ROUND = 8
# Where a CPU only mimics numbers of 16 bits, they are twenty times slower than 32.
_HALF = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train. `steps` makes a run exactly repeatable."""

    minutes: float | None = 50.0
    steps: int | None = None
    seed: int = 1
    rate: float = 1.0
    budget: int = 1600
    encoder_rate: float = 2.5e-4
    head_rate: float = 1.2e-3
    mean_decay: float = 0.9
    save_minutes: float = 5.0


@dataclass(slots=True)
class Trainer:
    """A run: the model, what it reads, and the mean of its weights."""

    model: Model
    corpora: Corpora
    reader: Reader
    plan: Plan
    progress: Progress = field(default_factory=Progress)
    running: dict[str, float] = field(default_factory=dict)
    mean: list[Tensor] = field(default_factory=list)
    trained: list[nn.Parameter] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.trained = [p for p in self.model.parameters() if p.requires_grad]
        self.mean = [p.detach().clone() for p in self.trained]

    def run(self, folder: Path) -> None:
        """Train to the end of the plan, from the folder's checkpoint if it has one."""
        optimiser = make_optimiser(self.model, self.plan)
        if has_checkpoint(folder):
            self._restore(load_checkpoint(folder), optimiser)
        rates = [group["lr"] for group in optimiser.param_groups]
        key = f"{self.plan.seed} {self.progress.steps}"
        random = self.corpora.swap.random = Random(key)
        torch.manual_seed(random.randrange(2**31))
        streams = self._streams(random)
        self.model.train()
        saved = self.progress.seconds
        while self._done() < 1:
            self._round(streams, (optimiser, rates), random)
            if self.progress.seconds - saved > self.plan.save_minutes * 60:
                saved = self.progress.seconds
                self._save(folder, optimiser, rates)
        self._save(folder, optimiser, rates)

    def _round(
        self,
        streams: dict[str, Iterator[Batch]],
        optimiser: tuple[torch.optim.Optimizer, list[float]],
        random: Random,
    ) -> None:
        began = time.monotonic()
        for _ in range(_ROUND):
            warm = min(1.0, self.progress.steps / _WARM_STEPS)
            factor = self.plan.rate * warm * max(0.0, 1 - self._done())
            for group, rate in zip(
                optimiser[0].param_groups, optimiser[1], strict=True
            ):
                group["lr"] = rate * factor
            task = random.choices(list(SHARES), list(SHARES.values()))[0]
            self._step(next(streams[task]), optimiser[0])
        self.progress.seconds += time.monotonic() - began
        self._average()

    def _streams(self, random: Random) -> dict[str, Iterator[Batch]]:
        streams = Streams(self.corpora, self.reader, random)
        budget = self.plan.budget
        return {
            "gum": document_batches(streams),
            "ewt": bucketed(streams.trees(), budget, random),
            "statements": bucketed(streams.statements(), budget, random),
            "names": bucketed(streams.names(), budget, random),
        }

    def _done(self) -> float:
        """Return the share of the plan that is done."""
        if self.plan.steps is not None:
            return self.progress.steps / self.plan.steps
        return self.progress.seconds / (60 * (self.plan.minutes or 1e-9))

    def _step(self, batch: Batch, optimiser: torch.optim.Optimizer) -> None:
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=_HALF):
            parts = losses(self.model, hidden(batch, _HIDDEN))
        torch.stack(list(parts.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.trained, _CLIP)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        self.progress.steps += 1
        self.progress.pieces += batch.pieces
        self._note({name: float(part.detach()) for name, part in parts.items()})

    def _average(self) -> None:
        decay = min(self.plan.mean_decay, 1 - 8 / (self.progress.steps / _ROUND + 8))
        with torch.no_grad():
            torch._foreach_lerp_(self.mean, [p.data for p in self.trained], 1 - decay)

    def _note(self, parts: dict[str, float]) -> None:
        for name, loss in parts.items():
            self.running[name] = 0.97 * self.running.get(name, loss) + 0.03 * loss
        if self.progress.steps % 40 == 0:
            speed = self.progress.pieces / max(self.progress.seconds, 1e-9)
            shown = " ".join(f"{x} {self.running[x]:.3f}" for x in sorted(self.running))
            steps = self.progress.steps
            log.info("step %d (%.3f) %.0f/s %s", steps, self._done(), speed, shown)

    def _save(
        self, folder: Path, optimiser: torch.optim.Optimizer, rates: list[float]
    ) -> None:
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate
        names = [n for n, p in self.model.named_parameters() if p.requires_grad]
        point = Checkpoint(
            self.model.state_dict(),
            dict(zip(names, self.mean, strict=True)),
            optimiser.state_dict(),
            self.progress,
        )
        save_checkpoint(folder, point, self.corpora.labels.lists)

    def _restore(self, point: Checkpoint, optimiser: torch.optim.Optimizer) -> None:
        self.model.load_state_dict(point.model)
        optimiser.load_state_dict(point.optimiser)
        names = [n for n, p in self.model.named_parameters() if p.requires_grad]
        self.mean = [point.mean[name] for name in names]
        self.progress = point.progress


def make_optimiser(model: Model, plan: Plan) -> torch.optim.Optimizer:
    """Make AdamW; lower layers learn more slowly, heads five times as fast."""
    count = model.encoder.config.num_hidden_layers
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            groups.setdefault(_rate(name, count, plan), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": group, "lr": rate} for rate, group in sorted(groups.items())],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def _rate(name: str, layers: int, plan: Plan) -> float:
    if not name.startswith("encoder."):
        return plan.head_rate
    parts = name.split(".")
    depth = int(parts[parts.index("layer") + 1]) + 1 if "layer" in parts else 0
    return float(plan.encoder_rate * _LAYER_DECAY ** (layers - depth))
