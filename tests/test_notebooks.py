"""Every notebook runs from its first cell to its last."""

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
# What a notebook's tables, pictures and pages must show.
SHOWN = {
    "01_explore.ipynb": ("Choe Son Hui", 2, 2),
    "02_dossier.ipynb": ("Choe Son Hui", 1, 1),
    "03_own_corpus.ipynb": ("Ada Quill", 0, 1),
}


@pytest.mark.notebook
@pytest.mark.model
@pytest.mark.timeout(300)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_runs(path, tmp_path, monkeypatch):
    monkeypatch.setenv("KG_STORE", str(tmp_path / "graph"))
    for name in ("NEO4J_URI", "KG_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=200, resources={"metadata": {"path": str(path.parent)}}
    ).execute(env=dict(os.environ))
    outputs = [
        output
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    ]
    assert [each.text for each in outputs if each.get("name") == "stderr"] == []
    name, charts, pages = SHOWN[path.name]
    shown = [each["data"] for each in outputs if "data" in each]
    tables = [each.get("text/html", "") for each in shown]
    assert any(name in table for table in tables)
    assert sum("<iframe" in table for table in tables) == pages
    assert sum("image/png" in each for each in shown) == charts


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_committed_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert all(not cell.get("execution_count") for cell in notebook.cells)


def test_notebooks_are_found():
    assert [path.name for path in NOTEBOOKS] == sorted(SHOWN)
