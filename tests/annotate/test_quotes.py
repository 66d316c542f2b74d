"""Quotations by their marks alone; nothing here needs the model."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.quotes import Quotes, outside_sentences, quotations, quoted_tokens


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we will win" and left.', ['"we will win"']),
        ("He said “we will win” and left.", ["“we will win”"]),
        ("Il a dit « nous gagnerons » hier.", ["« nous gagnerons »"]),
        ("Er sagte „wir gewinnen“ und ging.", ["„wir gewinnen“"]),
        ("They are 'fair game' in war.", ["'fair game'"]),
        ("They are ‘fair game’ in war.", ["‘fair game’"]),
        ('"One," he said, "two."', ['"One,"', '"two."']),
        ("“She told me ‘no’ twice,” he said.", ["“She told me ‘no’ twice,”"]),
        ("‘It’s the people’s choice,’ she said.", ["‘It’s the people’s choice,’"]),
        ("``Never,'' he said.", ["``Never,''"]),
        ("'The farmers' choice is made,' he said.", ["'The farmers' choice is made,'"]),
        ("They run a ‘boys’ club’ there.", ["‘boys’ club’"]),
        ("The 'workers' met the farmers' men.", ["'workers'"]),
        ("'Good days' came, then 'bad days' too.", ["'Good days'", "'bad days'"]),
    ],
)
def test_quotations_finds_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' party's day.",
        "The ’90s and the '80s were the people’s years.",
        "Rock 'n roll isn't dead.",
        "",
        "No marks at all.",
    ],
)
def test_quotations_leaves_apostrophes_alone(text: str) -> None:
    assert _found(text) == []


def test_quotations_ends_an_unclosed_one_with_its_paragraph() -> None:
    text = "“First part.\n\n“Second part,” he said."
    assert _found(text) == ["“First part.", "“Second part,”"]


def test_quotations_survives_an_odd_number_of_marks() -> None:
    text = 'He said "yes" and "no.\nThen she left.'
    assert _found(text) == ['"yes"', '"no.']


def test_quotations_passes_over_a_stray_mark() -> None:
    assert _found('A 12" gun fired at "dawn" today.') == ['"dawn"']


def _marked(text: str) -> Doc:
    return Quotes(spans_key="quotes")(spacy.blank("en")(text))


def test_quotes_puts_quotations_with_their_marks_in_spans() -> None:
    doc = _marked("Ada said “no.” and left.")
    assert [(span.text, span.label_) for span in doc.spans["quotes"]] == [
        ("“no.”", "QUOTE")
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [("Ada said “no.”", {2, 3, 4, 5}), ("Ada said no.", set())]
)
def test_quoted_tokens_are_those_of_quotations(text: str, expected: set[int]) -> None:
    assert quoted_tokens(_marked(text)) == expected


def test_outside_sentences_does_not_count_those_that_are_quotations(make_doc) -> None:
    doc = make_doc("Ada left . “ No . ” She sat .", sent_starts=[0, 3, 7])
    doc.spans["quotes"] = [Span(doc, 3, 7, "QUOTE")]
    assert outside_sentences(doc) == [1] * 7 + [2] * 3


def test_quotations_are_lines_of_quoted_mail():
    text = "Ada wrote to Bo:\n\n> The flat is wet.\n> We know.\n\na > b\n> 5 percent\n"
    assert [text[a:b] for a, b in quotations(text)] == [
        "> The flat is wet.",
        "> We know.",
    ]
