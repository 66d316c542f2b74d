"""One table a label and a relationship type, as CSV for spreadsheets or as Parquet.

A table has the columns of the schema, whether or not the graph holds a row of it.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from kg.export.sinks import Sink, new_folder
from kg.extras import require
from kg.graph import Edge
from kg.output.formats import harmless
from kg.schema import Property, load_schema
from kg.store.pieces import Piece

Values = Mapping[str, Any]

# Rows that Parquet holds together, and this process in memory.
_GROUP = 10_000
_ENDS = ("source", "target")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name and columns: "SAID" of source, target and cue."""

    name: str
    columns: tuple[Property, ...]


class Writer(Protocol):
    """Writes the rows of one table."""

    def write(self, values: Values) -> None:
        """Write a row; what is absent is empty."""


Open = Callable[[Path, Table], AbstractContextManager[Writer]]


def tables() -> Iterator[Table]:
    """Yield the tables of nodes, then those of relationships.

    A relationship's ends are the columns `source` and `target`, keys both; where it may
    start at several labels, `sourceLabel` tells which.
    """
    schema = load_schema()
    for node in schema.nodes.values():
        yield Table(node.label, tuple(node.properties.values()))
    for edge in schema.edges.values():
        ends = [*_ENDS, "sourceLabel"] if len(edge.from_) > 1 else _ENDS
        columns = [Property(name, "string", optional=False) for name in ends]
        yield Table(edge.type, (*columns, *edge.properties.values()))


@contextmanager
def csv_tables(folder: Path) -> Iterator[Sink]:
    """Write CSV files, one a table, into a new folder: lists as JSON text.

    A cell that a spreadsheet would compute begins with an apostrophe. Raises
    `ExportError`.
    """
    with _tables(folder, _open_csv, "csv") as sink:
        yield sink


@contextmanager
def parquet_tables(folder: Path) -> Iterator[Sink]:
    """Write Parquet files, one a table, into a new folder, columns with their types.

    Raises `ExportError`, and `ExtraError` where pyarrow is not installed.
    """
    require("pyarrow", extra="export")
    with _tables(folder, _open_parquet, "parquet") as sink:
        yield sink


@contextmanager
def _tables(folder: Path, open_: Open, ending: str) -> Iterator[Sink]:
    with new_folder(folder) as part, ExitStack() as stack:
        yield _Tables(
            {
                table.name: stack.enter_context(
                    open_(part / f"{table.name}.{ending}", table)
                )
                for table in tables()
            }
        )


class _Tables:
    def __init__(self, writers: Mapping[str, Writer]) -> None:
        self._writers = writers

    def add(self, piece: Piece) -> None:
        for node in piece.nodes:
            self._writers[node.label].write(node.properties)
        for edge in piece.edges:
            self._writers[edge.type].write(edge_values(edge))


def edge_values(edge: Edge) -> dict[str, Any]:
    """Return an edge's properties and its ends, by column."""
    ends = {"source": edge.start, "target": edge.end, "sourceLabel": edge.start_label}
    return {**ends, **edge.properties}


@contextmanager
def _open_csv(path: Path, table: Table) -> Iterator[Writer]:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = _Csv(csv.writer(file, lineterminator="\n"), table)
        yield writer


class _Csv:
    def __init__(self, writer: Any, table: Table) -> None:
        self._writer = writer
        self._names = [column.name for column in table.columns]
        writer.writerow(self._names)

    def write(self, values: Values) -> None:
        self._writer.writerow([_cell(values.get(name)) for name in self._names])


def _cell(value: Any) -> Any:
    """Return a cell that no spreadsheet computes; numbers and days stay as they are."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float() | date():
            return value
        case list() | tuple():
            return json.dumps(value, ensure_ascii=False)
    return harmless(value)


@contextmanager
def _open_parquet(path: Path, table: Table) -> Iterator[Writer]:
    from pyarrow.parquet import ParquetWriter

    schema = _arrow_schema(table.columns)
    with ParquetWriter(path, schema, compression="zstd") as writer:
        rows = _Parquet(writer, schema)
        yield rows
        rows.flush()


class _Parquet:
    def __init__(self, writer: Any, schema: Any) -> None:
        self._writer = writer
        self._schema = schema
        self._rows: list[dict[str, Any]] = []

    def write(self, values: Values) -> None:
        self._rows.append({name: values.get(name) for name in self._schema.names})
        if len(self._rows) == _GROUP:
            self.flush()

    def flush(self) -> None:
        from pyarrow import Table as ArrowTable

        if self._rows:
            self._writer.write_table(ArrowTable.from_pylist(self._rows, self._schema))
            self._rows = []


def _arrow_schema(columns: Sequence[Property]) -> Any:
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "float": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "strings": pyarrow.list_(pyarrow.string()),
        "integers": pyarrow.list_(pyarrow.int64()),
    }
    return pyarrow.schema([(each.name, types[each.type]) for each in columns])
