"""Firms that few texts know, by what the text itself tells of them."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotate.names.component import name_spans

MakeDoc = Callable[..., Doc]

SHARES = (
    "Shares/3/nsubj/O/NOUN of/2/case/O/ADP Torvik/0/nmod/B-LOC/PROPN fell/3/ROOT/O/VERB"
)
MAKER = (
    "Tyre/1/compound/O/NOUN maker/2/compound/O/NOUN Torvik/3/nsubj/B-PERSON/PROPN"
    " grew/3/ROOT/O/VERB"
)
BESIDE = (
    "Torvik/4/nsubj/B-PERSON/PROPN ,/3/punct/O/PUNCT a/3/det/O/DET"
    " supplier/0/appos/O/NOUN grew/4/ROOT/O/VERB"
)
CHIEF = (
    "Torvik/3/nmod:poss/B-PERSON/PROPN 's/0/case/O/PART chief/3/amod/O/ADJ"
    " executive/4/nsubj/O/NOUN left/4/ROOT/O/VERB"
)
ITSELF = (
    "Torvik/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB it/3/nsubj/O/PRON"
    " lost/1/ccomp/O/VERB ./1/punct/O/PUNCT The/6/det/O/DET company/7/nsubj/O/NOUN"
    " grew/7/ROOT/O/VERB"
)
ADVISER = (
    "Torvik/2/nmod:poss/B-PERSON/PROPN 's/0/case/O/PART adviser/3/nsubj/O/NOUN"
    " left/3/ROOT/O/VERB"
)
RAIN = (
    "Torvik/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB it/3/nsubj/O/PRON"
    " rained/1/ccomp/O/VERB"
)
LEANING = (
    "The/4/det/O/DET far/3/advmod/O/ADV -/3/punct/O/PUNCT right/4/amod/O/ADJ"
    " Torvik/5/nsubj/B-LOC/PROPN left/5/ROOT/O/VERB"
)
PARTY = (
    "Torvik/4/nsubj/B-LOC/PROPN ,/3/punct/O/PUNCT a/3/det/O/DET"
    " party/0/appos/O/NOUN won/4/ROOT/O/VERB"
)
RIVAL = (
    "His/1/nmod:poss/O/PRON rival/2/compound/O/NOUN Torvik/3/nsubj/B-PERSON/PROPN"
    " won/3/ROOT/O/VERB"
)
FULL = (
    "Ada/1/compound/B-PERSON/PROPN Torvik/2/nsubj/I-PERSON/PROPN sold/2/ROOT/O/VERB"
    " ./2/punct/O/PUNCT Torvik/5/compound/B-PERSON/PROPN shares/6/nsubj/O/NOUN"
    " fell/6/ROOT/O/VERB"
)


def _labels(doc: Doc) -> list[str]:
    return [name.label for name in name_spans(doc)]


@pytest.mark.parametrize("text", [SHARES, MAKER, BESIDE, CHIEF, ITSELF, LEANING, PARTY])
def test_name_spans_take_for_a_firm_or_party_what_is_told_to_be_one(
    make_doc: MakeDoc, text: str
) -> None:
    assert _labels(make_doc(text, named=True)) == ["ORG"]


@pytest.mark.parametrize("text", [ADVISER, RAIN, RIVAL, FULL])
def test_name_spans_leave_persons_who_have_advisers_rivals_and_shares(
    make_doc: MakeDoc, text: str
) -> None:
    assert set(_labels(make_doc(text, named=True))) == {"PERSON"}


def test_name_spans_take_a_firms_rival_for_a_firm(make_doc: MakeDoc) -> None:
    doc = make_doc(
        f"{SHARES} ./3/punct/O/PUNCT Rival/6/compound/O/NOUN"
        " Quorm/7/nsubj/B-PERSON/PROPN rose/7/ROOT/O/VERB",
        named=True,
    )
    assert _labels(doc) == ["ORG", "ORG"]


def test_name_spans_leave_a_town_where_something_happens(make_doc: MakeDoc) -> None:
    doc = make_doc(
        f"{SHARES} in/5/case/O/ADP Torvik/3/obl/B-LOC/PROPN ./3/punct/O/PUNCT",
        named=True,
    )
    assert _labels(doc) == ["LOC", "LOC"]
