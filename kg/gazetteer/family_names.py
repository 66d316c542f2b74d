"""Family names that stand before the given name."""

from functools import cache
from importlib.resources import files

from kg.folding import name_key


def is_east_asian_family_name(word: str) -> bool:
    """Tell whether a word is a romanised Korean, Chinese or Vietnamese family name."""
    return name_key(word) in _names()


@cache
def _names() -> frozenset[str]:
    source = files("kg.gazetteer").joinpath("family_names.txt")
    return frozenset(source.read_text("utf-8").split())
