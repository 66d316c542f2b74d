"""Lay rows out for people: a table that fits the screen, or a block of lines a row."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.output.cells import to_cell
from kg.output.plain import plain

Row = Mapping[str, Any]

# A column of text narrower than this is no longer read with ease; long text takes two.
_LEAST_WIDTH = 10
_PADDING = 2
# Where the output is no terminal, it has no width of its own.
_FILE_WIDTH = 120


def write_table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """Write rows as a table that is no wider than the screen.

    Long text is folded, never cut off. Columns without any value are left out and, from
    the right, those that there is no room for; a line below the table names these.
    """
    console = _console(out)
    if not rows:
        console.print("no rows")
        return
    names = _filled(rows, columns)
    cells = {name: [plain(to_cell(row.get(name))) for row in rows] for name in names}
    widths = _widths(names, cells, console.width)
    console.print(_make_table(widths, cells, rows))
    if lacking := [plain(name) for name in names if name not in widths]:
        console.print(
            f"no room in {console.width} columns for {', '.join(lacking)}"
            " (--format long has it)"
        )


def write_blocks(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """Write each row as a block of lines, one a column that has a value there."""
    console = _console(out)
    names = _filled(rows, columns)
    margin = max(map(len, names), default=0) + 2
    for number, row in enumerate(rows, start=1):
        console.print(Text(f"— {number} —", style="dim"))
        for name in names:
            if cell := plain(to_cell(row.get(name))):
                _print_line(plain(name), cell, margin, console)
    if not rows:
        console.print("no rows")


def _console(out: TextIO) -> Console:
    has_width = out.isatty() or "COLUMNS" in os.environ
    return Console(
        file=out,
        width=None if has_width else _FILE_WIDTH,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _filled(rows: Sequence[Row], columns: Sequence[str]) -> list[str]:
    """Return the columns that have a value in some row; all, where none has."""
    every = list(columns or (rows[0] if rows else ()))
    return [
        name for name in every if any(_has_value(row.get(name)) for row in rows)
    ] or every


def _has_value(value: Any) -> bool:
    return value is not None and value is not False and value != [] and value != ""


def _widths(
    names: Sequence[str], cells: Mapping[str, Sequence[str]], width: int
) -> dict[str, int]:
    """Share the width among the columns for which it suffices.

    The last one needs no padding.
    """
    width += _PADDING
    natural = {
        name: max(
            cell_len(line) for cell in (name, *cells[name]) for line in cell.split("\n")
        )
        for name in names
    }
    least = {
        name: max(
            cell_len(name),
            min(natural[name], _least_width(natural[name])),
            _longest_word(cells[name]),
        )
        for name in names
    }
    shown = _fitting(least, width)
    left = width - sum(least[name] + _PADDING for name in shown)
    # The short ones first: a name that nearly fits gets what it lacks.
    lacking = sorted(shown, key=lambda name: natural[name] - least[name])
    given = {name: least[name] for name in shown}
    for count, name in zip(range(len(shown), 0, -1), lacking, strict=True):
        more = min(natural[name] - least[name], max(left, 0) // count)
        given[name] += more
        left -= more
    return given


def _fitting(least: Mapping[str, int], width: int) -> list[str]:
    """Return the columns for which there is room, dropping from the right.

    The first stays, and the key, by which one asks for all the rest.
    """
    shown = list(least)
    droppable = [name for name in shown[1:] if name != "key"]
    while droppable and sum(least[name] + _PADDING for name in shown) > width:
        shown.remove(droppable.pop())
    return shown


def _longest_word(column: Sequence[str]) -> int:
    """Return the width that keeps names and keys whole, up to a limit."""
    words = (word for cell in column for word in cell.split())
    return min(max(map(cell_len, words), default=0), 2 * _LEAST_WIDTH)


def _least_width(natural: int) -> int:
    return 2 * _LEAST_WIDTH if natural > 4 * _LEAST_WIDTH else _LEAST_WIDTH


def _make_table(
    widths: Mapping[str, int], cells: Mapping[str, Sequence[str]], rows: Sequence[Row]
) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False
    )
    for name, width in widths.items():
        values = [row.get(name) for row in rows]
        table.add_column(
            Text(plain(name)),
            justify="right" if _are_numbers(values) else "left",
            width=width,
            overflow="fold",
        )
    for row_cells in zip(*(cells[name] for name in widths), strict=True):
        table.add_row(*map(Text, row_cells))
    return table


def _are_numbers(values: Iterable[Any]) -> bool:
    return all(
        value is None or (isinstance(value, (int, float)) and value is not True)
        for value in values
    )


def _print_line(label: str, cell: str, margin: int, console: Console) -> None:
    room = max(console.width - margin, _LEAST_WIDTH)
    for index, line in enumerate(Text(cell).wrap(console, room)):
        line.rstrip()
        told = label if index == 0 else ""
        console.print(Text(told.ljust(margin), style="bold") + line)
