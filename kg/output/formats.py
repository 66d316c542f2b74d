"""Write rows for people (a table, blocks) and for programs (JSON, JSON lines, CSV)."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, TextIO

from kg.output.cells import to_cell
from kg.output.plain import escape_json, plain

Row = Mapping[str, Any]

FORMATS = ("table", "long", "json", "jsonl", "csv")

# A spreadsheet takes a cell that starts with one of these, or with space and one of
# these, for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def print_rows(
    rows: Iterable[Row],
    format: str,
    *,
    columns: Sequence[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Write rows in one of `FORMATS` to a stream, by default standard output.

    `columns` gives the columns and their order, else the first row does. Where people
    read, in a table and in blocks ("long"), columns without any value are left out.
    """
    out = stream or sys.stdout
    match format:
        case "jsonl":
            _write_json_lines(rows, columns, out)
        case "json":
            _write_json(list(rows), columns, out)
        case "csv":
            _write_csv(list(rows), columns, out)
        case _:
            # Drawing takes a library that programs need not wait for.
            from kg.output.table import write_blocks, write_table

            write = write_blocks if format == "long" else write_table
            write(list(rows), columns, out)


def _columns(rows: Sequence[Row], columns: Sequence[str]) -> list[str]:
    return list(columns or (rows[0] if rows else ()))


def _write_json_lines(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    for row in rows:
        out.write(_to_json(row, columns) + "\n")


def _write_json(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    lines = ",\n".join(f"  {_to_json(row, columns)}" for row in rows)
    out.write(f"[\n{lines}\n]\n" if rows else "[]\n")


def _to_json(row: Row, columns: Sequence[str]) -> str:
    chosen = {column: row.get(column) for column in columns} if columns else dict(row)
    return escape_json(json.dumps(_finite(chosen), ensure_ascii=False, default=str))


def _finite(value: Any) -> Any:
    """Return a value with null for what JSON has no number for: NaN, infinity."""
    match value:
        case float():
            return value if isfinite(value) else None
        case Mapping():
            return {name: _finite(each) for name, each in value.items()}
        case list() | tuple():
            return [_finite(each) for each in value]
    return value


def _write_csv(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    names = _columns(rows, columns)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_csv_cell(name) for name in names])
    for row in rows:
        writer.writerow([_csv_cell(row.get(name)) for name in names])


def _csv_cell(value: Any) -> Any:
    """Return a cell that no spreadsheet computes; numbers stay numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    return plain(harmless(to_cell(value)))


def harmless(text: str) -> str:
    """Return a cell's text that no spreadsheet takes for a formula.

    "=1+1" gets an apostrophe before it.
    """
    is_formula = text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(
        _FORMULA_STARTS
    )
    return ("'" if is_formula else "") + text
