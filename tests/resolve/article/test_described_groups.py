"""Groups that a phrase takes up, and groups without a name."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.described_groups import (
    described_group,
    is_worth_an_entity,
    unnamed_chains,
)
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
Here = Callable[[str], str]
NOMINAL: dict[str, Any] = {"form": "nominal"}
GROUP: dict[str, Any] = {
    "form": "nominal", "label": "GROUP", "gender": "neuter", "number": "plural",
}  # fmt: skip
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
BOREA_SPEAKS: dict[str, Any] = {"number": "singular", "label": "ORG", "speaks": True}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}


@pytest.mark.parametrize(
    ("hears", "expected"), [(True, ["Group:reporters HERE"]), (False, [])]
)
def test_group_that_is_spoken_to_is_an_entity(
    resolve: Resolve, ids_of: IdsOf, here: Here, hears: bool, expected: list[str]
) -> None:
    text = "Ada Quill told reporters so. "
    noun = NOMINAL | {"label": "PERSON", "number": "plural", "lemma": "reporter"}
    noun |= {"speaks": False, "hears": hears}
    resolved = resolve(text, ("Ada Quill",), ("reporters", noun))
    assert [here(id_) for id_ in ids_of(resolved, text, "reporters")] == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("senator", ["Person:ada quill", "Person:bob reed"]),
        ("driver", ["Group:drivers HERE"]),
    ],
)
def test_plural_means_persons_named_together_of_whom_one_has_the_title(
    resolve: Resolve, ids_of: IdsOf, here: Here, noun: str, expected: list[str]
) -> None:
    text = f"Senators Ada Quill and Bob Reed came. Cy Dow waited. The {noun}s said no. "
    resolved = resolve(
        text,
        ("Ada Quill", {"title": "Senators"}),
        ("Bob Reed",),
        ("Cy Dow",),
        (f"The {noun}s", GROUP | {"lemma": noun, "speaks": True}),
    )
    assert [here(id_) for id_ in ids_of(resolved, text, f"The {noun}s")] == expected


@pytest.mark.parametrize(
    ("phrase", "demonym", "form"),
    [
        ("U.S. officials", "U.S.", LOC),
        ("some American officials", "American", DEMONYM),
        ("Washington's officials", "Washington", LOC | {"form": "metonym"}),
    ],
)
def test_described_group_gives_a_states_group_one_id_everywhere(
    resolve: Resolve, phrase: str, demonym: str, form: dict[str, Any]
) -> None:
    text = f"{phrase} spoke. "
    group = NOMINAL | {
        "label": "GROUP", "number": "plural", "lemma": "official", "speaks": True,
        "head": text.index("officials"),
    }  # fmt: skip
    ids = [e.id for e in resolve(text, (phrase, group), (demonym, form)).entities]
    assert "Group:united states officials" in ids


def test_described_group_drops_a_nominal_that_says_nothing(resolve: Resolve) -> None:
    phrase = NOMINAL | {"label": "GROUP", "number": "plural", "lemma": "civilian"}
    assert resolve("civilians fled. ", ("civilians", phrase)).entities == ()


def test_entities_have_one_campaign_however_its_candidate_is_named(
    resolve: Resolve,
) -> None:
    text = "The Quill camp spoke. Ada Quill's campaign left. "
    body = {"form": "nominal", "label": "ORG", "speaks": True}
    resolved = resolve(
        text,
        ("The Quill camp", body | {"head": 10}),
        ("Quill", {}),
        ("Ada Quill's campaign", body | {"head": 34}),
        ("Ada Quill", {}),
    )
    bodies = [each.name for each in resolved.entities if each.type == "Organization"]
    assert bodies == ["Quill campaign"]


def found(linking: Linking, index: int) -> list[tuple[str, str]]:
    """Return the keys of whom a phrase means, with the reasons."""
    links = described_group(linking, index)
    return [(link.chain.key, link.reason) for link in links]


PAIR = [(name, "the two before") for name in ("ada quill", "bob reed")]


@pytest.mark.parametrize(
    ("phrase", "lemma", "expected"),
    [
        ("Both leaders", "leader", PAIR),
        ("The two women", "woman", PAIR),
        ("The leaders", "leader", []),
        ("Two leaders", "leader", []),
        ("Both cars", "car", []),
    ],
)
def test_described_group_takes_both_for_the_two_persons_before(
    linked: Linked, phrase: str, lemma: str, expected: list[tuple[str, str]]
) -> None:
    text = f"Ada Quill and Bob Reed met. {phrase} left. "
    names = (("Ada Quill",), ("Bob Reed",))
    linking = linked(text, *names, (phrase, GROUP | {"lemma": lemma}))
    assert found(linking, 2) == expected


def test_described_group_takes_both_for_two_met_one_by_one(linked: Linked) -> None:
    text = "Bob Reed ran. Ada Quill sat. Both leaders left. "
    names = (("Bob Reed",), ("Ada Quill",))
    linking = linked(text, *names, ("Both leaders", GROUP | {"lemma": "leader"}))
    assert found(linking, 2) == PAIR
    alone = linked(text, names[0], ("Both leaders", GROUP | {"lemma": "leader"}))
    assert found(alone, 1) == []


@pytest.mark.parametrize(
    ("phrase", "fields", "is_found"),
    [
        ("The pilots", {}, True),
        ("The tired pilots", {"modifiers": ("tired",)}, False),
        ("Pilots", {}, False),
        ("The drivers", {"lemma": "driver"}, False),
    ],
)
def test_described_group_has_the_noun_of_a_group_before(
    linked: Linked, here: Here, phrase: str, fields: dict[str, Any], is_found: bool
) -> None:
    text = f"Kenyan pilots met. {phrase} left. "
    pilots = GROUP | {"lemma": "pilot", "head": 7}
    linking = linked(
        text,
        ("Kenyan pilots", pilots),
        ("Kenyan", DEMONYM),
        (phrase, GROUP | {"lemma": "pilot"} | fields),
    )
    for chain in unnamed_chains(linking, 0):
        linking.link(0, chain, 0.7, "described group")
    told = [(here(key), reason) for key, reason in found(linking, 2)]
    assert told == ([("kenya pilots HERE", "same noun")] if is_found else [])


@pytest.mark.parametrize(
    ("phrase", "fields", "expected"),
    [
        ("Kenyan pilots", {"lemma": "pilot"}, True),
        ("tired pilots", {"lemma": "pilot"}, False),
        ("tired pilots", {"lemma": "pilot", "speaks": True}, True),
        ("tired pilots", {"lemma": "pilot", "hears": True}, True),
        ("Kenyan friends", {"lemma": "friend"}, False),
        ("Kenyan friends", {"lemma": "friend", "speaks": True}, True),
        ("Kenyan men", {"lemma": "man", "speaks": True}, False),
        ("people", {"lemma": "people", "speaks": True}, False),
        ("Kenyan planes", {"label": None, "speaks": True}, False),
        ("Kenyan judges", {"label": "PERSON"}, False),
        ("A crowd", {"number": "singular", "hears": True}, True),
        ("A crowd", {"number": "singular", "speaks": True}, False),
        ("A board", {"number": "singular", "label": "ORG", "hears": True}, False),
        ("Police", {"number": "singular", "lemma": "police", "speaks": True}, True),
        ("Police", {"number": "singular", "lemma": "police"}, False),
        ("A Kenyan board", {"number": "singular", "label": "ORG"}, True),
        ("The Borea board", {"number": "singular", "label": "ORG"}, False),
        ("The Borea board", BOREA_SPEAKS, True),
        ("Quill Bank pilots", {"lemma": "pilot"}, True),
    ],
)
def test_is_worth_an_entity_needs_an_owner_or_a_part_in_talk(
    linked: Linked, phrase: str, fields: dict[str, Any], expected: bool
) -> None:
    head = phrase.rindex(" ") + 1 if " " in phrase else 0
    specs: list[tuple[Any, ...]] = [(phrase, GROUP | {"head": head} | fields)]
    if "Kenyan" in phrase:
        specs.append(("Kenyan", DEMONYM))
    if "Quill Bank" in phrase:
        specs.append(("Quill Bank", {"label": "ORG"}))
    assert is_worth_an_entity(linked(f"{phrase} met", *specs), 0) is expected


@pytest.mark.parametrize(
    ("phrase", "fields", "ids"),
    [
        ("at least nine pilots", {}, ["Group:pilots HERE"]),
        ("1,200 pilots", {}, ["Group:pilots HERE"]),
        ("American pilots", {}, ["Group:united states pilots HERE"]),
        ("Kenya's pilots", {}, ["Group:kenya pilots HERE"]),
        (
            "Kenyan and South Korean pilots",
            {"modifiers": ("kenyan", "and", "south", "korean")},
            ["Group:kenya pilots HERE", "Group:south korea pilots HERE"],
        ),
        ("judges and tired pilots", {}, ["Group:judges and tired pilots HERE"]),
        (
            "a board",
            {"label": "ORG", "number": "singular"},
            ["Organization:board HERE"],
        ),
        ("boards", {"label": "ORG"}, ["Group:boards HERE"]),
    ],
)
def test_unnamed_chains_are_called_by_state_and_noun(
    linked: Linked, here: Here, phrase: str, fields: dict[str, Any], ids: list[str]
) -> None:
    linking = linked(f"{phrase} met", (phrase, GROUP | {"lemma": "pilot"} | fields))
    chains = list(unnamed_chains(linking, 0))
    assert [here(chain.id) for chain in chains] == ids
    assert all(chain.words == {"pilot"} for chain in chains)


@pytest.mark.parametrize(
    ("text", "owner", "id_"),
    [
        ("Kenya's troops left", ("Kenya", LOC), "kenya troops"),
        ("Kenyan troops left", ("Kenyan", DEMONYM), "kenya troops"),
        ("police in Leeds left", ("Leeds", LOC), "police in leeds"),
        ("police of Kenya left", ("Kenya", LOC), "kenya police"),
        ("police from Kenya left", ("Kenya", LOC), "kenya police"),
        ("police in Kenya left", ("Kenya", LOC), "police in kenya"),
        ("police from Leeds left", ("Leeds", LOC), "police in leeds"),
        ("police left Leeds", ("Leeds", LOC), "police HERE"),
        ("experts in Leeds left", ("Leeds", LOC), "experts HERE"),
    ],
)
def test_unnamed_chains_of_two_articles_are_one_where_a_state_or_place_has_them(
    linked: Linked, here: Here, text: str, owner: tuple[Any, ...], id_: str
) -> None:
    noun = next(each for each in ("troops", "police", "experts") if each in text)
    phrase = text[: text.index(noun) + len(noun)]
    fields = {"lemma": noun.removesuffix("s"), "head": text.index(noun)}
    linking = linked(text, (phrase, GROUP | fields), owner)
    [chain] = unnamed_chains(linking, 0)
    assert here(chain.id) == f"Group:{id_}"


def test_unnamed_chains_keep_number_and_states(linked: Linked) -> None:
    fields = GROUP | {"lemma": "pilot", "head": 7}
    linking = linked("Kenyan pilots", ("Kenyan pilots", fields), ("Kenyan", DEMONYM))
    [chain] = unnamed_chains(linking, 0)
    assert (chain.number, chain.gender) == ("plural", "neuter")
    assert chain.states == {"KEN"}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Both officers", 2),
        ("The two officers", 2),
        ("Officers", 0),
        ("Both pilots", 0),
    ],
)
def test_described_group_counts_two_by_their_title_however_far_back(
    resolve: Resolve, ids_of: IdsOf, phrase: str, expected: int
) -> None:
    text = "Officers Ada Quill and Bob Reed sat. " + "So. " * 9 + f"{phrase} left. "
    names = (("Ada Quill", {"title": "Officers"}), ("Bob Reed",))
    lemma = phrase.split()[-1].lower().removesuffix("s")
    nth = 1 if phrase == "Officers" else 0
    noun = (phrase, nth, GROUP | {"lemma": lemma})
    assert len(ids_of(resolve(text, *names, noun), text, phrase, nth)) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Two Borea officials spoke. ", "Borea officials"),
        ("Nobody else spoke. ", "borea officials"),
    ],
)
def test_description_in_capitals_is_called_as_the_article_writes_it_elsewhere(
    resolve: Resolve, opening: str, expected: str
) -> None:
    noun = GROUP | {"lemma": "official", "speaks": True}
    text = f"{opening}BOREA OFFICIALS: No. "
    resolved = resolve(text, ("BOREA OFFICIALS", noun))
    assert [each.name for each in resolved.entities] == [expected]
