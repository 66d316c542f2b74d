"""The commands that read the graph, on a folder with the sample graph."""

import csv
import io
import json
import subprocess
import sys
import zipfile

import click
import pytest
from click.testing import CliRunner

from kg.cli.ask import make_command
from kg.cli.main import cli
from kg.queries import load_query, query_names

pytestmark = pytest.mark.embedded


@pytest.fixture
def run(sample_folder):
    """Give a function that runs the command line on the sample graph."""

    def invoke(*arguments, **options):
        runner = CliRunner(env={"COLUMNS": None})
        return runner.invoke(cli, ["--store", sample_folder, *arguments], **options)

    return invoke


def test_ask_lists_the_questions(run):
    listed = json.loads(run("ask", "--format", "json").stdout)
    assert [each["question"] for each in listed] == [
        name.removeprefix("ask.").replace("_", "-") for name in query_names("ask")
    ]
    assert "Who said what about whom, and when" in run("ask").stdout


@pytest.mark.parametrize("name", query_names("ask"))
def test_question_explains_itself_and_its_options(run, name):
    query = load_query(name)
    command = make_command(query)
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert all(each.help for each in options)
    assert {each.option for each in query.parameters} <= {
        name for each in options for name in each.opts
    }
    shown = run("ask", query.name.removeprefix("ask."), "--help").stdout
    assert query.title in shown
    assert f"kg ask {command.name} --" in shown


def test_ask_answers_as_a_table(run):
    result = run("ask", "who-said-what", "--speaker", "Choe Son-Hui", "--about", "US")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Russia will win" in result.stdout
    assert "saidText" not in result.stdout


def test_ask_shows_every_column_when_told(run):
    arguments = ("ask", "who-said-what", "--speaker", "Choe", "--all")
    result = run(*arguments, env={"COLUMNS": "300"})
    assert "saidText" in result.stdout
    assert "on Friday" in result.stdout


def test_ask_prints_blocks_when_told(run):
    result = run("ask", "who-said-what", "--speaker", "Choe", "--long")
    assert "— 1 —\nsaid" in result.stdout
    assert "saidText" not in result.stdout
    every = run("ask", "who-said-what", "--speaker", "Choe", "--long", "--all")
    assert "saidText on Friday" in " ".join(every.stdout.split())


@pytest.mark.model
@pytest.mark.parametrize(
    "words",
    [
        ["What did Choe say about Russia in November?"],
        ["what", "did", "Choe", "say", "about", "Russia", "in", "November"],
    ],
)
def test_ask_takes_plain_words_and_says_how(run, words):
    result = run("ask", *words, "--format", "csv")
    named = run(
        *("ask", "who-said-what", "--speaker", "Choe", "--about", "Russia"),
        *("--from", "2024-11-01", "--to", "2024-11-30", "--format", "csv"),
    )
    assert (result.exit_code, result.stdout) == (0, named.stdout)
    assert "Russia will win" in result.stdout
    assert result.stderr.splitlines()[0].startswith("note: understood as: Who said")
    assert '--to "2024-11-30"' in result.stderr


@pytest.mark.model
def test_ask_in_plain_words_takes_a_limit_and_says_all_that_hinders(run):
    limited = run("ask", "who said what?", "--limit", "1", "--format", "jsonl")
    assert len(limited.stdout.splitlines()) == 1
    unknown = run("ask", "what did Cho say?")
    assert unknown.exit_code == 1
    assert "note: the same: kg ask who-said-what" in unknown.stderr
    assert "no entity is called 'Cho' — did you mean" in unknown.stderr
    refused = run("ask", "what is the weather like?")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "kg answers: acted, articles" in refused.stderr


def test_ask_by_name_loads_no_pipeline(sample_folder):
    code = (
        "import sys; from kg.cli.main import cli; "
        f"cli(['--store', {sample_folder!r}, 'ask', 'most-quoted'], "
        "standalone_mode=False); "
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "False"


def test_ask_marks_what_was_not_said(run):
    assert "not: confirm" in run("ask", "said-by", "--speaker", "Pyongyang").stdout


def test_ask_takes_the_first_parameter_without_its_option(run):
    by_option = run("ask", "said-by", "--speaker", "Choe Son Hui")
    assert run("ask", "said-by", "Choe Son Hui").stdout == by_option.stdout
    both = run("ask", "said-by", "Choe", "--speaker", "Choe")
    assert both.exit_code == 2
    assert "'Choe' and --speaker are both given" in both.stderr


def test_ask_takes_all_that_is_required_without_options(run):
    by_option = run("ask", "connected", "--who", "Choe Son Hui", "--with", "Lavrov")
    assert run("ask", "connected", "Choe Son Hui", "Lavrov").stdout == by_option.stdout
    one = run("ask", "connected", "Choe Son Hui")
    assert (one.exit_code, "Missing option '--with'" in one.stderr) == (2, True)
    assert "cannot tell what" in run("ask", "connected", "a", "b", "c").stderr


def test_ask_evidence_lists_what_an_ambiguous_key_may_be(run):
    result = run("ask", "evidence", "f")
    assert result.stderr == (
        "note: 'f' may be any of these 4; more of the key tells which\n"
    )
    assert "12,000 soldiers" in result.stdout
    assert run("ask", "evidence", "f3").stderr == ""


def test_ask_answers_a_program(run):
    arguments = ("ask", "who_said_what", "--from", "2024-11-02", "--to", "2024-11-02")
    rows = json.loads(run(*arguments, "--format", "json").stdout)
    lines = run(*arguments, "--format", "jsonl").stdout.splitlines()
    table = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))
    assert [row["key"] for row in rows] == ["s3", "s4"]
    assert [json.loads(line) for line in lines] == rows
    assert [row["key"] for row in table] == ["s3", "s4"]
    assert list(rows[0]) == list(table[0])
    assert tuple(rows[0]) == load_query("ask.who_said_what").columns


def test_ask_notes_an_ambiguous_name_on_stderr(run):
    result = run("ask", "said-by", "--speaker", "kim", "--format", "json")
    assert len(json.loads(result.stdout)) == 2
    assert result.stderr == (
        "note: 'kim' may be any of: Kim Alpha (Person), Kim Beta (Person)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["said-by", "--speaker", "Choi Sun Hee"], 1, "did you mean Choe Son Hui?"),
        (["who-said-what", "--from", "2024-13-01"], 1, "from: '2024-13-01' is no day"),
        (["who-sayd-what"], 1, "did you mean who-said-what"),
        (["said-by"], 2, "Missing option '--speaker'"),
        (["met", "--limit", "none"], 1, "limit: 'none' is to be a whole number"),
        (["met", "--format", "xml"], 2, "'xml' is not one of"),
    ],
)
def test_ask_refuses_in_one_line(run, arguments, code, message):
    result = run("ask", *arguments)
    assert result.exit_code == code
    assert result.stdout == ""
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Error: ")
    assert message in last


def test_ask_without_a_graph_says_so(tmp_path):
    result = CliRunner().invoke(cli, ["--store", str(tmp_path / "none"), "ask", "met"])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "none").exists()


OWN = """// People by the start of their name
//
// @mode    read
// @param   start: string  how the name starts
// @returns name
MATCH (person:Person)
WHERE person.name STARTS WITH $start
RETURN person.name AS name
ORDER BY name
"""


def test_ask_takes_a_question_of_ones_own(run, tmp_path):
    path = tmp_path / "own.cypher"
    path.write_text(OWN)
    arguments = ("ask", "--file", str(path), "--format", "json")
    result = run(*arguments, "--param", "start=Kim")
    assert json.loads(result.stdout) == [{"name": "Kim Alpha"}, {"name": "Kim Beta"}]
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert "needs start" in refused.stderr


def test_ask_takes_no_file_beside_a_question(run, tmp_path):
    path = tmp_path / "own.cypher"
    path.write_text(OWN)
    assert run("ask", "--file", str(path), "met").exit_code == 2


def test_cypher_runs_a_statement_with_parameters(run):
    result = run(
        "cypher",
        "MATCH (p:Person) WHERE p.name = $name OR p.key IN $keys "
        "RETURN p.name AS name ORDER BY name",
        "--param",
        "name=Kim Beta",
        "--param",
        'keys=["e-choe"]',
        "--format",
        "jsonl",
    )
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == [
        "Choe Son Hui",
        "Kim Beta",
    ]


def test_cypher_reads_the_statement_from_standard_input(run):
    result = run("cypher", "-", "--format", "csv", input="RETURN 1 AS one")
    assert result.stdout == "one\n1\n"


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (p:Person) DETACH DELETE p",
        "CREATE (p:Person {key: 'x'})",
        "MATCH (p:Person) SET p.name = 'x'",
    ],
)
def test_cypher_refuses_to_write(run, statement):
    refused = run("cypher", statement)
    assert refused.exit_code == 1
    assert len(refused.stderr.splitlines()) == 1
    count = run("cypher", "MATCH (p:Person) RETURN count(p) AS n", "--format", "csv")
    assert count.stdout == "n\n4\n"


@pytest.mark.parametrize("param", ["name", "=1"])
def test_cypher_refuses_a_parameter_without_name_or_value(run, param):
    refused = run("cypher", "RETURN 1", "--param", param)
    assert refused.exit_code == 1
    assert "NAME=VALUE" in refused.stderr


def test_browser_writes_style_and_questions(run, tmp_path):
    result = run("browser", "-o", str(tmp_path / "assets"))
    style, scripts, guide = result.stdout.splitlines()
    assert style.endswith("kg.grass")
    assert guide.endswith("guide.html")
    assert zipfile.is_zipfile(scripts)


@pytest.mark.parametrize("arguments", [["ask", "--help"], ["ask", "met", "--help"]])
def test_help_loads_no_heavy_library(arguments):
    code = (
        "import sys\nfrom kg.cli.main import cli\n"
        f"cli({arguments!r}, standalone_mode=False)\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'pandas', 'neo4j', 'rich',"
        " 'arcadedb_embedded', 'networkx', 'rapidfuzz', 'dateparser'}\n"
        "sys.exit(str(sorted(heavy & sys.modules.keys())) if heavy & sys.modules.keys()"
        " else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
