"""What the author of a signed text says in it, on hand-made docs."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc, Span

from kg.extract.findings import FoundStatement
from kg.extract.statements.signed import signed_paragraphs

MakeDoc = Callable[..., Doc]
DAY = date(2024, 11, 6)


def letter(make_doc: MakeDoc, *, first: str = "Ada", subject: str = "We") -> Doc:
    """Return a byline, a sentence and a heading, with a break between them."""
    words = [
        first,
        "Moss",
        "\n\n",
        subject,
        "build",
        "it",
        ".",
        "\n\n",
        "Next",
        "steps",
    ]
    doc = make_doc(
        words,
        heads=[1, 1, 1, 4, 4, 4, 4, 4, 9, 9],
        deps=[
            "flat",
            "ROOT",
            "dep",
            "nsubj",
            "ROOT",
            "obj",
            "punct",
            "dep",
            "amod",
            "ROOT",
        ],
        pos=[
            "PROPN",
            "PROPN",
            "SPACE",
            "PRON",
            "VERB",
            "PRON",
            "PUNCT",
            "SPACE",
            "ADJ",
            "NOUN",
        ],
        morphs=["", "", "", "", "VerbForm=Fin", "", "", "", "", ""],
        spaces=[True, False, False, True, True, False, False, False, True, False],
    )
    doc.spans["quotes"] = []
    return doc


def contents(doc: Doc, said: tuple[FoundStatement, ...] = ()) -> list[str]:
    found = signed_paragraphs(doc, [doc[1]], said, DAY)
    return [span.text for each in found for span in each.content]


def test_signed_paragraphs_are_their_authors(make_doc: MakeDoc) -> None:
    doc = letter(make_doc)
    [found] = signed_paragraphs(doc, [doc[1]], (), DAY)
    assert [span.text for span in found.content] == ["We build it."]
    assert (found.sources[0].text.split()[-1], found.kind, found.form) == (
        "Moss",
        "speech",
        "direct",
    )
    assert found.said is not None
    assert (found.said.from_, found.said.basis) == (DAY, "inferred")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["We build it."]),
        ({"subject": "They"}, []),
        ({"first": "By"}, []),
    ],
)
def test_signed_paragraphs_need_a_first_person_and_no_reporters_byline(
    make_doc: MakeDoc, changes: dict[str, str], expected: list[str]
) -> None:
    assert contents(letter(make_doc, **changes)) == expected


def test_signed_paragraphs_leave_out_what_stands_in_quotation_marks(
    make_doc: MakeDoc,
) -> None:
    doc = letter(make_doc)
    doc.spans["quotes"] = [Span(doc, 4, 7, "QUOTE")]
    assert contents(doc) == []


def test_signed_paragraphs_leave_out_what_is_said_already(make_doc: MakeDoc) -> None:
    doc = letter(make_doc)
    said = tuple(signed_paragraphs(doc, [doc[1]], (), None))
    assert said[0].said is None
    assert contents(doc, said) == []


def test_signed_paragraphs_of_nobody_are_none(make_doc: MakeDoc) -> None:
    assert list(signed_paragraphs(letter(make_doc), [], (), DAY)) == []


def plain(make_doc: MakeDoc, *paragraphs: str) -> Doc:
    """Return paragraphs of words, "is" and "built" finite verbs, a break between."""
    words = " \n\n ".join(paragraphs).replace("\n\n", "BREAK").split()
    words = ["\n\n" if word == "BREAK" else word for word in words]
    verbs = {"is", "built", "mail"}
    doc = make_doc(
        words,
        pos=["VERB" if w in verbs else "SPACE" if w == "\n\n" else "X" for w in words],
        morphs=["VerbForm=Fin" if word in verbs else "" for word in words],
    )
    doc.spans["quotes"] = []
    return doc


@pytest.mark.parametrize("mark", ["Begin Text:", "Here:"])
def test_signed_paragraphs_of_a_marked_text_need_no_first_person(
    make_doc: MakeDoc, mark: str
) -> None:
    doc = plain(make_doc, "This is from Togo .", mark, "They built it .")
    found = list(signed_paragraphs(doc, [doc[3]], (), DAY))
    assert bool(found) is (mark == "Begin Text:")


def test_signed_paragraphs_leave_out_who_issued_it_and_where_to_ask(
    make_doc: MakeDoc,
) -> None:
    doc = plain(
        make_doc, "This is from Togo .", "We built it .", "For more mail a@togo.org ."
    )
    doc[6].pos_ = "PRON"
    found = list(signed_paragraphs(doc, [doc[3]], (), DAY))
    assert [span.text for each in found for span in each.content] == ["We built it."]
