"""Noun phrases: by apposition, by kind, or competitors of pronouns."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.chains import Linking
from kg.resolve.article.descriptions import link_nominal
from kg.resolve.article.entities import Resolved
from kg.resolve.one_article import without_article_key

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
BANK = ("Organization:quill bank", "kind of organisation")
NOMINAL: dict[str, Any] = {"form": "nominal"}


def test_link_nominal_links_an_apposition(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "The chairman, Ada Quill, left. "
    beside = Argument(start=14, end=23, text="Ada Quill", head=14)
    resolved = resolve(
        text,
        ("The chairman", NOMINAL | {"appositive": beside, "head": 4}),
        ("Ada Quill",),
    )
    [entity] = resolved.entities
    assert len(entity.mentions) == 2


def argument(text: str, phrase: str) -> Argument:
    """Return a phrase of a text whose first word is its head."""
    start = text.index(phrase)
    return Argument(start=start, end=start + len(phrase), text=phrase, head=start)


def linked_to(linking: Linking, index: int) -> list[tuple[str, str]]:
    """Link a noun phrase; return the ids of what it means, with the reasons."""
    link_nominal(linking, index)
    return [(link.chain.id, link.reason) for link in linking.links[index]]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("Person:ada quill", "apposition")),
        ({"label": "ORG"}, ("Other:0", "unresolved")),
        ({"number": "plural"}, ("Person:0", "unresolved")),
    ],
)
def test_link_nominal_heeds_kind_and_number_of_an_apposition(
    linked: Linked, fields: dict[str, Any], expected: tuple[str, str]
) -> None:
    text = "A beekeeper, Ada Quill, left. "
    nominal = NOMINAL | {"appositive": argument(text, "Ada Quill"), "head": 2}
    linking = linked(text, ("A beekeeper", nominal | fields), ("Ada Quill",))
    assert linked_to(linking, 0) == [expected]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("A beekeeper", ("Person:ada quill", "apposition")),
        ("beekeeper", ("Person:0", "unresolved")),
    ],
)
def test_link_nominal_reads_an_apposition_from_the_name_too(
    linked: Linked, beside: str, expected: tuple[str, str]
) -> None:
    text = "A beekeeper, Ada Quill, left. "
    ada = ("Ada Quill", {"appositive": argument(text, beside)})
    linking = linked(text, ("A beekeeper", NOMINAL), ada)
    assert linked_to(linking, 0) == [expected]


@pytest.mark.parametrize(
    ("label", "phrase", "lemma", "expected"),
    [
        ("PERSON", "The judge", "judge", ("Person:ada quill", "title")),
        (
            "ORG",
            "The bank",
            "bank",
            ("Organization:quill bank", "kind of organisation"),
        ),
        ("STATE", "The country", "country", ("State:KEN", "state the text speaks of")),
        ("GROUP", "The West", "west", ("Other:48", "unresolved")),
        (None, "The judge", "judge", ("Other:48", "unresolved")),
    ],
)
def test_link_nominal_reads_each_kind_in_its_way(
    linked: Linked,
    label: str | None,
    phrase: str,
    lemma: str,
    expected: tuple[str, str],
) -> None:
    text = f"Judge Ada Quill of Quill Bank ran to Kenya off. {phrase} sat. "
    linking = linked(
        text,
        ("Ada Quill", {"title": "Judge"}),
        ("Quill Bank", {"label": "ORG"}),
        ("Kenya", {"label": "LOC"}),
        (phrase, NOMINAL | {"label": label, "lemma": lemma}),
    )
    assert linked_to(linking, 3) == [expected]


def test_link_nominal_reads_a_direction_before_the_kind(linked: Linked) -> None:
    linking = linked("The West left. ", ("West", NOMINAL | {"label": "GROUP"}))
    assert linked_to(linking, 0) == [("Group:west", "name")]


def test_link_nominal_describes_a_group_that_speaks(linked: Linked) -> None:
    group = NOMINAL | {"label": "GROUP", "number": "plural", "lemma": "pilot"}
    silent = linked("pilots left. ", ("pilots", group))
    assert linked_to(silent, 0) == [("Other:0", "unresolved")]
    linking = linked("pilots said. ", ("pilots", group | {"speaks": True}))
    own = f"Group:pilots {linking.key} all"
    assert linked_to(linking, 0) == [(own, "described group")]


def test_link_nominal_keeps_what_nothing_tells_as_no_entity(linked: Linked) -> None:
    fields = {"gender": "feminine", "number": "plural"}
    linking = linked("A woman left. ", ("A woman", NOMINAL | fields))
    link_nominal(linking, 0)
    chain = linking.only_chain_of(0)
    assert chain is not None and not chain.is_entity
    assert (chain.type, chain.gender, chain.number) == ("Person", "feminine", "plural")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["State:KEN"]),
        ({"speaks": True}, ["Group:government forces"]),
        ({"lemma": "official"}, ["Other:17"]),
    ],
)
def test_link_nominal_takes_government_forces_for_the_state(
    linked: Linked, fields: dict[str, Any], expected: list[str]
) -> None:
    text = "Kenya fought on. Government forces advanced. "
    forces = NOMINAL | {"label": "GROUP", "lemma": "force", "number": "plural"}
    forces |= {"modifiers": ("government",)} | fields
    linking = linked(text, ("Kenya", {"label": "LOC"}), ("Government forces", forces))
    found = [without_article_key(id_) for id_, _ in linked_to(linking, 1)]
    assert found == expected
