"""Words in pieces: the longest first, in lower case, without accents, marks apart."""

import pytest

from kg.annotate.encoder.vocabulary import WordPieces

PIECES = [
    "[UNK]",
    "oslo",
    "un",
    "##load",
    "##ing",
    "e",
    "##s",
    "-",
    "$",
    "5",
    "王",
    "a",
]
NUMBERS = {piece: number for number, piece in enumerate(PIECES)}


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Oslo", "oslo"),
        ("OSLO's", "oslo [UNK] [UNK]"),
        ("unloading", "un ##load ##ing"),
        ("unloads", "un ##load ##s"),
        ("unloadx", "[UNK]"),
        ("É", "e"),
        ("e\u0301s", "e ##s"),
        ("oslo-oslo", "oslo - oslo"),
        ("$5", "$ 5"),
        ("王a王", "王 a 王"),
        ("os\u00adlo", "oslo"),
        ("os\x0blo", "oslo"),
        ("oslo\u00a0a\nun", "oslo a un"),
        ("a" * 101, "[UNK]"),
        ("", ""),
        ("\u200b\ufffd", ""),
    ],
)
def test_wordpieces_reads_a_word_in_pieces(word: str, pieces: str) -> None:
    assert WordPieces(NUMBERS)(word) == [NUMBERS[each] for each in pieces.split()]
