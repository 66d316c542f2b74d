"""Whom a statement was said to."""

import pytest

from kg.extract.addressees import addressees


def hearers(doc, cue, source=(0, 1), contents=()):
    spans = [doc[start:end] for start, end in contents]
    found = addressees(doc[cue : cue + 1], doc[slice(*source)], spans)
    return [argument.text for argument in found]


def test_addressees_finds_the_object_of_tell(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN told/1/ROOT/O/VERB reporters/1/obj/O/NOUN "
        "she/4/nsubj/O/PRON agreed/1/ccomp/O/VERB",
        lemmas=["Ada", "tell", "reporter", "she", "agree"],
    )
    assert hearers(doc, 1, contents=[(3, 5)]) == ["reporters"]


def test_addressees_leaves_out_the_object_of_criticise(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN criticised/1/ROOT/O/VERB ministers/1/obj/O/NOUN",
        lemmas=["Ada", "criticise", "minister"],
    )
    assert hearers(doc, 1) == []


def test_addressees_finds_coordinated_hearers(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN assured/1/ROOT/O/VERB Bob/1/obj/B-PERSON/PROPN "
        "and/4/cc/O/CCONJ Eve/2/conj/B-PERSON/PROPN",
        lemmas=["Ada", "assure", "Bob", "and", "Eve"],
    )
    assert hearers(doc, 1) == ["Bob", "Eve"]


@pytest.mark.parametrize(
    ("noun", "expected"), [("letter", ["Congress"]), ("garden", [])]
)
def test_addressees_reads_nouns_of_communication(make_doc, noun, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB in/4/case/O/ADP a/4/det/O/DET "
        f"{noun}/1/obl/O/NOUN to/6/case/O/ADP Congress/4/nmod/B-ORG/PROPN",
    )
    assert hearers(doc, 1) == expected


@pytest.mark.parametrize(
    ("hearer", "expected"), [("lawmakers", ["lawmakers"]), ("extremes", [])]
)
def test_addressees_wants_people_after_said_to(make_doc, hearer, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB to/3/case/O/ADP "
        f"{hearer}/1/obl/O/NOUN",
        lemmas=["Ada", "say", "to", hearer.removesuffix("s")],
    )
    assert hearers(doc, 1) == expected
