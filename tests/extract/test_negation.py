"""Whether an article reports that something was not said."""

import pytest

from kg.extract.negation import is_unsaid


def unsaid(doc, cue, source=(0, 1)):
    return is_unsaid(doc[cue : cue + 1], doc[slice(*source)])


@pytest.mark.parametrize(("adverb", "expected"), [("not", True), ("also", False)])
def test_is_unsaid_reads_adverbs(make_doc, adverb, expected):
    doc = make_doc(
        f"Ada/3/nsubj/B-PERSON/PROPN did/3/aux/O/AUX {adverb}/3/advmod/O/PART "
        "mention/3/ROOT/O/VERB it/3/obj/O/PRON"
    )
    assert unsaid(doc, 3) is expected


@pytest.mark.parametrize(("verb", "expected"), [("decline", True), ("agree", False)])
def test_is_unsaid_reads_refusals(make_doc, verb, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}d/1/ROOT/O/VERB to/3/mark/O/PART "
        "say/1/xcomp/O/VERB",
        lemmas=["Ada", verb, "to", "say"],
    )
    assert unsaid(doc, 3) is expected


def test_is_unsaid_takes_a_refused_refusal_as_said(make_doc):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN did/3/aux/O/AUX not/3/advmod/O/PART "
        "hesitate/3/ROOT/O/VERB to/5/mark/O/PART say/3/xcomp/O/VERB"
    )
    assert unsaid(doc, 5) is False


def test_is_unsaid_reads_neither_nor_over_both_verbs(make_doc):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN has/3/aux/O/AUX neither/3/advmod/O/CCONJ "
        "denied/3/ROOT/O/VERB nor/5/cc/O/CCONJ confirmed/3/conj/O/VERB it/5/obj/O/PRON",
    )
    assert unsaid(doc, 3) is True
    assert unsaid(doc, 5) is True


@pytest.mark.parametrize(("word", "expected"), [("No", True), ("One", False)])
def test_is_unsaid_reads_the_source(make_doc, word, expected):
    doc = make_doc(
        f"{word}/1/det/O/DET official/2/nsubj/O/NOUN confirmed/2/ROOT/O/VERB "
        "it/2/obj/O/PRON"
    )
    assert unsaid(doc, 2, source=(0, 2)) is expected


def test_is_unsaid_takes_a_denial_as_said(make_doc):
    doc = make_doc("Ada/1/nsubj/B-PERSON/PROPN denied/1/ROOT/O/VERB it/1/obj/O/PRON")
    assert unsaid(doc, 1) is False
