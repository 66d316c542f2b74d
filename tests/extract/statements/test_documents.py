"""Who issued a document, on hand-made parses."""

import pytest
from spacy.tokens import Span

from kg.extract.statements.documents import Documents

ENDS = "says/{}/ROOT/O/VERB so/{}/advmod/O/ADV ./{}/punct/O/PUNCT"
RELEASED = (
    "NASA/1/nsubj/B-ORG/PROPN released/1/ROOT/O/VERB a/3/det/O/DET "
    "report/1/obj/O/NOUN ./1/punct/O/PUNCT "
)
AGAIN = "The/6/det/O/DET report/7/nsubj/O/NOUN says/7/ROOT/O/VERB so/7/advmod/O/ADV"


def issuers(doc, noun):
    return [token.text for token in Documents(doc).issuers(doc[noun])]


@pytest.mark.parametrize(
    ("words", "noun", "expected"),
    [
        (
            "Ada/1/nmod:poss/B-PERSON/PROPN memoir/2/nsubj/O/NOUN ends/2/ROOT/O/VERB",
            1,
            ["Ada"],
        ),
        (
            "A/2/det/O/DET UN/2/compound/B-ORG/PROPN report/3/nsubj/O/NOUN "
            "warns/3/ROOT/O/VERB",
            2,
            ["UN"],
        ),
        (
            "data/3/nsubj/O/NOUN from/2/case/O/ADP NASA/0/nmod/B-ORG/PROPN "
            "show/3/ROOT/O/VERB",
            0,
            ["NASA"],
        ),
        (
            "A/1/det/O/DET letter/5/nsubj/O/NOUN signed/1/acl/O/VERB "
            "by/4/case/O/ADP Ada/2/obl:agent/B-PERSON/PROPN says/5/ROOT/O/VERB",
            1,
            ["Ada"],
        ),
        (
            "The/2/det/O/DET Aden/2/compound/B-LOC/PROPN report/3/nsubj/O/NOUN "
            "warns/3/ROOT/O/VERB",
            2,
            [],
        ),
        (
            "Today/1/nmod:poss/B-DATE/NOUN report/2/nsubj/O/NOUN warns/2/ROOT/O/VERB",
            1,
            [],
        ),
        (
            "The/1/det/O/DET friend/4/nsubj/O/NOUN of/3/case/O/ADP "
            "Ada/1/nmod/B-PERSON/PROPN warns/4/ROOT/O/VERB",
            1,
            [],
        ),
    ],
)
def test_issuers_are_named_beside_the_noun(make_doc, words, noun, expected):
    doc = make_doc(words)
    doc[2].set_morph("VerbForm=Part|Tense=Past" if doc[2].dep_ == "acl" else "")
    doc[2].lemma_ = doc[2].lemma_.replace("signed", "sign")
    assert issuers(doc, noun) == expected


def retold(make_doc, verb, again=AGAIN):
    """Give a doc in which a report is told of and taken up: "NASA ... a report"."""
    doc = make_doc(RELEASED + again)
    doc[1].lemma_ = verb
    return doc


def test_issuers_of_a_noun_are_whom_the_text_told_before(make_doc):
    assert issuers(retold(make_doc, "release"), 6) == ["NASA"]


def test_issuers_of_a_new_document_are_nobody(make_doc):
    again = AGAIN.replace("The/6", "A/6")
    assert issuers(retold(make_doc, "release", again), 6) == []


def test_issuers_of_what_others_got_are_nobody(make_doc):
    assert issuers(retold(make_doc, "see"), 6) == []


def test_issuers_of_a_ruling_are_who_ruled(make_doc):
    doc = make_doc(
        "NASA/1/nsubj/B-ORG/PROPN ruled/1/ROOT/O/VERB so/1/advmod/O/ADV "
        "./1/punct/O/PUNCT The/5/det/O/DET ruling/6/nsubj/O/NOUN says/6/ROOT/O/VERB",
        lemmas=["nasa", "rule", "so", ".", "the", "ruling", "say"],
    )
    assert issuers(doc, 5) == ["NASA"]


def test_issuers_of_an_untold_statement_are_whom_the_text_quoted_last(make_doc):
    doc = make_doc(
        "NASA/1/nsubj/B-ORG/PROPN agreed/1/ROOT/O/VERB ./1/punct/O/PUNCT "
        "The/4/det/O/DET statement/5/nsubj/O/NOUN says/5/ROOT/O/VERB"
    )
    assert issuers(doc, 4) == []
    doc.spans["attribution"] = [Span(doc, 0, 1, "SOURCE", span_id=1)]
    assert issuers(doc, 4) == ["NASA"]


@pytest.mark.parametrize(("noun", "expected"), [("yearbook", ["NASA"]), ("study", [])])
def test_of_names_who_issued_some_texts(make_doc, noun, expected):
    words = (
        f"A/1/det/O/DET {noun}/4/nsubj/O/NOUN of/3/case/O/ADP NASA/1/nmod/B-ORG/PROPN "
    )
    assert issuers(make_doc(words + "says/4/ROOT/O/VERB"), 1) == expected


@pytest.mark.parametrize(("by", "expected"), [("by", ["NASA"]), ("in", [])])
def test_issuers_of_figures_are_who_reported_them(make_doc, by, expected):
    doc = make_doc(
        f"figures/4/nsubj/O/NOUN reported/0/acl/O/VERB {by}/3/case/O/ADP "
        "NASA/1/obl/B-ORG/PROPN show/4/ROOT/O/VERB",
        morphs=["Number=Plur", "Tense=Past|VerbForm=Part", "", "", ""],
        lemmas=["figure", "report", by, "NASA", "show"],
    )
    assert issuers(doc, 0) == expected
