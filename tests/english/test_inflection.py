"""What forms of verbs and nouns may come from."""

import pytest

from kg.english.inflection import base_forms, noun_forms, singular


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("tried", "try"),
        ("planned", "plan"),
        ("tagged", "tag"),
        ("making", "make"),
        ("pushes", "push"),
    ],
)
def test_base_forms_hold_what_a_regular_form_comes_from(make_doc, form, base):
    assert base in base_forms(make_doc([form])[0])


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("re-elected", {"reelect", "elect"}),
        ("co-operated", {"cooperate"}),
        ("de-escalated", {"deescalate"}),
    ],
)
def test_base_forms_are_spelled_without_a_hyphen_too(make_doc, form, bases):
    assert bases <= set(base_forms(make_doc([form])[0]))


def test_base_forms_do_not_take_a_verb_for_its_contrary(make_doc):
    assert "escalate" not in base_forms(make_doc(["de-escalate"])[0])


def test_base_forms_begin_with_an_irregular_verbs_base(make_doc):
    assert base_forms(make_doc(["began"])[0])[0] == "begin"


def test_base_forms_leave_short_words_whole(make_doc):
    assert base_forms(make_doc(["red"])[0]) == ("red",)


def test_noun_forms_begin_with_the_lemma(make_doc):
    doc = make_doc(["Talks"], lemmas=["Talk"])
    assert noun_forms(doc[0]) == ("talk", "talks", "talk")


@pytest.mark.parametrize(
    ("plural", "found"),
    [
        ("policewomen", "policewoman"),
        ("embassies", "embassy"),
        ("pies", "pie"),
        ("churches", "church"),
        ("tents", "tent"),
    ],
)
def test_singular_knows_the_endings(plural, found):
    assert singular(plural) == found


@pytest.mark.parametrize("word", ["crisis", "virus", "press", "omen", "tent"])
def test_singular_leaves_other_words(word):
    assert singular(word) == word
