"""How likely each mention is what a pronoun means."""

from collections.abc import Callable
from math import exp, log
from typing import Any

import pytest

from kg.resolve.article.antecedent_scores import (
    WEIGHTS,
    person_features,
    person_shares,
    thing_score,
)
from kg.resolve.article.chains import Linking

Linked = Callable[..., Linking]
SUBJECT: dict[str, Any] = {"is_subject": True}
SHE: dict[str, Any] = {"form": "pronoun", "label": None, "lemma": "she"}
HER = SHE | {"lemma": "her"}
IT = SHE | {"lemma": "it", "gender": "neuter"}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}


def features_of(linking: Linking, index: int, *others: int) -> list[dict[str, float]]:
    """Return the features of mentions, what is alike in all of them left out."""
    antecedents = [(i, next(linking.chains_of(i))) for i in others]
    rows = person_features(linking, index, antecedents)
    return [
        {name: value for name, value in features.items() if name != "name"}
        for _, features in rows
    ]


@pytest.mark.parametrize(
    ("text", "ada", "she", "expected"),
    [
        ("Ada Quill saw she", {}, SHE, {"same sentence": 1.0, "steps back": 0.1}),
        ("Ada Quill. she", {}, SHE, {}),
        ("Ada Quill. It rained. she", {}, SHE, {"two sentences back": 1.0}),
        ("Ada Quill. It. So. she", {}, SHE, {"further back": 1.0}),
        ("Ada Quill. she", SUBJECT, SHE, {"subject": 1.0, "last subject": 1.0}),
        ("Ada Quill's. she", {}, SHE, {}),
        (
            "Ada Quill's aide saw she",
            {},
            SHE,
            {"same sentence": 1.0, "steps back": 0.1, "owner close by": 1.0},
        ),
        (
            "Ada Quill and she",
            {},
            HER | {"lemma": "her"},
            {"same sentence": 1.0, "steps back": 0.1, "joined": 1.0},
        ),
        ("Ada Quill and she", {}, SHE, {"same sentence": 1.0, "steps back": 0.1}),
    ],
)
def test_person_features_tell_place_and_part(
    linked: Linked,
    text: str,
    ada: dict[str, Any],
    she: dict[str, Any],
    expected: dict[str, float],
) -> None:
    linking = linked(text, ("Ada Quill", ada), ("she", she))
    [features] = features_of(linking, 1, 0)
    # A given name tells the gender.
    assert features.pop("gender known") == 1.0
    assert features == expected


def test_person_features_tell_two_subjects_and_possessives(linked: Linked) -> None:
    text = "Ada Quill ate when she saw her cat"
    she, her = ("she", SHE | SUBJECT), ("her", HER)
    linking = linked(text, ("Ada Quill", SUBJECT), she, her)
    [of_she] = features_of(linking, 1, 0)
    assert of_she["both subjects"] == 1.0
    assert "subject and possessive" not in of_she
    [of_her] = features_of(linking, 2, 0)
    assert of_her["subject and possessive"] == 1.0
    assert "last subject" not in of_her and "both subjects" not in of_her


def test_person_features_count_mentions_and_persons_nearer(linked: Linked) -> None:
    text = "Ada Quill ran. Eve Stone sat. Stone ate. she"
    names = (("Ada Quill",), ("Eve Stone",), ("Stone", 1))
    linking = linked(text, *names, ("she", SHE))
    near, far, farthest = features_of(linking, 3, 2, 1, 0)
    assert near["times"] == far["times"] == log(2)
    assert "times" not in farthest and farthest["persons nearer"] == 1.0
    assert "persons nearer" not in far


def test_person_features_of_a_mention_that_follows(linked: Linked) -> None:
    linking = linked("With her cat, Vex Quill ate", ("her", HER), ("Vex Quill",))
    assert features_of(linking, 0, 1) == [{"follows": 1.0}]


def test_every_feature_has_a_weight(linked: Linked) -> None:
    linking = linked("Ada Quill saw she", ("Ada Quill", SUBJECT), ("she", SHE))
    [(_, features)] = person_features(linking, 1, [(0, next(linking.chains_of(0)))])
    assert features.keys() <= WEIGHTS.keys()


def test_person_shares_add_up_over_a_persons_mentions(linked: Linked) -> None:
    text = "Vex Quill ran. Eve Stone sat. Stone ate. she"
    names = (("Vex Quill",), ("Eve Stone",), ("Stone", 1))
    linking = linked(text, *names, ("she", SHE))
    quill, stone = (next(linking.chains_of(index)) for index in (0, 1))
    antecedents = [(2, stone), (1, stone), (0, quill)]
    shares = person_shares(linking, 3, antecedents)
    assert sum(shares.values()) == pytest.approx(1.0)
    odds = [
        (chain, exp(sum(WEIGHTS[name] * value for name, value in features.items())))
        for chain, features in person_features(linking, 3, antecedents)
    ]
    of_stone = sum(each for chain, each in odds if chain is stone)
    assert shares[stone] == pytest.approx(of_stone / sum(each for _, each in odds))
    assert shares[stone] > shares[quill]


def test_person_shares_of_nobody_are_none(linked: Linked) -> None:
    assert person_shares(linked("she", ("she", SHE)), 0, []) == {}


@pytest.mark.parametrize(
    ("text", "kenya", "it", "expected"),
    [
        ("Kenya. it", {}, IT, 0.8),
        ("Kenya saw it", {}, IT, 0.98),
        ("Kenya. So. it", {}, IT, 0.45),
        ("Kenya. So. So. So. So. it", {}, IT, 0.2),
        ("Kenya. it", SUBJECT, IT, 1.25),
        ("Kenya. it", {"form": "demonym"}, IT, 0.5),
        ("Kenya. it", {"quotation": 0}, IT, 0.4),
        ("Kenya. it", {"quotation": 0}, IT | {"quotation": 0}, 0.8),
        ("Kenya. it", {"paragraph": 1}, IT, 0.75),
        ("Kenya's. it", {}, IT, 0.7),
        ("Kenya's army saw it", {}, IT, 1.23),
        ("Kenya and it", {}, IT | {"lemma": "its"}, 1.48),
        ("Kenya and it", {}, IT, 0.98),
    ],
)
def test_thing_score_adds_up_what_tells(
    linked: Linked,
    text: str,
    kenya: dict[str, Any],
    it: dict[str, Any],
    expected: float,
) -> None:
    linking = linked(text, ("Kenya", LOC | kenya), ("it", it))
    assert thing_score(linking, 1, 0) == pytest.approx(expected)


def test_thing_score_prefers_a_pronoun_before(linked: Linked) -> None:
    linking = linked("it. it", ("it", IT), ("it", 1, IT))
    assert thing_score(linking, 1, 0) == pytest.approx(0.9)
