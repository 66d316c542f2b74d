"""Attributions that say nothing, on hand-made docs."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.empty import says_nothing

MakeDoc = Callable[..., Doc]
LABELS = {"S": "SOURCE", "C": "CONTENT", "Q": "CUE"}
LEMMAS = {"known": "know", "called": "call", "said": "say"}
MORPHS = {
    **dict.fromkeys(("known", "called"), "Tense=Past|VerbForm=Part"),
    "when": "PronType=Int",
}


def spans(make_doc: MakeDoc, words: str, tags: str, parts: str) -> list[Span]:
    """Return one attribution: a letter of `parts` for each word says its part.

    Participles describe the first word: "a hall known as".
    """
    each = words.split()
    doc = make_doc(
        each,
        pos=tags.split(),
        heads=[0] * len(each),
        deps=["acl" if word in MORPHS else "dep" for word in each],
        lemmas=[LEMMAS.get(word, word) for word in each],
        morphs=[MORPHS.get(word, "") for word in each],
    )
    return [
        Span(doc, at, at + 1, LABELS[part], span_id=1)
        for at, part in enumerate(parts)
        if part in LABELS
    ]


@pytest.mark.parametrize(
    ("words", "tags", "parts"),
    [
        ("He was praised", "PRON AUX VERB", "C-Q"),
        ("Moss said this", "PROPN VERB DET", "SQC"),
        ("a hall known as Blue House", "DET NOUN VERB ADP PROPN PROPN", "--QQCC"),
        ("Protests are reported", "NOUN AUX VERB", "C-Q"),
        ("Moss said when", "PROPN VERB ADV", "SQC"),
    ],
)
def test_says_nothing_of_pronouns_names_and_lone_nouns(
    make_doc: MakeDoc, words: str, tags: str, parts: str
) -> None:
    assert says_nothing(spans(make_doc, words, tags, parts), frozenset())


@pytest.mark.parametrize(
    ("words", "tags", "parts"),
    [
        ("Moss said so much", "PROPN VERB ADV ADV", "SQCC"),
        ("Moss wants peace", "PROPN VERB NOUN", "SQC"),
        ("War may come , reports say", "NOUN AUX VERB PUNCT NOUN VERB", "CCC-QQ"),
        ("Moss called it Blue House", "PROPN VERB PRON PROPN PROPN", "SQ-CC"),
        ("Heavy protests are reported", "ADJ NOUN AUX VERB", "CC-Q"),
    ],
)
def test_says_nothing_is_false_of_what_somebody_says(
    make_doc: MakeDoc, words: str, tags: str, parts: str
) -> None:
    assert not says_nothing(spans(make_doc, words, tags, parts), frozenset())


def test_says_nothing_leaves_one_noun_in_quotation_marks(make_doc: MakeDoc) -> None:
    doc = make_doc(
        ["“", "Fire", "”", "was", "heard"],
        pos=["PUNCT", "NOUN", "PUNCT", "AUX", "VERB"],
    )
    attribution = [Span(doc, 1, 2, "CONTENT"), Span(doc, 4, 5, "CUE")]
    assert says_nothing(attribution, frozenset())
    assert not says_nothing(attribution, frozenset({0, 1, 2}))


@pytest.mark.parametrize("word", ["nobody", "little", "nothing"])
def test_says_nothing_where_the_object_of_the_cue_is_none(
    make_doc: MakeDoc, word: str
) -> None:
    doc = make_doc(
        f"Moss/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB {word}/1/obj/O/PRON"
        " about/4/case/O/ADP rent/1/obl/O/NOUN"
    )
    labels = [(0, 1, "SOURCE"), (1, 2, "CUE"), (3, 5, "CONTENT")]
    found = [Span(doc, a, b, label, span_id=1) for a, b, label in labels]
    assert says_nothing(found, set())


def test_says_nothing_leaves_what_is_said_of_nobody(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Moss/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB nobody/3/nsubj/O/PRON"
        " left/1/ccomp/O/VERB"
    )
    labels = [(0, 1, "SOURCE"), (1, 2, "CUE"), (2, 4, "CONTENT")]
    found = [Span(doc, a, b, label, span_id=1) for a, b, label in labels]
    assert not says_nothing(found, set())


@pytest.mark.parametrize(("noun", "is_empty"), [("men", True), ("plan", False)])
def test_says_nothing_of_who_is_questioned(
    make_doc: MakeDoc, noun: str, is_empty: bool
) -> None:
    doc = make_doc(
        f"Police/1/nsubj/O/NOUN questioned/1/ROOT/O/VERB two/3/nummod/O/NUM"
        f" {noun}/1/obj/O/NOUN on/5/case/O/ADP Monday/1/obl/O/PROPN",
        lemmas=[
            "police",
            "question",
            "two",
            "man" if noun == "men" else noun,
            "on",
            "",
        ],
    )
    labels = [(0, 1, "SOURCE"), (1, 2, "CUE"), (2, 4, "CONTENT")]
    found = [Span(doc, a, b, label, span_id=1) for a, b, label in labels]
    assert says_nothing(found, set()) is is_empty
