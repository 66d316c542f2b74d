"""The JSON of `kg extract` keeps the contract: its schema, and offsets that hold."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kg.articles import read_articles
from kg.reading import extract
from kg.records import Article, to_json

pytestmark = pytest.mark.model

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "tests/extraction.schema.json").read_text("utf-8"))

HOSTILE = {
    "crlf": "Ada Moss said on Friday:\r\n\r\n“We won’t go.”\r\n\r\nShe left Paris.",
    "one word": "Yes",
    "markup": "<b>Ada Moss</b> said </script><script>alert('x')</script> is not HTML.",
    "cypher": "Ada Moss said: “'}) DETACH DELETE n //” is what he typed in Paris.",
    "escape": "Ada Moss said \x1b[31mred\x1b[0m flags were ‘everywhere’ in Paris.",
    "astral": "😀😀 Ada Moss said 𝒳 is “fine 👍🏽” in Paris, and 200 people agreed.",
    "unbalanced": '"We go, said Ada Moss. "They stay", she added. "',
    "headline": "MOSS: TALKS IN PARIS 'OVER'\nAda Moss warned Bonn on 3 May 2021.",
    "long sentence": "Ada Moss said " + "that it rained and " * 400 + "it stopped.",
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    refused: list[Exception] = []
    read = list(read_articles([str(ROOT / "seeds")], on_refused=refused.append))
    assert refused == []
    assert len(read) == 5
    hostile = [Article(id=name, text=text) for name, text in HOSTILE.items()]
    return {article.id: article for article in read + hostile}


@pytest.fixture(scope="module")
def lines(articles) -> list[bytes]:
    return [to_json(found) for found in extract(articles.values())]


@pytest.fixture(scope="module")
def extractions(lines):
    return [json.loads(line) for line in lines]


def spans(value):
    """Yield every map of a JSON tree that has both offsets."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("end") is not None:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_extract_gives_one_line_an_article_in_order(articles, lines, extractions):
    assert [found["article"]["id"] for found in extractions] == list(articles)
    assert not any(b"\n" in line for line in lines)


def test_extract_keeps_the_schema(extractions):
    validator = Draft202012Validator(SCHEMA)
    wrong = [
        f"{found['article']['id']}: {error.json_path}: {error.message}"
        for found in extractions
        for error in validator.iter_errors(found)
    ]
    assert wrong == []


def test_extract_gives_offsets_that_hold(articles, extractions):
    checked = 0
    for found in extractions:
        text = articles[found["article"]["id"]].text
        for span in spans(found):
            assert text[span["start"] : span["end"]] == span["text"]
            checked += 1
    assert checked > 500


def test_extract_names_only_entities_that_it_lists(extractions):
    for found in extractions:
        known = {entity["id"] for entity in found["entities"]}
        assert len(known) == len(found["entities"])
        used = {
            id_
            for statement in found["statements"]
            for role in ("speakers", "about", "mentions", "addressees")
            for id_ in statement[role]
        }
        for event in found["events"]:
            used.update(event["actors"], event["recipients"], [event["place"]])
        for relation in found["relations"]:
            used.update((relation["subject"], relation["object"]))
        used.update(figure["of"] for figure in found["figures"])
        assert used - {None} <= known


def test_extract_links_only_statements_that_it_lists(extractions):
    for found in extractions:
        known = {statement["id"] for statement in found["statements"]}
        assert len(known) == len(found["statements"])
        linked = {part["statement"] for part in found["events"] + found["figures"]}
        assert linked - {None} <= known


def test_extract_finds_something_of_every_kind_in_the_seeds(extractions):
    for found in extractions[:5]:
        for kind in ("entities", "statements", "events", "relations"):
            assert found[kind], f"{found['article']['id']}: no {kind}"


def test_extract_gives_the_same_bytes_again_and_in_other_company(articles, lines):
    backwards = list(reversed(articles.values()))
    again = [to_json(found) for found in extract(backwards, processes=2)]
    assert list(reversed(again)) == lines


def test_contract_is_shipped_as_it_was_agreed():
    assert SCHEMA["$id"] == "kg/extraction.schema.json"
    assert files("kg").joinpath("schema.yaml").is_file()
