"""Read the tables that kg is shipped with, in YAML."""

from importlib.resources import files
from typing import Any

import yaml

# libyaml, where PyYAML has it, is ten times as fast, and a run waits for some twenty
# files. Every scalar is a string, since YAML 1.1 makes booleans of "on" and "no".
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_table(package: str, name: str) -> Any:
    """Return what a package's YAML file holds, in maps, lists and strings.

    ``read_table("kg.extract.times", "named.yaml")["feasts"]["Christmas Day"]`` is
    "12-25". Raises `FileNotFoundError` where there is no such file.
    """
    text = files(package).joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=_Loader)
