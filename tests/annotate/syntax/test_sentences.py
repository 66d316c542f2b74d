"""Where sentences start, given what the encoder says of each word."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from tokenizers import BertWordPieceTokenizer

from kg.annotate.encoder.component import Encoded
from kg.annotate.encoder.wordpieces import WordReader
from kg.annotate.syntax.component import sentence_starts

VOCABULARY = Path(__file__).parents[3] / "kg/model/vocab.txt"


@pytest.fixture(scope="module")
def read() -> WordReader:
    return WordReader(BertWordPieceTokenizer(str(VOCABULARY), lowercase=True))


@pytest.mark.parametrize(
    ("text", "likely", "expected"),
    [
        ('He left . " One more', [0, 3, 4], [0, 3]),
        ("He left . ( “ One more", [0, 3, 4, 5], [0, 3]),
        ("He left ” One more", [0, 2, 3], [0, 2, 3]),
        ('He left " One more', [0, 3], [0, 3]),
        ('He left "\nOne more', [0, 2], [0, 2, 4]),
    ],
)
def test_a_quotation_and_its_first_sentence_start_together(
    read: WordReader, text: str, likely: list[int], expected: list[int]
) -> None:
    words = read(spacy.blank("en")(text))
    part = Encoded.empty(words, 1, 1)
    part.starts[:] = -1.0
    part.starts[likely] = 1.0
    assert words.tokens[np.flatnonzero(sentence_starts(part))].tolist() == expected
