"""Whom the labels of a transcript mean, on docs made of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotate.layout.transcripts import turns

TextDoc = Callable[..., Doc]


def meant(doc: Doc) -> list[str | None]:
    return [turn.speaker.text if turn.speaker else None for turn in turns(doc)]


def test_initials_mean_the_name_that_has_them(text_doc: TextDoc) -> None:
    text = "Nora Gale counts birds.\n\nTell us more.\nNG: I do.\nAnd now?\nNG: Still."
    assert meant(text_doc(text, "Nora Gale")) == ["Nora Gale"] * 2


def test_initials_of_two_names_mean_nobody(text_doc: TextDoc) -> None:
    text = "Nora Gale met Niall Gray.\n\nNG: I count.\nAnd now?\nNG: Still."
    assert meant(text_doc(text, "Nora Gale", "Niall Gray")) == [None] * 2


def test_letters_mean_the_label_that_they_abbreviate(text_doc: TextDoc) -> None:
    text = "((Wirenews)) Who?\n\n((Nora Gale)) I.\n\n((WN)) When?\n\n((NG)) At two."
    speakers = meant(text_doc(f"{text}\n\n((WN)) Why?", "Nora Gale"))
    assert speakers == [None, "Nora Gale", "Wirenews", "Nora Gale", "Wirenews"]


@pytest.mark.parametrize(
    ("thanks", "expected"), [("Ada", "Ada"), ("Bo", None), ("you", None)]
)
def test_question_means_whom_the_answers_call(
    text_doc: TextDoc, thanks: str, expected: str | None
) -> None:
    text = (
        f"QUESTION: Who?\n\nMR. HOLT: I, Ada.\n\nQUESTION: Oh.\n\nMR. HOLT: {thanks}."
    )
    doc = text_doc(text, "Ada", "Bo")
    for ent in doc.ents:
        ent.root.dep_ = "vocative"
    assert meant(doc)[0] == expected


def test_label_means_the_same_name_elsewhere(text_doc: TextDoc) -> None:
    text = (
        "Wirenews asks.\n\n((Wirenews)) Who?\n\n((Nora Gale)) I.\n\n((Wirenews)) Why?"
    )
    doc = text_doc(text, "Nora Gale")
    doc.set_ents([doc.char_span(0, 8, "ORG")], default="unmodified")
    asking = turns(doc)[0].speaker
    assert asking is not None
    assert asking.start_char == 0


def test_moderator_stands_for_no_name(text_doc: TextDoc) -> None:
    text = "MODERATOR: Go on.\n\nMR. HOLT: We sail.\n\nMODERATOR: Thanks."
    assert meant(text_doc(text, "MODERATOR")) == [None] * 3
