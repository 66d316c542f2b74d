"""Settings of statements, and cues that stand apart from the story."""

import pytest

from kg.extract.statements.settings import is_apart, setting_of

SAID = "she/1/nsubj/O/PRON said/1/ROOT/O/VERB it/3/nsubj/O/PRON fell/1/ccomp/O/VERB"


@pytest.mark.parametrize(
    ("phrase", "setting"),
    [
        ("on/5/case/O/ADP Twitter/1/obl/O/PROPN", "post"),
        ("in/5/case/O/ADP interviews/1/obl/O/NOUN", "interview"),
        ("in/5/case/O/ADP letters/1/obl/O/NOUN", "letter"),
        ("to/5/case/O/ADP reporters/1/obl/O/NOUN", "briefing"),
        ("in/5/case/O/ADP speeches/1/obl/O/NOUN", "address"),
        ("in/5/case/O/ADP talks/1/obl/O/NOUN", "talks"),
        ("during/5/case/O/ADP visits/1/obl/O/NOUN", "visit"),
        ("in/5/case/O/ADP statements/1/obl/O/NOUN", "document"),
        ("in/5/case/O/ADP Leeds/1/obl/O/PROPN", None),
        # "called" is no call.
        ("as/5/mark/O/SCONJ called/1/advcl/O/VERB", None),
    ],
)
def test_setting_of_goes_by_the_words_around_the_cue(make_doc, phrase, setting):
    lemmas = {"interviews": "interview", "letters": "letter", "reporters": "reporter"}
    lemmas |= {"speeches": "speech", "talks": "talk", "visits": "visit"}
    lemmas |= {"statements": "statement", "called": "call"}
    plain = [word.split("/")[0] for word in f"{SAID} {phrase}".split()]
    doc = make_doc(
        f"{SAID} {phrase}", lemmas=[lemmas.get(word, word.lower()) for word in plain]
    )
    assert setting_of(doc[1:2], [doc[2:4]]) == setting


def test_setting_of_is_not_what_is_said(make_doc):
    doc = make_doc(
        "she/1/nsubj/O/PRON said/1/ROOT/O/VERB "
        "letter/3/nsubj/O/NOUN fell/1/ccomp/O/VERB"
    )
    assert setting_of(doc[1:2], [doc[2:4]]) is None


@pytest.mark.parametrize(
    ("hearer", "setting"), [("B-ORG", "interview"), ("B-PERSON", None)]
)
def test_setting_of_takes_an_outlet_for_an_interview(make_doc, hearer, setting):
    doc = make_doc(
        "she/1/nsubj/O/PRON told/1/ROOT/O/VERB "
        f"Vesti/1/iobj/{hearer}/PROPN it/4/nsubj/O/PRON fell/1/ccomp/O/VERB",
        lemmas=["she", "tell", "Vesti", "it", "fall"],
    )
    assert setting_of(doc[1:2], [doc[3:5]]) == setting


@pytest.mark.parametrize(
    ("auxiliary", "adverb", "tense", "apart"),
    [
        ("be", "now", "Past", False),
        ("have", "now", "Past", True),
        ("be", "previously", "Past", True),
        ("be", "now", "Pres", True),
    ],
)
def test_is_apart_goes_by_tense_and_adverb(make_doc, auxiliary, adverb, tense, apart):
    doc = make_doc(
        f"she/3/nsubj/O/PRON aux/3/aux/O/AUX {adverb}/3/advmod/O/ADV "
        "saying/3/ROOT/O/VERB",
        lemmas=["she", auxiliary, adverb, "say"],
        morphs=["", f"Tense={tense}|VerbForm=Fin", "", "VerbForm=Part"],
    )
    assert is_apart(doc[3:4]) is apart
