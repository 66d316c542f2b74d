"""How likely each mention is what a pronoun means."""

from collections.abc import Callable
from math import exp, log
from typing import Any

import pytest

from kg.english.pronouns import NOBODY
from kg.resolve.article.antecedent_scores import WEIGHTS, feature_rows, shares
from kg.resolve.article.chains import Linking

Linked = Callable[..., Linking]
SUBJECT: dict[str, Any] = {"is_subject": True}
SHE: dict[str, Any] = {"form": "pronoun", "label": None, "lemma": "she"}
HER = SHE | {"lemma": "her"}
IT = SHE | {"lemma": "it", "gender": "neuter"}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}


def features_of(linking: Linking, index: int, *others: int) -> list[dict[str, float]]:
    """Return the features of mentions, what is alike in all of them left out."""
    antecedents = [(i, tuple(linking.chains_of(i))) for i in others]
    *rows, nobody = feature_rows(linking, index, antecedents)
    assert (nobody.meant, nobody.noun) == ((), NOBODY)
    return [
        {name: value for name, value in row.features.items() if name != "name"}
        for row in rows
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


@pytest.mark.parametrize("kind", ["person", "thing", "plural"])
def test_every_weight_is_of_a_feature(linked: Linked, kind: Any) -> None:
    text = "Ada Quill saw she"
    linking = linked(text, ("Ada Quill", SUBJECT), ("she", SHE))
    rows = feature_rows(linking, 1, [(0, tuple(linking.chains_of(0)))])
    told = {name for row in rows for name in row.features}
    assert told - {"gender known", "no entity"} <= WEIGHTS[kind].keys()


@pytest.mark.parametrize(
    ("quill", "stone", "she", "expected"),
    [
        ({"speaks": True}, {}, {"said_by": (0,)}, {"says it": 1.0}),
        ({"speaks": True}, {}, {"said_by": (0,), "quotation": 0}, {}),
        ({"speaks": True}, {}, {}, {"speaker": 1.0}),
        (
            {"speaks": True},
            {},
            {"speaks": True},
            {"speaker": 1.0, "both speak": 1.0, "last speaker": 1.0},
        ),
        (
            {"speaks": True},
            {"speaks": True},
            {"speaks": True},
            {"speaker": 1.0, "both speak": 1.0},
        ),
        ({"said_by": (9,)}, {}, {}, {"in others' words": 1.0}),
        ({"said_by": (9,)}, {}, {"said_by": (9,)}, {}),
        (
            {"said_by": (9,)},
            {},
            {"speaks": True},
            {"in others' words": 1.0, "spoken of by speaker": 1.0},
        ),
    ],
)
def test_features_tell_who_speaks_and_of_whom(
    linked: Linked,
    quill: dict[str, Any],
    stone: dict[str, Any],
    she: dict[str, Any],
    expected: dict[str, float],
) -> None:
    text = "Ada Quill. Eve Stone. she"
    linking = linked(
        text, ("Ada Quill", quill), ("Eve Stone", stone), ("she", SHE | she)
    )
    [features] = features_of(linking, 2, 0)
    saying = ["say", "speak", "word", "spoken"]
    told = {n: v for n, v in features.items() if any(word in n for word in saying)}
    assert told == expected


def test_last_subject_stands_outside_of_what_it_says(linked: Linked) -> None:
    """Quill said Stone was late. She ..."""
    text = "Ada Quill said Eve Stone was late. she"
    names = (("Ada Quill", SUBJECT), ("Eve Stone", SUBJECT | {"said_by": (0,)}))
    linking = linked(text, *names, ("she", SHE))
    of_stone, of_quill = features_of(linking, 2, 1, 0)
    assert "last subject" in of_quill and "last subject" not in of_stone
    linking = linked(text, *names, ("she", SHE | {"said_by": (0,)}))
    assert "last subject" in features_of(linking, 2, 1)[0]


@pytest.mark.parametrize(
    ("she", "expected"),
    [
        ({}, set()),
        ({"speaks": True}, {"nobody speaks"}),
        (SUBJECT, {"nobody subject"}),
        ({"lemma": "her"}, {"nobody owns"}),
        ({"quotation": 1}, {"nobody quoted"}),
    ],
)
def test_features_of_nobody_are_the_pronouns(
    linked: Linked, she: dict[str, Any], expected: set[str]
) -> None:
    linking = linked("she", ("she", SHE | she))
    assert feature_rows(linking, 0, []) == [
        ((), dict.fromkeys({"nobody"} | expected, 1.0), NOBODY)
    ]


def test_shares_add_up_over_the_mentions_of_one(linked: Linked) -> None:
    text = "Vex Quill ran. Eve Stone sat. Stone ate. she"
    names = (("Vex Quill",), ("Eve Stone",), ("Stone", 1))
    linking = linked(text, *names, ("she", SHE))
    quill, stone = (tuple(linking.chains_of(index)) for index in (0, 1))
    antecedents = [(2, stone), (1, stone), (0, quill)]
    found = shares(linking, 3, "person", antecedents)
    assert sum(found.values()) == pytest.approx(1.0)
    weights = WEIGHTS["person"]
    odds = [
        (row.meant, exp(sum(weights.get(k, 0) * x for k, x in row.features.items())))
        for row in feature_rows(linking, 3, antecedents)
    ]
    of_stone = sum(each for meant, each in odds if meant == stone)
    assert found[stone] == pytest.approx(of_stone / sum(each for _, each in odds))
    assert found[stone] > found[quill] > 0 and found[()] > 0


@pytest.mark.parametrize("noun", [0, 11, NOBODY])
def test_shares_weigh_what_the_words_tell(linked: Linked, noun: int) -> None:
    text = "Vex Quill. Eve Stone. she"
    names = (("Vex Quill",), ("Eve Stone",))

    def found(told: tuple[tuple[int, float], ...]) -> dict[int, float]:
        linking = linked(text, *names, ("she", SHE | {"told": told}))
        antecedents = [(i, tuple(linking.chains_of(i))) for i in (1, 0)]
        given = shares(linking, 2, "person", antecedents)
        heads = {tuple(linking.chains_of(i)): (0, 11)[i] for i in (0, 1)}
        return {heads.get(meant, NOBODY): share for meant, share in given.items()}

    before, after = found(()), found(((noun, 1.0), (99, 5.0)))
    for place, share in before.items():
        times = exp(1.0) if place == noun else 1.0
        assert after[place] / after[noun] == pytest.approx(
            share * times / (before[noun] * exp(1.0))
        )


def test_shares_of_no_antecedents_are_nobodys(linked: Linked) -> None:
    assert shares(linked("she", ("she", SHE)), 0, "person", []) == {(): 1.0}


@pytest.mark.parametrize(
    ("kenya", "ghana", "first"),
    [(SUBJECT, {}, "KEN"), ({"form": "demonym"}, {}, "GHA")],
)
def test_shares_of_things_prefer_subjects_and_names(
    linked: Linked, kenya: dict[str, Any], ghana: dict[str, Any], first: str
) -> None:
    text = "Kenya and then Ghana met us. it"
    it = IT | SUBJECT
    linking = linked(text, ("Kenya", LOC | kenya), ("Ghana", LOC | ghana), ("it", it))
    antecedents = [(i, tuple(linking.chains_of(i))) for i in (1, 0)]
    found = shares(linking, 2, "thing", antecedents)
    likeliest = max((m for m in found if m), key=lambda meant: found[meant])
    assert [chain.key for chain in likeliest] == [first]
