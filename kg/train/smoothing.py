"""Smoothing: even out what a linear layer reads, so that 8 bits lose less of it.

A few channels of a layer's input are up to a hundred times larger than the others,
and one scale for all leaves the others few steps. The largest channels are therefore
multiplied apart, unquantized (LLM.int8(), Dettmers et al., 2022), and the others
divided by factors that go into the weights, which have a scale a column (SmoothQuant,
Xiao et al., 2023, equation 4). The layers' results stay what they were.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from kg.train.model import Inputs, Model

# A part of the nodes' names by which export finds what is not to be quantized.
WHOLE = "whole"
_APART = 8
_STRENGTH = 0.25
_LEAST = 1e-5
# The two layers of the feed-forward part; attention's lose a third as much.
_UNEVEN = re.compile(r"\.\d+\.(?:intermediate|output)\.dense$")


class Smoothed(nn.Module):
    """A linear layer in two: its largest channels, and the others evened out."""

    def __init__(self, layer: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        weight = layer.weight.detach()
        apart = largest.topk(min(_APART, len(largest))).indices.sort().values
        reach = weight.abs().amax(0).clamp(min=_LEAST)
        factor = (largest.clamp(min=_LEAST) / reach) ** _STRENGTH
        divisor = 1 / factor
        divisor[apart] = 0
        self.register_buffer("apart", apart)
        self.register_buffer("divisor", divisor)
        self.whole = nn.Linear(len(apart), layer.out_features)
        self.whole.weight.data = weight[:, apart].clone()
        self.whole.bias.data = layer.bias.detach().clone()
        self.rest = nn.Linear(layer.in_features, layer.out_features, bias=False)
        self.rest.weight.data = weight * factor
        self.rest.weight.data[:, apart] = 0

    def forward(self, states: Tensor) -> Tensor:
        """Return what the plain layer would."""
        even: Tensor = self.rest(states * self.divisor)
        return even + self.whole(states[..., self.apart])


@dataclass(slots=True)
class _Watch:
    """The largest value that each channel of a layer's input has had."""

    largest: Tensor | None = None

    def __call__(self, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        found = inputs[0].detach().abs().flatten(0, -2).amax(0)
        before = self.largest
        self.largest = found if before is None else torch.maximum(before, found)


def smooth(model: Model, inputs: Iterable[Inputs]) -> None:
    """Replace the encoder's uneven layers by smoothed ones, from what they read."""
    modules = model.encoder.named_modules()
    layers = {name: each for name, each in modules if _UNEVEN.search(name)}
    watches = {name: _Watch() for name in layers}
    hooks = [
        layer.register_forward_pre_hook(watches[name]) for name, layer in layers.items()
    ]
    with torch.no_grad():
        for each in inputs:
            model.layers(each)
    for hook in hooks:
        hook.remove()
    for name, layer in layers.items():
        largest = watches[name].largest
        if largest is not None:
            parent, _, own = name.rpartition(".")
            setattr(model.encoder.get_submodule(parent), own, Smoothed(layer, largest))
