"""Family names that stand before the given name, and those of very many people."""

from functools import cache, lru_cache
from importlib.resources import files

from kg.folding import name_key
from kg.gazetteer.given_names import is_given_name


# Asked of each name again and again, where articles' names are joined.
@lru_cache(2**15)
def is_east_asian_family_name(word: str) -> bool:
    """Tell whether a word is a romanised Korean, Chinese or Vietnamese family name."""
    return name_key(word) in _names()


def is_common_family_name(word: str) -> bool:
    """Tell whether a family name is one of very many people: "Smith", "Kim", "Hassan".

    One of the 3,000 most frequent in the 1990 United States census, one of East Asia,
    or a given name, too.
    """
    key = name_key(word)
    return key in _common() or key in _names() or is_given_name(key)


@cache
def _names() -> frozenset[str]:
    return _listed("family_names.txt")


@cache
def _common() -> frozenset[str]:
    return _listed("common_family_names.txt")


def _listed(name: str) -> frozenset[str]:
    source = files("kg.gazetteer").joinpath(name)
    return frozenset(source.read_text("utf-8").split())
