"""What somebody owns to, without a word for oneself."""

import pytest

from kg.extract.statements.of_oneself import is_of_oneself


@pytest.mark.parametrize(
    ("words", "lemmas", "morphs", "expected"),
    [
        # He claimed to have won.
        (
            "He/1/nsubj/O/PRON claimed/1/ROOT/O/VERB to/4/mark/O/PART "
            "have/4/aux/O/AUX won/1/xcomp/O/VERB",
            ["he", "claim", "to", "have", "win"],
            ["", "", "", "VerbForm=Inf", "VerbForm=Part|Tense=Past"],
            True,
        ),
        (
            "He/1/nsubj/O/PRON denied/1/ROOT/O/VERB killing/1/xcomp/O/VERB "
            "Ada/2/obj/B-PERSON/PROPN",
            ["he", "deny", "kill", "Ada"],
            None,
            True,
        ),
        (
            "He/1/nsubj/O/PRON claimed/1/ROOT/O/VERB responsibility/1/obj/O/NOUN",
            ["he", "claim", "responsibility"],
            None,
            True,
        ),
        (
            "He/1/nsubj/O/PRON denied/1/ROOT/O/VERB reports/1/obj/O/NOUN",
            ["he", "deny", "report"],
            None,
            False,
        ),
        # The subject is named: she had won.
        (
            "He/1/nsubj/O/PRON claimed/1/ROOT/O/VERB she/3/nsubj/O/PRON "
            "won/1/ccomp/O/VERB",
            ["he", "claim", "she", "win"],
            None,
            False,
        ),
        # What one wants to do is of oneself, what one tells another to do is not.
        (
            "He/1/nsubj/O/PRON wanted/1/ROOT/O/VERB to/3/mark/O/PART "
            "win/1/xcomp/O/VERB",
            ["he", "want", "to", "win"],
            None,
            True,
        ),
        (
            "He/1/nsubj/O/PRON told/1/ROOT/O/VERB Ada/1/obj/B-PERSON/PROPN "
            "to/4/mark/O/PART win/1/xcomp/O/VERB",
            ["he", "tell", "Ada", "to", "win"],
            None,
            False,
        ),
        # "Everything seemed to work" is of nobody who speaks.
        (
            "It/1/nsubj/O/PRON seemed/1/ROOT/O/VERB to/3/mark/O/PART "
            "work/1/xcomp/O/VERB",
            ["it", "seem", "to", "work"],
            None,
            False,
        ),
    ],
)
def test_is_of_oneself_by_verb_and_missing_subject(
    make_doc, words, lemmas, morphs, expected
):
    doc = make_doc(words, lemmas=lemmas, morphs=morphs)
    assert is_of_oneself(doc[1:2], [doc[2 : len(doc)]]) is expected


def test_is_of_oneself_needs_a_cue(make_doc):
    doc = make_doc("Go/0/ROOT/O/VERB")
    assert not is_of_oneself(None, [doc[0:1]])
