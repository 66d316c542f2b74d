"""Entities that followthemoney takes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.export.formats import export
from kg.graph import Edge, Node
from kg.store.pieces import Piece

# Of followthemoney's model 4.11: what each schema requires, and what else kg gives of
# what it allows. The library itself needs ICU's headers to install.
SCHEMATA: dict[str, tuple[set[str], set[str]]] = {
    "Address": (set(), {"full", "name", "alias", "wikidataId"}),
    "Article": (set(), {"title", "publishedAt", "publisher", "sourceUrl"}),
    "Employment": ({"employer", "employee"}, {"role", "proof", "summary"}),
    "Event": ({"name"}, {"startDate", "endDate", "involved", "proof", "summary"}),
    "Mention": ({"document", "name"}, {"resolved", "detectedSchema"}),
    "Organization": ({"name"}, {"alias", "wikidataId"}),
    "Person": ({"name"}, {"alias", "wikidataId"}),
    "PublicBody": ({"name"}, {"alias", "country", "wikidataId"}),
    "UnknownLink": ({"subject", "object"}, {"role", "proof", "summary"}),
}


@pytest.fixture
def entities(pieces: list[Piece], tmp_path: Path) -> list[dict[str, Any]]:
    export(pieces, "ftm", tmp_path / "out", on_note=print)
    lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def of(entities: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [each["properties"] for each in entities if each["schema"] == schema]


def test_entities_have_properties_of_their_schemata_alone(
    entities: list[dict[str, Any]],
) -> None:
    assert {each["schema"] for each in entities} == SCHEMATA.keys() - {
        "Address",
        "Organization",
    }
    for each in entities:
        required, optional = SCHEMATA[each["schema"]]
        assert required <= each["properties"].keys() <= required | optional
        assert all(each["properties"].values())


def test_ends_are_entities_of_the_file(entities: list[dict[str, Any]]) -> None:
    ids = {each["id"] for each in entities}
    names = ("document", "resolved", "employee", "employer", "involved", "proof")
    names += ("subject", "object")
    ends = {
        end
        for each in entities
        for name in names
        for end in each["properties"].get(name, ())
    }
    assert ends <= ids
    assert len(ids) == len(entities)


def test_state_is_a_public_body_with_its_country(
    entities: list[dict[str, Any]],
) -> None:
    found = {each["name"][0]: each["country"] for each in of(entities, "PublicBody")}
    assert found == {"North Korea": ["kp"], "Russia": ["ru"]}


def test_office_is_an_employment(entities: list[dict[str, Any]]) -> None:
    assert {each["role"][0] for each in of(entities, "Employment")} == {
        "foreign minister"
    }


@pytest.mark.parametrize(
    ("type_", "ends", "expected"),
    [
        ("SPOUSE_OF", ("Person", "Person"), "Family"),
        ("WORKS_FOR", ("Person", "State"), "Employment"),
        ("WORKS_FOR", ("Person", "Location"), "UnknownLink"),
        ("MEMBER_OF", ("State", "Organization"), "Membership"),
        ("BORN_IN", ("Person", "Location"), "UnknownLink"),
        ("BORN_IN", ("Person", "Group"), None),
    ],
)
def test_relation_is_a_link_of_what_it_joins(
    type_: str, ends: tuple[str, str], expected: str | None, tmp_path: Path
) -> None:
    told = {"type": type_, "article": "a", "start": 0, "end": 4, "evidence": "So."}
    edge = Edge("RELATED_TO", "one", "other", told, "Entity")
    types = dict(zip(("one", "other"), ends, strict=True))
    article = Node("Article", "a", {"id": "a"})
    export([Piece((), (edge,), article, types)], "ftm", tmp_path / "out", on_note=print)
    made = [json.loads(x) for x in (tmp_path / "out").read_text().splitlines()]
    links = [each["schema"] for each in made if each["schema"] != "Article"]
    assert links == ([expected] if expected else [])


def test_event_that_may_not_have_happened_is_left_out(
    pieces: list[Piece], entities: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert len(of(entities, "Event")) == 3
    denied = [
        replace(
            piece,
            nodes=[
                replace(node, properties={**node.properties, "factuality": "denied"})
                if node.label == "Event"
                else node
                for node in piece.nodes
            ],
        )
        for piece in pieces
    ]
    export(denied, "ftm", tmp_path / "denied", on_note=print)
    assert '"schema": "Event"' not in (tmp_path / "denied").read_text(encoding="utf-8")
