"""Which body "the bank" or "the council" is."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.described_organisations import (
    described_organisation,
    prominent_organisation,
)
from kg.resolve.article.descriptions import link_nominal
from kg.resolve.article.entities import Resolved
from kg.resolve.one_article import without_article_key

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
NOMINAL: dict[str, Any] = {"form": "nominal", "speaks": True}
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}
SUBJECT: dict[str, Any] = {"is_subject": True}


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("bank", ("Organization:quill brothers",)),
        ("party", ("Organization:quill brothers",)),
        ("court", ()),
        ("union", ()),
    ],
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


def found(linking: Linking, index: int) -> list[tuple[str, str]]:
    """Return the ids of what a phrase means, with the reasons."""
    links = described_organisation(linking, index)
    return [(link.chain.id, link.reason) for link in links]


@pytest.mark.parametrize(
    ("phrase", "number", "after", "is_found"),
    [
        ("The council", "singular", "met", True),
        ("A council", "singular", "met", False),
        ("The councils", "plural", "met", False),
        ("The council", "singular", "between us", False),
        ("The council", "singular", "of the old mayor met", False),
        ("The court", "singular", "met", False),
    ],
)
def test_described_organisation_has_the_noun_in_its_name(
    linked: Linked, phrase: str, number: str, after: str, is_found: bool
) -> None:
    text = f"Council of Elders met. {phrase} {after}. "
    lemma = phrase.split()[1].removesuffix("s")
    noun = ORG | {"form": "nominal", "lemma": lemma, "number": number}
    linking = linked(text, ("Council of Elders", ORG), (phrase, noun))
    elders = [("Organization:council of elders", "kind of organisation")]
    assert found(linking, 1) == (elders if is_found else [])


@pytest.mark.parametrize(
    ("modifiers", "is_found"), [((), True), (("Elders",), True), (("Bankers",), False)]
)
def test_described_organisation_keeps_a_name_in_capitals_apart(
    linked: Linked, modifiers: tuple[str, ...], is_found: bool
) -> None:
    phrase = " ".join(("The", *modifiers, "Council"))
    noun = ORG | {"form": "nominal", "lemma": "council", "modifiers": modifiers}
    noun["head"] = len(f"Council of Elders met. {phrase}") - len("Council")
    text = f"Council of Elders met. {phrase} left. "
    linking = linked(text, ("Council of Elders", ORG), (phrase, noun))
    elders = [("Organization:council of elders", "kind of organisation")]
    assert found(linking, 1) == (elders if is_found else [])


@pytest.mark.parametrize(
    ("other", "is_found"), [("Quill Bureau", True), ("Stone Council", False)]
)
def test_described_organisation_finds_the_only_one_so_named_far_back(
    linked: Linked, other: str, is_found: bool
) -> None:
    text = (
        f"Council of Elders met. {other} left. {'It rained. ' * 20}The council spoke. "
    )
    noun = ORG | {"form": "nominal", "lemma": "council"}
    linking = linked(
        text, ("Council of Elders", ORG), (other, ORG), ("The council", noun)
    )
    elders = [("Organization:council of elders", "kind of organisation")]
    assert found(linking, 2) == (elders if is_found else [])


def test_described_organisation_knows_what_initials_stand_for(linked: Linked) -> None:
    text = "NATO met. The alliance spoke. "
    noun = ORG | {"form": "nominal", "lemma": "alliance"}
    linking = linked(text, ("NATO", ORG), ("The alliance", noun))
    assert [reason for _, reason in found(linking, 1)] == ["kind of organisation"]


@pytest.mark.parametrize(
    ("demonym", "lemma", "expected"),
    [
        ("Kenyan", "government", [("State:KEN", "its government")]),
        ("Kenyan", "regime", [("State:KEN", "its government")]),
        ("Kenyan", "council", []),
        ("new", "government", []),
    ],
)
def test_described_organisation_takes_a_government_for_its_state(
    linked: Linked, demonym: str, lemma: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Council of Elders met. The {demonym} {lemma} left. "
    noun = ORG | {"form": "nominal", "lemma": lemma, "head": text.index(lemma)}
    kenyan = (demonym, {"label": "NORP", "form": "demonym"})
    names = (("Council of Elders", ORG), kenyan)
    linking = linked(text, *names, (f"The {demonym} {lemma}", noun))
    assert found(linking, 1) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The government", [("State:KEN", "state the text speaks of")]),
        ("A government", []),
        ("Ada's government", []),
    ],
)
def test_described_organisation_takes_the_government_for_the_state_spoken_of(
    linked: Linked, phrase: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Kenya paid. {phrase} left with Ada. "
    noun = ORG | {"form": "nominal", "lemma": "government"}
    kenya = ("Kenya", {"label": "LOC", "is_subject": True})
    names = [("Ada", {})] if phrase.startswith("Ada") else []
    linking = linked(text, kenya, (phrase, noun), *names)
    assert found(linking, 1) == expected


def test_described_organisation_takes_the_government_for_no_one_of_two_states(
    linked: Linked,
) -> None:
    text = "Kenya and Ghana paid. The government left. "
    noun = ORG | {"form": "nominal", "lemma": "government"}
    states = [(name, {"label": "LOC"}) for name in ("Kenya", "Ghana")]
    assert found(linked(text, *states, ("The government", noun)), 2) == []


@pytest.mark.parametrize(
    ("phrase", "is_found"),
    [("The bank", 1), ("Ada's bank", 0), ("A bank", 0)],
)
def test_described_organisation_takes_up_a_body_unless_it_says_whose(
    linked: Linked, phrase: str, is_found: int
) -> None:
    text = f"Quill Brothers paid. {phrase} left. "
    noun = ORG | {"form": "nominal", "lemma": "bank"}
    names = [("Ada", {})] if phrase.startswith("Ada") else []
    linking = linked(text, ("Quill Brothers", ORG), (phrase, noun), *names)
    assert len(found(linking, 1)) == is_found


@pytest.mark.parametrize(
    ("name", "lemma", "is_found"),
    [
        ("Quill Brothers", "bank", 1),
        ("Quill Bank", "bank", 1),
        ("Quill University", "bank", 0),
        ("Quill University", "organisation", 1),
        ("Quill Bureau", "agency", 1),
        ("Quill Bank", "agency", 0),
    ],
)
def test_prominent_organisation_fits_the_kind_that_its_name_tells(
    linked: Linked, name: str, lemma: str, is_found: int
) -> None:
    text = f"{name} paid. The {lemma} left. "
    noun = NOMINAL | ORG | {"lemma": lemma}
    linking = linked(text, (name, ORG), (f"The {lemma}", noun))
    assert len(list(prominent_organisation(linking, 1))) == is_found


def test_prominent_organisation_passes_over_quotations(linked: Linked) -> None:
    text = "Quill Brothers paid. The bank left. "
    noun = NOMINAL | ORG | {"lemma": "bank"}
    quoted = ("Quill Brothers", ORG | {"quotation": 0})
    linking = linked(text, quoted, ("The bank", noun))
    assert list(prominent_organisation(linking, 1)) == []


def test_prominent_organisation_prefers_the_nearer_and_the_subject(
    linked: Linked,
) -> None:
    text = "Quill Brothers paid. Stone Sisters sat. The bank left. "
    noun = ("The bank", NOMINAL | ORG | {"lemma": "bank"})
    names = ("Quill Brothers", "Stone Sisters")
    nearer = linked(text, *((name, ORG) for name in names), noun)
    [link] = prominent_organisation(nearer, 2)
    assert link.chain.key == "stone sisters"
    subject = linked(text, (names[0], ORG | SUBJECT), (names[1], ORG), noun)
    assert list(prominent_organisation(subject, 2)) == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("The government", ("State:KEN",)), ("A government", ())],
)
def test_noun_takes_up_the_government_named_before(
    resolve: Resolve, ids_of: IdsOf, phrase: str, expected: tuple[str, ...]
) -> None:
    text = f"The Kenyan government met. {phrase} left. "
    noun = ORG | {"form": "nominal", "lemma": "government"}
    kenyan = noun | {"head": text.index("government")}
    resolved = resolve(
        text,
        ("The Kenyan government", kenyan),
        ("Kenyan", {"label": "NORP", "form": "demonym"}),
        (phrase, noun),
    )
    assert ids_of(resolved, text, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "state", "expected"),
    [
        ("Parliament", "Kenya", ["Organization:kenya parliament"]),
        ("the Senate", "United States", ["Organization:united states senate"]),
        ("the senate", "Kenya", []),
        ("Council", "Kenya", []),
        ("Parliament", "Ghana and Kenya", []),
    ],
)
def test_described_organisation_takes_a_noun_in_capitals_for_the_states_body(
    linked: Linked, phrase: str, state: str, expected: list[str]
) -> None:
    text = f"{state} paid. Later {phrase} left. "
    word = phrase.split()[-1]
    noun = ORG | {"form": "nominal", "lemma": word.lower(), "head": text.index(word)}
    states = [(name, {"label": "LOC"}) for name in state.split(" and ")]
    linking = linked(text, *states, (phrase, noun))
    assert [id_ for id_, _ in found(linking, len(states))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya paid. The {} left. ", ["Organization:kenya health ministry"]),
        ("Kenya and Ghana paid. The {} left. ", []),
        (
            "Kenya paid. The {} in Accra left. ",
            ["Organization:ghana health ministry"],
        ),
        ("Kenya paid. A {} left. ", []),
    ],
)
def test_described_organisation_gives_a_ministry_to_the_state_spoken_of(
    linked: Linked, text: str, expected: list[str]
) -> None:
    ministry = "health ministry"
    text = text.format(ministry)
    noun = ORG | {
        "form": "nominal",
        "lemma": "ministry",
        "modifiers": ("health",),
        "head": text.index("ministry"),
    }
    start = text.index(ministry)
    phrase = "A " + ministry if text[start - 2] == "A" else "The " + ministry
    states = [(x, {"label": "LOC"}) for x in ("Kenya", "Ghana") if x in text]
    capitals = [(x, {"label": "LOC"}) for x in ("Accra",) if x in text]
    linking = linked(text, *states, (phrase, noun), *capitals)
    assert [id_ for id_, _ in found(linking, len(states))] == expected


def test_described_organisation_prefers_the_body_named_before(linked: Linked) -> None:
    text = "Kenya and the Quill Senate met. Later the Senate left. "
    noun = ORG | {"form": "nominal", "lemma": "senate", "head": text.rindex("Senate")}
    linking = linked(
        text, ("Kenya", {"label": "LOC"}), ("Quill Senate", ORG), ("the Senate", noun)
    )
    assert found(linking, 2) == [("Organization:quill senate", "kind of organisation")]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("The energy ministry", ("Organization:energy ministry",)), ("A ministry", ())],
)
def test_described_organisation_is_the_body_of_that_name(
    resolve: Resolve, ids_of: IdsOf, phrase: str, expected: tuple[str, ...]
) -> None:
    text = f"{phrase} sat. Later Energy Ministry left. "
    noun = ORG | {"form": "nominal", "lemma": "ministry"}
    modifiers = ("energy",) if "energy" in phrase else ()
    described = noun | {"head": text.index("ministry"), "modifiers": modifiers}
    resolved = resolve(text, (phrase, described), ("Energy Ministry", ORG))
    found = map(without_article_key, ids_of(resolved, text, "ministry"))
    assert tuple(found) == expected


def test_described_organisation_takes_up_two_bodies(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Quill Oil and Reed Gas paid. The two companies said so. "
    noun = NOMINAL | ORG | {"lemma": "company", "number": "plural"}
    names = (("Quill Oil", ORG), ("Reed Gas", ORG), ("The two companies", noun))
    assert set(ids_of(resolve(text, *names), text, "The two companies")) == {
        "Organization:quill oil",
        "Organization:reed gas",
    }


@pytest.mark.parametrize(
    ("others", "lemma", "is_found"),
    [
        ((), "lender", 1),
        ((), "group", 1),
        (("Reed Sons",), "lender", 0),
        ((), "ministry", 0),
    ],
)
def test_described_organisation_takes_up_the_one_company_of_a_nation(
    linked: Linked, others: tuple[str, ...], lemma: str, is_found: int
) -> None:
    phrase = f"The Kenyan {lemma}"
    text = " ".join(["Quill Brothers", *others]) + f" paid. {phrase} left. "
    noun = ORG | {"form": "nominal", "lemma": lemma, "head": text.index(lemma)}
    names = [(name, ORG) for name in ("Quill Brothers", *others)]
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    linking = linked(text, *names, (phrase, noun), kenyan)
    assert len(found(linking, len(names))) == is_found


@pytest.mark.parametrize(
    ("named", "phrase", "is_found"),
    [
        (["Defence Ministry"], "The Kenyan ministry", 1),
        (["Defence Ministry", "Energy Ministry"], "The Kenyan ministry", 0),
        (["Defence Ministry"], "The Kenyan army", 0),
        (["Defence Ministry"], "The new Kenyan ministry", 0),
    ],
)
def test_described_organisation_takes_up_the_one_body_of_a_state(
    linked: Linked, named: list[str], phrase: str, is_found: int
) -> None:
    text = "".join(f"Kenya's {name} paid. " for name in named) + f"{phrase} left. "
    *_, lemma = phrase.split()
    noun = ORG | {
        "form": "nominal",
        "lemma": lemma,
        "head": text.rindex(f" {lemma}") + 1,
        "modifiers": tuple(phrase.split()[1:-1]),
    }
    states = [("Kenya", nth, {"label": "LOC"}) for nth in range(len(named))]
    bodies = [(name, ORG) for name in named]
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    linking = linked(text, *states, *bodies, (phrase, noun), kenyan)
    assert len(found(linking, 2 * len(named))) == is_found


def test_described_organisation_knows_a_lender_for_a_bank(linked: Linked) -> None:
    text = "Quill Bank paid. The Kenyan lender left. "
    noun = ORG | {"form": "nominal", "lemma": "lender", "head": text.index("lender")}
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    linking = linked(text, ("Quill Bank", ORG), ("The Kenyan lender", noun), kenyan)
    assert len(found(linking, 1)) == 1


def test_described_organisation_takes_up_a_body_by_its_seat(linked: Linked) -> None:
    text = "Quill Brothers paid. The Oslo-based bank left. "
    noun = ORG | {"form": "nominal", "lemma": "bank"}
    oslo = ("Oslo", {"label": "LOC", "gender": "neuter"})
    linking = linked(text, ("Quill Brothers", ORG), ("The Oslo-based bank", noun), oslo)
    assert len(found(linking, 1)) == 1


def test_prominent_organisation_passes_over_who_is_told(linked: Linked) -> None:
    text = "Ada told Quill News that the party won. "
    party = NOMINAL | ORG | {"lemma": "party"}
    told = linked(text, ("Quill News", ORG | {"hears": True}), ("the party", party))
    assert list(prominent_organisation(told, 1)) == []


@pytest.mark.parametrize(
    ("opening", "lemma", "modifiers", "expected"),
    [
        ("Kenya met Togo. Kenya paid.", "government", (), ["State:KEN"]),
        ("Kenya met Togo. Togo met Kenya.", "government", (), []),
        ("Kenya paid.", "government", (), []),
        ("Kenya met Togo. Kenya paid.", "government", ("local",), []),
        ("Kenya met Togo. Kenya paid.", "regime", (), []),
    ],
)
def test_the_government_is_the_state_that_the_article_is_of(
    linked: Linked,
    opening: str,
    lemma: str,
    modifiers: tuple[str, ...],
    expected: list[str],
) -> None:
    text = f"{opening} {'It rained. ' * 9}the government left. "
    states = [
        (name, nth, {"label": "LOC"})
        for name in ("Kenya", "Togo")
        for nth in range(opening.count(name))
    ]
    government = NOMINAL | ORG | {"lemma": lemma, "modifiers": modifiers}
    linking = linked(text, *states, ("the government", government))
    index = len(linking.candidates) - 1
    found = described_organisation(linking, index)
    assert [link.chain.id for link in found] == expected


def test_described_organisation_is_a_government_of_no_state_named_before(
    linked: Linked,
) -> None:
    text = "Kenya paid. The Quill government met. Later the government left. "
    noun = ORG | {"form": "nominal", "lemma": "government", "speaks": False}
    quill = ORG | {"lemma": "government", "head": text.index("government")}
    linking = linked(
        text,
        ("Kenya", {"label": "LOC"}),
        ("Quill government", quill),
        ("the government", noun | {"head": text.rindex("government")}),
    )
    assert found(linking, 2) == [
        ("Organization:quill government", "government named before")
    ]


@pytest.mark.parametrize("name", ["Quill Liberation Army", "ELN"])
def test_described_organisation_takes_no_rebels_for_the_army(
    linked: Linked, name: str
) -> None:
    text = f"The {name} met. Later the army left. "
    noun = ORG | {"form": "nominal", "lemma": "army", "head": text.rindex("army")}
    linking = linked(text, (name, ORG | SUBJECT), ("the army", noun))
    assert found(linking, 1) == []


@pytest.mark.parametrize(
    ("name", "lemma", "is_found"),
    [
        ("Quill Network Rail", "company", True),
        ("Quill League for Peace", "company", False),
        ("Quill University", "company", False),
    ],
)
def test_described_organisation_is_of_the_kind_that_a_name_ends_with(
    resolve: Resolve, ids_of: IdsOf, name: str, lemma: str, is_found: bool
) -> None:
    text = f"{name} paid. The {lemma} left. "
    noun = NOMINAL | ORG | {"lemma": lemma, "is_subject": True}
    resolved = resolve(text, (name, ORG | {"is_subject": True}), (f"The {lemma}", noun))
    assert bool(ids_of(resolved, text, f"The {lemma}")) is is_found


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("ABUJA — ", ["State:NGA"]),
        ("LONDON, May 3 (AP) — ", ["State:GBR"]),
        ("LONDON, Ontario — ", []),
        ("LEEDS — ", []),
        ("", []),
    ],
)
def test_the_government_is_that_of_the_capital_in_the_dateline(
    linked: Linked, opening: str, expected: list[str]
) -> None:
    text = f"{opening}The government met. "
    noun = ORG | {"form": "nominal", "lemma": "government", "number": "singular"}
    linking = linked(text, ("The government", noun))
    assert [id_ for id_, _ in found(linking, 0)] == expected


@pytest.mark.parametrize(
    ("told", "company"), [("operator", True), ("hospital", False), ("station", False)]
)
def test_described_organisation_is_the_one_that_the_text_says_is_a_firm(
    linked: Linked, told: str, company: bool
) -> None:
    text = f"The {told} Quill Lines shut. {'It rained. ' * 20}The company spoke. "
    linking = linked(
        text,
        (f"The {told}", ORG | {"form": "nominal", "lemma": told}),
        ("Quill Lines", ORG),
        ("The company", ORG | {"form": "nominal", "lemma": "company"}),
    )
    link_nominal(linking, 0)
    quill = [("Organization:quill lines", "the only company")]
    assert found(linking, 2) == (quill if company else [])


def test_described_organisation_is_no_newspaper_that_one_reads(linked: Linked) -> None:
    text = "Quill Brothers met. Ada told this newspaper so. "
    noun = ORG | {"form": "nominal", "lemma": "newspaper"}
    linking = linked(text, ("Quill Brothers", ORG), ("this newspaper", noun))
    assert found(linking, 1) == []
