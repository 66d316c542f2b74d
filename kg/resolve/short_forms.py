"""Given names that are short for others: "Tony" for "Antony"."""

from functools import cache, lru_cache

from nicknames import NickNamer

from kg.folding import GENERATIONS
from kg.resolve.person_names import family_name, is_family_first
from kg.resolve.spelling import is_respelt


@lru_cache(maxsize=20_000)
def full_forms(given: str) -> frozenset[str]:
    """Return the names that a folded given name is short for, none where of none.

    >>> sorted(full_forms("jim"))
    ['james']
    """
    return frozenset(_nicknames().canonicals_of(given))


def is_with_short_form(name: str, full: str) -> bool:
    """Tell whether a folded name is another with its given name in short.

    "Ada Quill Jr." is so of nobody, and neither is a Korean or Chinese name.

    >>> is_with_short_form("tony quill", "antony john quill")
    True
    """
    short, long = name.split(), full.split()
    others = {*short, *long}
    return (
        1 < len(short) <= len(long)
        and others.isdisjoint(GENERATIONS)
        and set(short[1:]) <= set(long)
        and family_name(name) == family_name(full)
        and not (is_family_first(short) or is_family_first(long))
        and _is_short_for(short[0], long[0])
    )


def _is_short_for(given: str, full: str) -> bool:
    if given[0] == full[0] and len(given) >= len(full):
        return False
    forms = full_forms(given)
    return full in forms or any(is_respelt(full, each) for each in forms)


@cache
def _nicknames() -> NickNamer:
    return NickNamer()
