"""Common-noun phrases that stand for somebody."""

import pytest

from kg.annotate.names.component import name_spans
from kg.extract.mentions.nominals import nominals


def found(doc):
    return [(one.span.text, one.label) for one in nominals(doc, name_spans(doc))]


@pytest.mark.parametrize(
    ("noun", "morph", "label"),
    [
        ("minister", "Number=Sing", "PERSON"),
        ("ministers", "Number=Plur", "GROUP"),
        ("alliance", "Number=Sing", "ORG"),
        ("country", "Number=Sing", "STATE"),
        ("people", "Number=Plur", "GROUP"),
        ("bridge", "Number=Sing", None),
    ],
)
def test_nominals_say_what_a_noun_stands_for(make_doc, noun, morph, label):
    doc = make_doc(
        f"The/1/det/O/DET {noun}/2/nsubj/O/NOUN left/2/ROOT/O/VERB",
        morphs=["", morph, ""],
        named=True,
    )
    assert found(doc) == ([(f"The {noun}", label)] if label else [])


@pytest.mark.parametrize(
    "words",
    [
        "No/1/det/O/DET minister/2/nsubj/O/NOUN left/2/ROOT/O/VERB",
        "She/2/nsubj/O/PRON is/2/cop/O/AUX minister/2/ROOT/O/NOUN",
        "spoke/0/ROOT/O/VERB as/2/case/O/ADP minister/0/obl/O/NOUN",
        "minister/1/compound/O/NOUN posts/1/ROOT/O/NOUN",
        "Ada/2/nsubj/B-PERSON/PROPN minister/0/appos/O/NOUN left/2/ROOT/O/VERB",
    ],
)
def test_nominals_leave_out_nouns_that_describe_or_deny(make_doc, words):
    assert found(make_doc(words, named=True)) == []


def test_nominals_take_an_indefinite_noun_with_its_name(make_doc):
    doc = make_doc(
        "Another/1/det/O/DET minister/4/nsubj/O/NOUN ,/3/punct/O/PUNCT"
        " Ada/1/appos/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    assert found(doc) == [("Another minister", "PERSON")]


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        (
            "the/2/det/O/DET foreign/2/amod/O/ADJ minister/2/ROOT/O/NOUN"
            " of/4/case/O/ADP Kenya/2/nmod/B-LOC/PROPN",
            "the foreign minister of Kenya",
        ),
        (
            "the/1/det/O/DET minister/1/ROOT/O/NOUN in/3/case/O/ADP"
            " Kenya/1/nmod/B-LOC/PROPN",
            "the minister",
        ),
        (
            "co/2/compound/O/NOUN -/2/punct/O/PUNCT minister/2/ROOT/O/NOUN",
            "co-minister",
        ),
        (
            "tall/2/amod/O/ADJ ,/2/punct/O/PUNCT minister/2/ROOT/O/NOUN",
            "minister",
        ),
    ],
)
def test_nominals_end_where_another_phrase_begins(make_doc, words, phrase):
    doc = make_doc(words, named=True, spaces=None)
    texts = [text.replace(" - ", "-") for text, _ in found(doc)]
    assert texts == [phrase]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([], ["West"]),
        (["of", "lying"], ["West"]),
        (["of", "Kenya"], []),
        (["of", "the"], []),
        (["Coast"], []),
        (["-", "facing"], []),
        (["slept"], ["West"]),
    ],
)
def test_nominals_take_the_west_where_it_stands_alone(make_doc, after, expected):
    words = ["the", "West", *after]
    doc = make_doc(
        words,
        heads=[1] * len(words),
        pos=["DET", "PROPN", *["X"] * len(after)],
        named=True,
    )
    assert [text for text, _ in found(doc)] == expected


@pytest.mark.parametrize(("article", "expected"), [("the", ["West"]), ("a", [])])
def test_nominals_want_the_before_a_direction(make_doc, article, expected):
    doc = make_doc([article, "West"], heads=[1, 1], pos=["DET", "PROPN"], named=True)
    assert [text for text, _ in found(doc)] == expected


@pytest.mark.parametrize(("owner", "label"), [("B-PERSON", "ORG"), ("O", None)])
def test_nominals_take_a_campaign_for_a_body_of_its_candidate(make_doc, owner, label):
    doc = make_doc(
        f"Quill/1/compound/{owner}/PROPN campaign/2/nsubj/O/NOUN left/2/ROOT/O/VERB",
        named=True,
    )
    assert [found_label for _, found_label in found(doc)] == ([label] if label else [])


def test_nominals_give_the_words_that_say_which(make_doc):
    doc = make_doc(
        "The/3/det/O/DET new/3/amod/O/ADJ foreign/3/amod/O/ADJ minister/3/ROOT/O/NOUN",
        named=True,
    )
    (one,) = nominals(doc, ())
    assert one.modifiers == ("new", "foreign")
    assert one.number == "singular"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("both/1/det/O/DET sides/2/nsubj/O/NOUN", [("both sides", "STATE")]),
        ("two/1/nummod/O/NUM sides/2/nsubj/O/NOUN", [("two sides", "STATE")]),
        ("the/1/det/O/DET sides/2/nsubj/O/NOUN", []),
        ("both/1/det/O/DET parties/2/nsubj/O/NOUN", [("both parties", "STATE")]),
    ],
)
def test_nominals_take_two_sides_for_parties(make_doc, words, expected):
    doc = make_doc(
        f"{words} left/2/ROOT/O/VERB",
        lemmas=[words.split("/")[0], "side", "leave"],
        named=True,
    )
    assert found(doc) == expected


def test_nominals_leave_not_outside(make_doc):
    doc = make_doc("not/1/advmod/O/PART soldiers/1/ROOT/O/NOUN", named=True)
    assert [text for text, _ in found(doc)] == ["soldiers"]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("Both/1/det/O/DET sides/2/nsubj/O/NOUN agreed/2/ROOT/O/VERB", ["STATE"]),
        ("The/1/det/O/DET sides/2/nsubj/O/NOUN agreed/2/ROOT/O/VERB", []),
        (
            "Both/1/det/O/DET sides/4/nsubj/O/NOUN of/3/case/O/ADP walls/1/nmod/O/NOUN"
            " fell/4/ROOT/O/VERB",
            [],
        ),
    ],
)
def test_nominals_take_both_sides_for_two_states(make_doc, sentence, labels):
    doc = make_doc(sentence, named=True)
    assert [each.label for each in nominals(doc, name_spans(doc))] == labels


@pytest.mark.parametrize(("dep", "label"), [("nsubj", "PERSON"), ("amod", None)])
def test_nominals_take_an_age_alone_for_a_person(make_doc, dep, label):
    doc = make_doc(
        "The/5/det/O/DET 22/5/nummod/O/NUM -/5/punct/O/PUNCT year/5/compound/O/NOUN"
        f" -/5/punct/O/PUNCT old/6/{dep}/O/ADJ left/6/ROOT/O/VERB",
        named=True,
    )
    assert [one[1] for one in found(doc)] == ([label] if label else [])
