"""Which states "the country" and "the two countries" are."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.described_states import (
    described_direction,
    described_states,
    prominent_states,
)
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
NOMINAL: dict[str, Any] = {"form": "nominal"}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
SUBJECT: dict[str, Any] = {"is_subject": True}


def test_described_states_takes_two_countries_for_those_the_text_speaks_of(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Kenya met Ghana. The two countries agreed. "
    countries = NOMINAL | {"label": "STATE", "number": "plural"}
    resolved = resolve(
        text, ("Kenya", LOC | SUBJECT), ("Ghana", LOC), ("The two countries", countries)
    )
    assert set(ids_of(resolved, text, "The two countries")) == {
        "State:KEN",
        "State:GHA",
    }


def test_described_states_reads_the_north_by_the_states_of_the_article(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    north = NOMINAL | {"label": "GROUP"}
    text = "North Korea spoke. The North left. "
    resolved = resolve(text, ("North Korea", LOC), ("North", 1, north))
    assert ids_of(resolved, text, "North", 1) == ("State:PRK",)
    alone = resolve("The North left. ", ("North", north))
    assert alone.entities == ()


STATE: dict[str, Any] = {"form": "nominal", "label": "STATE"}


@pytest.mark.parametrize(
    ("phrase", "fields", "expected"),
    [
        ("The country", {}, ["KEN"]),
        ("This nation", {}, ["KEN"]),
        ("A country", {}, []),
        ("The countries", {"number": "plural"}, []),
        ("The largest country", {"modifiers": ("largest",)}, []),
        ("Both countries", {"number": "plural"}, []),
    ],
)
def test_described_states_takes_the_country_for_the_one_spoken_of(
    linked: Linked, phrase: str, fields: dict[str, Any], expected: list[str]
) -> None:
    text = f"Kenya left. {phrase} won. "
    linking = linked(text, ("Kenya", LOC | SUBJECT), (phrase, STATE | fields))
    assert [link.chain.key for link in described_states(linking, 1)] == expected


def test_described_states_needs_one_that_stands_out(linked: Linked) -> None:
    text = "Kenya left Ghana. The country won. "
    country = ("The country", STATE)
    alike = linked(text, ("Kenya", LOC), ("Ghana", LOC), country)
    assert list(described_states(alike, 2)) == []
    ahead = linked(text, ("Kenya", LOC | SUBJECT), ("Ghana", LOC), country)
    assert [link.chain.key for link in described_states(ahead, 2)] == ["KEN"]


def test_described_states_leaves_a_phrase_that_names_a_state(linked: Linked) -> None:
    text = "Kenya met Ghana. Kenya's neighbouring country won. "
    phrase = ("Kenya's neighbouring country", STATE | {"head": text.index("country")})
    names = (("Kenya", LOC | SUBJECT), ("Ghana", LOC), ("Kenya", 1, LOC))
    assert list(described_states(linked(text, *names, phrase), 2)) == []


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("West", (), ["Group:west"]),
        ("South", ("South Korea",), ["State:KOR"]),
        ("South", ("South Korea", "South Africa"), []),
        ("South", ("Kenya",), []),
        ("North", ("South Korea",), []),
    ],
)
def test_described_direction_is_the_one_state_with_the_word(
    linked: Linked, word: str, names: tuple[str, ...], expected: list[str]
) -> None:
    text = f"The {word} left. Then {' and '.join(names)} met. "
    linking = linked(text, (word, NOMINAL), *((name, LOC) for name in names))
    assert [link.chain.id for link in described_direction(linking, 0)] == expected


def test_prominent_states_weighs_subjects_and_nearness(linked: Linked) -> None:
    text = "Kenya left. Ghana met Mali. It won. "
    it = ("It", {"form": "pronoun", "label": None})
    names = (("Kenya", LOC), ("Ghana", LOC | SUBJECT), ("Mali", LOC))
    ranked = prominent_states(linked(text, *names, it), 3)
    assert [(chain.key, round(weight, 3)) for weight, chain in ranked] == [
        ("GHA", 0.66),
        ("MLI", 0.36),
        ("KEN", 0.216),
    ]


@pytest.mark.parametrize(("fields", "weights"), [(SUBJECT, [0.55]), ({}, [])])
def test_prominent_states_counts_a_person_who_is_a_subject(
    linked: Linked, fields: dict[str, Any], weights: list[float]
) -> None:
    text = "Ada Quill left. It won. Kenya came. "
    it = ("It", {"form": "pronoun", "label": None, "sentence": 0})
    linking = linked(text, ("Ada Quill", fields), it, ("Kenya", LOC))
    for chain in linking.chains_of(0):
        chain.states.update({"KEN", "GHA"})
    ranked = prominent_states(linking, 1)
    assert [round(weight, 2) for weight, _ in ranked] == weights


@pytest.mark.parametrize(
    ("phrase", "names", "number"),
    [
        ("The two countries", ("Kenya", "Ghana"), 2),
        ("Both countries", ("Kenya", "Ghana"), 2),
        ("Neither country", ("Kenya", "Ghana"), 2),
        ("All three countries", ("Kenya", "Ghana", "Mali"), 3),
        ("The four countries", ("Kenya", "Ghana", "Mali"), 0),
        ("Both countries", ("Kenya", "Ghana", "Mali"), 0),
    ],
)
def test_described_states_counts_them(
    linked: Linked, phrase: str, names: tuple[str, ...], number: int
) -> None:
    text = f"{', '.join(names)} met. {phrase} left. "
    linking = linked(
        text, *((name, LOC) for name in names), (phrase, STATE | {"number": "plural"})
    )
    assert len(list(described_states(linking, len(names)))) == number


@pytest.mark.parametrize(
    ("phrase", "after", "fields", "expected"),
    [
        ("The countries", "won", {}, ["GHA", "KEN"]),
        ("Our countries", "won", {}, ["GHA", "KEN"]),
        ("The countries", "that won", {}, []),
        ("Those countries", "won", {}, []),
        ("Countries", "won", {}, []),
        ("The small countries", "won", {"modifiers": ("small",)}, []),
        ("The country", "won", {"number": "singular"}, []),
    ],
)
def test_described_states_takes_the_countries_for_the_two_spoken_of(
    linked: Linked,
    phrase: str,
    after: str,
    fields: dict[str, Any],
    expected: list[str],
) -> None:
    text = f"Kenya and Ghana left. {phrase} {after}. "
    noun = (phrase, STATE | {"number": "plural"} | fields)
    linking = linked(text, ("Kenya", LOC), ("Ghana", LOC), noun)
    assert [link.chain.key for link in described_states(linking, 2)] == expected


@pytest.mark.parametrize(("noun", "lemma"), [("sides", "side"), ("parties", "party")])
def test_described_states_takes_a_body_for_one_of_both_sides(
    linked: Linked, noun: str, lemma: str
) -> None:
    text = f"Kenya and Quill League met. Both {noun} left. "
    sides = (f"Both {noun}", STATE | {"number": "plural", "lemma": lemma})
    names = (("Kenya", LOC), ("Quill League", {"label": "ORG"}))
    linking = linked(text, *names, sides)
    found = {link.chain.id for link in described_states(linking, 2)}
    are_sides = {"State:KEN", "Organization:quill league"}
    assert found == (are_sides if noun == "sides" else set())


@pytest.mark.parametrize(
    ("lemma", "expected"), [("country", ["State:KEN"]), ("state", [])]
)
def test_the_country_is_the_state_that_the_article_is_of(
    linked: Linked, lemma: str, expected: list[str]
) -> None:
    text = f"Kenya met Togo. Kenya paid. {'It rained. ' * 9}the country voted. "
    country = {"form": "nominal", "label": "STATE", "lemma": lemma}
    loc = {"label": "LOC"}
    kenya = [("Kenya", loc), ("Kenya", 1, loc), ("Togo", loc)]
    linking = linked(text, *kenya, ("the country", country))
    assert [link.chain.id for link in described_states(linking, 3)] == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("Togo briefed the Harbour Union. ", ["State:KEN", "State:TGO"]),
        ("Kenya and Togo paid. ", ["State:KEN", "State:TGO"]),
        ("Ghana and Mali met. ", ["State:GHA", "State:MLI"]),
    ],
)
def test_two_sides_are_the_pair_spoken_of_before(
    resolve: Resolve, ids_of: IdsOf, between: str, expected: list[str]
) -> None:
    text = f"Kenya and Togo met. Both countries agreed. {between}The two sides left. "
    loc = {"label": "LOC", "gender": "neuter", "is_subject": True}
    both = {"form": "nominal", "label": "STATE", "number": "plural"}
    names = [
        (name, nth, loc)
        for name in ("Kenya", "Togo", "Ghana", "Mali")
        for nth in range(text.count(name))
    ]
    union = [("Harbour Union", {"label": "ORG"})] if "Harbour" in text else []
    resolved = resolve(
        text,
        *names,
        *union,
        ("Both countries", both | {"lemma": "country"}),
        ("The two sides", both | {"lemma": "side"}),
    )
    assert sorted(ids_of(resolved, text, "The two sides")) == expected


def test_both_sides_are_not_who_speaks_of_them_nor_where(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "The Ghana envoy in Kenya, Ada Quill, urged both sides to stop. "
    at = text.index("Ada")
    sides = {
        "form": "nominal", "label": "STATE", "lemma": "side", "number": "plural",
        "said_by": (at,),
    }  # fmt: skip
    names = (("Ghana", LOC), ("Kenya", LOC), ("Ada Quill", {"speaks": True}))
    resolved = resolve(text, *names, ("both sides", sides))
    assert ids_of(resolved, text, "both sides") == ()
