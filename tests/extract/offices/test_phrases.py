"""Phrases that name an office."""

import pytest

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.extract.offices.phrases import office_before, office_of, owners_by_end


def by_head(doc):
    return {head_of(doc, name).i: name for name in name_spans(doc)}


def read_before(doc):
    """Give the office in the title before the last name of a doc."""
    owners = owners_by_end(name_spans(doc))
    office = office_before(doc, name_spans(doc)[-1], owners)
    return (office.title, office.object_.text) if office else None


def read(doc, at, *, is_past=False):
    office = office_of(doc[at], by_head(doc), is_past=is_past)
    return (office.title, office.object_.text) if office else None


def test_owners_by_end_are_the_longest_states_and_bodies():
    nested = (NameSpan(0, 4, "ORG", 0), NameSpan(2, 4, "NORP", 2))
    others = (NameSpan(5, 6, "PERSON", 5), NameSpan(7, 8, "LOC", 7))
    assert owners_by_end([*nested, *others]) == {4: nested[0], 8: others[1]}


@pytest.mark.parametrize(
    ("mark", "title"),
    [
        ("former", "former President"),
        ("then", "then President"),
        ("ex", "former President"),
        ("old", "President"),
    ],
)
def test_office_before_says_what_puts_it_past(make_doc, mark, title):
    doc = make_doc(
        f"{mark}/2/amod/O/ADJ Kenyan/2/amod/B-NORP/ADJ President/3/nmod:desc/O/PROPN"
        " Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == (title, "Kenyan")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Minister/3/nmod:desc/O/PROPN Dr./3/nmod:desc/O/PROPN", "Minister"),
        ("Prime/2/amod/O/ADJ Minister/3/nmod:desc/O/PROPN", "Prime Minister"),
    ],
)
def test_office_before_leaves_forms_of_address_out(make_doc, title, expected):
    doc = make_doc(
        f"Kenyan/3/amod/B-NORP/ADJ {title} Quill/4/nsubj/B-PERSON/PROPN"
        " left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == (expected, "Kenyan")


@pytest.mark.parametrize(
    "words",
    [
        # An office of nobody that the text names.
        "The/1/det/O/DET President/2/nmod:desc/O/PROPN Quill/3/nsubj/B-PERSON/PROPN"
        " left/3/ROOT/O/VERB",
        # A form of address is no office.
        "Kenyan/1/amod/B-NORP/ADJ Ms./2/nmod:desc/O/PROPN Quill/3/nsubj/B-PERSON/PROPN"
        " left/3/ROOT/O/VERB",
    ],
)
def test_office_before_needs_an_office_and_whom_it_serves(make_doc, words):
    assert read_before(make_doc(words, named=True)) is None


def test_office_before_reads_an_owner_with_its_sign(make_doc):
    doc = make_doc(
        "Kenya/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART President/3/nmod:desc/O/PROPN"
        " Quill/4/nsubj/B-PERSON/PROPN left/4/ROOT/O/VERB",
        named=True,
    )
    assert read_before(doc) == ("President", "Kenya")


@pytest.mark.parametrize(
    ("preposition", "expected"), [("of", ("governor", "Kenya")), ("against", None)]
)
def test_office_of_reads_whom_it_serves_after_it(make_doc, preposition, expected):
    doc = make_doc(
        f"the/1/det/O/DET governor/1/ROOT/O/NOUN {preposition}/3/case/O/ADP"
        " Kenya/1/nmod/B-LOC/PROPN",
        named=True,
    )
    assert read(doc, 1) == expected


def test_office_of_takes_a_complement_into_the_title(make_doc):
    doc = make_doc(
        "Kenya/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART envoy/2/ROOT/O/NOUN"
        " to/4/case/O/ADP Chad/2/nmod/B-LOC/PROPN",
        named=True,
    )
    assert read(doc, 2) == ("envoy to Chad", "Kenya")


@pytest.mark.parametrize(
    ("adjective", "title"),
    [("former", "former envoy"), ("then", "then envoy"), ("new", "new envoy")],
)
def test_office_of_puts_past_what_the_phrase_does(make_doc, adjective, title):
    doc = make_doc(
        f"{adjective}/2/amod/O/ADJ Kenyan/2/amod/B-NORP/ADJ envoy/2/ROOT/O/NOUN",
        named=True,
    )
    assert read(doc, 2)[0] in {title, "envoy"}
    assert read(doc, 2)[0] == (title if adjective != "new" else "envoy")


def test_office_of_is_former_where_the_clause_says_so(make_doc):
    doc = make_doc("Kenyan/1/amod/B-NORP/ADJ envoy/1/ROOT/O/NOUN", named=True)
    assert read(doc, 1, is_past=True) == ("former envoy", "Kenyan")
    assert read(doc, 1) == ("envoy", "Kenyan")


@pytest.mark.parametrize(
    ("owner", "expected"), [("its/PRON", "its"), ("my/PRON", None)]
)
def test_office_of_reads_pronouns_for_bodies(make_doc, owner, expected):
    word, pos = owner.split("/")
    doc = make_doc(f"{word}/1/nmod:poss/O/{pos} envoy/1/ROOT/O/NOUN", named=True)
    found = read(doc, 1)
    assert (found[1] if found else None) == expected
