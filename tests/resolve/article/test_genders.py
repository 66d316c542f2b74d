"""Genders that an article's pronouns tell."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import Resolved
from kg.resolve.article.genders import learn_genders

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
PRONOUN: dict[str, Any] = {"form": "pronoun", "label": None, "is_subject": True}
HE = PRONOUN | {"gender": "masculine", "lemma": "he"}
SHE = PRONOUN | {"gender": "feminine", "lemma": "she"}
SUBJECT: dict[str, Any] = {"is_subject": True}


@pytest.mark.parametrize(
    ("pronouns", "expected"), [((HE, HE), ()), ((SHE, SHE), ("Person:vex quill",))]
)
def test_pronouns_tell_the_gender_of_an_unknown_name(
    resolve: Resolve,
    ids_of: IdsOf,
    pronouns: tuple[dict[str, Any], ...],
    expected: tuple[str, ...],
) -> None:
    text = "Vex Quill sat. He or. Quill sat. he or. Quill met us. she said. "
    first, second = pronouns
    resolved = resolve(
        text,
        ("Vex Quill", SUBJECT),
        ("He", first),
        ("Quill", 1, SUBJECT),
        ("he", 0, second),
        ("Quill", 2, SUBJECT),
        ("she", SHE),
    )
    assert ids_of(resolved, text, "she") == expected


@pytest.mark.parametrize(
    ("first", "second", "gender"),
    [
        (SHE, SHE, "feminine"),
        (SHE, HE, None),
        (SHE | {"quotation": 0}, SHE, None),
        (SHE | {"sentence": 5}, SHE, None),
        (SHE | {"person": 1}, SHE, None),
        (SHE | {"form": "nominal"}, SHE, None),
        (SHE | {"gender": "neuter"}, SHE | {"gender": "neuter"}, None),
    ],
)
def test_learn_genders_needs_two_pronouns_that_agree(
    linked: Linked,
    first: dict[str, Any],
    second: dict[str, Any],
    gender: str | None,
) -> None:
    text = "Vex Quill sat. She ran. she ate. "
    pronouns = (("She", {"sentence": 1} | first), ("she", second | {"sentence": 1}))
    chain = linked(text, ("Vex Quill",), *pronouns).only_chain_of(0)
    assert chain is not None and chain.gender == gender


def test_learn_genders_counts_no_pronoun_after_another_person(linked: Linked) -> None:
    text = "Vex Quill sat. The judge ran. She or she left. "
    judge = ("The judge", {"form": "nominal"})
    pronouns = (("She", SHE), ("she", 0, SHE))
    near = [each[:-1] + (each[-1] | {"sentence": 1},) for each in pronouns]
    assert linked(text, ("Vex Quill",), *near).chains["Person:vex quill"].gender
    between = linked(text, ("Vex Quill",), judge, *near)
    assert between.chains["Person:vex quill"].gender is None


@pytest.mark.parametrize(("men", "gender"), [(3, "masculine"), (2, None)])
def test_learn_genders_needs_three_of_four_votes(
    linked: Linked, men: int, gender: str | None
) -> None:
    text = "Vex Quill sat. h h h h left. "
    votes = [HE] * men + [SHE] * (4 - men)
    specs = [("h", nth, vote | {"sentence": 1}) for nth, vote in enumerate(votes)]
    linking = linked(text, ("Vex Quill",), *specs)
    assert linking.chains["Person:vex quill"].gender == gender


def test_learn_genders_leaves_a_gender_that_is_known(linked: Linked) -> None:
    text = "Vex Quill sat. She ran. she ate. "
    near = SHE | {"sentence": 1}
    linking = linked(text, ("Vex Quill",), ("She", near), ("she", near))
    chain = linking.chains["Person:vex quill"]
    chain.gender = "masculine"
    learn_genders(linking)
    assert chain.gender == "masculine"
