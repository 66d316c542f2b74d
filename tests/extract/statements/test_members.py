"""Whom a source lists of the group that speaks."""

import pytest

from kg.extract.statements.members import states_served, with_members

PLURAL = "Number=Plur"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "firms/5/nsubj/O/NOUN including/2/case/O/VERB Acme/0/nmod/B-ORG/PROPN "
            "and/4/cc/O/CCONJ Borea/2/conj/B-ORG/PROPN spoke/5/ROOT/O/VERB",
            ["firms", "Acme", "Borea"],
        ),
        (
            "governments/5/nsubj/O/NOUN of/2/case/O/ADP Togo/0/nmod/B-LOC/PROPN "
            "and/4/cc/O/CCONJ Ghana/2/conj/B-LOC/PROPN spoke/5/ROOT/O/VERB",
            ["Togo", "Ghana"],
        ),
        (
            "hosts/5/nsubj/O/NOUN ,/0/punct/O/PUNCT Togo/0/appos/B-LOC/PROPN "
            "and/4/cc/O/CCONJ Ghana/2/conj/B-LOC/PROPN spoke/5/ROOT/O/VERB",
            ["Togo", "Ghana"],
        ),
        (
            "farmers/3/nsubj/O/NOUN of/2/case/O/ADP Togo/0/nmod/B-LOC/PROPN "
            "spoke/3/ROOT/O/VERB",
            ["farmers"],
        ),
    ],
)
def test_with_members_of_a_plural(make_doc, words, expected):
    doc = make_doc(words)
    doc[0].set_morph(PLURAL)
    doc[0].lemma_ = doc[0].lemma_.removesuffix("s")
    assert [token.text for token in with_members(doc[0])] == expected


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        (
            "The/1/det/O/DET city/4/nsubj/O/NOUN of/3/case/O/ADP "
            "Bern/1/nmod/B-LOC/PROPN spoke/4/ROOT/O/VERB",
            1,
            "Bern",
        ),
        (
            "A/1/det/O/DET spokesman/4/nsubj/O/NOUN for/3/case/O/ADP "
            "Acme/1/nmod/B-ORG/PROPN spoke/4/ROOT/O/VERB",
            1,
            "Acme",
        ),
        (
            "An/2/det/O/DET Acme/2/compound/B-ORG/PROPN spokesman/3/nsubj/O/NOUN "
            "spoke/3/ROOT/O/VERB",
            2,
            "Acme",
        ),
        (
            "Acme/1/compound/B-ORG/PROPN spokesman/3/nsubj/O/NOUN "
            "Ada/1/flat/B-PERSON/PROPN spoke/3/ROOT/O/VERB",
            1,
            "spokesman",
        ),
        (
            "A/1/det/O/DET spokesman/4/nsubj/O/NOUN for/3/case/O/ADP "
            "Ada/1/nmod/B-PERSON/PROPN spoke/4/ROOT/O/VERB",
            1,
            "spokesman",
        ),
    ],
)
def test_with_members_of_one(make_doc, words, head, expected):
    doc = make_doc(words)
    assert [token.text for token in with_members(doc[head])] == [expected]


def test_states_served_leaves_the_members_of_a_body(make_doc):
    words = (
        "{}/1/compound/{}/PROPN ministers/4/nsubj/O/NOUN of/3/case/O/ADP "
        "Togo/1/nmod/B-LOC/PROPN spoke/4/ROOT/O/VERB"
    )
    named = make_doc(words.format("NATO", "B-ORG"), lemmas=["x", "minister", *"xyz"])
    plain = make_doc(words.format("Trade", "O"), lemmas=["x", "minister", *"xyz"])
    assert states_served(named[1]) == []
    assert [token.text for token in states_served(plain[1])] == ["Togo"]
