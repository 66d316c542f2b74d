"""Imports go one way: a stage sees only those before it, and no rooms form a circle."""

import ast
from functools import cache
from importlib.resources import files
from pathlib import Path

import networkx as nx
import pytest

KG = Path(str(files("kg")))
# In order. A module takes the stage of the longest name that it starts with.
STAGES = [
    ["kg.errors"],
    ["kg.tables"],
    ["kg.spellings"],
    [
        *("kg.settings", "kg.folding", "kg.intervals", "kg.vectors"),
        *("kg.extras", "kg.workers"),
    ],
    ["kg.records"],
    ["kg.judgements"],
    ["kg.identity"],
    ["kg.schema"],
    ["kg.gazetteer"],
    ["kg.articles"],
    ["kg.english"],
    ["kg.model"],
    ["kg.annotate"],
    ["kg.extract"],
    ["kg.resolve"],
    ["kg.reading"],
    ["kg.graph"],
    ["kg.cypher"],
    ["kg.queries"],
    ["kg.store"],
    ["kg.output"],
    ["kg.evidence"],
    ["kg.search"],
    ["kg.ask", "kg.frames", "kg.network"],
    ["kg.asking"],
    ["kg.judge", "kg.doubtful"],
    ["kg.view"],
    ["kg.build"],
    ["kg.export"],
    ["kg.spark"],
    ["kg.quickstart"],
    ["kg.api", "kg"],
    ["kg.cli"],
    ["kg.__main__"],
    ["kg.train"],
]
ORDER = {name: rank for rank, names in enumerate(STAGES) for name in names}
ONLY_IMPORTERS = {
    "spacy": (*("kg.english", "kg.annotate", "kg.extract", "kg.asking", "kg.train"),),
    "neo4j": ("kg.store",),
    "arcadedb_embedded": ("kg.store",),
    "pyvis": ("kg.view",),
    "onnxruntime": ("kg.annotate", "kg.train"),
    "torch": ("kg.train",),
    "pyspark": ("kg.spark",),
}


@cache
def modules() -> dict[str, set[str]]:
    """Return every module of kg with the names that it imports."""
    return {module_name(path): imported(path) for path in sorted(KG.rglob("*.py"))}


def module_name(path: Path) -> str:
    parts = path.relative_to(KG.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
            if node.module == "kg":
                names.update(f"kg.{alias.name}" for alias in node.names)
                names.discard("kg")
    return names


def stage(name: str) -> int | None:
    known = [each for each in ORDER if name == each or name.startswith(each + ".")]
    if name != "kg":
        known = [each for each in known if each != "kg"]
    return ORDER[max(known, key=len)] if known else None


def is_ours(name: str) -> bool:
    return name == "kg" or name.startswith("kg.")


def test_every_module_belongs_to_a_stage():
    assert [name for name in modules() if stage(name) is None] == []


@pytest.mark.parametrize("rank", range(len(STAGES)), ids=[s[0] for s in STAGES])
def test_stage_imports_only_earlier_stages(rank):
    later = [
        f"{name} imports {other}"
        for name, names in modules().items()
        if stage(name) == rank
        for other in names
        if is_ours(other) and (stage(other) or 0) > rank
    ]
    assert later == []


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_library_is_left_to_its_stage(library):
    importers = [
        name
        for name, names in modules().items()
        if library in {each.partition(".")[0] for each in names}
    ]
    assert importers
    assert [n for n in importers if not n.startswith(ONLY_IMPORTERS[library])] == []


def test_no_model_runs_behind_the_store():
    importers = [name for name, names in modules().items() if any(map(is_model, names))]
    assert importers
    rooms = ("kg.store", "kg.resolve", "kg.graph", "kg.ask", "kg.view")
    assert [name for name in importers if name.startswith(rooms)] == []


def is_model(name: str) -> bool:
    return name.startswith(("kg.annotate.encoder", "kg.reading"))


def test_rooms_form_no_circle():
    rooms = nx.DiGraph()
    for name, names in modules().items():
        for other in filter(is_ours, names):
            rooms.add_edge(room(name), room(other))
    rooms.remove_edges_from(list(nx.selfloop_edges(rooms)))
    assert list(nx.simple_cycles(rooms)) == []


def room(name: str) -> str:
    """Return the innermost package of a module; in a package of rooms, itself."""
    parent = name.rpartition(".")[0]
    holds_rooms = any(KG.parent.joinpath(*parent.split(".")).glob("*/__init__.py"))
    return name if holds_rooms else parent
