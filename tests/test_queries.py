"""Query files: header and statement hold each other."""

import pytest

from kg.errors import QueryHeaderError
from kg.queries import load_query, parse_query, query_names, without_limit

SOURCE = """// A title
//
// Some words.
//
// @question Who, and how many?
// @example  :params {name: "Choe: the \\"Fox\\", from: Seoul", limit: 5}
// @mode    read
// @param   name: name  any alias
// @param   limit: integer = 10  how many
// @values  name: Choe, Kim
// @returns one, two
// @shows   two
MATCH (entity:Entity)
WHERE entity.url = "http://example.org/$3" AND $name IN entity.names
RETURN 1 AS one, 2 AS two
LIMIT $limit
"""


def test_parse_query_reads_header_and_statement():
    query = parse_query("ask.mine", SOURCE)
    assert (query.title, query.mode) == ("A title", "read")
    assert query.columns == ("one", "two")
    assert query.statement.startswith("MATCH")
    assert "http://example.org/$3" in query.statement


def test_parse_query_reads_parameters_with_and_without_default():
    name, limit = parse_query("ask.mine", SOURCE).parameters
    assert (name.type, name.required, name.help) == ("name", True, "any alias")
    assert (limit.type, limit.required, limit.default) == ("integer", False, 10)


def test_parse_query_reads_what_a_question_says_of_itself():
    query = parse_query("ask.mine", SOURCE)
    assert query.explanation == "Some words."
    assert query.question == "Who, and how many?"
    assert query.example == {"name": 'Choe: the "Fox", from: Seoul', "limit": 5}
    assert query.values == {"name": ("Choe", "Kim")}
    assert query.shows == ("two",)


def test_parse_query_needs_none_of_that():
    tags = ("@question", "@example", "@values", "@shows", "Some words")
    lines = [line for line in SOURCE.splitlines() if not any(t in line for t in tags)]
    query = parse_query("ask.mine", "\n".join(lines))
    assert (query.explanation, query.question) == ("", "")
    assert (query.example, query.values) == ({}, {})
    assert query.shows == query.columns


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// @mode    read\n", "", r"header lacks \['mode'\]"),
        ("// @returns one, two\n", "", r"header lacks \['returns'\]"),
        ("// @returns one, two\n", "// @returns\n", "cannot read '@returns'"),
        ("@returns one, two", "@returns one,, two", "cannot read '@returns one,, two'"),
        ("@returns one, two", "@returns two, two", "@returns names something twice"),
        ("@mode    read", "@mode    peek", "cannot read '@mode peek'"),
        ("@mode    read", "@mode    read\n// @mode read", "more than one @mode"),
        ("@mode    read", "@mode    read\n// @limit 5", "cannot read '@limit 5'"),
        ("$limit", "10", r"declares .* but uses \['name'\]"),
        ("LIMIT", "SKIP $skip LIMIT", "but uses .*'skip'"),
        ("limit: integer", "limit: number", "cannot read '@param limit: number"),
        ("= 10 ", "= ten ", "cannot read '@param limit: integer = ten"),
        ("= 10 ", '= "10" ', 'cannot read \'@param limit: integer = "10"'),
        ("any alias", "", "cannot read '@param name: name"),
        ("limit: integer = 10", "name: name", "@param names something twice"),
        ("@shows   two", "@shows   three", r"@shows names \['three'\], which @returns"),
        ("@values  name:", "@values  nom:", r"@values names \['nom'\], which @param"),
        ("@values  name:", "@values  name", "cannot read '@values name"),
        ("limit: 5}", "top: 5}", r"@example names \['top'\], which @param does not"),
        ("limit: 5}", "limit: five}", "cannot read '@example :params"),
        (":params ", "", "cannot read '@example {name"),
    ],
)
def test_parse_query_refuses_a_header_that_does_not_fit(old, new, message):
    assert old in SOURCE
    with pytest.raises(QueryHeaderError, match=f"^ask.mine: .*{message}") as caught:
        parse_query("ask.mine", SOURCE.replace(old, new))
    assert "\n" not in str(caught.value)


def test_parse_query_refuses_a_file_without_header():
    with pytest.raises(QueryHeaderError, match="ask.mine: no header"):
        parse_query("ask.mine", "RETURN 1")


def test_query_names_are_sorted_and_loadable():
    names = query_names("ask")
    assert list(names) == sorted(names)
    assert all(load_query(name).name == name for name in names)


def test_option_of_a_parameter_is_in_the_style_of_commands() -> None:
    by_name = {each.name: each for each in load_query("ask.acted").parameters}
    assert by_name["allEvents"].option == "--all-events"
    assert by_name["allEvents"].default is False
    assert by_name["limit"].option == "--limit"


@pytest.mark.parametrize("name", query_names("ask"))
def test_without_limit_leaves_the_rest(name: str) -> None:
    query = load_query(name)
    whole = without_limit(query)
    for start in query.starts or ("",):
        statement = query.started_at(start)
        left = statement.replace("LIMIT toInteger($limit)", "")
        assert statement.split() != left.split()
        assert whole.started_at(start).split() == left.split()
    assert [x.default for x in whole.parameters if x.name == "limit"] == [None]


STARTS = """// A title
// @mode    read
// @param   name: name = null  any alias
// @param   limit: integer = 10  how many
// @returns one
// @start name
MATCH (:Name {key: $start})-[:NAMES]->(entity:Entity)
// @start
MATCH (entity:Entity)
// @then entity
RETURN entity.name AS one
LIMIT $limit
"""


def test_parse_query_reads_where_a_statement_may_start():
    query = parse_query("ask.mine", STARTS)
    rest = "RETURN entity.name AS one\nLIMIT $limit"
    assert query.statement == f"MATCH (entity:Entity)\n{rest}"
    started = "MATCH (:Name {key: $start})-[:NAMES]->(entity:Entity)"
    assert query.started_at("name") == f"{started}\n{rest}"
    assert query.hands == ("entity",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// @start name", "// @start names", r"uses \['limit', 'names'\]"),
        ("// @start\n", "// @start name\n", "@start names something twice"),
        ("// @start\n", "", "no '// @start' for when no parameter"),
        ("// @then entity\n", "", "end with one '// @then'"),
    ],
)
def test_parse_query_refuses_malformed_starts(old, new, message):
    with pytest.raises(QueryHeaderError, match=message):
        parse_query("ask.mine", STARTS.replace(old, new))
