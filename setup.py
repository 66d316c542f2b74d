"""Dependencies, with the embedded engine or, where KG_ENGINE is neo4j, without it."""

import os
import tomllib
from pathlib import Path

from setuptools import setup

ENGINES = {"": ["embedded"], "neo4j": []}


def dependencies() -> list[str]:
    """Return what to install; an engine that KG_ENGINE misspells stops the build."""
    engine = os.environ.get("KG_ENGINE", "")
    if engine not in ENGINES:
        raise SystemExit(f"KG_ENGINE: '{engine}' is not neo4j; leave it out for both")
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    listed = project["tool"]["kg"]["dependencies"]
    return sum((listed[each] for each in ENGINES[engine]), start=listed["always"])


setup(install_requires=dependencies())
