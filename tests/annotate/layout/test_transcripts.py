"""Turns of transcripts on docs made of text."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotate.layout.transcripts import turns

TextDoc = Callable[..., Doc]


def found(doc: Doc) -> list[tuple[str, list[str]]]:
    return [
        (turn.label.text, [paragraph.text for paragraph in turn.paragraphs])
        for turn in turns(doc)
    ]


def test_turns_reads_questions_and_answers(text_doc: TextDoc) -> None:
    text = "Q: Will you run?\n\nA: I will.\nMy son will not.\n\nQ: Why?\n\nA: Age."
    assert found(text_doc(text)) == [
        ("Q", ["Will you run?"]),
        ("A", ["I will.", "My son will not."]),
        ("Q", ["Why?"]),
        ("A", ["Age."]),
    ]


def test_turns_reads_names_in_capitals_with_a_note(text_doc: TextDoc) -> None:
    text = (
        "MR. HOLT: We sail at noon.\n(Laughter.)\nNobody stays.\n\n"
        "MINISTER LAHTI (via interpreter): We thank you.\n\n###\n\nPress office: 555"
    )
    assert found(text_doc(text)) == [
        ("MR. HOLT", ["We sail at noon.", "Nobody stays."]),
        ("MINISTER LAHTI", ["We thank you."]),
    ]


def test_turns_knows_a_speaker_again_by_the_last_name(text_doc: TextDoc) -> None:
    text = "Jane Roe: Who saw it?\nPeter Novak: I did.\nRoe: When?\nNovak: At two."
    labels = [label for label, _ in found(text_doc(text, "Jane Roe", "Peter Novak"))]
    assert labels == ["Jane Roe", "Peter Novak", "Roe", "Novak"]


def test_turns_reads_names_with_particles(text_doc: TextDoc) -> None:
    text = "Ana de la Cruz: Who saw it?\nPim van Dam: I did.\nAna de la Cruz: When?"
    doc = text_doc(text, "Ana de la Cruz", "Pim van Dam")
    assert len(turns(doc)) == 3


def test_turns_gives_a_speech_to_its_one_speaker(text_doc: TextDoc) -> None:
    text = "Ada Moss, Minister\n\nMINISTER MOSS: Good day.\n\nWe sail at noon."
    assert found(text_doc(text, "Ada Moss")) == [
        ("MINISTER MOSS", ["Good day.", "We sail at noon."])
    ]


def test_turns_of_one_name_alone_end_with_the_paragraph(text_doc: TextDoc) -> None:
    text = "Why now?\nKM: The pipes leak.\nAnd then?\nKM: The schools need roofs."
    assert found(text_doc(text)) == [
        ("KM", ["The pipes leak."]),
        ("KM", ["The schools need roofs."]),
    ]


def test_turns_reads_labels_in_two_brackets(text_doc: TextDoc) -> None:
    text = (
        "((Wirenews)) Who?\n\n((Ada Moss)) I did.\n\n— Ada Moss\n\n((Wirenews)) When?"
    )
    doc = text_doc(text, "Ada Moss")
    assert found(doc) == [
        ("Wirenews", ["Who?"]),
        ("Ada Moss", ["I did."]),
        ("Wirenews", ["When?"]),
    ]
    assert [turn.colon for turn in turns(doc)] == [None] * 3


def test_turns_reads_answers_without_a_mark(text_doc: TextDoc) -> None:
    text = "((Wirenews)) Who?\n\nNora Gale I did.\n\n((WN)) When?\n\nNG At two."
    assert found(text_doc(text, "Nora Gale")) == [
        ("Wirenews", ["Who?"]),
        ("Nora Gale", ["I did."]),
        ("WN", ["When?"]),
        ("NG", ["At two."]),
    ]


def test_turns_gives_an_asker_alone_no_answers(text_doc: TextDoc) -> None:
    text = "((Wirenews)) Who?\n\nNobody.\n\n((WN)) When?\n\nNever.\n\n((WN)) Why?"
    assert [said for _, said in found(text_doc(text))] == [
        ["Who?"],
        ["When?"],
        ["Why?"],
    ]


def test_turns_of_two_tell_whom_a_question_asks(text_doc: TextDoc) -> None:
    doc = text_doc("MR. HOLT: We sail.\n\nQUESTION: Why?\n\nMR. HOLT: I must.")
    hearers = [turn.hearer.text if turn.hearer else None for turn in turns(doc)]
    assert hearers == [None, "MR. HOLT", None]


def test_turns_of_two_who_ask_nothing_are_heard_by_the_other(text_doc: TextDoc) -> None:
    doc = text_doc("MR. HOLT: Welcome.\n\nMS. GALE: Thank you.\n\nMR. HOLT: I see.")
    hearers = [turn.hearer.text if turn.hearer else None for turn in turns(doc)]
    assert hearers == ["MS. GALE", "MR. HOLT", "MS. GALE"]


def test_turns_keeps_the_colon_of_a_label(text_doc: TextDoc) -> None:
    doc = text_doc("MR. HOLT: We sail.\n\nQUESTION: Why?")
    assert [turn.colon.text for turn in turns(doc) if turn.colon] == [":", ":"]


@pytest.mark.parametrize(
    "text",
    [
        "Place: Geneva\nDate: 3 May\nPhoto: Ada Moss",
        "Ada Moss: 45 points\nJane Roe: 32 points\nAda Moss: 3 fouls",
        "VESSEL NAME: Aurora\nVESSEL FLAG: Panama\nVESSEL NAME: Borea",
        "There are three ways: out, in or through.\nAnd my point is this: Go.",
        "The words of Moss: We sail.\nThe words of Roe: We stay.",
        "MR. HOLT: We sail at noon.",
        "BREAKING NEWS: We sail at noon, says Ada Moss.",
        "WASHINGTON: Our ships sail.",
        "Ada Moss, Minister\n\nMINISTER MOSS: Good day.\n\nThe ships sail at noon.",
        "AND MOSS: The talks end.\n\nThe ships sail.",
        "q: Will you run?\na: I will.",
        "",
    ],
)
def test_turns_leaves_lists_and_single_labels(text_doc: TextDoc, text: str) -> None:
    assert turns(text_doc(text, "Ada Moss", "Jane Roe")) == []


@pytest.mark.parametrize(
    ("before", "asker"),
    [
        ("MS HOLT: No comment. All right, let’s go to Ada Moss, please.", "Ada Moss"),
        ("MS HOLT: Yes, Ada Moss.\n\nOPERATOR: Your line is open.", "Ada Moss"),
        ("MS HOLT: Thank you, Ada Moss.", None),
        ("MS HOLT: That is a question for Ada Moss.", None),
        ("MS HOLT: Ada Moss, go ahead.\n\nMR ROE: And I agree with that.", None),
    ],
)
def test_turns_tell_who_asks_by_who_was_called_on(
    text_doc: TextDoc, before: str, asker: str | None
) -> None:
    doc = text_doc(f"{before}\n\nQUESTION: Who pays?\n\nMS HOLT: We do.", "Ada Moss")
    (asking,) = (turn for turn in turns(doc) if turn.label.text == "QUESTION")
    assert (asking.speaker.text if asking.speaker else None) == asker


@pytest.mark.parametrize(
    ("introduction", "answerer"),
    [
        ("Ada Moss spoke to us.", "Ada Moss"),
        ("Jane Roe met Ada Moss.", None),
        ("It rained.", None),
    ],
)
def test_turns_tell_who_answers_by_whom_the_introduction_names(
    text_doc: TextDoc, introduction: str, answerer: str | None
) -> None:
    text = f"{introduction}\n\nQ: Why?\n\nA: It rained.\n\nQ: When?\n\nA: Today."
    doc = text_doc(text, *(x for x in ("Ada Moss", "Jane Roe") if x in introduction))
    found = {turn.label.text: turn.speaker for turn in turns(doc)}
    assert (found["A"].text if found["A"] else None) == answerer
    assert found["Q"] is None
