"""Query files: header and statement hold each other."""

import pytest

from kg.errors import QueryHeaderError
from kg.queries import load_query, parse_query, query_names

SOURCE = """// A title
//
// Some words.
//
// @mode    read
// @param   name: name  any alias
// @param   limit: integer = 10  how many
// @returns one, two
MATCH (entity:Entity)
WHERE entity.url = "http://example.org" AND $name IN entity.names
RETURN 1 AS one, 2 AS two
LIMIT $limit
"""


def test_parse_query_reads_header_and_statement():
    query = parse_query("ask.mine", SOURCE)
    assert (query.title, query.mode) == ("A title", "read")
    assert query.columns == ("one", "two")
    assert query.statement.startswith("MATCH")
    assert "http://example.org" in query.statement


def test_parse_query_reads_parameters_with_and_without_default():
    name, limit = parse_query("ask.mine", SOURCE).parameters
    assert (name.type, name.required, name.help) == ("name", True, "any alias")
    assert (limit.type, limit.required, limit.default) == ("integer", False, 10)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// @mode    read\n", "", "header lacks \\['mode'\\]"),
        ("// @returns one, two\n", "", "header lacks \\['returns'\\]"),
        ("$limit", "10", "declares .* but uses \\['name'\\]"),
        ("LIMIT", "SKIP $skip LIMIT", "but uses .*'skip'"),
        ("limit: integer", "limit: number", "cannot read '@param limit: number"),
        ("any alias", "", "cannot read '@param name: name"),
    ],
)
def test_parse_query_refuses_a_header_that_does_not_fit(old, new, message):
    with pytest.raises(QueryHeaderError, match=f"ask.mine: .*{message}"):
        parse_query("ask.mine", SOURCE.replace(old, new))


def test_parse_query_refuses_a_file_without_header():
    with pytest.raises(QueryHeaderError, match="ask.mine: no header"):
        parse_query("ask.mine", "RETURN 1")


def test_query_names_are_sorted_and_loadable():
    names = query_names("ask")
    assert list(names) == sorted(names)
    assert all(load_query(name).name == name for name in names)
