"""Values as they cross to the embedded engine and come back."""

from datetime import date
from math import inf
from typing import Any

import arcadedb_embedded as arcadedb
import pytest

from kg.store.engines.embedded import start_jvm
from kg.store.engines.java_values import to_java, to_python

pytestmark = pytest.mark.embedded

DAY = date(2024, 11, 1)


@pytest.mark.parametrize(
    "value",
    [
        {"rows": [{"key": "é 😀 \u0001 \"'", "properties": {"from": DAY, "n": 2**40}}]},
        {"rows": [{"days": [DAY, None], "least": -inf, "most": 1.0}, {}]},
        {"rows": []},
        {"a": True, "b": None, "c": ["x", "y"], "d": [1, 2.5]},
    ],
)
def test_to_java_keeps_every_value(value: dict[str, Any]) -> None:
    start_jvm(brief=True, heap=None)
    assert to_python(arcadedb.convert_java_to_python(to_java(value))) == value


def test_to_java_refuses_what_no_database_can_hold() -> None:
    start_jvm(brief=True, heap=None)
    with pytest.raises(UnicodeEncodeError):
        to_java({"rows": [{"id": "half a pair \ud800"}]})
