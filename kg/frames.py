"""Answers as pandas DataFrames, whose columns have their types without any row, too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from kg.extras import require

if TYPE_CHECKING:
    import pandas

Lists = Literal["keep", "text", "rows"]

# What the columns of kg's questions hold; all others hold text.
_DAYS = (
    *("said", "saidTo", "happened", "happenedTo", "published", "otherPublished"),
    *("firstSaid", "lastSaid", "firstPublished", "lastPublished"),
)
_COUNTS = (
    *("articles", "copies", "count", "end", "entities", "events", "figures", "hops"),
    *("mentions", "sources", "speakers", "start", "statements"),
)
_NUMBERS = ("score", "value")
_FLAGS = ("negated", "otherNegated")
_LISTS = (
    *("about", "actors", "addressees", "aliases", "alsoTold", "keys", "otherKeys"),
    *("recipients", "rivals", "roles", "saidBy", "who"),
)
# "path" is text in one question only: rows tell where the name does not.
_DTYPES = {
    **dict.fromkeys(_DAYS, "datetime64[s]"),
    **dict.fromkeys(_COUNTS, "Int64"),
    **dict.fromkeys(_NUMBERS, "float64"),
    **dict.fromkeys(_FLAGS, "boolean"),
    **dict.fromkeys(_LISTS, "object"),
}


def to_frame(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str] = (),
    *,
    lists: Lists = "keep",
    notes: Sequence[str] = (),
) -> "pandas.DataFrame":
    """Return rows as a DataFrame.

    `columns` gives the columns and their order, else the first row does. Days are
    `datetime64[s]`, counts `Int64`, texts `string`, lists of names Python lists;
    `lists` makes texts of them ("text": ``Iran, Russia``) or a row of each item
    ("rows", where two lists give all pairs). `notes` are in ``frame.attrs["notes"]``.
    Raises `ExtraError` where pandas is not installed.

    >>> to_frame([], ["speaker", "said"]).dtypes.astype(str).to_dict()
    {'speaker': 'string', 'said': 'datetime64[s]'}
    """
    require("pandas", extra="notebooks")
    import pandas

    found = list(rows)
    names = list(columns or (found[0] if found else ()))
    frame = pandas.DataFrame(
        {name: _series([row.get(name) for row in found], name) for name in names}
    )
    for name in names:
        if lists == "keep" or not _is_list(name, frame[name]):
            continue
        if lists == "text":
            frame[name] = frame[name].map(_joined).astype("string")
        else:
            frame = frame.explode(name, ignore_index=True)
            frame[name] = frame[name].astype("string")
    frame.attrs["notes"] = list(notes)
    return frame


def _series(values: list[Any], name: str) -> "pandas.Series[Any]":
    import pandas

    dtype = _dtype(values, name)
    if dtype == "datetime64[s]":
        return pandas.Series(pandas.array(values, dtype="object")).astype(dtype)
    return pandas.Series(values, dtype=dtype)


def _dtype(values: list[Any], name: str) -> str:
    """Return a column's type: by its values where they are of one, else by its name."""
    kinds = {type(value) for value in values if value is not None}
    by_name = _DTYPES.get(name, "string")
    if not kinds:
        return by_name
    if kinds == {date}:
        return "datetime64[s]"
    if kinds == {str}:
        return "string"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "float64" if by_name == "float64" else "Int64"
    return "float64" if kinds <= {int, float} else "object"


def _is_list(name: str, column: "pandas.Series[Any]") -> bool:
    if len(column):
        return any(isinstance(value, list) for value in column)
    return name in _LISTS


def _joined(values: Any) -> Any:
    return ", ".join(map(str, values)) if isinstance(values, list) else values
