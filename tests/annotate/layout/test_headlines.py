"""Headlines that name a speaker, on docs made of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.headlines import headline_statements

TextDoc = Callable[..., Doc]


def found(doc: Doc) -> list[tuple[str, str, str]]:
    return [
        (parts["SOURCE"].text, parts["CUE"].text, parts["CONTENT"].text)
        for parts in headline_statements(doc)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Moss: No talks before May", ("Moss", ":", "No talks before May")),
        ("Moss on trade: 'No talks now'", ("Moss", ":", "'No talks now'")),
        ("Mayor Moss: No talks now", ("Mayor Moss", ":", "No talks now")),
        ("Floods “worst yet”: minister", ("minister", ":", "Floods “worst yet”")),
        ("Snow until spring - forecasters", ("forecasters", "-", "Snow until spring")),
    ],
)
def test_headline_statements_name_the_speaker(
    text_doc: TextDoc, text: str, parts: tuple[str, str, str]
) -> None:
    assert found(text_doc(text, "Moss")) == [parts]


@pytest.mark.parametrize(
    "text",
    [
        "Budget: Taxes to rise again",
        "Recipe: Ann's apple cake",
        "Roads closed in Bern - in pictures",
        "There were two ways: out or in.",
        "Moss: Talks may end\n\nThe talks ended on Monday. Nobody spoke.",
        "Photo: Moss",
        "Moss: Talks end at noon.",
        "Budget of next year: 'Taxes rise'",
    ],
)
def test_headline_statements_leave_topics_before_a_colon(
    text_doc: TextDoc, text: str
) -> None:
    assert found(text_doc(text, "Moss")) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("Acme: 'No talks at all'", 1), ("'No talks at all' - Acme", 0)],
)
def test_headline_statements_quote_a_body_that_comes_first(
    text_doc: TextDoc, text: str, count: int
) -> None:
    doc = text_doc(text)
    [acme] = [token.i for token in doc if token.text == "Acme"]
    doc.ents = [Span(doc, acme, acme + 1, "ORG")]
    assert len(found(doc)) == count


def _with_text(doc: Doc, name: str) -> Doc:
    """Attribute four words before the second occurrence of a name to it."""
    at = [token.i for token in doc if token.text == name][1]
    doc.spans["attribution"] = [
        Span(doc, at - 5, at - 1, "CONTENT", span_id=1),
        Span(doc, at, at + 1, "SOURCE", span_id=1),
        Span(doc, at + 1, at + 2, "CUE", span_id=1),
    ]
    return doc


def test_headline_statements_speak_where_the_text_bears_them_out(
    text_doc: TextDoc,
) -> None:
    text = "Moss: Talks may end\n\nThe talks may end, Moss told Bern Radio on Monday."
    doc = _with_text(text_doc(text, "Moss", pos={"told": "VERB"}), "Moss")
    assert found(doc) == [("Moss", ":", "Talks may end")]


def test_headline_statements_do_not_bear_themselves_out(text_doc: TextDoc) -> None:
    text = "Moss: Talks may end\n\nThe talks ended on Monday. Nobody spoke."
    doc = text_doc(text, "Moss")
    doc.spans["attribution"] = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 2, 5, "CONTENT", span_id=1),
    ]
    assert found(doc) == []


@pytest.mark.parametrize(
    ("said", "count"), [("The talks may end", 1), ("Rain is on its way", 0)]
)
def test_headline_statements_of_a_place_have_to_come_again(
    text_doc: TextDoc, said: str, count: int
) -> None:
    doc = text_doc(f"Bern: Talks may end\n\n{said}, Bern told reporters on Monday.")
    doc.ents = [Span(doc, 0, 1, "LOC")]
    assert len(found(_with_text(doc, "Bern"))) == count
