"""Tables: typed columns, and cells that no spreadsheet computes."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from export.conftest import HOSTILE
from pyarrow import parquet

from kg.export.formats import export
from kg.store.pieces import Piece


@pytest.fixture
def folder(pieces: list[Piece], tmp_path: Path) -> Path:
    export(pieces, "csv", tmp_path / "csv", on_note=print)
    return tmp_path / "csv"


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_node_and_edge_is_a_row(pieces: list[Piece], folder: Path) -> None:
    rows = sum(len(read(file)) for file in folder.iterdir())
    assert rows == sum(len(each.nodes) + len(each.edges) for each in pieces)


def test_formula_gets_an_apostrophe(folder: Path) -> None:
    titles = {row["title"] for row in read(folder / "Article.csv")}
    assert f"'{HOSTILE}" in titles
    assert "Title of b" in titles


def test_list_is_json(folder: Path) -> None:
    aliases = [json.loads(row["aliases"]) for row in read(folder / "Entity.csv")]
    assert any(HOSTILE in each for each in aliases)


def test_table_without_rows_has_its_header(folder: Path) -> None:
    header = (folder / "Judgement.csv").read_text(encoding="utf-8")
    assert header == "key,target,source,verdict,score,user,time,why\n"


def test_edge_of_several_labels_tells_where_it_starts(folder: Path) -> None:
    labels = {row["sourceLabel"] for row in read(folder / "REPORTED_IN.csv")}
    assert labels == {"Statement", "Event", "Figure"}


def test_parquet_keeps_types(pieces: list[Piece], tmp_path: Path) -> None:
    export(pieces, "parquet", tmp_path / "out", on_note=print)
    articles = parquet.read_table(tmp_path / "out" / "Article.parquet").to_pylist()
    first = next(row for row in articles if row["title"] == HOSTILE)
    assert first["published"] == date(2024, 11, 2)
    assert first["ids"] == ["a"]
    assert first["copies"] == 1
