"""Lemma rules and the spelling they get wrong."""

import pytest

from kg.annotate.syntax.lemmas import Lemmas, lemma


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
        ("refrained", "VERB", "0|1|", "refrain"),
        ("raised", "VERB", "0|1|", "raise"),
        ("a", "DET", "0|3|", "a"),
    ],
)
def test_lemma_of_a_word(word: str, upos: str, rule: str, expected: str) -> None:
    assert lemma(word, upos, rule) == expected


KNOWN = {
    "VERB": {"went": "go", "closes": "close", "carry": "carry", "stopped": "stop"},
    "NOUN": {"mice": "mouse", "movie": "movie"},
    "ADJ": {"french": "French"},
}


@pytest.mark.parametrize(
    ("word", "upos", "rule", "expected"),
    [
        ("re-stopped", "VERB", "1|2|", "re-stop"),
        ("Re-carried", "VERB", "1|3|y", "re-carry"),
        ("Went", "VERB", "1|0|", "go"),
        ("CLOS", "VERB", "1|0|", "clos"),
        ("mice", "NOUN", "0|1|", "mouse"),
        ("FRENCH", "ADJ", "1|0|", "French"),
        ("closing", "VERB", "0|3|", "close"),
        ("carried", "VERB", "0|2|", "carry"),
        ("stopping", "VERB", "0|4|", "stop"),
        ("movies", "NOUN", "0|1|", "movie"),
        ("Mice", "PROPN", "0|0|", "Mice"),
        ("clos", "VERB", "0|0|", "close"),
        ("glimmed", "VERB", "0|2|", "glim"),
    ],
)
def test_lemmas_prefer_words_that_they_know(
    word: str, upos: str, rule: str, expected: str
) -> None:
    assert Lemmas(KNOWN)(word, upos, rule) == expected
