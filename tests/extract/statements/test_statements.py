"""Statements from hand-made attribution annotation."""

from datetime import date

import pytest
from spacy.tokens import Span

from kg.extract.statements.documents import Documents
from kg.extract.statements.statements import statements
from kg.extract.times.times import times

PUBLISHED = date(2024, 11, 2)
WORDS = (
    "Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB Bob/3/nsubj/B-PERSON/PROPN "
    "lied/1/ccomp/O/VERB ./1/punct/O/PUNCT"
)


@pytest.fixture
def doc(make_doc):
    return make_doc(WORDS, named=True)


def attribute(doc, *parts):
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=number)
        for number, label, start, end in parts
    ]
    return doc


def said(doc):
    return list(statements(doc, (), PUBLISHED, Documents(doc)))


def test_statements_yields_source_cue_and_content(doc):
    attribute(doc, (1, "SOURCE", 0, 1), (1, "CUE", 1, 2), (1, "CONTENT", 2, 4))
    (found,) = said(doc)
    assert (found.source.text, found.cue.text) == ("Ada", "said")
    assert [span.text for span in found.content] == ["Bob lied"]
    assert found.evidence.text == "Ada said Bob lied."


def test_statements_needs_a_content(doc):
    attribute(doc, (1, "SOURCE", 0, 1), (1, "CUE", 1, 2))
    assert said(doc) == []


@pytest.mark.parametrize(
    ("quote", "form"),
    [(None, "indirect"), ((2, 4), "direct"), ((2, 3), "mixed")],
)
def test_statements_takes_the_form_from_quotation_marks(doc, quote, form):
    attribute(doc, (1, "SOURCE", 0, 1), (1, "CUE", 1, 2), (1, "CONTENT", 2, 4))
    doc.spans["quotes"] = [Span(doc, *quote, "QUOTE")] if quote else []
    (found,) = said(doc)
    assert found.form == form


def test_statements_keeps_interrupted_contents_together(make_doc):
    doc = make_doc(
        "We/1/nsubj/O/PRON agree/4/ccomp/O/VERB ,/4/punct/O/PUNCT "
        "Ada/4/nsubj/B-PERSON/PROPN said/4/ROOT/O/VERB ,/4/punct/O/PUNCT "
        "today/1/advmod/O/NOUN",
        named=True,
    )
    attribute(
        doc,
        (1, "CONTENT", 6, 7),
        (1, "CONTENT", 0, 2),
        (1, "SOURCE", 3, 4),
        (1, "CUE", 4, 5),
    )
    (found,) = said(doc)
    assert [span.text for span in found.content] == ["We agree", "today"]


def test_statements_names_every_coordinated_source(make_doc):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN and/2/cc/O/CCONJ Eve/0/conj/B-PERSON/PROPN "
        "said/3/ROOT/O/VERB no/3/obj/O/INTJ",
        named=True,
    )
    attribute(doc, (1, "SOURCE", 0, 3), (1, "CUE", 3, 4), (1, "CONTENT", 4, 5))
    (found,) = said(doc)
    assert [source.text for source in found.sources] == ["Ada", "Eve"]


def test_statements_infers_the_day_from_the_publication(doc):
    attribute(doc, (1, "CUE", 1, 2), (1, "CONTENT", 2, 4))
    (found,) = said(doc)
    assert (found.said.from_, found.said.basis) == (PUBLISHED, "inferred")
    assert list(statements(doc, (), None, Documents(doc)))[0].said is None


def test_statements_take_the_day_behind_a_source_that_follows(make_doc):
    doc = make_doc(
        "It/1/nsubj/O/PRON rained/1/ROOT/O/VERB "
        "according/4/case/O/ADP to/2/fixed/O/ADP "
        "officials/1/obl/O/NOUN on/6/case/O/ADP Thursday/4/nmod/O/PROPN",
        named=True,
    )
    attribute(doc, (1, "CUE", 2, 4), (1, "SOURCE", 4, 5), (1, "CONTENT", 0, 2))
    found_times = tuple(times(doc, PUBLISHED))
    (found,) = statements(doc, found_times, PUBLISHED, Documents(doc))
    assert found.said.text == "Thursday"


@pytest.mark.parametrize(
    ("auxiliary", "day"), [("will", "2024-11-05"), ("do", "2024-11-02")]
)
def test_statements_are_said_after_their_article_only_if_still_to_come(
    make_doc, auxiliary, day
):
    doc = make_doc(
        f"Ada/2/nsubj/B-PERSON/PROPN {auxiliary}/2/aux/O/AUX predict/2/ROOT/O/VERB "
        "rain/2/obj/O/NOUN on/5/case/O/ADP November/2/obl/O/PROPN 5/5/nummod/O/NUM "
        ",/5/punct/O/PUNCT 2024/5/nummod/O/NUM",
        named=True,
    )
    attribute(doc, (1, "CUE", 2, 3), (1, "SOURCE", 0, 1), (1, "CONTENT", 3, 4))
    (found,) = statements(doc, tuple(times(doc, PUBLISHED)), PUBLISHED, Documents(doc))
    assert found.said.from_.isoformat() == day


def test_statements_yields_them_in_text_order(doc):
    attribute(
        doc,
        (2, "CUE", 3, 4),
        (2, "CONTENT", 4, 5),
        (1, "CUE", 1, 2),
        (1, "CONTENT", 2, 4),
    )
    assert [found.content[0].text for found in said(doc)] == ["Bob lied", "."]


@pytest.mark.parametrize(("preposition", "content"), [("to", "it rains"), ("in", None)])
def test_statements_take_a_hearer_off_the_front_of_a_content(
    make_doc, preposition, content
):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN announced/1/ROOT/O/VERB "
        f"{preposition}/3/case/O/ADP reporters/1/obl/O/NOUN "
        "it/5/nsubj/O/PRON rains/1/ccomp/O/VERB",
        lemmas=["Ada", "announce", preposition, "reporter", "it", "rain"],
        named=True,
    )
    attribute(doc, (1, "SOURCE", 0, 1), (1, "CUE", 1, 2), (1, "CONTENT", 2, 6))
    (found,) = said(doc)
    assert found.content[0].text == (content or doc[2:].text)


@pytest.mark.parametrize(
    ("verb", "content"), [("confirmed", "it"), ("gave", "it to reporters")]
)
def test_statements_take_a_hearer_off_the_end_of_a_content(make_doc, verb, content):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}/1/ROOT/O/VERB it/1/obj/O/PRON "
        "to/4/case/O/ADP reporters/1/obl/O/NOUN",
        lemmas=["Ada", "give" if verb == "gave" else "confirm", "it", "to", "reporter"],
        named=True,
    )
    attribute(doc, (1, "SOURCE", 0, 1), (1, "CUE", 1, 2), (1, "CONTENT", 2, 5))
    (found,) = said(doc)
    assert found.content[0].text == content


@pytest.mark.parametrize(
    ("between", "quoted", "expected"),
    # "From Ada:" over a paragraph, on its line, and over a quotation.
    [("\n\n", False, True), ("–", False, False), ("\n\n", True, False)],
)
def test_statements_know_a_paragraph_that_a_line_above_attributes(
    make_doc, between, quoted, expected
):
    doc = make_doc(
        ["From", "Ada", ":", between, "Bob", "left"],
        heads=[1, 1, 1, 1, 5, 5],
        deps=["case", "ROOT", "punct", "dep", "nsubj", "ROOT"],
        named=True,
    )
    attribute(doc, (1, "SOURCE", 1, 2), (1, "CUE", 0, 1), (1, "CONTENT", 4, 6))
    doc.spans["quotes"] = [Span(doc, 4, 6, "QUOTE")] if quoted else []
    (found,) = said(doc)
    assert found.is_paragraph is expected
