"""Whom the source of a statement means: pronouns, titles and bodies that speak."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
SUBJECT: dict[str, Any] = {"is_subject": True}
SPEAKS: dict[str, Any] = {"is_subject": True, "speaks": True}
PRONOUN: dict[str, Any] = {"form": "pronoun", "label": None, "is_subject": True}
HE = PRONOUN | {"gender": "masculine", "lemma": "he"}
SHE = PRONOUN | {"gender": "feminine", "lemma": "she"}
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}
NOMINAL: dict[str, Any] = {"form": "nominal", "speaks": True}


@pytest.mark.parametrize(
    ("speaks", "expected"),
    [(True, ("Person:bob quill",)), (False, ("Person:adam stone",))],
)
def test_pronoun_that_speaks_means_nobody_in_its_own_words(
    resolve: Resolve, ids_of: IdsOf, speaks: bool, expected: tuple[str, ...]
) -> None:
    text = 'Bob Quill came. "Adam Stone is late," he said. '
    stone = SUBJECT | {"quotation": 0, "gender": "masculine"}
    quill = {"gender": "masculine", "is_subject": speaks}
    he = HE | {"speaks": speaks}
    resolved = resolve(text, ("Bob Quill", quill), ("Adam Stone", stone), ("he", he))
    assert ids_of(resolved, text, "he ") == expected


@pytest.mark.parametrize(("outside", "expected"), [(1, ("Person:ada quill",)), (7, ())])
def test_pronoun_does_not_count_the_sentences_of_a_quotation(
    resolve: Resolve, ids_of: IdsOf, outside: int, expected: tuple[str, ...]
) -> None:
    text = "Ada Quill spoke. She left. "
    ada = SUBJECT | {"gender": "feminine", "outside": 0, "sentence": 0}
    she = SHE | {"outside": outside, "sentence": 7}
    resolved = resolve(text, ("Ada Quill", ada), ("She", she))
    assert ids_of(resolved, text, "She") == expected


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
    ("lemma", "expected"),
    [("bank", ("Organization:quill brothers",)), ("court", ()), ("union", ())],
)
def test_noun_takes_up_the_body_that_the_text_speaks_of(
    resolve: Resolve, ids_of: IdsOf, lemma: str, expected: tuple[str, ...]
) -> None:
    text = f"Quill Brothers paid. The {lemma} said so. "
    noun = NOMINAL | ORG | {"lemma": lemma, "is_subject": True}
    resolved = resolve(text, ("Quill Brothers", ORG | SUBJECT), (f"The {lemma}", noun))
    assert ids_of(resolved, text, f"The {lemma}") == expected


def test_noun_takes_up_no_body_where_two_are_as_prominent(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Quill Brothers and Stone Sisters paid. The bank said so. "
    noun = NOMINAL | ORG | {"lemma": "bank"}
    resolved = resolve(
        text, ("Quill Brothers", ORG), ("Stone Sisters", ORG), ("The bank", noun)
    )
    assert ids_of(resolved, text, "The bank") == ()


@pytest.mark.parametrize(
    ("title", "expected"), [("Sen.", ("Person:ada quill",)), ("Gov.", ())]
)
def test_noun_means_whose_title_is_its_abbreviation(
    resolve: Resolve, ids_of: IdsOf, title: str, expected: tuple[str, ...]
) -> None:
    text = f"{title} Ada Quill voted. The senator said so. "
    noun = NOMINAL | {"lemma": "senator"}
    resolved = resolve(text, ("Ada Quill", {"title": title}), ("The senator", noun))
    assert ids_of(resolved, text, "The senator") == expected


@pytest.mark.parametrize(
    ("party", "expected"), [("green", ("Person:ada quill",)), ("liberal", ())]
)
def test_nominee_means_who_runs_for_that_party(
    resolve: Resolve, ids_of: IdsOf, party: str, expected: tuple[str, ...]
) -> None:
    text = "Green candidate Ada Quill won. The nominee said so. "
    noun = NOMINAL | {"lemma": "nominee", "modifiers": (party,)}
    ada = {"title": "Green candidate"}
    resolved = resolve(text, ("Ada Quill", ada), ("The nominee", noun))
    assert ids_of(resolved, text, "The nominee") == expected


@pytest.mark.parametrize(
    ("hears", "expected"), [(True, ("Group:reporters",)), (False, ())]
)
def test_group_that_is_spoken_to_is_an_entity(
    resolve: Resolve, ids_of: IdsOf, hears: bool, expected: tuple[str, ...]
) -> None:
    text = "Ada Quill told reporters so. "
    noun = NOMINAL | {"label": "PERSON", "number": "plural", "lemma": "reporter"}
    noun |= {"speaks": False, "hears": hears}
    resolved = resolve(text, ("Ada Quill",), ("reporters", noun))
    assert ids_of(resolved, text, "reporters") == expected


GROUP: dict[str, Any] = {
    "form": "nominal", "label": "GROUP", "gender": "neuter", "number": "plural",
}  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("senator", ("Person:ada quill", "Person:bob reed")),
        ("driver", ("Group:drivers",)),
    ],
)
def test_plural_means_persons_named_together_of_whom_one_has_the_title(
    resolve: Resolve, ids_of: IdsOf, noun: str, expected: tuple[str, ...]
) -> None:
    text = f"Senators Ada Quill and Bob Reed came. Cy Dow waited. The {noun}s said no. "
    resolved = resolve(
        text,
        ("Ada Quill", {"title": "Senators"}),
        ("Bob Reed",),
        ("Cy Dow",),
        (f"The {noun}s", GROUP | {"lemma": noun, "speaks": True}),
    )
    assert ids_of(resolved, text, f"The {noun}s") == expected


@pytest.mark.parametrize(
    ("gender", "found"), [("feminine", ("Person:ada quill",)), ("masculine", ())]
)
def test_age_means_the_subject_before(
    resolve: Resolve, ids_of: IdsOf, gender: str, found: tuple[str, ...]
) -> None:
    text = "Ada Quill spoke of parents. The 34-year-old pilot laughed. "
    resolved = resolve(
        text,
        ("Ada Quill", SUBJECT | {"gender": "feminine"}),
        ("parents", GROUP | {"lemma": "parent"}),
        (
            "The 34-year-old pilot",
            NOMINAL | SUBJECT | {"lemma": "pilot", "gender": gender},
        ),
    )
    assert ids_of(resolved, text, "The 34-year-old pilot") == found
