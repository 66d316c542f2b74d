"""Clauses that an adverb calls hearsay, on hand-made parses."""

from spacy.tokens import Span

from kg.annotate.layout.hearsay import with_hearsay
from kg.annotate.layout.pieces import by_number, pieces

FLED = (
    "Moss/2/nsubj/B-PERSON/PROPN {}/2/advmod/O/ADV fled/2/ROOT/O/VERB "
    "and/5/cc/O/CCONJ Quill/5/nsubj/B-PERSON/PROPN stayed/2/conj/O/VERB ./2/punct/O"
)


def _found(doc, *spans):
    groups = with_hearsay(doc, by_number(spans))
    return [
        [(label, [x.text for x in pieces(spans, label)]) for label in ("SOURCE", "CUE")]
        + [x.text for x in pieces(spans, "CONTENT")]
        for spans in groups.values()
    ]


def test_an_adverb_makes_its_clause_hearsay_of_nobody(make_doc):
    doc = make_doc(FLED.format("reportedly"))
    expected = [("SOURCE", []), ("CUE", ["reportedly"]), "Moss", "fled"]
    assert _found(doc) == [expected]


def test_other_adverbs_make_none(make_doc):
    assert _found(make_doc(FLED.format("quickly"))) == []


def test_what_somebody_says_is_left_to_him(make_doc):
    doc = make_doc(FLED.format("allegedly"))
    said = [Span(doc, 4, 5, "SOURCE", span_id=1), Span(doc, 0, 3, "CONTENT", span_id=1)]
    assert len(_found(doc, *said)) == 1


def test_the_subject_is_no_source_of_it(make_doc):
    doc = make_doc(FLED.format("allegedly"))
    read = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 1, 2, "CUE", span_id=1),
        Span(doc, 2, 3, "CONTENT", span_id=1),
    ]
    expected = [("SOURCE", []), ("CUE", ["allegedly"]), "Moss", "fled"]
    assert _found(doc, *read) == [expected]


def test_an_adverb_without_a_clause_makes_none(make_doc):
    doc = make_doc(
        "He/1/nsubj/O/PRON owns/1/ROOT/O/VERB reportedly/3/advmod/O/ADV two/1/obj/O"
    )
    assert _found(doc) == []
