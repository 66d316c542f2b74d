"""Family names, and what a shorter name has to do with a longer one."""

import pytest

from kg.resolve.person_names import (
    family_name,
    in_mixed_case,
    in_usual_order,
    is_family_first,
    is_office,
    match,
    without_office,
)


@pytest.mark.parametrize(
    ("name", "is_first"),
    [
        ("choe son hui", True),
        ("xi jinping", True),
        ("ada quill", False),
        ("kim", False),
        ("kim il sung quill", False),
    ],
)
def test_is_family_first_knows_east_asian_names(name: str, is_first: bool) -> None:
    assert is_family_first(name.split()) is is_first


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("ada quill", "quill"),
        ("ada quill jr", "quill"),
        ("ada quill iii", "quill"),
        ("quill", "quill"),
        ("choe son hui", "choe"),
        ("jose luis ibarra montoya", "ibarra"),
        ("ada mary walker quill", "quill"),
        ("jr", "jr"),
    ],
)
def test_family_name_is_last_but_for_generations_spain_and_east_asia(
    name: str, family: str
) -> None:
    assert family_name(name) == family


@pytest.mark.parametrize(
    ("short", "full", "score", "reason"),
    [
        ("ada quill", "ada quill", 1.0, "same name"),
        ("quill", "ada quill", 0.9, "family name"),
        ("choe", "choe son hui", 0.9, "family name"),
        ("ada", "ada quill", 0.6, "given name"),
        ("mary", "ada mary quill", 0.6, "one of several names"),
        ("van quill", "ada van quill", 0.9, "family name"),
        ("ada quill", "ada mary quill", 0.9, "given and family name"),
        ("ada mary", "ada mary quill", 0.9, "first part of the name"),
        ("jose ibarra", "jose luis ibarra montoya", 0.9, "given and first family name"),
        ("de la quill", "ada de la quill moss", 0.9, "several of the names"),
        ("j r quill", "john r quill", 0.9, "initials"),
        ("jr quill", "john reed quill", 0.9, "initials"),
        ("j r quill", "john quill", 0.0, ""),
        ("a quill", "ada quill", 0.0, ""),
        ("jo quill", "jane o quill", 0.0, ""),
        ("reed", "ada quill", 0.0, ""),
        ("ada reed", "ada mary quill", 0.0, ""),
        ("ada mary quill", "ada quill", 0.0, ""),
        ("bob quill", "ada quill", 0.0, ""),
        ("quillwroth", "ada quillworth", 0.6, "misspelt family name"),
        ("quilworth", "ada quillworth", 0.6, "misspelt family name"),
        ("quil", "ada quill", 0.0, ""),
        ("sedovova", "ada sedovov", 0.0, ""),
    ],
)
def test_match_scores_a_shorter_name(
    short: str, full: str, score: float, reason: str
) -> None:
    assert match(short, full) == (score, reason)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("ada quill", "ada quill jr"),
        ("ada quill sr", "ada quill jr"),
        ("quill sr", "ada quill jr"),
        ("ada w quill", "ada hw quill"),
        ("aung san", "aung san suu kyi"),
    ],
)
def test_match_keeps_namesakes_apart(short: str, full: str) -> None:
    assert match(short, full)[0] == 0.0


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("quill", "ada quill jr"),
        ("quill jr", "ada quill jr"),
        ("ada quill", "ada w quill"),
        ("ada quill jr", "ada w quill jr"),
    ],
)
def test_match_finds_shorter_forms_of_one_generation(short: str, full: str) -> None:
    assert match(short, full)[0] == 0.9


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Quill, Ada M.", "Ada M. Quill"),
        ("Kim, Sun-hee", "Kim Sun-hee"),
        ("Sun-hee Kim", "Kim Sun-hee"),
        ("Anne-Marie Quill", "Anne-Marie Quill"),
        ("Ada Kim", "Ada Kim"),
        ("Ada Quill, Jr.", "Ada Quill, Jr."),
        ("Ada Quill", "Ada Quill"),
        ("Bondarenko Viktor", "Viktor Bondarenko"),
        ("Bondarenko Viktor Ivanovych", "Viktor Ivanovych Bondarenko"),
        ("Szabo Zsolt", "Zsolt Szabo"),
        ("Kovtun Mykhailo", "Mykhailo Kovtun"),
        ("Kovtun Daniel", "Kovtun Daniel"),
        ("Viktor Bondarenko", "Viktor Bondarenko"),
        ("Weiguo Zhang", "Zhang Weiguo"),
        ("Zhang Weiguo", "Zhang Weiguo"),
        ("Susan Zhang", "Susan Zhang"),
    ],
)
def test_in_usual_order_turns_a_lists_names_round(name: str, usual: str) -> None:
    assert in_usual_order(name) == usual


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Secretary", True),
        ("MODERATOR", True),
        ("Minister of Agriculture", True),
        ("Foreign Minister of Kenya", True),
        ("SENIOR ADMINISTRATION OFFICIAL", True),
        ("United States Secretary of State", True),
        ("New Zealand", True),
        ("Minister Quill", False),
        ("Ada", False),
        ("", False),
    ],
)
def test_is_office_means_names_that_say_nobodys_name(name: str, expected: bool) -> None:
    assert is_office(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A. A. Quill", "A. A. Quill"),
        ("US President Ada Quill", "Ada Quill"),
        ("United States Secretary of State Ada Quill", "Ada Quill"),
        ("Foreign Minister Quill", "Quill"),
        ("Dean Quill", "Dean Quill"),
        ("Foreign Minister", "Foreign Minister"),
        ("Ada Quill", "Ada Quill"),
    ],
)
def test_without_office_takes_off_two_words_at_least(name: str, expected: str) -> None:
    assert without_office(name) == expected


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ADA R. MCQUILL", "Ada R. McQuill"),
        ("JEAN-YVES O'REED III", "Jean-Yves O'Reed III"),
        ("QUILL", "Quill"),
        ("JFK", "JFK"),
        ("Ada Quill", "Ada Quill"),
    ],
)
def test_in_mixed_case_leaves_initials(name: str, shown: str) -> None:
    assert in_mixed_case(name) == shown
