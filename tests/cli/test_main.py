"""The command line as one uses it, on the embedded store."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli

SEEDS = Path(__file__).parents[2] / "seeds"
pytestmark = [pytest.mark.model, pytest.mark.embedded]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("cli")


@pytest.fixture
def kg(folder, monkeypatch):
    for name in ("NEO4J_URI", "KG_STORE", "KG_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder)

    def run(*arguments: str, store: str = "graph", **options) -> Result:
        command = ["--store", str(folder / store), *map(str, arguments)]
        return CliRunner().invoke(cli, command, prog_name="kg", **options)

    return run


@pytest.fixture(scope="module")
def first(folder) -> Result:
    """Ingest the seeds once for all the tests that read them."""
    command = ["--store", str(folder / "graph"), "ingest", str(SEEDS)]
    return CliRunner().invoke(cli, command)


def counts(kg, store: str) -> str:
    return kg("stats", store=store).stdout


def test_ingest_writes_every_article(first):
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("5 articles written (5 new), 0 unchanged: created ")


def test_ingest_creates_nothing_the_second_time(first, kg):
    again = kg("ingest", SEEDS)
    assert again.stdout == (
        "0 articles written, 5 unchanged: created 0 nodes and 0 relationships, "
        "deleted 0 and 0\n"
    )
    forced = kg("ingest", SEEDS, "--force")
    assert "5 articles written" in forced.stdout
    assert "created 0 nodes and 0 relationships, deleted 0 and 0" in forced.stdout


def test_ingest_refuses_one_article_and_takes_the_others(kg, tmp_path):
    (tmp_path / "good.txt").write_text("Ada Moss said that Paris is a fine town.")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    done = kg("ingest", tmp_path, store="mixed")
    assert done.exit_code == 1
    assert "1 article written" in done.stdout
    refused = [line for line in done.stderr.splitlines() if "refused: " in line]
    assert len(refused) == 2
    assert "empty.txt" in refused[0]
    assert "picture.txt" in refused[1]
    assert done.stderr.splitlines()[-1] == "2 articles refused"


def test_ingest_says_in_one_line_that_a_path_is_not_there(kg):
    done = kg("ingest", "nowhere.txt", store="nothing")
    assert done.exit_code == 3
    assert done.stderr.endswith("1 article refused; nothing was done\n")
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.output


def test_ask_answers_from_the_graph(first, kg):
    done = kg("ask", "who-said-what", "--speaker", "CHOE", "--format", "jsonl")
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert all("Choe Son Hui" in row["speaker"] for row in rows)


def test_ask_suggests_a_name_for_one_that_nobody_has(first, kg):
    done = kg("ask", "said-by", "--speaker", "Choe Sun Hee")
    assert done.exit_code == 1
    assert "did you mean" in done.stderr.lower()
    assert "Choe Son Hui" in done.stderr


def test_ask_without_a_graph_says_what_to_do(kg):
    done = kg("ask", "most-quoted", store="missing")
    assert done.exit_code == 1
    assert "kg ingest" in done.stderr


def test_cypher_refuses_to_write(first, kg):
    before = counts(kg, "graph")
    done = kg("cypher", "CREATE (n:Person {name: 'x'}) RETURN n")
    assert done.exit_code == 1
    assert counts(kg, "graph") == before


def test_extract_and_load_make_the_same_graph_as_ingest(first, kg, tmp_path):
    lines = kg("extract", SEEDS)
    assert lines.exit_code == 0
    file = tmp_path / "extractions.jsonl"
    file.write_text(lines.stdout, encoding="utf-8")
    loaded = kg("load", file, store="loaded")
    assert "5 articles written" in loaded.stdout
    assert counts(kg, "loaded") == counts(kg, "graph")


def test_read_shows_where_an_answer_comes_from(first, kg):
    rows = kg("ask", "said-by", "Choe", "--limit", "1", "--format", "jsonl")
    row = json.loads(rows.stdout)
    shown = kg("ask", "evidence", row["key"][:8], "--long").stdout
    assert ">>>" in shown
    read = json.loads(kg("read", "--at", row["key"][:8], "--format", "json").stdout)
    (line,) = kg("ask", "evidence", row["key"], "--format", "jsonl").stdout.splitlines()
    evidence = json.loads(line)
    assert read["text"][read["start"] : read["end"]] == evidence["evidence"]
    assert evidence["before"] in read["text"]
    assert f">>>{evidence['evidence']}<<<" in kg("read", "--at", row["key"]).stdout


def test_texts_are_left_out_when_told(kg, tmp_path):
    (tmp_path / "letter.txt").write_text("Ada Moss said that Paris is a fine town.")
    kg("ingest", tmp_path, "--no-text", store="textless")
    assert "Text" not in kg("stats", store="textless").stdout
    refused = kg("read", "letter", store="textless")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "letter: the graph does not keep its text" in refused.stderr
    kg("ingest", tmp_path, "--force", store="textless")
    assert "fine town" in kg("read", "letter", store="textless").stdout
    line = kg("extract", tmp_path, "--no-text").stdout
    assert json.loads(line)["article"]["text"] is None


def test_load_names_the_line_that_is_no_extraction(kg, tmp_path):
    file = tmp_path / "broken.jsonl"
    file.write_text('{"article": 3}\n', encoding="utf-8")
    done = kg("load", file, store="broken")
    assert done.exit_code == 3
    assert "broken.jsonl:1:" in done.stderr


def test_retract_leaves_the_graph_as_without_the_article(kg, tmp_path):
    four = tmp_path / "four"
    shutil.copytree(SEEDS, four)
    (one,) = four.glob("003*.txt")
    one.unlink()
    kg("ingest", four, store="four")
    kg("ingest", SEEDS, store="five")
    assert counts(kg, "four") != counts(kg, "five")
    done = kg("retract", one.stem, store="five")
    assert done.exit_code == 0, done.output
    assert counts(kg, "four") == counts(kg, "five")


def test_retract_names_an_article_that_is_not_there(first, kg):
    done = kg("retract", "nobody")
    assert done.exit_code == 3
    assert "nobody" in done.stderr


def test_view_writes_one_page(first, kg, folder):
    done = kg("view", "-o", "page.html")
    assert done.exit_code == 0, done.output
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "Choe Son Hui" in page


def test_quickstart_answers_three_questions_and_names_its_page(kg, folder):
    done = kg("quickstart", SEEDS, store="quick")
    assert done.exit_code == 0, done.output
    assert done.stdout.count("$ kg ask ") == 3
    assert str(folder / "graph.html") in done.stdout
    assert (folder / "graph.html").stat().st_size > 100_000


def test_load_says_which_articles_come_from_an_older_extract(kg, tmp_path):
    lines = kg("extract", SEEDS, store="unused").stdout.splitlines()
    assert all('"vector":"' in line for line in lines)
    older = [json.loads(line) for line in lines[:2]]
    for statement in older[0]["statements"]:
        for name in ("kind", "certainty", "vector"):
            del statement[name]
    file = tmp_path / "older.jsonl"
    file.write_text("\n".join(map(json.dumps, older)))
    done = kg("load", file, store="older")
    assert done.exit_code == 0, done.output
    assert done.stdout.count("1 article of an older kg extract: statements") == 1
    newer = tmp_path / "newer.jsonl"
    newer.write_text("\n".join(lines))
    assert "older" not in kg("load", newer, store="older").stdout
