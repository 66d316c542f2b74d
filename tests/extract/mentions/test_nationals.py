"""Demonyms that stand for one person."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.mentions.candidates import candidates

MakeDoc = Callable[..., Doc]
THE_SERB = "The/1/det/O/DET Serb/2/nsubj/B-NORP/PROPN"


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (f"{THE_SERB} spoke/2/ROOT/O/VERB", "The Serb", ("nominal", "singular")),
        (
            "A/1/det/O/DET Swiss/2/nsubj/B-NORP/PROPN spoke/2/ROOT/O/VERB",
            "A Swiss",
            ("nominal", "singular"),
        ),
        (
            "The/1/det/O/DET French/2/nsubj/B-NORP/ADJ spoke/2/ROOT/O/VERB",
            "The French",
            ("nominal", None),
        ),
        (
            "The/1/det/O/DET Serbs/2/nsubj/B-NORP/PROPN spoke/2/ROOT/O/VERB",
            "Serbs",
            ("demonym", "plural"),
        ),
        (
            "Three/1/nummod/O/NUM Swiss/2/nsubj/B-NORP/PROPN spoke/2/ROOT/O/VERB",
            "Swiss",
            ("demonym", "plural"),
        ),
        (
            "Three/2/nummod/O/NUM Swiss/2/amod/B-NORP/ADJ firms/3/nsubj/O/NOUN"
            " fell/3/ROOT/O/VERB",
            "Swiss",
            ("demonym", "singular"),
        ),
        (
            "Serb/1/nsubj/B-NORP/PROPN spoke/1/ROOT/O/VERB",
            "Serb",
            ("demonym", "singular"),
        ),
        (
            "The/2/det/O/DET Serb/2/amod/B-NORP/ADJ army/3/nsubj/O/NOUN"
            " spoke/3/ROOT/O/VERB",
            "Serb",
            ("demonym", "singular"),
        ),
    ],
)
def test_candidates_tell_a_person_from_a_people(
    make_doc: MakeDoc, sentence: str, word: str, expected: tuple[str, str | None]
) -> None:
    doc = make_doc(sentence, named=True)
    [found] = [each for each in candidates(doc) if each.text == word]
    assert (found.form, found.number) == expected
    if found.form == "nominal":
        assert (found.label, found.lemma) == ("PERSON", word.split()[-1])


@pytest.mark.parametrize(("number", "expected"), [("Sing", "singular"), ("Plur", None)])
def test_a_verb_tells_whether_it_is_one_person(
    make_doc: MakeDoc, number: str, expected: str | None
) -> None:
    doc = make_doc(
        "The/1/det/O/DET French/3/nsubj:pass/B-NORP/ADJ were/3/aux:pass/O/AUX"
        " freed/3/ROOT/O/VERB",
        morphs=["", "", f"Number={number}", ""],
        named=True,
    )
    [found] = list(candidates(doc))
    assert found.number == expected


@pytest.mark.parametrize(
    ("sentence", "is_people"),
    [
        (
            "spoke/0/ROOT/O/VERB in/2/case/O/ADP Thai/0/obl/B-NORP/PROPN"
            " and/4/cc/O/CCONJ Swiss/2/conj/B-NORP/PROPN",
            False,
        ),
        ("speak/0/ROOT/O/VERB Thai/0/obj/B-NORP/PROPN", False),
        (
            "held/0/ROOT/O/VERB in/3/case/O/ADP Thai/3/amod/B-NORP/ADJ"
            " hands/0/obl/O/NOUN",
            True,
        ),
        ("liked/0/ROOT/O/VERB by/2/case/O/ADP Thai/0/obl/B-NORP/PROPN", True),
    ],
)
def test_candidates_take_a_language_for_no_state(
    make_doc: MakeDoc, sentence: str, is_people: bool
) -> None:
    doc = make_doc(sentence, named=True)
    assert any(each.text == "Thai" for each in candidates(doc)) is is_people
