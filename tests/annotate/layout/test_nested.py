"""Who says something inside what somebody else says."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.nested import nested_statements

MakeDoc = Callable[..., Doc]
OUTER = "Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB "
TOLD = (
    "Bob/3/nsubj/B-PERSON/PROPN {verb}/1/ccomp/O/VERB"
    " he/5/nsubj/O/PRON fled/3/{dep}/O/VERB"
)


def _found(doc: Doc) -> list[tuple[str, str, str]]:
    attribution = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 1, 2, "CUE", span_id=1),
        Span(doc, 2, len(doc), "CONTENT", span_id=1),
    ]
    return [
        (parts["SOURCE"].text, parts["CUE"].text, parts["CONTENT"].text)
        for parts in nested_statements([attribution])
    ]


@pytest.mark.parametrize(
    ("verb", "dep", "expected"),
    [
        ("claimed", "ccomp", [("Bob", "claimed", "he fled")]),
        ("believed", "ccomp", [("Bob", "believed", "he fled")]),
        ("claimed", "advcl", []),
        ("saw", "ccomp", []),
    ],
)
def test_nested_statements_have_a_verb_of_saying_with_a_clause(
    make_doc: MakeDoc, verb: str, dep: str, expected: list[tuple[str, str, str]]
) -> None:
    doc = make_doc(OUTER + TOLD.format(verb=verb, dep=dep))
    assert _found(doc) == expected


@pytest.mark.parametrize(
    ("subject", "verb", "expected"),
    [
        ("she/3/nsubj/O/PRON", "claimed", [("she", "claimed", "he fled")]),
        ("she/3/nsubj/O/PRON", "believed", []),
        ("it/3/nsubj/O/PRON", "claimed", []),
        ("rain/3/nsubj/O/NOUN", "claimed", []),
    ],
)
def test_nested_statements_are_of_whoever_can_say_something(
    make_doc: MakeDoc, subject: str, verb: str, expected: list[tuple[str, str, str]]
) -> None:
    told = TOLD.format(verb=verb, dep="ccomp").partition(" ")[2]
    assert _found(make_doc(f"{OUTER}{subject} {told}")) == expected


def test_nested_statements_leave_what_the_model_has(make_doc: MakeDoc) -> None:
    doc = make_doc(OUTER + TOLD.format(verb="claimed", dep="ccomp"))
    inner = [Span(doc, 3, 4, "CUE", span_id=2), Span(doc, 4, 6, "CONTENT", span_id=2)]
    outer = [Span(doc, 0, 1, "SOURCE"), Span(doc, 2, 6, "CONTENT")]
    assert not list(nested_statements([outer, inner]))
