"""The commands by which people judge entities, on the embedded store."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from store.test_judging import ADA, ADELE, LONE, NAMED, OTHER

from kg.cli.main import cli
from kg.settings import Settings
from kg.store import open_store

pytestmark = pytest.mark.embedded


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("judged") / "graph"
    with open_store(Settings(store=str(folder))) as store:
        store.ingest([NAMED, OTHER, LONE])
    return folder


@pytest.fixture
def kg(filled, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_USER", "eve")
    monkeypatch.chdir(tmp_path)
    folder = shutil.copytree(filled, tmp_path / "graph")

    def run(*arguments: str) -> Result:
        command = ["--store", str(folder), *arguments]
        return CliRunner().invoke(cli, command, prog_name="kg")

    return run


def listed(kg) -> list[tuple[str, ...]]:
    rows = json.loads(kg("judgements", "--format", "json").stdout)
    names = ("target", "verdict", "source", "user", "why")
    return [tuple(row[name] for name in names) for row in rows]


def test_merge_export_undo_and_import(kg):
    merged = kg("merge", "Ada Quill", "Adele Quill", "--why", "one byline")
    assert merged.exit_code == 0
    assert f"{ADELE} is {ADA} (eve, 20" in merged.stdout
    assert listed(kg) == [(ADA, "positive", ADELE, "eve", "one byline")]
    assert kg("judgements", "--export", "made.jsonl").exit_code == 0
    first = Path("made.jsonl").read_bytes()
    assert json.loads(first)[:3] == [ADA, ADELE, "positive"]
    undone = kg("undo")
    assert undone.stdout.startswith("undone ")
    assert listed(kg) == []
    assert kg("judgements", "--import", "made.jsonl").stdout == "1 judgement is new\n"
    assert kg("judgements", "--export", "-").stdout.encode() == first
    assert kg("check").exit_code == 0


def test_import_refuses_lines_and_takes_the_others(kg):
    lines = [["a", "b", "so so"], [ADA, ADELE, "negative"], [ADELE, ADA, "positive"]]
    Path("made.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = kg("judgements", "--import", "made.jsonl")
    assert result.exit_code == 1
    assert result.stdout == "1 judgement is new\n"
    refused = result.stderr.splitlines()
    assert refused[0].startswith("refused: made.jsonl:1: is no judgement: ")
    assert refused[1].startswith(f"refused: made.jsonl:3: {ADA} is {ADELE}: against ")


def test_split_alias_and_retype(kg):
    assert kg("split", "Ada Quill", "--article", "named").exit_code == 0
    assert kg("alias", ADELE, "Quilly").exit_code == 0
    assert kg("retype", "Quilly", "group", "--why", "a band").exit_code == 0
    assert [verdict for _, verdict, *_ in listed(kg)] == [
        *("negative", "positive", "positive")
    ]
    found = kg("entities", "--type", "group", "--format", "json")
    assert [row["key"] for row in json.loads(found.stdout)] == ["Group:adele quill"]


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("merge", "Quill", "Ada Quill"), "Error: 'Quill' may be any of: Ada Quill"),
        (("merge", "Nobody", "Ada Quill"), "Error: no entity is called 'Nobody'"),
        (("undo",), "Error: no judgement"),
        (("undo", "3f"), "Error: no judgement 3f"),
        (("retype", "Ada Quill", "Ship"), "Error: 'Ship' is no type; there are"),
        (("split", "Ada Quill"), "Error: name another entity, or articles"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_one_line(kg, command, reason):
    result = kg(*command)
    assert result.exit_code == 1
    assert result.stderr.startswith(reason)
    assert len(result.stderr.splitlines()) == 1


def test_entities_doubtful_says_how_many_rows_it_leaves_out(kg):
    result = kg("entities", "--doubtful", "--limit", "1", "--format", "jsonl")
    [row] = map(json.loads, result.stdout.splitlines())
    assert (row["doubt"], row["key"]) == ("one?", ADA)
    assert "1 of 2 rows 'one?'" in result.stderr
