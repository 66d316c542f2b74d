"""Interviews whose questions and answers have no labels."""

import pytest

from kg.annotate.layout.interviews import answers

INTRO = "Ada Moss left Oslo ."
ASKED = ["Why did you leave ?", "Do you miss it ?", "What do you eat ?"]
TOLD = ["I was tired .", "My dog does .", "I eat fish ."]


@pytest.fixture
def read(make_doc):
    def make(intro, asked, told):
        text = [intro]
        for pair in zip(asked, told, strict=True):
            text += pair
        words = " BREAK ".join(text).split()
        words = ["\n\n" if word == "BREAK" else word for word in words]
        ents = {"Ada": "B-PERSON", "Moss": "I-PERSON", "Bo": "B-PERSON"}
        doc = make_doc(
            words,
            heads=list(range(len(words))),
            ents=[ents.get(word, "O") for word in words],
        )
        return [
            (turn.label.text, " ".join(p.text for p in turn.paragraphs))
            for turn in answers(doc)
        ]

    return make


def test_answers_are_of_the_one_who_is_named_before(read):
    expected = [("Ada Moss", told.replace(" .", ".")) for told in TOLD]
    assert read(INTRO, ASKED, TOLD) == expected


@pytest.mark.parametrize(
    ("intro", "asked", "told"),
    [
        ("Ada Moss met Bo .", ASKED, TOLD),
        ("Oslo is cold .", ASKED, TOLD),
        (INTRO, ASKED[:2], TOLD[:2]),
        (INTRO, ["Why ?", "Who cares ?", "What now ?"], TOLD),
        (INTRO, ASKED, ["It rains .", "It snows .", "It is late ."]),
    ],
)
def test_answers_are_of_nobody_in_other_texts(read, intro, asked, told):
    assert read(intro, asked, told) == []
