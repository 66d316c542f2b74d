"""Who says "I" in a whole text, on hand-made parses."""

import pytest

from kg.extract.statements.authors import authors
from kg.extract.statements.documents import Documents

SIGNED = (
    "Ada/1/compound/B-PERSON/PROPN Moss/1/ROOT/I-PERSON/PROPN ,/3/punct/O/PUNCT "
    "Minister/1/appos/O/PROPN"
)
GO = "We/5/nsubj/O/PRON go/5/ROOT/O/VERB ./5/punct/O/PUNCT"


def found(doc):
    return [token.text for token in authors(doc, Documents(doc))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (SIGNED, ["Moss"]),
        ("By/2/case/O/ADP Ada/2/compound/B-PERSON/PROPN "
         "Moss/2/ROOT/I-PERSON/PROPN", ["Moss"]),
        ("Ada/1/compound/B-PERSON/PROPN Moss/1/ROOT/I-PERSON/PROPN", []),
        (SIGNED.replace("Minister", "Bern"), []),
        (SIGNED + " ./1/punct/O/PUNCT", []),
        ("Ada/1/nsubj/B-PERSON/PROPN spoke/1/ROOT/O/VERB ,/1/punct/O/PUNCT "
         "Minister/1/dep/O/PROPN", []),
    ],
)  # fmt: skip
def test_authors_sign_the_first_line(make_doc, words, expected):
    morphs = ["VerbForm=Fin" if "spoke" in word else "" for word in words.split()]
    doc = make_doc(words, morphs=morphs, named=True)
    assert found(doc) == expected


def test_authors_are_the_governments_said_to_issue_the_text(make_doc):
    doc = make_doc(
        "The/2/det/O/DET following/2/amod/O/VERB statement/4/nsubj:pass/O/NOUN "
        "was/4/aux:pass/O/AUX issued/4/ROOT/O/VERB by/6/case/O/ADP "
        "governments/4/obl:agent/O/NOUN of/8/case/O/ADP Togo/6/nmod/B-LOC/PROPN "
        "and/10/cc/O/CCONJ Ghana/8/conj/B-LOC/PROPN ./4/punct/O/PUNCT",
        lemmas=["", "", "statement", "", "issue", "by", "government", *"ABCDE"],
        morphs=[
            "",
            "",
            "",
            "",
            "VerbForm=Part|Tense=Past",
            "",
            "Number=Plur",
            *[""] * 5,
        ],
        named=True,
    )
    assert found(doc) == ["Togo", "Ghana"]


def test_authors_of_news_are_nobody(make_doc):
    doc = make_doc(
        "Togo/1/nsubj/B-LOC/PROPN issued/1/ROOT/O/VERB a/3/det/O/DET "
        "statement/1/obj/O/NOUN ./1/punct/O/PUNCT",
        named=True,
    )
    assert found(doc) == []


def test_authors_of_a_transcript_are_nobody(make_doc):
    doc = make_doc(SIGNED, named=True)
    doc.spans["turns"] = [doc[0:2]]
    assert found(doc) == []


def test_authors_of_a_marked_text_are_those_who_met_before_it(make_doc):
    doc = make_doc(
        ["envoys", "of", "Togo", "met", "\n", "Begin", "text", "\n", "We", "go"],
        heads=[3, 2, 0, 3, 3, 5, 5, 5, 9, 9],
        deps=["nsubj", "case", "nmod", "ROOT", "dep", "ROOT", "obj", "dep", "nsubj"]
        + ["ROOT"],
        pos=["NOUN", "ADP", "PROPN", "VERB", "SPACE", "VERB", "NOUN", "SPACE", "PRON"]
        + ["VERB"],
        ents=["O", "O", "B-LOC", *["O"] * 7],
        lemmas=["envoy", *"abcdefghi"],
        morphs=["Number=Plur", *[""] * 9],
        named=True,
    )
    assert found(doc) == ["Togo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I go . – Ada Moss", ["Moss"]),
        ("I go . \n\n Ada Moss", ["Moss"]),
        ("I go . \n\n With love , \n\n Ada Moss", []),
        ("I go . \n\n Yours faithfully , \n\n Ada Moss", ["Moss"]),
        ("They go . – Ada Moss", []),
        ("I met Ada Moss", []),
    ],
)
def test_authors_sign_below_what_they_say_of_themselves(make_doc, text, expected):
    words = [
        "\n\n" if word == "BREAK" else word
        for word in text.replace("\n\n", "BREAK").split()
    ]
    ents = {"Ada": "B-PERSON", "Moss": "I-PERSON"}
    doc = make_doc(
        words,
        heads=[len(words) - 1] * len(words),
        ents=[ents.get(word, "O") for word in words],
        pos=["PROPN" if word in ents else "X" for word in words],
        named=True,
    )
    doc.spans["quotes"] = []
    assert found(doc) == expected
