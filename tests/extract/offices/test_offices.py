"""Offices held by persons."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.offices.offices import offices

MakeDoc = Callable[..., Doc]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kenyan/1/amod/B-NORP/ADJ President/2/nmod:desc/O/PROPN"
            " Ada/4/nsubj/B-PERSON/PROPN Quill/2/flat/I-PERSON/PROPN"
            " left/4/ROOT/O/VERB",
            ("Ada Quill", "President", "Kenyan"),
        ),
        (
            "former/2/amod/O/ADJ Kenyan/2/amod/B-NORP/ADJ President/3/nmod:desc/O/PROPN"
            " Ada/5/nsubj/B-PERSON/PROPN Quill/3/flat/I-PERSON/PROPN"
            " left/5/ROOT/O/VERB",
            ("Ada Quill", "former President", "Kenyan"),
        ),
        (
            "U.S./1/compound/B-LOC/PROPN Secretary/4/nmod:desc/O/PROPN of/3/case/O/ADP"
            " State/1/nmod/O/PROPN Ada/6/nsubj/B-PERSON/PROPN"
            " Quill/4/flat/I-PERSON/PROPN left/6/ROOT/O/VERB",
            ("Ada Quill", "Secretary of State", "U.S."),
        ),
        (
            "Ada/9/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN ,/7/punct/O/PUNCT"
            " the/7/det/O/DET Pentagon/7/nmod:poss/B-ORG/PROPN 's/4/case/O/PART"
            " press/7/compound/O/NOUN secretary/0/appos/O/NOUN ,/0/punct/O/PUNCT"
            " left/9/ROOT/O/VERB",
            ("Ada Quill", "press secretary", "Pentagon"),
        ),
        (
            "NATO/2/nmod:poss/B-ORG/PROPN 's/0/case/O/PART chief/7/nsubj/O/NOUN"
            " ,/4/punct/O/PUNCT Ada/2/appos/B-PERSON/PROPN Quill/4/flat/I-PERSON/PROPN"
            " ,/4/punct/O/PUNCT left/7/ROOT/O/VERB",
            ("Ada Quill", "chief", "NATO"),
        ),
        (
            "Ada/4/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN is/4/cop/O/AUX"
            " the/4/det/O/DET president/4/ROOT/O/NOUN of/6/case/O/ADP"
            " Kenya/4/nmod/B-LOC/PROPN",
            ("Ada Quill", "president", "Kenya"),
        ),
        (
            "Ada/4/nsubj/B-PERSON/PROPN Quill/0/flat/I-PERSON/PROPN was/4/cop/O/AUX"
            " the/4/det/O/DET president/4/ROOT/O/NOUN of/6/case/O/ADP"
            " Kenya/4/nmod/B-LOC/PROPN",
            ("Ada Quill", "former president", "Kenya"),
        ),
    ],
)
def test_offices_read_titles_appositions_and_copulas(
    make_doc: MakeDoc, sentence: str, expected: tuple[str, str, str]
) -> None:
    [office] = list(offices(make_doc(sentence, named=True)))
    assert (office.subject.text, office.title, office.object_.text) == expected
    assert office.type == "HOLDS_POSITION"


@pytest.mark.parametrize(
    "sentence",
    [
        # A form of address is no office.
        "Ms./1/nmod:desc/O/PROPN Quill/2/nsubj/B-PERSON/PROPN left/2/ROOT/O/VERB",
        # An office of nobody in particular.
        "President/1/nmod:desc/O/PROPN Quill/2/nsubj/B-PERSON/PROPN left/2/ROOT/O/VERB",
        # A kinship is no office.
        "Ada/6/nsubj/B-PERSON/PROPN ,/4/punct/O/PUNCT a/4/det/O/DET"
        " Kenyan/4/amod/B-NORP/ADJ mother/0/appos/O/NOUN ,/0/punct/O/PUNCT"
        " left/6/ROOT/O/VERB",
        # The state's office has no holder.
        "The/2/det/O/DET Kenyan/2/amod/B-NORP/ADJ president/3/nsubj/O/NOUN"
        " left/3/ROOT/O/VERB",
    ],
)
def test_offices_need_an_office_its_holder_and_whom_it_serves(
    make_doc: MakeDoc, sentence: str
) -> None:
    assert list(offices(make_doc(sentence, named=True))) == []


def test_offices_quote_their_sentence(make_doc: MakeDoc) -> None:
    doc = make_doc(
        "Kenyan/1/amod/B-NORP/ADJ President/2/nmod:desc/O/PROPN"
        " Quill/3/nsubj/B-PERSON/PROPN left/3/ROOT/O/VERB",
        named=True,
    )
    [office] = list(offices(doc))
    assert office.evidence.text == "Kenyan President Quill left"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "She/3/nsubj/O/PRON is/3/cop/O/AUX the/3/det/O/DET mayor/3/ROOT/O/NOUN"
            " of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN",
            [("She", "mayor", "Bern")],
        ),
        # Nobody holds what is only possible, asked or denied.
        (
            "Quill/4/nsubj/B-PERSON/PROPN would/4/aux/O/AUX be/4/cop/O/AUX"
            " the/4/det/O/DET mayor/4/ROOT/O/NOUN of/6/case/O/ADP"
            " Bern/4/nmod/B-LOC/PROPN",
            [],
        ),
        (
            "Quill/4/nsubj/B-PERSON/PROPN is/4/cop/O/AUX not/4/advmod/O/PART"
            " the/4/det/O/DET mayor/4/ROOT/O/NOUN of/6/case/O/ADP"
            " Bern/4/nmod/B-LOC/PROPN",
            [],
        ),
        (
            "Is/3/cop/O/AUX Quill/3/nsubj/B-PERSON/PROPN the/3/det/O/DET"
            " mayor/3/ROOT/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN"
            " ?/3/punct/O/PUNCT",
            [],
        ),
        (
            "Quill/3/nsubj/B-PERSON/PROPN has/3/aux/O/AUX been/3/cop/O/AUX"
            " mayor/3/ROOT/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN",
            [("Quill", "mayor", "Bern")],
        ),
        # A clause that the parse takes for an apposition.
        (
            "Quill/8/nsubj/B-PERSON/PROPN ,/4/punct/O/PUNCT who/4/nsubj/O/PRON"
            " was/4/cop/O/AUX mayor/0/appos/O/NOUN of/6/case/O/ADP"
            " Bern/4/nmod/B-LOC/PROPN ,/0/punct/O/PUNCT left/8/ROOT/O/VERB",
            [("Quill", "former mayor", "Bern")],
        ),
        (
            "Quill/8/nsubj/B-PERSON/PROPN ,/6/punct/O/PUNCT"
            " Bern/6/nmod:poss/B-LOC/PROPN"
            " 's/2/case/O/PART mayor/6/compound/O/NOUN -/6/punct/O/PUNCT"
            " elect/0/appos/O/NOUN ,/0/punct/O/PUNCT left/8/ROOT/O/VERB",
            [("Quill", "mayor-elect", "Bern")],
        ),
        # A name beside its office hangs on whom that serves.
        (
            "The/1/det/O/DET mayor/6/nsubj/O/NOUN of/3/case/O/ADP"
            " Bern/1/nmod/B-LOC/PROPN ,/3/punct/O/PUNCT Quill/3/appos/B-PERSON/PROPN"
            " left/6/ROOT/O/VERB",
            [("Quill", "mayor", "Bern")],
        ),
        # What goes on behind the name is somebody else.
        (
            "The/1/det/O/DET mayor/9/nsubj/O/NOUN of/3/case/O/ADP"
            " Bern/1/nmod/B-LOC/PROPN ,/5/punct/O/PUNCT Quill/1/appos/B-PERSON/PROPN"
            " and/8/cc/O/CCONJ Acme/8/compound/B-ORG/PROPN chairman/1/conj/O/NOUN"
            " left/9/ROOT/O/VERB",
            [("Quill", "mayor", "Bern")],
        ),
        # But not where the office is said of somebody else.
        (
            "The/1/det/O/DET son/9/nsubj/O/NOUN of/4/case/O/ADP the/4/det/O/DET"
            " mayor/1/nmod/O/NOUN of/6/case/O/ADP Bern/4/nmod/B-LOC/PROPN"
            " ,/8/punct/O/PUNCT Quill/6/appos/B-PERSON/PROPN left/9/ROOT/O/VERB",
            [],
        ),
        # Words of a title that no list has, and a title that goes on.
        (
            "Acme/2/compound/B-ORG/PROPN Regional/2/amod/O/ADJ"
            " Manager/3/nmod:desc/O/PROPN"
            " Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
            [("Quill", "Regional Manager", "Acme")],
        ),
        (
            "UK/1/compound/B-LOC/PROPN Minister/6/nsubj/O/PROPN for/3/case/O/ADP"
            " Wales/1/nmod/O/PROPN and/5/cc/O/CCONJ Devon/3/conj/O/PROPN"
            " Quill/7/nsubj/B-PERSON/PROPN left/7/ROOT/O/VERB",
            [("Quill", "Minister for Wales and Devon", "UK")],
        ),
        (
            "UK/1/compound/B-ORG/PROPN director/7/nsubj/O/NOUN for/3/case/O/ADP"
            " Wales/1/nmod/B-LOC/PROPN ,/6/punct/O/PUNCT Dr/6/nmod:desc/O/PROPN"
            " Quill/1/appos/B-PERSON/PROPN left/7/ROOT/O/VERB",
            [("Quill", "director for Wales", "UK")],
        ),
        # An apposition is its neighbour's, whosever the parse makes it.
        (
            "Moss/7/nsubj/B-PERSON/PROPN ,/2/punct/O/PUNCT Quill/0/conj/B-PERSON/PROPN"
            " ,/4/punct/O/PUNCT mayor/0/appos/O/NOUN of/6/case/O/ADP"
            " Bern/4/nmod/B-LOC/PROPN left/7/ROOT/O/VERB",
            [("Quill", "mayor", "Bern")],
        ),
    ],
)
def test_offices_are_told_and_their_holders_own(make_doc, sentence, expected):
    found = offices(make_doc(sentence, named=True))
    assert [(x.subject.text, x.title, x.object_.text) for x in found] == expected


@pytest.mark.parametrize(
    ("verb", "lemma", "title"),
    [
        ("served", "serve", "former mayor"),
        ("resigned", "resign", "former mayor"),
        ("confirmed", "confirm", "mayor"),
    ],
)
def test_offices_are_what_somebody_serves_as(make_doc, verb, lemma, title):
    doc = make_doc(
        f"Quill/1/nsubj/B-PERSON/PROPN {verb}/1/ROOT/O/VERB as/3/case/O/ADP"
        " mayor/1/obl/O/NOUN of/5/case/O/ADP Bern/3/nmod/B-LOC/PROPN",
        lemmas=["Quill", lemma, "as", "mayor", "of", "Bern"],
        morphs=["", "Tense=Past", "", "Number=Sing", "", ""],
        named=True,
    )
    [office] = offices(doc)
    assert (office.title, office.object_.text) == (title, "Bern")
