"""Files for `neo4j-admin database import full`, and what to run after it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kg.export.admin_cells import DELIMITER, TYPES, Cells, quoted
from kg.export.sinks import Sink, new_folder
from kg.graph import Edge, Node
from kg.queries import load_query, query_names
from kg.schema import Property, load_schema
from kg.store.pieces import Piece

ARGUMENTS, AFTER = "import.args", "after.cypher"
_OPTIONS = (
    "--id-type=string",
    "--multiline-fields=true",
    f"--array-delimiter=U+{ord(DELIMITER):04X}",
    "--read-buffer-size=16m",
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Nodes of a label, or edges of a type from a label: two files of the importer."""

    name: str
    option: str
    header: tuple[str, ...]
    pattern: str
    columns: tuple[Property, ...]

    @property
    def files(self) -> tuple[str, str]:
        """The names of the header's file and of the rows' file."""
        return f"{self.name}-header.csv", f"{self.name}.csv"

    def head(self) -> str:
        """Return the header's line."""
        columns = (f"{each.name}:{TYPES[each.type]}" for each in self.columns)
        return ",".join((*self.header, *columns)) + "\n"


@contextmanager
def neo4j_admin(folder: Path, *, on_note: Callable[[str], None]) -> Iterator[Sink]:
    """Write a new folder for Neo4j's offline importer; raises `ExportError`.

    It holds a header and a data file for each label and relationship type,
    ``import.args`` with all arguments, and ``after.cypher`` with the constraints, the
    indexes and the lists that CSV cannot write. `on_note` is told of a text whose
    characters the importer takes for something else.
    """
    with new_folder(folder) as part:
        cells = Cells(on_note)
        with ExitStack() as stack:
            yield _Admin(part, stack, cells)
        (part / ARGUMENTS).write_text(_arguments(), encoding="utf-8")
        schema = [load_query(name).statement for name in query_names("schema")]
        after = "".join(f"{each};\n" for each in (*schema, *cells.statements()))
        (part / AFTER).write_text(after, encoding="utf-8")


def _arguments() -> str:
    """Return an argument file of neo4j-admin."""
    files = (f"--{each.option}={','.join(each.files)}" for each in _kinds().values())
    return "".join(f"{each}\n" for each in (*_OPTIONS, *files))


def _kinds() -> dict[tuple[str, ...], Rows]:
    """Return all kinds of rows: of nodes by label, of edges by type and start."""
    schema = load_schema()
    kinds: dict[tuple[str, ...], Rows] = {}
    for label, node in schema.nodes.items():
        kinds[(label,)] = Rows(
            name=label,
            option="nodes",
            header=(f":ID({label})", ":LABEL"),
            pattern=f"(found:{label})",
            columns=tuple(node.properties.values()),
        )
    for type_, edge in schema.edges.items():
        (end,) = edge.to
        for start in edge.from_:
            kinds[type_, start] = Rows(
                name=f"{type_}-{start}" if len(edge.from_) > 1 else type_,
                option=f"relationships={type_}",
                header=(f":START_ID({start})", f":END_ID({end})"),
                pattern=f"()-[found:{type_}]->()",
                columns=tuple(edge.properties.values()),
            )
    return kinds


class _Admin:
    """Writes nodes and edges, a file for each kind."""

    def __init__(self, folder: Path, stack: ExitStack, cells: Cells) -> None:
        self._cells = cells
        self._kinds = _kinds()
        self._files: dict[tuple[str, ...], TextIO] = {}
        for kind, rows in self._kinds.items():
            header, data = rows.files
            (folder / header).write_text(rows.head(), encoding="utf-8")
            file = (folder / data).open("w", encoding="utf-8", newline="")
            self._files[kind] = stack.enter_context(file)

    def add(self, piece: Piece) -> None:
        for node in piece.nodes:
            labels = (node.label, node.sublabel) if node.sublabel else (node.label,)
            self._write((node.label,), (node.key, DELIMITER.join(labels)), node)
        for edge in piece.edges:
            self._write((edge.type, edge.start_label), (edge.start, edge.end), edge)

    def _write(
        self, kind: tuple[str, ...], first: Sequence[str], row: Node | Edge
    ) -> None:
        rows, own = self._kinds[kind], row.properties
        cells = (
            self._cells.cell(rows.pattern, each, own.get(each.name))
            for each in rows.columns
        )
        self._files[kind].write(",".join((*map(quoted, first), *cells)) + "\n")
