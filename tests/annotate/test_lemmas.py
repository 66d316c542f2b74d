"""Lemma rules and the spelling they get wrong."""

import pytest

from kg.annotate.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "upos", "rule", "expected"),
    [
        ("Wars", "NOUN", "1|1|", "war"),
        ("said", "VERB", "0|2|y", "say"),
        ("States", "PROPN", "1|1|", "State"),
        ("Said", "VERB", "0|2|y", "say"),
        ("French", "ADJ", "0|0|", "French"),
        ("I", "PRON", "0|0|", "I"),
        ("GDP", "NOUN", "0|0|", "GDP"),
        ("classes", "NOUN", "0|1|", "class"),
        ("armies", "NOUN", "0|1|", "army"),
        ("horses", "NOUN", "0|1|", "horse"),
        ("stopping", "VERB", "0|3|", "stop"),
        ("missing", "VERB", "0|3|", "miss"),
        ("evolved", "VERB", "0|2|", "evolve"),
        ("a", "DET", "0|3|", "a"),
    ],
)
def test_lemma_of_a_word(word: str, upos: str, rule: str, expected: str) -> None:
    assert lemma(word, upos, rule) == expected
