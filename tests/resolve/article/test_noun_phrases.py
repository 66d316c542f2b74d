"""What a noun phrase tells by itself."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.noun_phrases import (
    is_definite,
    named_organisations,
    named_states,
    names_its_owner,
    opening_words,
    states_of,
)

Linked = Callable[..., Linking]
NOMINAL: dict[str, Any] = {"form": "nominal"}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}
ITS: dict[str, Any] = {"form": "pronoun", "label": None, "lemma": "its"}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the king", True),
        ("Those kings", True),
        ("both kings", True),
        ("her king", True),
        ("Quill's king", True),
        ("a king", False),
        ("kings", False),
        ("thesis king", False),
    ],
)
def test_is_definite_reads_what_opens_the_phrase(
    linked: Linked, phrase: str, expected: bool
) -> None:
    linking = linked(f"{phrase} sat", (phrase, NOMINAL))
    assert is_definite(linking, 0) is expected


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("The king and queen", {}, True),
        ("A king and queen", {}, False),
        ("The king saw queen", {}, False),
        ("The king and queen", {"label": "GROUP"}, False),
        ("The king and queen", {"form": "name"}, False),
    ],
)
def test_is_definite_shares_the_article_of_the_person_before(
    linked: Linked, text: str, fields: dict[str, Any], expected: bool
) -> None:
    king = (text[: text.index("king") + 4], NOMINAL | fields)
    linking = linked(text, king, ("queen", NOMINAL))
    assert is_definite(linking, 1) is expected


def test_opening_words_are_three_in_lower_case(linked: Linked) -> None:
    phrase = "The two-year-old president of Kenya"
    linking = linked(phrase, (phrase, NOMINAL))
    assert opening_words(linking.candidates[0]) == ["the", "two", "year"]


def test_states_are_those_before_the_head(linked: Linked) -> None:
    text = "the Kenyan troops in Ghana"
    phrase = (text, NOMINAL | {"head": text.index("troops")})
    linking = linked(text, phrase, ("Kenyan", DEMONYM), ("Ghana", LOC))
    assert states_of(linking, 0) == {"KEN"}
    assert named_states(linking, 0) == {"KEN"}


def test_named_states_leaves_out_those_of_pronouns(linked: Linked) -> None:
    text = "its troops"
    phrase = (text, NOMINAL | {"head": text.index("troops")})
    linking = linked(text, phrase, ("its", ITS))
    linking.link(1, linking.chain("State", "KEN", "Kenya"), 0.9, "antecedent")
    assert states_of(linking, 0) == {"KEN"}
    assert named_states(linking, 0) == set()


def test_named_organisations_are_those_named_inside(linked: Linked) -> None:
    text = "Quill Bank officials from Kenya"
    linking = linked(text, (text, NOMINAL), ("Quill Bank", ORG), ("Kenya", LOC))
    assert named_organisations(linking, 0) == {"quill bank"}
    assert named_organisations(linking, 2) == set()


@pytest.mark.parametrize(
    ("word", "fields", "expected"),
    [("Kenyan", DEMONYM, True), ("Quill Bank", ORG, True), ("its", ITS, False)],
)
def test_names_its_owner_by_more_than_a_pronoun(
    linked: Linked, word: str, fields: dict[str, Any], expected: bool
) -> None:
    text = f"{word} aide"
    linking = linked(text, (text, NOMINAL), (word, fields))
    if word == "its":
        linking.link(1, linking.chain("State", "KEN", "Kenya"), 0.9, "antecedent")
    assert names_its_owner(linking, 0) is expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the king of Kenya", {"KEN"}),
        ("the government of the Kenya", {"KEN"}),
        ("the king in Kenya", set()),
        ("the king of the isles of Kenya", set()),
        ("the head of Kenya's union", set()),
    ],
)
def test_states_of_a_phrase_follow_of(
    linked: Linked, phrase: str, expected: set[str]
) -> None:
    head = phrase.index(phrase.split()[1])
    linking = linked(phrase, (phrase, NOMINAL | {"head": head}), ("Kenya", LOC))
    assert states_of(linking, 0) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" and people of Kenya", {"KEN"}),
        (" and the army of the Kenya", {"KEN"}),
        (" and Kenya", set()),
        (" met people of Kenya", set()),
    ],
)
def test_states_of_two_nouns_are_told_once(
    linked: Linked, rest: str, expected: set[str]
) -> None:
    king = NOMINAL | {"head": len("the ")}
    linking = linked(f"the king{rest}", ("the king", king), ("Kenya", LOC))
    assert states_of(linking, 0) == expected
