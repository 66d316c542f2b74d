"""Which names are forms of one."""

import pytest

from kg.resolve.across.name_forms import Forms, block_of, likeness_of_people

AROUND = {"": 1, " State:KEN": 1, " State:PER": 1, " State:USA": 1}
ANTONY, TONY = "Person:antony quill", "Person:tony quill"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("antony quill", "tony quill", True),
        ("antony quill", "anthony quill", True),
        ("robert quill", "bob quill", True),
        ("ada quill", "ada eve quill", True),
        ("violeta reed", "violeta barrios de reed", True),
        ("ada eve quill", "ada mary quill", False),
        ("ada quill", "ada quill jr", False),
        ("ada quill ii", "ada quill iii", False),
        ("jill quill", "joe quill", False),
        ("maria quill", "mario quill", False),
        ("zhang weiming", "zhang weining", False),
        ("zhang weiming", "zhang wei ming", True),
        ("kim jong un", "kim jong il", False),
        ("r k quill", "ravi kumar quill", True),
        ("rk quill", "ravi kumar quill", True),
        ("r s quill", "ravi kumar quill", False),
        ("idris bin amar", "idris bin amar nasiri", True),
    ],
)
def test_likeness_of_people(one: str, other: str, expected: bool) -> None:
    found = likeness_of_people(one, other)
    assert found == likeness_of_people(other, one)
    assert (found[0] > 0) is expected


def test_form_is_the_name_that_most_articles_give() -> None:
    forms = Forms({ANTONY: {**AROUND, "": 2}, TONY: AROUND})
    found = forms.form(TONY)
    assert found is not None and found.entity == ANTONY
    assert forms.form(ANTONY) is None
    assert forms.meant(TONY) == forms.meant(ANTONY) == ANTONY
    assert forms.meant(TONY, lambda one, other: True) == TONY


def test_form_needs_like_surroundings() -> None:
    forms = Forms({ANTONY: AROUND, TONY: {"": 1, " State:KEN": 1, " State:PER": 1}})
    assert forms.form(TONY) is forms.form(ANTONY) is None


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("ada quill", "ada eve quill", True),
        ("ada smith", "ada eve smith", False),
        ("eve quill", "ada eve quill", False),
        ("anthony quill", "antony quill", False),
    ],
)
def test_form_in_one_state_is_of_a_rare_family(
    short: str, full: str, is_one: bool
) -> None:
    in_kenya = {"": 1, " State:KEN": 1}
    names = f"Person:{short}", f"Person:{full}"
    forms = Forms(dict.fromkeys(names, in_kenya))
    assert (forms.meant(names[0]) == forms.meant(names[1])) is is_one


@pytest.mark.parametrize(("family", "is_one"), [("quill", True), ("smith", False)])
def test_form_with_another_given_name_in_one_town_is_of_a_rare_family(
    family: str, is_one: bool
) -> None:
    in_omsk = {"": 1, " Location:omsk": 1}
    names = f"Person:robert {family}", f"Person:bob {family}"
    forms = Forms(dict.fromkeys(names, in_omsk))
    assert (forms.meant(names[0]) == forms.meant(names[1])) is is_one


def test_form_is_the_same_given_name_in_two_words_anywhere() -> None:
    names = "Person:zhang weiming", "Person:zhang wei ming"
    forms = Forms({names[0]: {"": 1}, names[1]: {"": 1, " State:KEN": 1}})
    assert forms.meant(names[0]) == forms.meant(names[1])


def test_form_is_one_in_the_same_town() -> None:
    in_omsk = {"": 1, " Location:omsk": 1}
    names = "Person:jose luis ibarra montoya", "Person:jose ibarra"
    forms = Forms(dict.fromkeys(names, in_omsk))
    assert forms.meant(names[1]) == names[0]
    forms = Forms({names[0]: in_omsk, names[1]: {"": 1, " Location:perm": 1}})
    assert forms.meant(names[1]) == names[1]


def test_form_of_two_strangers_is_none() -> None:
    names = ("ada quill", "ada eve quill", "ada mary quill")
    forms = Forms({f"Person:{name}": AROUND for name in names})
    assert [forms.form(f"Person:{name}") for name in names] == [None] * 3


def test_form_of_whom_people_told_apart_is_none() -> None:
    forms = Forms({ANTONY: AROUND, f"{TONY}@0123456789abcdef": AROUND})
    assert forms.form(f"{TONY}@0123456789abcdef") is None


def test_form_of_initials_is_the_one_body_that_has_them() -> None:
    board, gwb = "Organization:global widget board", "Organization:gwb"
    met = {board: {**AROUND, "": 2, "=gwb": 1}, gwb: AROUND}
    found = Forms(met).form(gwb)
    assert found is not None and found.entity == board
    met["Organization:great widget bank"] = AROUND
    assert Forms(met).form(gwb) is None


def test_around_leads_over_all_forms() -> None:
    anthony, eve = "Person:anthony quill", "Person:eve quill"
    forms = Forms(dict.fromkeys((ANTONY, TONY, anthony, eve), AROUND))
    assert forms.around(TONY) == {ANTONY, TONY, anthony}


def test_block_of_persons_and_bodies_differ() -> None:
    assert block_of("Person:ada gwb") == "gwb"
    assert block_of("Organization:gwb") == "=gwb"
    assert block_of("State:KEN") is None


def test_form_is_found_by_initials() -> None:
    short, full = "Person:r k quill", "Person:ravi kumar quill"
    forms = Forms({full: {**AROUND, "": 2}, short: AROUND})
    assert forms.meant(short) == full


def test_block_of_a_son_is_the_fathers_name() -> None:
    names = ("idris bin amar", "idris bin amar nasiri")
    assert {block_of(f"Person:{name}") for name in names} == {"amar"}
