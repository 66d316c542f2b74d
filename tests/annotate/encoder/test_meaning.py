"""How alike texts are, by the packaged weights."""

import pytest

from kg.annotate.encoder.meaning import likeness

pytestmark = pytest.mark.model


def test_likeness_is_highest_of_a_text_with_itself() -> None:
    assert likeness("It rains.", "It rains.") == pytest.approx(1, abs=1e-5)


def test_likeness_goes_by_meaning() -> None:
    sold = "The port was sold to strangers."
    same = likeness(sold, "They have sold the harbour to foreigners.")
    assert same > likeness(sold, "Ada plays the piano at night.") + 0.1


def test_likeness_of_no_words_is_none() -> None:
    assert likeness("", "It rains.") == 0
