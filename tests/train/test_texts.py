import numpy as np
import pytest

from kg.annotate.encoder.weights import Weights
from kg.train.head_labels import IGNORED
from kg.train.texts import Reader, Text


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(str(Weights().folder / "vocab.txt"))


def test_reader_reads_blank_words_too(reader: Reader) -> None:
    assert reader(["a", "\u00a0", "b"]).counts.tolist() == [1, 1, 1]


def test_examples_keep_every_word_once(reader: Reader) -> None:
    words = [*("one two three four . " * 30).split()]
    text = Text(words, np.arange(len(words)) == 0)
    found = reader.examples(text, 40)
    assert [word for example in found for word in example.words] == words
    assert max(example.size for example in found) <= 40


def test_example_ignores_heads_outside_it(reader: Reader) -> None:
    text = Text(["a", "b", "c"], np.zeros(3, bool), {"head": np.array([0, 3, 1])})
    assert reader.example(text, 1, 3).layers["head"].tolist() == [2, IGNORED]


def test_example_keeps_the_root(reader: Reader) -> None:
    text = Text(["a", "b"], np.zeros(2, bool), {"head": np.array([2, 0])})
    assert reader.example(text, 1, 2).layers["head"].tolist() == [0]


def test_example_drops_an_attribution_that_is_mostly_elsewhere(reader: Reader) -> None:
    labels = np.array([3, 2, 2, 2])
    text = Text(["a", "b", "c", "d"], np.zeros(4, bool), {}, [(0, labels)])
    assert reader.example(text, 0, 2).pairs == []
    anchor, kept = reader.example(text, 0, 3).pairs[0]
    assert (anchor, kept.tolist()) == (0, [3, 2, 2])
