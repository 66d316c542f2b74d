"""Whom and what relative pronouns in a statement stand for."""

import pytest

from kg.extract.statements.relatives import antecedents
from kg.extract.statements.sources import source_of


def found(doc, cue, *contents):
    spans = [doc[start:end] for start, end in contents]
    return [each.text for each in antecedents(doc[cue : cue + 1], spans)]


def related(doc, *places):
    for place in places:
        doc[place].set_morph("PronType=Rel")
    return doc


@pytest.mark.parametrize("contents", [((3, 4), (6, 8)), ((6, 8),)])
def test_subject_of_what_was_said_is_before_the_relative_clause(make_doc, contents):
    doc = make_doc(
        "They/1/nsubj/O/PRON left/1/ROOT/O/VERB Oslo/1/obj/B-LOC/PROPN "
        "which/7/nsubj/O/PRON she/5/nsubj/O/PRON said/2/acl:relcl/O/VERB "
        "could/7/aux/O/AUX fall/5/ccomp/O/VERB",
        named=True,
    )
    assert found(related(doc, 3), 5, *contents) == ["Oslo"]


def test_clause_that_is_parsed_of_a_verb_is_of_the_noun_before_it(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON left/1/ROOT/O/VERB Oslo/1/obj/B-LOC/PROPN "
        ",/2/punct/O/PUNCT which/7/nsubj/O/PRON she/6/nsubj/O/PRON "
        "said/1/advcl:relcl/O/VERB fell/6/ccomp/O/VERB",
        named=True,
    )
    assert found(related(doc, 4), 6, (7, 8)) == ["Oslo"]


def test_who_speaks_in_a_relative_clause_is_not_spoken_of(make_doc):
    doc = make_doc(
        "Ada/4/nsubj/B-PERSON/PROPN who/2/nsubj/O/PRON said/0/acl:relcl/O/VERB "
        "so/2/obj/O/ADV left/4/ROOT/O/VERB",
        named=True,
    )
    assert found(related(doc, 1), 2, (3, 4)) == []


def test_relative_pronoun_before_a_source_does_not_speak(make_doc):
    doc = make_doc(
        "Oslo/0/ROOT/B-LOC/PROPN which/3/obj/O/PRON Ada/3/nsubj/B-PERSON/PROPN "
        "called/0/acl:relcl/O/VERB dull/3/xcomp/O/ADJ",
        named=True,
    )
    related(doc, 1)
    span = source_of(doc[3:4], [doc[1:3]], [doc[4:5]])
    assert span is not None and span.text == "Ada"
    assert found(doc, 3, (4, 5)) == ["Oslo"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("lying/2/advcl/O/VERB", ["Ada"]), ("lies/2/ccomp/O/VERB", [])],
)
def test_subject_of_a_passive_verb_is_spoken_of(make_doc, said, expected):
    doc = make_doc(
        "Ada/2/nsubj:pass/B-PERSON/PROPN is/2/aux:pass/O/AUX accused/2/ROOT/O/VERB "
        f"of/4/mark/O/SCONJ {said}",
        named=True,
    )
    assert found(doc, 2, (4, 5)) == expected
