"""Smoothing changes what 8 bits lose, not what a layer says."""

import pytest

torch = pytest.importorskip("torch")

from kg.train.smoothing import Smoothed  # noqa: E402


def layer_and_rows() -> tuple[torch.nn.Linear, torch.Tensor]:
    """Make a layer and inputs of which two channels are far larger than the rest."""
    torch.manual_seed(3)
    rows = torch.randn(50, 64)
    rows[:, [5, 40]] *= 80
    return torch.nn.Linear(64, 32), rows


def in_8_bits(states: torch.Tensor) -> torch.Tensor:
    low, high = states.min(), states.max()
    step = (high - low) / 255
    return ((states - low) / step).round() * step + low


def lost(found: torch.Tensor, right: torch.Tensor) -> float:
    return float((found - right).detach().square().mean().sqrt())


def test_smoothed_says_what_the_layer_says() -> None:
    layer, rows = layer_and_rows()
    smoothed = Smoothed(layer, rows.abs().amax(0))
    assert torch.allclose(smoothed(rows), layer(rows), atol=1e-4)


def test_smoothed_reads_the_largest_channels_apart() -> None:
    layer, rows = layer_and_rows()
    smoothed = Smoothed(layer, rows.abs().amax(0))
    assert {5, 40} <= set(smoothed.apart.tolist())
    assert (smoothed.rest.weight[:, [5, 40]] == 0).all()


def test_smoothed_loses_less_in_8_bits() -> None:
    layer, rows = layer_and_rows()
    right = layer(rows)
    smoothed = Smoothed(layer, rows.abs().amax(0))
    rest = smoothed.rest(in_8_bits(rows * smoothed.divisor))
    found = rest + smoothed.whole(rows[..., smoothed.apart])
    assert lost(found, right) < lost(layer(in_8_bits(rows)), right) / 4
