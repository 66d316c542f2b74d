"""Write rows for people (a table) and for programs (JSON, JSON lines, CSV)."""

import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from kg.plain import escape_json, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = Mapping[str, Any]

FORMATS = ("table", "json", "jsonl", "csv")

# A spreadsheet takes a cell that starts with one of these for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A column of text narrower than this is no longer read with ease; long text takes two.
_LEAST_WIDTH = 12
_PADDING = 3
# Where the output is no terminal, it has no width of its own.
_FILE_WIDTH = 120


def print_rows(
    rows: Iterable[Row],
    format: str,
    *,
    columns: Sequence[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Write rows in one of `FORMATS` to a stream, by default standard output.

    `columns` gives the columns and their order, else the first row does. In a table
    columns without any value are left out.
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
            _write_table(list(rows), columns, out)


def to_cell(value: Any) -> str:
    """Return a value as a cell's text: lists joined, no value as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"
        case str():
            return value
        case date():
            return value.isoformat()
        case Mapping():
            return json.dumps(value, ensure_ascii=False, default=str)
        case Sequence():
            return ", ".join(to_cell(each) for each in value)
    return str(value)


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
    return escape_json(json.dumps(chosen, ensure_ascii=False, default=str))


def _write_csv(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    names = _columns(rows, columns)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_csv_cell(row.get(name)) for name in names])


def _csv_cell(value: Any) -> Any:
    """Return a cell that no spreadsheet computes; numbers stay numbers."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    text = to_cell(value)
    return ("'" if text.startswith(_FORMULA_STARTS) else "") + plain(text)


def _write_table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    from rich.console import Console

    has_width = out.isatty() or "COLUMNS" in os.environ
    console = Console(
        file=out,
        width=None if has_width else _FILE_WIDTH,
        highlight=False,
        emoji=False,
        markup=False,
    )
    if not rows:
        console.print("no rows")
        return
    names = [
        name
        for name in _columns(rows, columns)
        if any(_has_value(row.get(name)) for row in rows)
    ]
    cells = [[plain(to_cell(row.get(name))) for name in names] for row in rows]
    if _fits(names, cells, console.width):
        console.print(_make_table(names, cells, rows))
    else:
        _print_records(names, cells, console)


def _has_value(value: Any) -> bool:
    return value is not None and value is not False and value != [] and value != ""


def _fits(names: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> bool:
    """Say whether a table of these cells can be read at the width."""
    needed = 0
    for name, column in zip(names, zip(*cells, strict=True), strict=True):
        natural = max(
            len(line) for cell in column for line in (cell or " ").split("\n")
        )
        needed += max(len(name), min(natural, _least_width(natural))) + _PADDING
    return needed <= width


def _least_width(natural: int) -> int:
    return 2 * _LEAST_WIDTH if natural > 4 * _LEAST_WIDTH else _LEAST_WIDTH


def _make_table(
    names: Sequence[str], cells: Sequence[Sequence[str]], rows: Sequence[Row]
) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        values = [row.get(name) for row in rows]
        table.add_column(
            Text(plain(name)),
            justify="right" if _are_numbers(values) else "left",
            no_wrap=_are_short(values),
            overflow="fold",
        )
    for row_cells in cells:
        table.add_row(*map(Text, row_cells))
    return table


def _are_numbers(values: Iterable[Any]) -> bool:
    return all(
        value is None or (isinstance(value, (int, float)) and value is not True)
        for value in values
    )


def _are_short(values: Sequence[Any]) -> bool:
    """Say whether these cells may not be broken: numbers and days."""
    return _are_numbers(values) or all(
        value is None or isinstance(value, date) for value in values
    )


def _print_records(
    names: Sequence[str], cells: Sequence[Sequence[str]], console: "Console"
) -> None:
    """Print each row as a block of lines, one a column, for narrow screens."""
    from rich.text import Text

    margin = max(map(len, names)) + 2
    for number, row_cells in enumerate(cells, start=1):
        console.print(Text(f"— {number} —", style="dim"))
        for name, cell in _filled(names, row_cells):
            lines = Text(cell).wrap(console, max(console.width - margin, _LEAST_WIDTH))
            for index, line in enumerate(lines):
                label = plain(name) if index == 0 else ""
                line.rstrip()
                console.print(Text(label.ljust(margin), style="bold") + line)


def _filled(
    names: Sequence[str], row_cells: Sequence[str]
) -> Iterator[tuple[str, str]]:
    return (pair for pair in zip(names, row_cells, strict=True) if pair[1])
