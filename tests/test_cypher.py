"""Every query file: header complete, and nothing named that the schema lacks."""

import re

import pytest

from kg.annotate.relations.types import TYPES
from kg.ask import questions
from kg.queries import Query, load_query, query_names
from kg.records import EntityType, EventType, StatementKind
from kg.schema import load_schema

MODULES = (
    *("ask", "check", "export", "judge", "names", "picture", "schema", "text"),
    *("view", "write"),
)
NAMES = [name for module in MODULES for name in query_names(module)]
ASKED = [name for name in NAMES if name.partition(".")[0] in ("ask", "picture")]

# What stands in quotation marks of any kind, and the names of procedures.
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`|(?<=CALL )[\w.]+")
_NODE = re.compile(r"\(\s*\w*\s*((?::[\w|]+)+)")
_EDGE = re.compile(r"\[\s*\w*\s*:\s*([A-Z_|]+)[^\]]*\]")
_PROPERTY = re.compile(r"\b([a-z]\w*)\.([a-zA-Z]\w*)\b(?!\()")
# Variables of a parameter's maps and of a map made in the query.
_NO_NODE = {"each", "row", "report", "properties", "first", "second"}


def code(name: str) -> str:
    """Return a statement without what stands in quotation marks, and calls."""
    query = load_query(name)
    return _TEXT.sub('""', "\n".join((*query.starts.values(), query.rest)))


@pytest.mark.parametrize("name", NAMES)
def test_query_has_a_title_a_mode_and_documented_parameters(name):
    query = load_query(name)
    assert query.title
    module = name.partition(".")[0]
    modes = {"schema": {"schema"}, "write": {"read", "write"}}
    assert query.mode in modes.get(module, {"read"})
    assert all(each.help for each in query.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_query_names_labels_and_types_of_the_schema_only(name):
    schema = load_schema()
    statement = code(name)
    labels = {
        label
        for match in _NODE.finditer(statement)
        for label in re.split("[:|]", match[1])
        if label
    }
    types = {
        type_ for match in _EDGE.finditer(statement) for type_ in match[1].split("|")
    }
    assert labels <= set(schema.labels) | {"Other"}
    assert types <= set(schema.edges)


@pytest.mark.parametrize("name", NAMES)
def test_query_names_properties_of_the_schema_only(name):
    schema = load_schema()
    known = {
        property_
        for owner in (*schema.nodes.values(), *schema.edges.values())
        for property_ in owner.properties
    }
    used = {
        property_
        for variable, property_ in _PROPERTY.findall(code(name))
        if variable not in _NO_NODE
    }
    assert used <= known


@pytest.mark.parametrize("name", NAMES)
def test_query_that_only_reads_has_no_writing_clause(name):
    if load_query(name).mode == "read":
        clauses = r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|LOAD)\b"
        assert re.search(clauses, code(name)) is None


@pytest.mark.parametrize("name", [each for each in NAMES if each.startswith("ask.")])
def test_question_orders_its_rows_to_the_last_key(name):
    query = load_query(name)
    order = query.statement.rpartition("ORDER BY")[2]
    last = order.partition("\n")[0].rstrip().rpartition(" ")[2]
    assert re.search(r"(?i)keys?$", last)
    assert query.statement.endswith("LIMIT toInteger($limit)")


@pytest.mark.parametrize("name", [each for each in NAMES if each.startswith("ask.")])
def test_question_can_be_a_script_of_the_browser(name):
    query = load_query(name)
    # A script has its parameters in a map of that name, and its starts in subqueries.
    assert re.search(r"\basked\b", code(name)) is None
    assert not query.rest.startswith("WHERE")


@pytest.mark.parametrize("name", [each for each in NAMES if each.startswith("ask.")])
def test_question_is_put_in_words_and_shows_columns(name):
    query = load_query(name)
    assert query.question.endswith("?")
    assert query.shows


@pytest.mark.parametrize("name", ASKED)
def test_example_gives_what_the_query_requires(name):
    query: Query = load_query(name)
    assert query.example
    required = {each.name for each in query.parameters if each.required}
    assert required <= query.example.keys()


def test_values_of_a_question_are_those_of_the_records():
    values = {
        (query.name, name): set(allowed)
        for query in questions()
        for name, allowed in query.values.items()
    }
    # What is no statement, "other", is not in the graph.
    kinds = set(StatementKind.__args__) - {"other"}
    assert values == {
        ("ask.acted", "type"): set(EventType.__args__),
        ("ask.entities", "type"): set(EntityType.__args__),
        ("ask.relations", "type"): set(TYPES),
        ("ask.said_about", "kind"): kinds,
        ("ask.said_by", "kind"): kinds,
        ("ask.who_said_what", "kind"): kinds,
    }


def test_titles_differ_so_that_saved_scripts_do():
    titles = [load_query(name).title for name in ASKED]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("name", query_names("ask"))
def test_a_kept_day_comes_with_what_that_day_rests_on(name):
    statement = load_query(name).statement
    assert ".day AS" not in statement or ".saidBasis" not in statement
