"""Rows as DataFrames: types by name and by value, lists three ways."""

from datetime import date

import pandas
import pytest

from kg.ask import questions
from kg.frames import _DTYPES, to_frame

ROWS = [
    {"speaker": "Ada", "about": ["Iran", "Russia"], "said": date(2024, 11, 1)},
    {"speaker": None, "about": [], "said": None},
]


def test_empty_frame_has_typed_columns() -> None:
    frame = to_frame([], ["speaker", "said", "statements", "negated", "about"])
    assert frame.dtypes.astype(str).to_dict() == {
        "speaker": "string",
        "said": "datetime64[s]",
        "statements": "Int64",
        "negated": "boolean",
        "about": "object",
    }


def test_columns_have_the_same_types_with_rows_as_without() -> None:
    full, empty = to_frame(ROWS), to_frame([], list(ROWS[0]))
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert full["said"].dt.year.tolist()[0] == 2024
    assert full["said"].isna().tolist() == [False, True]


def test_day_of_long_ago_is_a_day() -> None:
    frame = to_frame([{"happened": date(44, 3, 15)}])
    assert str(frame["happened"][0].date()) == "0044-03-15"


@pytest.mark.parametrize("dtype", sorted(set(_DTYPES.values())))
def test_every_named_column_is_one_of_a_question(dtype: str) -> None:
    columns = {column for query in questions() for column in query.columns}
    named = {name for name, each in _DTYPES.items() if each == dtype}
    # "count" is of Graph.stats.
    assert named - columns <= {"count"}


def test_lists_become_texts() -> None:
    frame = to_frame(ROWS, lists="text")
    assert frame["about"].tolist() == ["Iran, Russia", ""]
    assert frame["about"].dtype == "string"
    assert to_frame([], ["about"], lists="text")["about"].dtype == "string"


def test_lists_become_rows() -> None:
    frame = to_frame(ROWS, lists="rows")
    assert frame["about"].tolist() == ["Iran", "Russia", pandas.NA]
    assert frame["speaker"].tolist() == ["Ada", "Ada", pandas.NA]


def test_values_decide_where_the_name_says_otherwise() -> None:
    frame = to_frame([{"articles": "seven", "x": 7, "y": {"a": 1}, "value": 8}])
    dtypes = frame.dtypes.astype(str).to_dict()
    assert dtypes == {
        "articles": "string",
        "x": "Int64",
        "y": "object",
        "value": "float64",
    }


def test_notes_are_kept() -> None:
    assert to_frame([], notes=("'Ada' may be any of",)).attrs["notes"]
