"""The Browser's files: a style it can parse, one runnable script a question."""

import re
import zipfile

import pytest

from kg.errors import QueryError
from kg.queries import load_query, parse_query, query_names
from kg.schema import load_schema
from kg.view.neo4j_browser import (
    make_script,
    scripts,
    style_text,
    write_assets,
)

RULES = re.findall(r"([\w.]+) \{([^}]*)\}", style_text())


def test_style_parses_as_the_browser_does_it():
    # Its parser splits at every ; and : and toggles on either quotation mark.
    assert "'" not in style_text()
    for selector, body in RULES:
        assert selector.partition(".")[0] in ("node", "relationship")
        for line in filter(None, map(str.strip, body.split(";"))):
            assert len(line.split(":")) == 2, line


def test_style_names_labels_types_and_properties_of_the_schema():
    schema = load_schema()
    entity = schema.nodes["Entity"]
    for selector, body in RULES:
        kind, _, name = selector.partition(".")
        if not name:
            continue
        owners = schema.nodes if kind == "node" else schema.edges
        owner = entity if name in entity.sublabels else owners[name]
        assert set(re.findall(r"\{(\w+)\}", body)) <= owner.properties.keys()


def test_style_colours_every_label():
    styled = {selector.removeprefix("node.") for selector, _ in RULES}
    assert set(load_schema().labels) - styled == {"Entity"}


def test_write_assets_writes_the_same_bytes_each_time(tmp_path):
    first = [path.read_bytes() for path in write_assets(tmp_path / "a" / "b")]
    second = [path.read_bytes() for path in write_assets(tmp_path / "c")]
    assert first == second


def test_write_assets_makes_a_folder_with_one_script_a_question(tmp_path):
    _, path, _ = write_assets(tmp_path)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert len(names) == len(query_names("ask")) + len(query_names("picture"))
    assert all(re.fullmatch(r"kg/\w+\.cypher", name) for name in names)


def test_write_assets_writes_a_guide_to_all_questions_that_asks_no_server(tmp_path):
    *_, guide = write_assets(tmp_path)
    page = guide.read_text(encoding="utf-8")
    for module in ("ask", "picture"):
        for name in query_names(module):
            assert f"<dt>{load_query(name).title}</dt>" in page
    assert not re.search(r"<(script|link|img)|@import|url\(", page)


def test_write_assets_refuses_a_folder_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QueryError, match="cannot be written"):
        write_assets(tmp_path / "file" / "folder")


@pytest.mark.parametrize(
    ("question", "beside"),
    [
        ("ask.who_said_what", ["said, saidBasis", "cue, negated"]),
        ("ask.acted", ["happened, happenedBasis", "trigger, factuality"]),
        ("ask.timeline", ["happened, happenedBasis", "cue, negated, factuality"]),
    ],
)
def test_script_has_beside_a_column_what_decides_its_meaning(question, beside):
    columns = make_script(load_query(question)).splitlines()[-1]
    assert [each for each in beside if f"{each}," not in columns] == []


@pytest.mark.parametrize(("name", "script"), list(scripts()))
def test_script_opens_with_its_title_and_needs_no_parameter(name, script):
    assert re.match(r"// \S", script)
    assert "$" not in script
    assert ";" not in script


SOURCE = """// Mine
// @example :params {name: "Choe", from: "2024-11-01"}
// @mode    read
// @param   name: name  any alias
// @param   from: date = null  a day
// @param   limit: integer = 7  how many
// @returns one, two
// @shows   two
MATCH (entity:Entity)
WHERE $name IN entity.names AND $from IS NULL
RETURN 1 AS one, 2 AS two
LIMIT toInteger($limit)
"""


def test_make_script_gives_a_form_to_fill_in():
    lines = make_script(parse_query("ask.mine", SOURCE)).splitlines()
    assert lines[2:6] == [
        "WITH {",
        "  name: null, // any alias, null for who is quoted most",
        "  from: null // a day",
        "} AS form",
    ]
    assert lines[-8:] == [
        "WITH form {.*, name: folded[0]} AS asked",
        "CALL (asked) {",
        "  MATCH (entity:Entity)",
        "  WHERE asked.name IN entity.names AND asked.from IS NULL",
        "  RETURN 1 AS one, 2 AS two",
        "  LIMIT 7",
        "}",
        "RETURN two, one",
    ]


STARTS = """// Mine
// @mode    read
// @param   name: name = null  any alias
// @param   limit: integer = 7  how many
// @returns one
// @start name
MATCH (:Name {key: $start})-[:NAMES]->(entity:Entity)
// @start
MATCH (entity:Entity)
// @then entity
RETURN entity.name AS one
LIMIT toInteger($limit)
"""


def test_make_script_starts_at_what_is_given():
    script = make_script(parse_query("ask.mine", STARTS))
    lines = [line.strip() for line in script.splitlines()]
    at = lines.index("CALL (asked) {")
    assert lines[at : at + 10] == [
        "CALL (asked) {",
        "CALL (asked) {",
        "WITH 1 AS here WHERE asked.name IS NOT NULL",
        "MATCH (:Name {key: asked.name})-[:NAMES]->(entity:Entity)",
        "RETURN entity",
        "UNION ALL",
        "WITH 1 AS here WHERE asked.name IS NULL",
        "MATCH (entity:Entity)",
        "RETURN entity",
        "}",
    ]


def test_scripts_name_nobody_of_the_examples():
    examples = {
        value
        for module in ("ask", "picture")
        for name in query_names(module)
        for value in load_query(name).example.values()
        if isinstance(value, str) and " " in value
    }
    assert examples
    for name, script in scripts():
        assert [each for each in examples if each in script] == [], name
