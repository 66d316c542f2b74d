"""Lay rows out for people: a table where it fits the screen, else a block a row."""

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
_LEAST_WIDTH = 12
_PADDING = 3
# Where the output is no terminal, it has no width of its own.
_FILE_WIDTH = 120


def write_table(rows: Sequence[Row], columns: Sequence[str], out: TextIO) -> None:
    """Write rows as a table, or as blocks of lines where the width is too small.

    Columns without any value are left out. No text is cut off.
    """
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
    every = list(columns or rows[0])
    filled = [name for name in every if any(_has_value(row.get(name)) for row in rows)]
    names = filled or every
    cells = [[plain(to_cell(row.get(name))) for name in names] for row in rows]
    if widths := _widths(names, cells, console.width):
        console.print(_make_table(names, cells, rows, widths))
    else:
        _print_records(names, cells, console)


def _has_value(value: Any) -> bool:
    return value is not None and value is not False and value != [] and value != ""


def _widths(
    names: Sequence[str], cells: Sequence[Sequence[str]], width: int
) -> list[int] | None:
    """Share the width among the columns, or return None where it is not enough.

    Each column gets what it needs to be read; what is left goes to the longer ones.
    """
    natural = [
        max(cell_len(line) for cell in (name, *column) for line in cell.split("\n"))
        for name, column in zip(names, zip(*cells, strict=True), strict=True)
    ]
    least = [
        max(cell_len(name), min(longest, _least_width(longest)), _longest_word(column))
        for name, longest, column in zip(
            names, natural, zip(*cells, strict=True), strict=True
        )
    ]
    left = width - len(names) * _PADDING - sum(least)
    if left < 0:
        return None
    wanted = [longest - given for longest, given in zip(natural, least, strict=True)]
    share = min(1.0, left / max(sum(wanted), 1))
    return [
        given + int(more * share) for given, more in zip(least, wanted, strict=True)
    ]


def _longest_word(column: Sequence[str]) -> int:
    """Return the width that keeps names and keys whole, up to a limit."""
    words = (word for cell in column for word in cell.split())
    return min(max(map(cell_len, words), default=0), 2 * _LEAST_WIDTH)


def _least_width(natural: int) -> int:
    return 2 * _LEAST_WIDTH if natural > 4 * _LEAST_WIDTH else _LEAST_WIDTH


def _make_table(
    names: Sequence[str],
    cells: Sequence[Sequence[str]],
    rows: Sequence[Row],
    widths: Sequence[int],
) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, width in zip(names, widths, strict=True):
        values = [row.get(name) for row in rows]
        table.add_column(
            Text(plain(name)),
            justify="right" if _are_numbers(values) else "left",
            width=width,
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


def _print_records(
    names: Sequence[str], cells: Sequence[Sequence[str]], console: Console
) -> None:
    """Print each row as a block of lines, one a column, for narrow screens."""
    margin = max(map(len, names)) + 2
    for number, row_cells in enumerate(cells, start=1):
        console.print(Text(f"— {number} —", style="dim"))
        for name, cell in zip(names, row_cells, strict=True):
            if not cell:
                continue
            lines = Text(cell).wrap(console, max(console.width - margin, _LEAST_WIDTH))
            for index, line in enumerate(lines):
                label = plain(name) if index == 0 else ""
                line.rstrip()
                console.print(Text(label.ljust(margin), style="bold") + line)
