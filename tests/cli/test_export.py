"""`kg export`: from the graph and from files of extractions."""

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from store.extractions import make_extraction

from kg.cli.main import cli
from kg.records import to_json


def run(*arguments: str, store: Path | None = None) -> Result:
    where = ["--store", str(store)] if store else []
    return CliRunner().invoke(cli, [*where, "export", *arguments])


@pytest.fixture
def extractions(tmp_path: Path) -> Path:
    file = tmp_path / "extractions.jsonl"
    lines = [to_json(make_extraction(name)) for name in "ab"]
    file.write_bytes(b"\n".join(lines) + b"\n")
    return file


def test_export_from_extractions_needs_no_graph(
    extractions: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.graphml"
    found = run("graphml", "-o", str(output), "--from", str(extractions))
    assert (found.exit_code, found.stdout) == (0, f"{output}\n")
    graph = nx.read_graphml(output, force_multigraph=True)
    labels = [label for _, label in graph.nodes(data="label")]
    assert labels.count("Article") == 2


def test_export_says_which_line_it_cannot_read_and_writes_the_others(
    extractions: Path, tmp_path: Path
) -> None:
    extractions.write_bytes(b"{}\n" + extractions.read_bytes())
    output = tmp_path / "out"
    found = run("csv", "-o", str(output), "--from", str(extractions))
    assert found.exit_code == 1
    assert f"refused: {extractions}:1:" in found.stderr
    assert (output / "Article.csv").read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.embedded
def test_export_writes_a_graph(sample_folder: str, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonld"
    found = run("json-ld", "-o", str(output), store=Path(sample_folder))
    assert found.exit_code == 0, found.output
    assert '"@type": "NewsArticle"' in output.read_text(encoding="utf-8")


def test_export_without_a_graph_is_refused_in_one_line(tmp_path: Path) -> None:
    found = run("ftm", "-o", str(tmp_path / "out"), store=tmp_path / "none")
    assert found.exit_code == 1
    assert found.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
