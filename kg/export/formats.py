"""The formats, and writing a graph in one of them."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from kg.errors import ExportError
from kg.export.admin import neo4j_admin
from kg.export.ftm import follow_the_money
from kg.export.graphml import graphml
from kg.export.jsonld import json_ld
from kg.export.sinks import Sink
from kg.export.tables import csv_tables, parquet_tables
from kg.store.pieces import Piece

Note = Callable[[str], None]
Open = Callable[[Path, Note], AbstractContextManager[Sink]]

FORMATS: dict[str, Open] = {
    "graphml": lambda path, _: graphml(path),
    "csv": lambda path, _: csv_tables(path),
    "parquet": lambda path, _: parquet_tables(path),
    "json-ld": lambda path, _: json_ld(path),
    "ftm": lambda path, _: follow_the_money(path),
    "neo4j-admin": lambda path, on_note: neo4j_admin(path, on_note=on_note),
}


def export(pieces: Iterable[Piece], format: str, path: Path, *, on_note: Note) -> None:
    """Write a graph, given in pieces, to a file or a folder.

    ``export(store.pieces(), "graphml", Path("graph.graphml"), on_note=print)`` writes
    one file. The same graph gives the same bytes. `on_note` is told of text that the
    format cannot hold as it is. Raises `ExportError`; nothing is left at `path` then.
    """
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise ExportError(f"no export format {format!r}: there are {known}")
    with FORMATS[format](path, on_note) as sink:
        for piece in pieces:
            sink.add(piece)
