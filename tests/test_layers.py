"""Imports go one way: a stage sees only those before it."""

import ast
from importlib.resources import files
from pathlib import Path

import pytest

KG = Path(str(files("kg")))
# In order. A module takes the stage of the longest name that it starts with.
STAGES = [
    ["kg.errors"],
    ["kg.settings", "kg.folding", "kg.plain"],
    ["kg.records"],
    ["kg.identity"],
    ["kg.schema"],
    ["kg.gazetteer"],
    ["kg.articles"],
    ["kg.model"],
    ["kg.annotate"],
    ["kg.extract"],
    ["kg.resolve"],
    ["kg.extraction"],
    ["kg.kinds"],
    ["kg.graph"],
    ["kg.cypher"],
    ["kg.queries"],
    ["kg.store"],
    ["kg.ask", "kg.tables", "kg.layout", "kg.network", "kg.browser"],
    ["kg.view"],
    ["kg.build"],
    ["kg.quickstart"],
    ["kg.api", "kg"],
    ["kg.cli_reading"],
    ["kg.cli_ask", "kg.cli_view", "kg.cli_watch"],
    ["kg.cli"],
    ["kg.__main__"],
    ["kg.train"],
]
ORDER = {name: rank for rank, names in enumerate(STAGES) for name in names}
ONLY_IMPORTER = {
    "spacy": ("kg.annotate", "kg.extract", "kg.train"),
    "neo4j": ("kg.store",),
    "arcadedb_embedded": ("kg.store",),
    "pyvis": ("kg.view",),
    "torch": ("kg.train",),
}
MODULES = sorted(KG.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(KG.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def stage(name: str) -> int:
    known = [each for each in ORDER if name == each or name.startswith(each + ".")]
    return ORDER[max(known, key=len)] if name != "kg" else ORDER["kg"]


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


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_belongs_to_a_stage(path):
    name = module_name(path)
    assert name == "kg" or any(
        name == each or name.startswith(each + ".") for each in ORDER if each != "kg"
    ), f"{name}: give it a place in STAGES"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_imports_only_earlier_stages(path):
    own = stage(module_name(path))
    later = {
        name
        for name in imported(path)
        if (name == "kg" or name.startswith("kg.")) and stage(name) > own
    }
    assert later == set()


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_module_leaves_guarded_libraries_to_their_stage(path):
    name = module_name(path)
    roots = {each.partition(".")[0] for each in imported(path)}
    for library in roots & ONLY_IMPORTER.keys():
        assert name.startswith(ONLY_IMPORTER[library]), f"{name} imports {library}"
