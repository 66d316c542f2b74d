"""Greetings and thanks, on hand-made parses."""

import pytest

from kg.annotate.courtesies import is_courtesy

THANKS = "Thanks/0/ROOT/O/NOUN ,/2/punct/O/PUNCT Ada/0/vocative/B-PERSON/PROPN"


@pytest.mark.parametrize(
    ("words", "lemmas", "expected"),
    [
        (THANKS, "thanks , ada", True),
        (
            "Good/0/ROOT/O/ADJ to/2/mark/O/PART be/0/xcomp/O/VERB here/2/advmod/O/ADV",
            "good to be here",
            True,
        ),
        ("Ada/1/dep/B-PERSON/PROPN thanks/1/ROOT/O/NOUN", "ada thanks", True),
        ("Ada/0/ROOT/B-PERSON/PROPN", "ada", False),
        (
            "Good/0/ROOT/O/ADJ to/2/mark/O/PART win/0/xcomp/O/VERB",
            "good to win",
            False,
        ),
        (
            "We/1/nsubj/O/PRON appreciate/1/ROOT/O/VERB your/3/nmod:poss/O/PRON "
            "time/1/obj/O/NOUN",
            "we appreciate your time",
            True,
        ),
        (
            "We/1/nsubj/O/PRON appreciate/1/ROOT/O/VERB the/3/det/O/DET "
            "vote/1/obj/O/NOUN",
            "we appreciate the vote",
            False,
        ),
        (
            f"{THANKS} We/4/nsubj/O/PRON stay/4/ROOT/O/VERB",
            "thanks , ada we stay",
            False,
        ),
    ],
)
def test_is_courtesy_knows_greetings_and_thanks(make_doc, words, lemmas, expected):
    doc = make_doc(words, lemmas=lemmas.split())
    assert is_courtesy([doc[:]]) is expected


def test_is_courtesy_of_nothing_is_false(make_doc):
    assert not is_courtesy([])
