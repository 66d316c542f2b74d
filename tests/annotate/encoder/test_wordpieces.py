"""Words as the encoder reads them, with the packaged wordpieces."""

import numpy as np
import pytest
import spacy

from kg.annotate.encoder.weights import open_weights
from kg.annotate.encoder.wordpieces import WordReader, Words, case_class


@pytest.fixture(scope="module")
def read() -> WordReader:
    return WordReader(open_weights(None, 1).wordpieces)


def _words(read: WordReader, text: str) -> Words:
    return read(spacy.blank("en")(text))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("2024", 1),
        (",", 2),
        ("left", 3),
        ("UN", 4),
        ("A", 5),
        ("Ada", 5),
        ("McKay", 6),
        ("a1", 3),
    ],
)
def test_case_class(word: str, expected: int) -> None:
    assert case_class(word) == expected


def test_word_reader_leaves_white_space_out(read: WordReader) -> None:
    words = _words(read, "Ada\n\nleft  home")
    assert words.tokens.tolist() == [0, 2, 4]
    assert words.counts.sum() == len(words.pieces)


def test_word_reader_marks_words_after_a_newline(read: WordReader) -> None:
    assert _words(read, "Ada left\nhome  now").breaks.tolist() == [
        True,
        False,
        True,
        False,
    ]


def test_word_reader_marks_what_may_open_a_sentence(read: WordReader) -> None:
    words = _words(read, 'He left . " She stayed ." Then')
    assert np.flatnonzero(words.borders).tolist() == [4, 8]
    assert np.flatnonzero(words.openers).tolist() == [3, 7]


def test_word_reader_reads_marks_of_type_as_plain_ones(read: WordReader) -> None:
    assert (
        _words(read, "« Ada ’s »").pieces.tolist()
        == _words(read, '" Ada \'s "').pieces.tolist()
    )


def test_word_reader_cuts_words_without_end(read: WordReader) -> None:
    address = "https://a.example/" + "b7/" * 300
    assert _words(read, address).counts.tolist() == [24]


def test_word_reader_gives_a_word_without_pieces_the_unknown_one(
    read: WordReader,
) -> None:
    words = _words(read, "a \u200b b")
    assert (words.counts >= 1).all()
