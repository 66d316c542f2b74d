"""The closed schema: what it lets in and what it keeps out."""

from datetime import date

import pytest
import yaml

from kg.errors import SchemaError
from kg.schema import check_edge, check_node, load_schema, make_schema

FIGURE = {"key": "k", "unit": "troops", "bound": "exact", "text": "8,000 troops"}


def test_load_schema_knows_labels_and_types() -> None:
    schema = load_schema()
    assert {"Article", "Statement", "Entity", "Person"} <= set(schema.labels)
    assert schema.edges["SAID"].from_ == ("Entity",)


def test_load_schema_marks_optional_properties() -> None:
    properties = load_schema().nodes["Statement"].properties
    assert properties["saidFrom"].optional and properties["saidFrom"].type == "date"
    assert not properties["text"].optional


@pytest.mark.parametrize(
    "source, reason",
    [
        ("nodes: {A: {properties: {key: text}}}\nrelationships: {}", "unknown type"),
        (
            "nodes: {A: {properties: {key: string}}}\n"
            "relationships: {R: {from: [A], to: [B]}}",
            "unknown ['B']",
        ),
    ],
)
def test_make_schema_refuses(source: str, reason: str) -> None:
    with pytest.raises(SchemaError, match=reason.replace("[", r"\[")):
        make_schema(yaml.safe_load(source))


def test_check_node_accepts_absent_optional_property() -> None:
    check_node("Figure", None, FIGURE)
    check_node("Figure", None, FIGURE | {"value": 8000.0})


@pytest.mark.parametrize(
    "label, sublabel, properties, reason",
    [
        ("Nobody", None, {}, "no label 'Nobody'"),
        ("Entity", "Robot", {}, "no label 'Robot' beside Entity"),
        ("Figure", None, FIGURE | {"colour": "red"}, "no property"),
        ("Figure", None, {"key": "k"}, "lacks the property 'unit'"),
        ("Figure", None, FIGURE | {"value": 8000}, "of type float, not int"),
        ("Figure", None, FIGURE | {"text": 8}, "of type string, not int"),
    ],
)
def test_check_node_refuses(
    label: str, sublabel: str | None, properties: dict[str, object], reason: str
) -> None:
    with pytest.raises(SchemaError, match=reason):
        check_node(label, sublabel, properties)


def test_check_node_tells_days_from_text() -> None:
    event = {"key": "k", "type": "AID", "trigger": "sent", "factuality": "actual"}
    check_node("Event", None, event | {"from": date(2024, 11, 1)})
    with pytest.raises(SchemaError, match="of type date"):
        check_node("Event", None, event | {"from": "2024-11-01"})


def test_check_edge_accepts_declared_ends() -> None:
    check_edge("SAID", "Entity", "Statement", {"cue": "said"})


@pytest.mark.parametrize(
    "type_, start, end",
    [
        ("LIKES", "Entity", "Entity"),
        ("SAID", "Statement", "Entity"),
        ("ABOUT", "Statement", "Article"),
    ],
)
def test_check_edge_refuses(type_: str, start: str, end: str) -> None:
    with pytest.raises(SchemaError):
        check_edge(type_, start, end, {})
