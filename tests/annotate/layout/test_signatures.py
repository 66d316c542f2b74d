"""Quotations signed by a name, and texts that a line attributes, on docs of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.signatures import (
    attributable_paragraphs,
    is_phrase,
    signed_quotations,
)

TextDoc = Callable[..., Doc]
MakeDoc = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The port stays in our hands.” –Mayor Ada Moss", "Mayor Ada Moss"),
        ("“The port stays in our hands.”\n— Ada Moss, mayor", "Ada Moss, mayor"),
        ("And from Mayor Ada Moss:\n\n“The port stays ours.”", "Mayor Ada Moss"),
        ("Mayor Ada Moss:\n“The port stays ours.”", "Mayor Ada Moss"),
        (
            "From the desk of Ada Moss, mayor.\n“The port stays ours.”",
            "Ada Moss, mayor",
        ),
    ],
)
def test_signed_quotations_name_who_signs(
    text_doc: TextDoc, text: str, source: str
) -> None:
    (parts,) = signed_quotations(text_doc(text, "Ada Moss"))
    assert parts["SOURCE"].text == source
    assert parts["CONTENT"].text.startswith("“The port stays")
    assert "CUE" not in parts


@pytest.mark.parametrize(
    "text",
    [
        "“The port stays in our hands” – which Ada Moss denies.",
        "“The port stays in our hands.” – Ada Moss denies it.",
        "“The port stays in our hands.” – the mayor, Ada Moss",
        "“The port stays in our hands.” – The Harbour",
        "“The port stays in our hands.”\n\n\n– Ada Moss",
        "“The Port” – Ada Moss",
        "Ada Moss came home.\n\n“The port stays in our hands.”",
        "Mayor Ada Moss: “The port stays in our hands.”",
    ],
)
def test_signed_quotations_leave_what_nobody_signs(
    text_doc: TextDoc, text: str
) -> None:
    doc = text_doc(text, "Ada Moss", pos={"denies": "VERB", "which": "PRON"})
    assert list(signed_quotations(doc)) == []


def _attributable(doc: Doc) -> list[tuple[str, str, str]]:
    return [
        (parts["SOURCE"].text, parts["CUE"].text, parts["CONTENT"].text)
        for parts in attributable_paragraphs(doc)
    ]


def test_attributable_paragraphs_go_on_to_the_next_such_line(text_doc: TextDoc) -> None:
    doc = text_doc(
        "Press office\n\nThe below is attributable to Spokesperson Ada Moss:\n\n"
        "The minister met the mayor.\n\nThey spoke of water.\n\n"
        "The rest is attributed to Jane Roe:\nThey did not.",
        *("Ada Moss", "Jane Roe"),
    )
    ada = ("Spokesperson Ada Moss", "attributable to")
    assert _attributable(doc) == [
        (*ada, "The minister met the mayor."),
        (*ada, "They spoke of water."),
        ("Jane Roe", "attributed to", "They did not."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The fire is attributable to Ada Moss: she lit it.",
        "The below is attributable to the rain:\n\nRoads are closed.",
    ],
)
def test_attributable_paragraphs_need_a_name_and_a_line(
    text_doc: TextDoc, text: str
) -> None:
    assert _attributable(text_doc(text, "Ada Moss")) == []


@pytest.mark.parametrize(
    ("relation", "expected"), [("acl:relcl", True), ("ROOT", False)]
)
def test_is_phrase_allows_a_finite_verb_in_relative_clauses(
    make_doc: MakeDoc, relation: str, expected: bool
) -> None:
    doc = make_doc(
        ["Moss", "who", "runs", "it"],
        heads=[0, 2, 0, 2] if expected else [2, 2, 2, 2],
        deps=["ROOT" if expected else "nsubj", "nsubj", relation, "obj"],
        pos=["PROPN", "PRON", "VERB", "PRON"],
        morphs=["", "", "VerbForm=Fin", ""],
    )
    assert is_phrase(Span(doc, 0, 4)) is expected
