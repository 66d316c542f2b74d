"""The page of a real graph, on either engine, and the command that writes it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from store.extractions import entity_id, make_rows

from kg.cli.main import cli
from kg.errors import QueryError
from kg.network import to_network
from kg.settings import Settings
from kg.store import Store, open_store
from kg.view import view_page

CHOE = entity_id("Person", "Choe")
RUSSIA = entity_id("State", "Russia")


def contents(html: str) -> dict:
    pattern = r'<script type="application/json" id="contents">(.*?)</script>'
    return json.loads(re.search(pattern, html, re.DOTALL)[1])


def names(shown: dict, ends: list[int | str]) -> list[str]:
    """Return the names of a card's ends."""
    return [
        end if isinstance(end, str) else shown["entities"][end]["name"] for end in ends
    ]


def entity(shown: dict, key: str) -> dict:
    return next(card for card in shown["entities"] if card["key"] == key)


def counted(histogram: list[int]) -> int:
    return sum(histogram[2::3])


def test_view_page_shows_what_the_store_holds(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    shown = contents(view_page(store))
    assert entity(shown, CHOE)["name"] == "Choe Son Hui"
    assert entity(shown, RUSSIA)["codes"] == ["RUS"]
    statement = shown["statements"][0]
    assert names(shown, statement["speakers"]) == ["Choe Son Hui"]
    assert names(shown, statement["to"]) == ["North Korea"]
    assert (statement["from"], statement["basis"]) == ("2024-11-01", "stated")
    assert ["source", "Choe Son Hui"] in statement["marks"]
    event = shown["events"][0]
    assert (event["type"], event["asserted"]) == ("CONSULT", True)
    assert (event["from"], event["basis"]) == ("2024-11-02", "article")
    assert names(shown, event["places"]) == ["North Korea"]
    (office,) = shown["offices"]
    assert office["title"] == "foreign minister"
    assert len(office["reports"]) == 2
    article = shown["articles"][statement["article"]]
    assert (article["source"], article["date"]) == ("Wire", "2024-11-02")


def test_view_page_counts_as_the_network_does(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b"), make_rows("c", said="2024-10-01")])
    for days in ({}, {"from_": "2024-11-01"}):
        shown = contents(view_page(store, **days))
        network = to_network(store, since=days.get("from_"))
        for card in shown["entities"]:
            node = network.nodes[card["key"]]
            found = [counted(card[side]) for side in ("says", "about", "events")]
            assert found == [node[name] for name in ("said", "about", "events")]


def test_view_page_counts_the_same_whatever_its_limit(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    few, many = (contents(view_page(store, limit=limit)) for limit in (1, 50))
    key = few["entities"][0]["key"]
    for side in ("says", "about", "events"):
        assert entity(few, key)[side] == entity(many, key)[side]


def test_view_page_knows_statements_that_restate_one_another(store: Store) -> None:
    words = "the same words reported twice will stand by Russia until victory day"
    store.ingest([make_rows("a", words), make_rows("b", words + " again")])
    statements = contents(view_page(store))["statements"]
    restating = [card for card in statements if card["restates"]]
    assert len(restating) == 2
    for card in restating:
        (other,) = card["restates"]
        assert statements[other] is not card


def test_view_page_leaves_out_what_only_occurs(store: Store) -> None:
    store.ingest([make_rows("a")])
    html = view_page(store)
    assert "Treaty" not in [card["name"] for card in contents(html)["entities"]]
    assert "Shows 4 of 5 entities." in html


def test_view_page_around_takes_any_alias(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    html = view_page(store, around="CHOE", hops=1)
    shown = contents(html)
    assert [shown["entities"][at]["key"] for at in shown["around"]] == [CHOE]
    assert "within 1 link of Choe Son Hui" in html


def test_view_page_around_an_unknown_name_says_which_is_meant(store: Store) -> None:
    store.ingest([make_rows("a")])
    with pytest.raises(QueryError, match="did you mean Russia"):
        view_page(store, around="Rusia")


def test_view_page_keeps_to_its_days(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b", said="2024-10-01")])
    shown = contents(view_page(store, from_="2024-11-01", to="2024-11-01"))
    assert [card["from"] for card in shown["statements"]] == ["2024-11-01"]
    assert shown["events"] == []


def test_view_page_keeps_to_its_limit(store: Store) -> None:
    store.ingest([make_rows("a")])
    html = view_page(store, limit=1)
    assert len(contents(html)["entities"]) == 1
    assert "Shows 1 of 5 entities." in html


def test_view_page_of_an_empty_graph(store: Store) -> None:
    assert "Shows 0 of 0 entities." in view_page(store)


@pytest.mark.embedded
def test_view_command_writes_the_page_and_its_path(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    with open_store(embedded_settings) as opened:
        opened.ingest([make_rows("a")])
    output = tmp_path / "page.html"
    result = CliRunner().invoke(
        cli,
        ["--store", embedded_settings.store, "view", "--from", "2024-11-01"]
        + ["--around", "choe", "-o", str(output)],
    )
    assert result.exit_code == 0, result.output
    assert result.output.strip() == str(output)
    assert "2024-11-01 to the end" in output.read_text(encoding="utf-8")


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--around", "Atlantis"], "no entity is called 'Atlantis'"),
        (["-o", "missing/page.html"], "cannot write missing/page.html"),
    ],
)
def test_view_command_refuses_in_one_line(
    embedded_settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(
        cli, ["--store", embedded_settings.store, "view", *arguments]
    )
    assert result.exit_code == 1
    assert message in result.output
    assert len(result.output.splitlines()) == 1
