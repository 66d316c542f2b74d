"""What installers and indexes see: the name, the licences, what can be left out."""

import os
import re
import subprocess
import sys
from importlib.metadata import metadata, requires, version
from importlib.util import find_spec
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError
from kg.settings import Settings
from kg.store import open_store

ROOT = Path(__file__).parent.parent
LICENCES = {
    "MIT": "MIT License",
    "ISC": "copy, modify, and/or distribute this software",
    "ODbL-1.0": "Open Database License (ODbL) 1.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "CC-BY-SA-4.0": "Attribution-ShareAlike 4.0",
    "LicenseRef-WordNet-3.1": "WordNet 3.1 Copyright 2011 by Princeton University",
}


def test_version_is_that_of_the_distribution() -> None:
    assert kg.__version__ == version("kg-news")
    assert f"[{kg.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_licence_of_the_expression_is_explained() -> None:
    described = metadata("kg-news")
    texts = [ROOT / each for each in described.get_all("License-File")]
    said = " ".join(text.read_text(encoding="utf-8") for text in texts)
    for licence in described["License-Expression"].split(" AND "):
        assert LICENCES[licence] in re.sub(r"\s+", " ", said)


@pytest.mark.parametrize(("engine", "has_engine"), [("", True), ("neo4j", False)])
def test_embedded_engine_can_be_left_out(engine: str, has_engine: bool) -> None:
    found = _setup({"KG_ENGINE": engine}, "print(setup.dependencies())")
    assert ("arcadedb-embedded" in found.stdout) is has_engine
    assert "spacy" in found.stdout


def test_misspelt_engine_stops_the_build_with_one_line() -> None:
    found = _setup({"KG_ENGINE": "neo5j"}, "")
    assert found.returncode == 1
    assert found.stderr.strip() == (
        "KG_ENGINE: 'neo5j' is not neo4j; leave it out for both"
    )


def test_this_installation_has_both_engines() -> None:
    assert any(each.startswith("arcadedb-embedded") for each in requires("kg-news"))
    assert find_spec("arcadedb_embedded")


def test_folder_without_the_embedded_engine_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kg.store.find_spec", lambda _: None)
    with pytest.raises(StoreError, match="for Neo4j alone here: set NEO4J_URI"):
        open_store(Settings(store=str(tmp_path / "graph")))


def _setup(env: dict[str, str], then: str) -> subprocess.CompletedProcess[str]:
    without_setup = "import setuptools; setuptools.setup = lambda **_: None"
    code = f"{without_setup}\nimport setup\n{then}"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )
