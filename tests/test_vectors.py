"""Vectors as text: the same bytes for one direction, cosines that hold."""

import math
import random

import msgspec
import pytest

from kg.records import Base64
from kg.vectors import likeness, to_text


def drawn(seed: int) -> list[float]:
    draw = random.Random(seed)
    return [draw.gauss(0, 1) for _ in range(384)]


def test_to_text_takes_a_byte_a_component_and_only_the_direction() -> None:
    assert to_text([0.5, -0.25]) == to_text([2.0, -1.0]) == "f8A="
    assert len(to_text(drawn(1)) or "") == 512


@pytest.mark.parametrize("vector", [[], [0.0], [0.0, 0.0]])
def test_to_text_gives_none_for_no_direction(vector: list[float]) -> None:
    assert to_text(vector) is None


@pytest.mark.parametrize("share", [0.0, 0.3, 0.65, 1.0])
def test_likeness_is_the_cosine_up_to_rounding(share: float) -> None:
    one, noise = drawn(1), drawn(2)
    other = [share * a + (1 - share) * b for a, b in zip(one, noise, strict=True)]
    exact = (
        sum(a * b for a, b in zip(one, other, strict=True))
        / math.hypot(*one)
        / math.hypot(*other)
    )
    found = likeness(to_text(one) or "", to_text(other) or "")
    assert found == pytest.approx(exact, abs=0.003)


def test_likeness_is_none_for_vectors_of_other_models() -> None:
    assert likeness(to_text([1.0, 0.5]) or "", to_text([1.0, 0.5, 0.1]) or "") is None


@pytest.mark.parametrize("text", ["", "f8A", "f8A=f8A=", "né==", "a b=", "f8A=\n"])
def test_record_takes_base64_alone(text: str) -> None:
    assert msgspec.convert("f8A=", Base64) == "f8A="
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, Base64)
