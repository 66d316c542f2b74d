"""The gender that a given name usually has."""

from functools import cache
from importlib.resources import files
from typing import Literal

from kg.folding import name_key


def gender_of_given_name(name: str) -> Literal["feminine", "masculine"] | None:
    """Return the gender of nearly all bearers of a given name, or None.

    From the counts of the 1990 United States census and a list of names common
    elsewhere; names given to both genders are left out.
    """
    if _names().get("female") and name_key(name) in _names()["female"]:
        return "feminine"
    return "masculine" if name_key(name) in _names()["male"] else None


def is_given_name(name: str) -> bool:
    """Tell whether nearly all who bear a given name are of one gender: "Viktor"."""
    return gender_of_given_name(name) is not None


@cache
def _names() -> dict[str, frozenset[str]]:
    source = files("kg.gazetteer").joinpath("given_names.txt").read_text("utf-8")
    lines = (line.partition("\t") for line in source.splitlines())
    return {gender: frozenset(names.split()) for gender, _, names in lines}
