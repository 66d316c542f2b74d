"""Values of `--param`, as typed."""

import pytest

from kg.cli.parameters import parse_value
from kg.errors import QueryError


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3", 3),
        ("Oslo", "Oslo"),
        ('"3"', "3"),
        ("[1, null]", [1, None]),
        ('{"a": true}', {"a": True}),
        (str(2**63 - 1), 2**63 - 1),
        (str(-(2**63)), -(2**63)),
        ("[1", "[1"),
    ],
)
def test_parse_value_reads_json_and_text(typed: str, value: object) -> None:
    assert parse_value("a", typed) == value


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        (str(2**63), "64 bits"),
        (f"[{-(2**63) - 1}]", "64 bits"),
        ("9" * 5000, "too large"),
        ("[" * 100 + "]" * 100, "nested"),
        ("[" * 200_000, "nested"),
        ('"\\ud800"', "Unicode"),
        ('{"\\ud800": 1}', "Unicode"),
        ("\udcff", "Unicode"),
    ],
)
def test_parse_value_names_what_no_graph_holds(typed: str, cause: str) -> None:
    with pytest.raises(QueryError, match=f"^--param a: .*{cause}"):
        parse_value("a", typed)
