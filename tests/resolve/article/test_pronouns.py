"""Whom and what third-person pronouns mean."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
SUBJECT: dict[str, Any] = {"is_subject": True}
SHE: dict[str, Any] = {
    **{"form": "pronoun", "label": None, "lemma": "she"},
    **{"gender": "feminine", "is_subject": True},
}
HER = SHE | {"lemma": "her", "is_subject": False}
HE = SHE | {"gender": "masculine", "lemma": "he"}
IT = SHE | {"gender": "neuter", "lemma": "it"}
THEY = SHE | {"gender": None, "lemma": "they", "number": "plural"}
QUILL, STONE = ("Person:ada quill",), ("Person:eve stone",)


@pytest.mark.parametrize(
    ("quill", "stone", "expected"),
    [(SUBJECT, {}, QUILL), ({}, SUBJECT, STONE)],
)
def test_pronoun_goes_on_with_the_subject(
    resolve: Resolve,
    ids_of: IdsOf,
    quill: dict[str, Any],
    stone: dict[str, Any],
    expected: tuple[str, ...],
) -> None:
    text = "Ada Quill and then Eve Stone met us. She left. "
    resolved = resolve(text, ("Ada Quill", quill), ("Eve Stone", stone), ("She", SHE))
    assert ids_of(resolved, text, "She") == expected


def test_several_mentions_of_a_person_add_up(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill ran. Quill won. Quill spoke to Eve Stone. Tom saw her there. "
    names = (("Ada Quill", SUBJECT), ("Quill", 1, SUBJECT), ("Quill", 2, SUBJECT))
    stone = ("Eve Stone", {"is_subject": False})
    her = ("her", HER | {"lemma": "she"})
    once = resolve(text, names[0], stone, her)
    often = resolve(text, *names, stone, her)
    assert (ids_of(once, text, "her"), ids_of(often, text, "her")) == (STONE, QUILL)


def test_pronoun_between_two_alike_stays_open(resolve: Resolve, ids_of: IdsOf) -> None:
    """A subject further back and an object close by are about as likely."""
    text = "Ada Quill met nobody at all. It was late. Tea for Eve Stone. her tea. "
    far, near = ("Ada Quill", SUBJECT), ("Eve Stone", {"is_subject": False})
    assert ids_of(resolve(text, far, ("her", HER)), text, "her") == QUILL
    assert ids_of(resolve(text, near, ("her", HER)), text, "her") == STONE
    assert ids_of(resolve(text, far, near, ("her", HER)), text, "her") != QUILL


def test_name_after_a_fronted_phrase_outweighs_the_last_subject(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill left. In her speech, Eve Stone said so. "
    names = (("Ada Quill", SUBJECT), ("Eve Stone", SUBJECT))
    assert ids_of(resolve(text, *names, ("her", HER)), text, "her") == STONE


def test_object_is_not_the_subject_of_its_relative_clause(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill met Eve Stone, who followed her. "
    her = ("her", HER | {"lemma": "she"})
    resolved = resolve(text, ("Ada Quill", SUBJECT), ("Eve Stone", {}), her)
    assert ids_of(resolved, text, "her") == QUILL


def test_pronouns_agree_in_gender(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill met Bob Reed. She left. He stayed. "
    resolved = resolve(
        text, ("Ada Quill", SUBJECT), ("Bob Reed",), ("She", SHE), ("He", HE)
    )
    assert ids_of(resolved, text, "She") == ("Person:ada quill",)
    assert ids_of(resolved, text, "He") == ("Person:bob reed",)


def test_pronouns_leaves_a_pronoun_without_antecedent(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Bob Reed left. She stayed. "
    resolved = resolve(text, ("Bob Reed", SUBJECT), ("She", SHE))
    assert ids_of(resolved, text, "She") == ()


def test_pronouns_bars_an_object_from_its_own_subject(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Bob Reed praised him. "
    him = HE | {"is_subject": False}
    resolved = resolve(text, ("Bob Reed", SUBJECT), ("him", him))
    assert ids_of(resolved, text, "him") == ()


def test_pronouns_looks_ahead_from_a_fronted_phrase(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Before his trip, Bob Reed spoke. "
    his = HE | {"lemma": "his", "is_subject": False}
    resolved = resolve(text, ("his", his), ("Bob Reed", SUBJECT))
    assert ids_of(resolved, text, "his") == ("Person:bob reed",)


def test_pronouns_links_they_to_coordinated_names(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Kenya and Ghana agreed. They signed. "
    resolved = resolve(
        text, ("Kenya", LOC | SUBJECT), ("Ghana", LOC | SUBJECT), ("They", THEY)
    )
    assert set(ids_of(resolved, text, "They")) == {"State:KEN", "State:GHA"}


def test_pronouns_takes_a_place_for_no_it(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Mombasa flooded. It recovered. Ghana spoke. It left. "
    resolved = resolve(
        text,
        ("Mombasa", LOC | SUBJECT), ("It", IT), ("Ghana", LOC | SUBJECT), ("It", 1, IT),
    )  # fmt: skip
    assert ids_of(resolved, text, "It") == ()
    assert ids_of(resolved, text, "It", 1) == ("State:GHA",)
