"""Family names that stand alone, those that are called like a state among them."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotate.names.component import name_spans

MakeDoc = Callable[..., Doc]
BEARER = (
    "Ada/2/nsubj/B-PERSON/PROPN Jordan/0/flat/I-PERSON/PROPN left/2/ROOT/O/VERB"
    " Jordan/4/nsubj/B-LOC/PROPN returned/4/ROOT/O/VERB"
)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", "PERSON"),
        (" to/6/case/O/ADP Amman/4/obl/B-LOC/PROPN", "LOC"),
        (" of/6/case/O/ADP Jordan/4/obl/B-LOC/PROPN", "LOC"),
        (" a/7/det/O/DET Jordanian/7/amod/B-NORP/ADJ bank/4/obl/O/NOUN", "LOC"),
        (" to/6/case/O/ADP Rome/4/obl/B-LOC/PROPN", "PERSON"),
    ],
)
def test_a_surname_is_a_state_only_where_the_article_means_it(
    make_doc: MakeDoc, after: str, expected: str
) -> None:
    _, again, *_ = name_spans(make_doc(BEARER + after, named=True))
    assert again.label == expected


def test_a_name_beside_a_body_says_who_serves_it(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "A/1/det/O/DET spokesman/8/nsubj/O/NOUN for/3/case/O/ADP"
        " Quorm/1/nmod/B-ORG/PROPN ,/5/punct/O/PUNCT Torvik/3/appos/B-ORG/PROPN"
        " Brask/5/flat/I-ORG/PROPN ,/8/punct/O/PUNCT left/8/ROOT/O/VERB",
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == ["ORG", "PERSON"]


def test_a_body_keeps_no_noun_for_who_serves_it(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "The/2/det/O/DET Quorm/2/compound/B-ORG/PROPN envoy/3/nsubj/I-ORG/NOUN"
        " left/3/ROOT/O/VERB",
        named=True,
    )
    [name] = name_spans(doc)
    assert doc[name.start : name.end].text == "Quorm"


def test_a_name_after_a_bodys_noun_is_the_bodys(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Their/1/nmod:poss/O/PRON party/6/nsubj/O/NOUN ,/3/punct/O/PUNCT"
        " Torvik/1/appos/B-PERSON/PROPN Brask/3/flat/I-PERSON/PROPN ,/3/punct/O/PUNCT"
        " lost/6/ROOT/O/VERB",
        named=True,
    )
    assert [name.label for name in name_spans(doc)] == ["ORG"]


@pytest.mark.parametrize(
    ("again", "label"),
    [
        ("Thanks/3/ROOT/O/NOUN Ivo/3/vocative/B-PERSON/PROPN", "PERSON"),
        ("Mr./4/compound/O/PROPN Rask/4/ROOT/B-PERSON/PROPN", "PERSON"),
        ("Thanks/3/ROOT/O/NOUN Ada/3/vocative/B-PERSON/PROPN", "LOC"),
    ],
)
def test_who_is_called_by_a_part_of_a_name_is_no_place(
    make_doc: MakeDoc, again: str, label: str
) -> None:
    turn = "To/1/case/O/ADP Ivo/1/ROOT/B-LOC/PROPN Rask/1/flat/I-LOC/PROPN "
    name, *_ = name_spans(make_doc(turn + again, named=True))
    assert name.label == label
