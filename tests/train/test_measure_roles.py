"""Roles measured with the packaged weights, on sentences of our own."""

from pathlib import Path

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.errors import ModelError
from kg.train.measure_roles import score_roles
from kg.train.propbank import propbank

pytestmark = pytest.mark.model


def test_score_roles_counts_what_the_weights_find(propbank_data: Path) -> None:
    nlp = load_pipeline(threads=1)
    nlp.add_pipe("kg_roles", config={"threads": 1}, before="kg_attribution")
    scores = score_roles(nlp, propbank(propbank_data, "dev"))
    assert scores["ARG0"] == scores["ARG1"] == scores["roles by spans"] == 100
    assert scores["factual"] == 100
    assert scores["NEG"] == 0


def test_score_roles_refuses_a_pipe_of_another_kind(propbank_data: Path) -> None:
    nlp = load_pipeline(threads=1)
    nlp.add_pipe("sentencizer", name="kg_roles")
    with pytest.raises(ModelError, match="not kg's reader of roles"):
        score_roles(nlp, propbank(propbank_data, "dev"))
