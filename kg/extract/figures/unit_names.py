"""The words of `units.yaml` by table: names of units, currencies and casualties."""

from functools import cache
from typing import Any

from kg.tables import read_table


@cache
def unit_words(table: str) -> frozenset[str]:
    """Return a plain list of the file, such as "durations" or "percent".

    Raises `KeyError` where the file has no such table.
    """
    return frozenset(_tables()[table].split())


@cache
def unit_names(table: str) -> dict[str, str]:
    """Return a table turned round: from each word to the name it stands under.

    ``unit_names("nouns")["soldier"]`` is "troops". Raises `KeyError` where the file
    has no such table.
    """
    return {
        word: name for name, words in _tables()[table].items() for word in words.split()
    }


@cache
def national_currencies() -> dict[tuple[str, str], str]:
    """Return the code of each currency that a nationality picks.

    ``("canadian", "dollar")`` gives "CAD".
    """
    pairs = {
        code: text.split() for code, text in _tables()["national_currencies"].items()
    }
    return {(nation, word): code for code, (nation, word) in pairs.items()}


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = read_table(__package__, "units.yaml")
    return tables
