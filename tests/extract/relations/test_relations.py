"""Relations that the sentence tells as so."""

import pytest
from spacy.tokens import Span

from kg.annotate.relations.component import OBJECT
from kg.extract.relations.relations import relations


def read(make_doc, words, *ends, type_="WORKS_FOR"):
    """Give the relations of a doc in which the model found one between two words."""
    doc = make_doc(words, named=True)
    doc.spans["relations"] = [
        Span(doc, start, start + 1, label, span_id=1)
        for start, label in zip(ends, (type_, OBJECT), strict=True)
    ]
    return [(x.subject.text, x.type, x.object_.text) for x in relations(doc)]


def works(before, after):
    """Give "Quill works for Acme" with some words inside, and the place of "Acme"."""
    at = 1 + len(before.split())
    words = (
        f"Quill/{at}/nsubj/B-PERSON/PROPN {before}works/{at}/ROOT/O/VERB"
        f" for/{at + 2}/case/O/ADP Acme/{at}/obl/B-ORG/PROPN{after}"
    )
    return words, at + 2


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", [("Quill", "WORKS_FOR", "Acme")]),
        ("would/2/aux/O/AUX ", "", []),
        ("never/2/advmod/O/ADV ", "", []),
        ("", " ?/1/punct/O/PUNCT", []),
    ],
)
def test_relations_are_told(make_doc, before, after, expected):
    words, end = works(before, after)
    assert read(make_doc, words, 0, end) == expected


def test_relations_are_of_the_name_that_a_clause_is_about(make_doc):
    words = (
        "Quill/5/nsubj/B-PERSON/PROPN who/2/nsubj/O/PRON works/0/acl:relcl/O/VERB"
        " for/4/case/O/ADP Acme/2/obl/B-ORG/PROPN left/5/ROOT/O/VERB"
    )
    assert read(make_doc, words, 1, 4) == [("Quill", "WORKS_FOR", "Acme")]


def test_relations_of_an_apposition_do_not_hang_on_the_clause(make_doc):
    words = (
        "Quill/5/nsubj/B-PERSON/PROPN chair/0/appos/O/NOUN of/3/case/O/ADP"
        " Acme/1/nmod/B-ORG/PROPN would/5/aux/O/AUX leave/5/ROOT/O/VERB"
    )
    assert read(make_doc, words, 0, 3) == [("Quill", "WORKS_FOR", "Acme")]


@pytest.mark.parametrize(
    ("noun", "type_", "number"),
    [
        ("wife", "SPOUSE_OF", 1),
        ("mother", "SPOUSE_OF", 0),
        ("founder", "FOUNDED", 1),
        ("president", "FOUNDED", 0),
        ("president", "WORKS_FOR", 1),
    ],
)
def test_relations_of_some_types_are_said_by_a_word(make_doc, noun, type_, number):
    words = (
        "Quill/5/nsubj/B-PERSON/PROPN Reed/3/nmod:poss/B-PERSON/PROPN"
        f" 's/1/case/O/PART {noun}/0/appos/O/NOUN ,/0/punct/O/PUNCT left/5/ROOT/O/VERB"
    )
    assert len(read(make_doc, words, 0, 1, type_=type_)) == number


def test_a_word_for_a_relation_joins_both_mentions(make_doc):
    words = (
        "widowed/1/amod/O/ADJ mother/8/obl/O/NOUN Quill/1/appos/B-PERSON/PROPN"
        " and/6/cc/O/CCONJ her/6/nmod:poss/O/PRON dear/6/amod/O/ADJ aunt/1/conj/O/NOUN"
        " Reed/6/appos/B-PERSON/PROPN fought/8/ROOT/O/VERB"
    )
    assert read(make_doc, words, 2, 7, type_="SPOUSE_OF") == []


def test_relations_are_of_the_person_before_brackets(make_doc):
    words = (
        "Quill/0/ROOT/B-PERSON/PROPN ,/0/punct/O/PUNCT Reed/0/appos/B-PERSON/PROPN"
        " (/4/punct/O/PUNCT Acme/2/appos/B-ORG/PROPN )/4/punct/O/PUNCT"
    )
    assert read(make_doc, words, 0, 4) == []
    assert read(make_doc, words, 2, 4) == [("Reed", "WORKS_FOR", "Acme")]


def test_relations_are_not_of_whom_anothers_title_stands_beside(make_doc):
    words = (
        "Acme/1/compound/B-ORG/PROPN chair/2/nmod:desc/O/NOUN"
        " Reed/5/nsubj/B-PERSON/PROPN and/4/cc/O/CCONJ Quill/2/conj/B-PERSON/PROPN"
        " left/5/ROOT/O/VERB"
    )
    assert read(make_doc, words, 4, 0) == []
    assert read(make_doc, words, 2, 0) == [("Reed", "WORKS_FOR", "Acme")]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("French/1/amod/B-NORP/ADJ Quill/2/nsubj/B-PERSON/PROPN left/2/ROOT/O/VERB", 1),
        (
            "France/1/nsubj/B-LOC/PROPN thanked/1/ROOT/O/VERB"
            " Quill/1/obj/B-PERSON/PROPN",
            0,
        ),
    ],
)
def test_a_citizens_state_is_named_in_what_is_said_of_him(make_doc, words, number):
    person = 1 if number else 2
    assert len(read(make_doc, words, person, 0, type_="CITIZEN_OF")) == number


def test_relations_need_the_components_spans(make_doc):
    doc = make_doc("Quill/0/ROOT/B-PERSON/PROPN", named=True)
    assert list(relations(doc)) == []
