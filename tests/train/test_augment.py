from random import Random

import numpy as np
import pytest

from kg.train.augment import (
    NameSwap,
    changed_capitals,
    changed_marks,
    name_spans,
    without_full_stops,
)
from kg.train.gazetteers import Gazetteer
from kg.train.texts import Text

WORLD = Gazetteer(
    {"PER": [["Uhuru", "Kenyatta"]], "ORG": [["Eskom"]], "LOC": [["Costa", "Rica"]]},
    frozenset(),
)
SENTENCES = [
    (["Ada", "Byron", "left", "Leeds"], ["B-PER", "I-PER", "O", "B-LOC"]),
    (["Byron", "slept"], ["B-PER", "O"]),
]


def test_name_swap_is_consistent_in_a_run_of_sentences() -> None:
    swapped = NameSwap(WORLD, Random(1))(SENTENCES, "wikigold", 1.0)
    assert swapped == [
        (
            ["Uhuru", "Kenyatta", "left", "Costa", "Rica"],
            ["B-PER", "I-PER", "O", "B-LOC", "I-LOC"],
        ),
        (["Kenyatta", "slept"], ["B-PER", "O"]),
    ]


def test_name_swap_at_rate_zero_changes_nothing() -> None:
    assert NameSwap(WORLD, Random(1))(SENTENCES, "wikigold", 0.0) == SENTENCES


def test_name_swap_learns_names_but_not_shouted_ones() -> None:
    swap = NameSwap(WORLD, Random(1))
    swap.learn([(["Ada", "met", "BYRON"], ["B-PER", "O", "B-PER"])], "wikigold")
    found = {swap([(["Bo"], ["B-PER"])], "wikigold", 1.0)[0][0][0] for _ in range(50)}
    assert found == {"Ada", "Kenyatta"}


def test_name_spans_finds_only_types_that_are_sure() -> None:
    tags = ["B-misc", "B-politician", "I-politician"]
    assert name_spans(tags, "crossner", "PER") == [(1, 3)]
    assert name_spans(tags, "crossner", "NORP") == []


def test_changed_marks_turns_straight_marks_into_pairs() -> None:
    words = ['"', "Go", '"', "he", "said"]
    styles = {tuple(changed_marks(words, Random(seed))) for seed in range(30)}
    assert ("“", "Go", "”", "he", "said") in styles
    assert ('"', "Go", '"', "he", "said") in styles
    assert all(style[1::2] == ("Go", "he") for style in styles)


def test_changed_capitals_keeps_the_letters() -> None:
    for seed in range(10):
        changed = changed_capitals(["He", "of", "Leeds"], Random(seed))
        assert [word.lower() for word in changed] == ["he", "of", "leeds"]


@pytest.fixture
def text() -> Text:
    layers = {"sent": np.array([1, 0, 1, 0]), "head": np.array([0, 1, 0, 3])}
    breaks = np.zeros(4, dtype=bool)
    return Text(["Go", ".", "Stay", "."], breaks, layers)


def test_without_full_stops_moves_the_heads_after_them(text: Text) -> None:
    bare = without_full_stops(text, Random(1), 1.0)
    assert bare.words == ["Go", "Stay"]
    assert bare.layers["head"].tolist() == [0, 0]
    assert bare.layers["sent"].tolist() == [1, 1]


def test_without_full_stops_keeps_one_that_heads_a_word(text: Text) -> None:
    text.layers["head"][2] = 2
    assert without_full_stops(text, Random(1), 1.0).words == ["Go", ".", "Stay"]


def test_without_full_stops_at_rate_zero_is_the_same_text(text: Text) -> None:
    assert without_full_stops(text, Random(1), 0.0) is text
