"""Every extractor over one hand-made article."""

from datetime import date

from spacy.tokens import Span

from kg.extract.article import find
from kg.records import Article

WORDS = (
    "Ada/1/nsubj/B-PERSON/PROPN told/1/ROOT/O/VERB Bob/1/obj/B-PERSON/PROPN "
    "Thursday/1/obl/O/NOUN 20/5/nummod/O/NUM tanks/6/nsubj/O/NOUN "
    "left/1/ccomp/O/VERB ./1/punct/O/PUNCT"
)


def article_of(make_doc, *, is_attributed):
    doc = make_doc(
        WORDS,
        named=True,
        lemmas=["Ada", "tell", "Bob", "thursday", "20", "tank", "leave", "."],
        morphs=["", "", "", "", "", "Number=Plur", "", ""],
    )
    parts = [("SOURCE", 0, 1), ("CUE", 1, 2), ("CONTENT", 4, 7)]
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=1)
        for label, start, end in parts * is_attributed
    ]
    article = Article(id="a", text=doc.text, published=date(2024, 11, 1))
    return find(doc, article)


def test_find_gathers_what_every_extractor_yields(make_doc):
    found = article_of(make_doc, is_attributed=True)
    (statement,) = found.statements
    assert statement.content[0].text == "20 tanks left"
    assert statement.said == found.times[0]
    assert [figure.unit for figure in found.figures] == ["tank"]
    assert [one.text for one in found.candidates] == ["Ada", "Bob"]


def test_find_marks_who_speaks_and_who_hears(make_doc):
    ada, bob = article_of(make_doc, is_attributed=True).candidates
    assert (ada.speaks, ada.hears) == (True, False)
    assert (bob.speaks, bob.hears) == (False, True)


def test_find_marks_nobody_without_a_statement(make_doc):
    found = article_of(make_doc, is_attributed=False)
    assert found.statements == ()
    assert not any(one.speaks or one.hears for one in found.candidates)
