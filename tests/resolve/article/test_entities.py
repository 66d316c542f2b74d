"""Mentions of one article to entities."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}
SUBJECT: dict[str, Any] = {"is_subject": True}
SHE: dict[str, Any] = {
    "form": "pronoun", "label": None, "gender": "feminine", "lemma": "she",
    "is_subject": True,
}  # fmt: skip
IT = SHE | {"gender": "neuter", "lemma": "it"}
NOMINAL: dict[str, Any] = {"form": "nominal"}


def test_resolve_entities_links_a_surname_to_the_full_name(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill spoke. Quill left. "
    resolved = resolve(text, ("Ada Quill",), ("Quill", 1))
    [entity] = resolved.entities
    assert (entity.id, entity.name) == ("Person:ada quill", "Ada Quill")
    assert len(entity.mentions) == 2


@pytest.mark.parametrize(
    ("full", "short"),
    [
        *(
            ("Choe Son Hui", "Choe"),
            ("Xi Jinping", "Xi"),
            ("Nguyen Phu Trong", "Nguyen"),
        ),
        *(("Inés Robledo Vidal", "Robledo"), ("Inés Robledo Vidal", "Inés Robledo")),
    ],
)
def test_resolve_entities_knows_family_names_that_are_not_last(
    resolve: Resolve, full: str, short: str
) -> None:
    text = f"{full} spoke. Later {short} left. "
    assert len(resolve(text, (full,), (short, 1)).entities) == 1


def test_resolve_entities_keeps_namesakes_apart(resolve: Resolve) -> None:
    text = "Ada Quill met Bob Quill. "
    assert len(resolve(text, ("Ada Quill",), ("Bob Quill",)).entities) == 2


def test_resolve_entities_heeds_a_title_among_namesakes(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill met Bob Quill. Mr. Quill left. "
    bob = {"gender": "masculine"}
    mr = {"title": "Mr.", "gender": "masculine"}
    resolved = resolve(
        text,
        ("Ada Quill", {"gender": "feminine"}),
        ("Bob Quill", bob),
        ("Quill", 2, mr),
    )
    assert ids_of(resolved, text, "Quill", 2) == ("Person:bob quill",)


def test_resolve_entities_takes_a_lone_surname_for_the_leader_of_the_day(
    resolve: Resolve,
) -> None:
    day = date(2024, 11, 1)
    [leader] = resolve("Macron spoke. ", ("Macron",), published=day).entities
    assert leader.id == "Person:emmanuel macron"
    [nobody] = resolve("Macron spoke. ", ("Macron",)).entities
    assert nobody.id == "Person:macron"


def test_resolve_entities_gives_spellings_in_two_articles_one_id(
    resolve: Resolve,
) -> None:
    ids = {
        resolve(f"{name} spoke. ", (name,)).entities[0].id
        for name in ("Volodymyr Zelensky", "Volodymyr Zelenskyy")
    }
    assert len(ids) == 1


def test_resolve_entities_joins_a_states_name_demonym_and_government(
    resolve: Resolve,
) -> None:
    text = "Kenya and Kenyan troops left, Nairobi said. "
    [state] = resolve(
        text,
        ("Kenya", LOC),
        ("Kenyan", DEMONYM),
        ("Nairobi", LOC | {"form": "metonym"}),
    ).entities
    assert (state.id, state.iso3, len(state.mentions)) == ("State:KEN", "KEN", 3)


def test_resolve_entities_keeps_a_capital_that_is_a_place(resolve: Resolve) -> None:
    [place] = resolve("It rained in Nairobi. ", ("Nairobi", LOC)).entities
    assert (place.id, place.type) == ("Location:nairobi", "Location")


def test_resolve_entities_takes_georgia_for_the_american_one_among_americans(
    resolve: Resolve,
) -> None:
    text = "Georgia and the United States "
    assert resolve(text, ("Georgia", LOC)).entities[0].id == "State:GEO"
    both = resolve(text, ("Georgia", LOC), ("United States", LOC))
    assert both.entities[0].id == "Location:georgia"


def test_resolve_entities_links_an_acronym_that_the_text_explains(
    resolve: Resolve,
) -> None:
    text = "The Global Widget Board (GWB) met. GWB left. "
    specs = [("Global Widget Board", ORG), ("GWB", ORG), ("GWB", 1, ORG)]
    [board] = resolve(text, *specs).entities
    assert board.id == "Organization:global widget board"


@pytest.mark.parametrize(
    ("full", "short", "number"),
    [
        ("Supreme Court of Ghana", "Supreme Court", 1),
        ("House of Elders", "House", 1),
        ("Oryx Motor Company", "Oryx", 1),
        ("OKV Motor Company", "OKV", 2),
        ("League of Writers", "League", 2),
    ],
)
def test_resolve_entities_joins_the_first_words_of_an_organisation(
    resolve: Resolve, full: str, short: str, number: int
) -> None:
    text = f"{full} spoke. Later {short} left. "
    resolved = resolve(text, (full, ORG), (short, 1, ORG))
    assert len(resolved.entities) == number


def test_resolve_entities_leaves_first_words_that_two_organisations_share(
    resolve: Resolve,
) -> None:
    text = "High Court of Ghana met High Court of Kenya. High Court spoke. "
    names = ("High Court of Ghana", "High Court of Kenya")
    short = ("High Court", 2, ORG)
    resolved = resolve(text, *((name, ORG) for name in names), short)
    assert len(resolved.entities) == 3


def test_resolve_entities_knows_organisations_by_every_name(resolve: Resolve) -> None:
    text = "NATO and the North Atlantic Treaty Organization "
    resolved = resolve(text, ("NATO", ORG), ("North Atlantic Treaty Organization", ORG))
    assert len(resolved.entities) == 1


def test_resolve_entities_types_weapons_and_treaties(resolve: Resolve) -> None:
    text = "A Shahed-136 fell under the Oslo Accords. "
    resolved = resolve(
        text, ("Shahed-136", {"label": "WEAPON"}), ("Oslo Accords", {"label": "OTHER"})
    )
    assert [entity.type for entity in resolved.entities] == ["Weapon", "Other"]


def test_resolve_entities_finds_a_person_by_title(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Foreign Minister Ada Quill met Judge Bob Reed. The foreign minister left. "
    resolved = resolve(
        text,
        ("Ada Quill", {"title": "Foreign Minister"}),
        ("Bob Reed", {"title": "Judge"}),
        (
            "The foreign minister",
            NOMINAL | {"lemma": "minister", "modifiers": ("foreign",)},
        ),
    )
    assert ids_of(resolved, text, "The foreign minister") == ("Person:ada quill",)


def test_resolve_entities_shares_an_article_between_two_titles(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = (
        "Secretary Ada Quill met President Bob Reed. The secretary and president ate. "
    )
    specs = (
        ("Ada Quill", {"title": "Secretary"}),
        ("Bob Reed", {"title": "President"}),
        ("The secretary", NOMINAL | {"lemma": "secretary"}),
        ("president", NOMINAL | {"lemma": "president"}),
    )
    assert ids_of(resolve(text, *specs), text, "president") == ("Person:bob reed",)
    apart = text.replace(" and ", " saw ")
    assert ids_of(resolve(apart, *specs), apart, "president") == ()


def test_resolve_entities_heeds_the_state_in_a_description(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Kenyan President Ada Quill left. The Ghanaian president stayed. "
    specs: list[tuple[Any, ...]] = [
        ("Kenyan", DEMONYM),
        ("Ada Quill", {"title": "President"}),
        ("Ghanaian", DEMONYM),
        (
            "The Ghanaian president",
            NOMINAL
            | {
                "lemma": "president",
                "modifiers": ("ghanaian",),
                "head": text.index("president"),
            },
        ),
    ]
    resolved = resolve(text, *specs)
    argument = Argument(
        start=text.index("The Ghanaian"),
        end=text.index(" stayed"),
        text="The Ghanaian president",
        head=text.index("president"),
    )
    assert resolved.at(argument) == ()


def test_resolve_entities_links_an_apposition(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "The chairman, Ada Quill, left. "
    beside = Argument(start=14, end=23, text="Ada Quill", head=14)
    resolved = resolve(
        text,
        ("The chairman", NOMINAL | {"appositive": beside, "head": 4}),
        ("Ada Quill",),
    )
    [entity] = resolved.entities
    assert len(entity.mentions) == 2


def test_resolve_entities_takes_two_countries_for_those_the_text_speaks_of(
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


@pytest.mark.parametrize(
    ("phrase", "demonym", "form"),
    [
        ("U.S. officials", "U.S.", LOC),
        ("some American officials", "American", DEMONYM),
        ("Washington's officials", "Washington", LOC | {"form": "metonym"}),
    ],
)
def test_resolve_entities_gives_a_states_group_one_id_everywhere(
    resolve: Resolve, phrase: str, demonym: str, form: dict[str, Any]
) -> None:
    text = f"{phrase} spoke. "
    group = NOMINAL | {
        "label": "GROUP", "number": "plural", "lemma": "official", "speaks": True,
        "head": text.index("officials"),
    }  # fmt: skip
    ids = [e.id for e in resolve(text, (phrase, group), (demonym, form)).entities]
    assert "Group:united states officials" in ids


def test_resolve_entities_drops_a_nominal_that_says_nothing(resolve: Resolve) -> None:
    phrase = NOMINAL | {"label": "GROUP", "number": "plural", "lemma": "civilian"}
    assert resolve("civilians fled. ", ("civilians", phrase)).entities == ()


def test_resolve_entities_reads_the_north_by_the_states_of_the_article(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    north = NOMINAL | {"label": "GROUP"}
    text = "North Korea spoke. The North left. "
    resolved = resolve(text, ("North Korea", LOC), ("North", 1, north))
    assert ids_of(resolved, text, "North", 1) == ("State:PRK",)
    alone = resolve("The North left. ", ("North", north))
    assert alone.entities == ()
