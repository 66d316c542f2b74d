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
