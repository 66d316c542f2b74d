"""Quotations that a colon introduces or that go on, on hand-made docs."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.layout.uncued import uncued_quotations
from kg.annotate.quotes import Quotes

VOCAB = spacy.blank("en").vocab
QUOTE = '" We shall rebuild every one of the bridges . "'


def _doc(text: str, subject: str, verb: str) -> Doc:
    words = [word.replace("\\n", "\n\n") for word in text.split(" ")]
    root, who = words.index(verb), words.index(subject)
    deps = ["dep"] * len(words)
    deps[root], deps[who] = "ROOT", "nsubj"
    doc = Doc(VOCAB, words, heads=[root] * len(words), deps=deps)
    return Quotes(spans_key="quotes")(doc)


def _found(doc: Doc, *spans: Span) -> list[dict[str, str]]:
    groups = {1: list(spans)} if spans else {}
    return [
        {label: span.text for label, span in parts.items()}
        for parts in uncued_quotations(doc, groups)
    ]


@pytest.mark.parametrize("gap", ["", "\\n "])
def test_a_colon_gives_its_verb_and_subject(gap: str) -> None:
    doc = _doc(f"Then she put it so : {gap}{QUOTE}", "she", "put")
    assert _found(doc) == [{"SOURCE": "she", "CUE": "put", "CONTENT": QUOTE}]


def test_a_quotation_goes_on_with_the_source_right_before() -> None:
    doc = _doc(f"Ada promised more work . {QUOTE}", "Ada", "promised")
    spans = [
        Span(doc, 0, 1, "SOURCE"),
        Span(doc, 1, 2, "CUE"),
        Span(doc, 2, 4, "CONTENT"),
    ]
    assert _found(doc, *spans) == [{"SOURCE": "Ada", "CONTENT": QUOTE}]


@pytest.mark.parametrize(("after", "number"), [("", 1), (" \\n Bob", 1), (" Bob", 0)])
def test_a_paragraph_that_is_one_quotation_goes_on(after: str, number: int) -> None:
    doc = _doc(f"Ada promised more work . \\n {QUOTE}{after}", "Ada", "promised")
    spans = [
        Span(doc, 0, 1, "SOURCE"),
        Span(doc, 1, 2, "CUE"),
        Span(doc, 2, 4, "CONTENT"),
    ]
    assert _found(doc, *spans) == [{"SOURCE": "Ada", "CONTENT": QUOTE}] * number


def test_a_paragraph_after_a_transcripts_turn_is_somebody_elses() -> None:
    doc = _doc(f"Ada : Go to work . \\n {QUOTE}", "Ada", "Go")
    spans = [
        Span(doc, 0, 1, "SOURCE"),
        Span(doc, 1, 2, "CUE"),
        Span(doc, 2, 5, "CONTENT"),
    ]
    assert _found(doc, *spans) == []


@pytest.mark.parametrize(
    "quote",
    [
        '" a bridge too far for all of them "',
        '" Go . "',
        '" The Bridge of San Luis Rey "',
    ],
)
def test_a_phrase_in_quotation_marks_is_no_whole_quotation(quote: str) -> None:
    assert _found(_doc(f"She named it : {quote}", "She", "named")) == []


def test_a_quotation_that_is_attributed_stays() -> None:
    doc = _doc(f"She put it so : {QUOTE}", "She", "put")
    assert _found(doc, Span(doc, 6, 9, "CONTENT")) == []


def test_a_question_is_nobodys_whom_the_next_quotation_answers() -> None:
    doc = _doc('" Did you ? " " No , " Ada said .', "Ada", "said")
    content = Span(doc, 5, 9, "CONTENT")
    assert {"CONTENT": '" Did you ? "'} in _found(doc, content)
    assert _found(doc) == []
