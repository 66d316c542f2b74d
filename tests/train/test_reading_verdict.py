"""Judging statements field by field, on sentences of our own."""

from datetime import date

import pytest
from train.reading_pages import (
    ADA,
    BOB,
    SIDES,
    STATE,
    TEXT,
    entity,
    label,
    page,
    place,
    statement,
)

from kg.records import When
from kg.train.reading_verdict import about_of, speaking, verdict

RAIN = "rain was near"
GOVERNMENT = "Ruritanian government"
BODY = entity("Clerks", "Organization", ("The clerk", "nominal"))


def names(*several):
    return tuple((place(each),) for each in several)


@pytest.mark.parametrize(
    ("speakers", "found", "verdict_"),
    [
        (["Ada Quill"], [ADA], "right"),
        (["Ada Quill"], [BOB], "wrong"),
        (["Ada Quill"], [ADA, BOB], "wrong"),
        (["Ada Quill"], [], "empty"),
        (["Ada Quill"], [SIDES], "empty"),
        (["Ada Quill", "Bob Stone"], [ADA], "partial"),
        (["Ada Quill"], [entity("Quill", "Person", ("Quill added", "name"))], "right"),
        (["Ada Quill"], [entity("Ada", "Person", ("Ada", "name"))], "right"),
        (["Ada Quill of Leeds"], [entity("X", "Location", ("Leeds", "name"))], "wrong"),
        ([GOVERNMENT], [STATE], "right"),
        (["Ruritanian government urged both sides"], [BOB], "wrong"),
    ],
)  # fmt: skip
def test_speaking_wants_the_named_speakers_alone(speakers, found, verdict_):
    one = label(RAIN, "told", speakers=[[each] for each in speakers])
    assert speaking(one, found, TEXT) == verdict_


def test_speaking_takes_a_state_for_its_government_alone():
    one = label(RAIN, "told", speakers=[["Ruritanian government urged both sides to"]])
    other = label(RAIN, "told", speakers=[["The Ruritanian"]])
    assert speaking(one, [STATE], TEXT) == "right"
    wrong = entity("Leeds", "State", ("Leeds", "name"))
    far = label(RAIN, "told", speakers=[["Ada Quill of Leeds"]])
    assert speaking(far, [wrong], TEXT) == "wrong"
    assert speaking(other, [STATE], TEXT) == "right"


@pytest.mark.parametrize(
    ("found", "verdict_"),
    [([], "right"), ([SIDES], "right"), ([BODY], "right"), ([ADA], "wrong")],
)
def test_speaking_wants_no_name_where_the_article_has_none(found, verdict_):
    one = label(RAIN, "told", unnamed=["The clerk"])
    assert speaking(one, found, TEXT) == verdict_


def test_about_of_counts_what_is_allowed_neither_way():
    found = about_of(names("Ada Quill"), names("Bob Stone"), [BOB, SIDES], TEXT)
    assert (found.right, found.wrong) == ((), ())
    assert (found.met, found.lacking) == ((), ("Ada Quill",))


def test_about_of_tells_right_from_wrong():
    found = about_of(names("Ada Quill"), (), [ADA, BOB], TEXT)
    assert (found.right, found.wrong) == (("Ada Quill",), ("Bob Stone",))
    assert (found.met, found.lacking) == (("Ada Quill",), ())


def faults(answer, given, *, is_whole=True):
    one = label(RAIN, "told", **answer)
    found = statement(RAIN, "told", "She", **given)
    return verdict(one, found, page(found), is_whole=is_whole).faults


def day(number):
    return When(from_=date(2024, 1, number), to=date(2024, 1, number), basis="relative")


@pytest.mark.parametrize(
    ("answer", "given", "fault"),
    [
        ({}, {"speakers": ("Ada Quill",)}, "speaker wrong"),
        ({"speakers": [["Ada Quill"]]}, {}, "speaker empty"),
        ({"about": [["Leeds"]]}, {}, "about lacking"),
        ({}, {"about": ("Bob Stone",)}, "about wrong"),
        ({"addressees": [["Bob Stone"]]}, {}, "addressees"),
        ({}, {"addressees": ("Bob Stone",)}, "addressees"),
        ({"said": (date(2024, 1, 1), date(2024, 1, 2))}, {"said": day(3)}, "date"),
        ({"said": (date(2024, 1, 1), date(2024, 1, 2))}, {}, "date"),
        ({"negated": True}, {}, "negation"),
    ],
)
def test_verdict_finds_the_fault_of_each_field(answer, given, fault):
    assert faults(answer, given) == (fault,)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ({"speakers": [["Ada Quill"]]}, {"speakers": ("Ada Quill",)}),
        ({"addressees": None}, {"addressees": ("Bob Stone",)}),
        ({}, {"addressees": ("both sides",)}),
        ({"said": (date(2024, 1, 1), date(2024, 1, 2))}, {"said": day(2)}),
        ({}, {"said": day(3)}),
    ],
)
def test_verdict_finds_no_fault_where_there_is_none(answer, given):
    assert faults(answer, given) == ()


def test_verdict_names_a_wrong_content():
    assert faults({}, {}, is_whole=False) == ("content wrong",)
