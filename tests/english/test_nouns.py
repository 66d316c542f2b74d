"""Classes of nouns that stand for people, bodies and states."""

import pytest

from kg.english.nouns import (
    classes_of,
    gender_of_noun,
    is_office_noun,
    kind_of_thing,
    noun_classes,
    office_in_initials,
)


@pytest.mark.parametrize(
    ("form", "classes"),
    [
        ("minister", {"office"}),
        ("alliance", {"alliance"}),
        ("ferrywoman", {"person"}),
        ("human", set()),
        ("ferry", set()),
    ],
)
def test_noun_classes_by_form_and_ending(make_doc, form, classes):
    assert noun_classes(make_doc([form])[0]) == classes


def test_noun_classes_reads_the_lemma(make_doc):
    assert "office" in noun_classes(make_doc(["Xs"], lemmas=["minister"])[0])


@pytest.mark.parametrize(("word", "found"), [("Alliance", True), ("Ferry", False)])
def test_classes_of_reads_any_case(word, found):
    assert ("alliance" in classes_of(word)) is found


@pytest.mark.parametrize(
    ("word", "office"), [("Minister", True), ("nurse", False), ("ferry", False)]
)
def test_is_office_noun_knows_offices(word, office):
    assert is_office_noun(word) is office


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        *(("mother", "feminine"), ("boatwoman", "feminine"), ("Father", "masculine")),
        *(("boatman", "masculine"), ("human", None), ("German", None)),
        ("minister", None),
    ],
)
def test_gender_of_noun(noun, gender):
    assert gender_of_noun(noun) == gender


def test_kind_of_thing_is_the_wider_noun():
    assert [kind_of_thing(noun) for noun in ("tanker", "ship", "lamp")] == [
        "ship",
        "ship",
        "lamp",
    ]


@pytest.mark.parametrize(("pos", "classes"), [("NOUN", {"calling"}), ("PROPN", set())])
def test_noun_classes_tell_a_calling_from_a_family_name(make_doc, pos, classes):
    assert noun_classes(make_doc(["Baker"], pos=[pos])[0]) == classes


@pytest.mark.parametrize(
    ("words", "office"),
    [
        (["The", "PM"], ("prime", "minister")),
        (["6", "PM"], ()),
        (["the", "pm"], ()),
        (["the", "CS"], ()),
        (
            ["Cabinet", "Secretary", "Quill", "left", ".", "The", "CS"],
            ("cabinet", "secretary"),
        ),
    ],
)
def test_office_in_initials_knows_the_pm_and_what_the_text_has_in_full(
    make_doc, words, office
):
    assert office_in_initials(make_doc(words)[-1]) == office
