"""What layout makes of an article's attributions, on docs made of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.component import Layouts

TextDoc = Callable[..., Doc]


def attributions(doc: Doc) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for span in Layouts()(doc).spans["attribution"]:
        found.setdefault(span.id, {})[span.label_] = span.text
    return list(found.values())


def attribute(doc: Doc, *parts: tuple[int, int, str]) -> Doc:
    """Give a doc one attribution, as the model would."""
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=1) for start, end, label in parts
    ]
    return doc


def test_layouts_makes_a_turn_a_quotation_with_its_speaker(text_doc: TextDoc) -> None:
    doc = text_doc("MR. HOLT: We sail.\n\nQUESTION: Why?")
    assert attributions(doc) == [
        {"SOURCE": "MR. HOLT", "CUE": ":", "CONTENT": "We sail."},
        {"SOURCE": "QUESTION", "CUE": ":", "CONTENT": "Why?", "HEARER": "MR. HOLT"},
    ]
    assert [span.text for span in doc.spans["quotes"]] == ["We sail.", "Why?"]


def test_layouts_drops_what_the_model_made_of_a_label(text_doc: TextDoc) -> None:
    doc = text_doc("MR. HOLT: We sail.\n\nQUESTION: Why?")
    attribute(doc, (0, 3, "SOURCE"), (4, 5, "CONTENT"))
    assert len(attributions(doc)) == 2


def test_layouts_attributes_signed_quotations(text_doc: TextDoc) -> None:
    doc = text_doc("“The port stays in our hands.” –Mayor Ada Moss", "Ada Moss")
    assert attributions(doc) == [
        {"SOURCE": "Mayor Ada Moss", "CONTENT": "“The port stays in our hands.”"}
    ]


def test_layouts_leaves_a_signed_quotation_that_the_model_attributes(
    text_doc: TextDoc,
) -> None:
    text = "“The port stays in our hands,” Eve said. – Ada Moss"
    doc = text_doc(text, "Ada Moss", "Eve")
    attribute(doc, (0, 9, "CONTENT"), (9, 10, "SOURCE"), (10, 11, "CUE"))
    assert [each["SOURCE"] for each in attributions(doc)] == ["Eve"]


def test_layouts_takes_a_signed_quotation_from_an_attribution_without_source(
    text_doc: TextDoc,
) -> None:
    doc = text_doc("“The port stays in our hands.” – Ada Moss", "Ada Moss")
    attribute(doc, (0, 9, "CONTENT"))
    assert [each["SOURCE"] for each in attributions(doc)] == ["Ada Moss"]


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("\n\n", [("Eve", "it rains"), ("Ada Moss", "“The port stays in our hands.”")]),
        (" ", [("Eve", "it rains “The port stays in our hands.”")]),
    ],
)
def test_layouts_takes_a_signed_quotation_out_of_another_paragraphs_content(
    text_doc: TextDoc, gap: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Eve said it rains{gap}“The port stays in our hands.” – Ada Moss"
    doc = text_doc(text, "Ada Moss", "Eve", pos={"\n\n": "SPACE"})
    quote = doc.spans["quotes"][0]
    parts = [(0, 1, "SOURCE"), (1, 2, "CUE"), (2, 4, "CONTENT")]
    attribute(doc, *parts, (quote.start, quote.end, "CONTENT"))
    found: dict[str, list[str]] = {}
    for span in Layouts()(doc).spans["attribution"]:
        found.setdefault(f"{span.id} {span.label_}", []).append(span.text)
    sources = [
        text for key, texts in found.items() if "SOURCE" in key for text in texts
    ]
    contents = [" ".join(texts) for key, texts in found.items() if "CONTENT" in key]
    assert list(zip(sources, contents, strict=True)) == expected


def test_layouts_reads_a_headline_beside_the_models_attributions(
    text_doc: TextDoc,
) -> None:
    text = "Moss: Talks may end\n\nThe talks may end, Moss told Bern Radio on Monday."
    doc = text_doc(text, "Moss", pos={"told": "VERB"})
    at = [token.i for token in doc if token.text == "Moss"][1]
    attribute(
        doc,
        (at - 5, at - 1, "CONTENT"),
        (at, at + 1, "SOURCE"),
        (at + 1, at + 2, "CUE"),
    )
    assert [each["CUE"] for each in attributions(doc)] == ["told", ":"]


@pytest.mark.parametrize(("label", "kept"), [("LOC", 0), ("PERSON", 1)])
def test_layouts_drops_a_place_before_a_colon(
    text_doc: TextDoc, label: str, kept: int
) -> None:
    doc = text_doc("Juba: Roads closed after floods")
    doc.ents = [Span(doc, 0, 1, label)]
    attribute(doc, (0, 1, "SOURCE"), (2, 6, "CONTENT"))
    assert len(attributions(doc)) == kept


@pytest.mark.parametrize(
    ("speaker", "contents"), [(0, ["rain"]), (1, ["“Patch”", "rain"])]
)
def test_layouts_drops_a_quoted_name_inside_a_speakers(
    text_doc: TextDoc, speaker: int, contents: list[str]
) -> None:
    doc = text_doc("Ada “Patch” Moss feared rain", pos={"feared": "VERB"})
    start = 0 if speaker == 0 else 4
    doc.spans["attribution"] = [
        Span(doc, 1, 4, "CONTENT", span_id=1),
        Span(doc, start, 5, "SOURCE", span_id=2),
        Span(doc, 5, 6, "CUE", span_id=2),
        Span(doc, 6, 7, "CONTENT", span_id=2),
    ]
    doc.spans["quotes"] = [Span(doc, 1, 4, "QUOTE")]
    assert [each["CONTENT"] for each in attributions(doc)] == contents
