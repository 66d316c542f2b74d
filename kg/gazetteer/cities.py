"""Cities that no person is called like, and towns and states of one name."""

from functools import cache
from importlib.resources import files

import msgspec

from kg.folding import name_key


class Towns(msgspec.Struct, frozen=True):
    """The towns of a state and of the one of the United States that shares its name."""

    state: tuple[str, ...]
    american: tuple[str, ...]


class Regions(msgspec.Struct, frozen=True):
    """The regions that have a place of one name, the one with the largest first.

    A region is a state's id or one of the United States, folded; `known` is that of a
    town far larger than its namesakes, "" where there is none; `large` are those whose
    town is large, and not dwarfed by another.
    """

    known: str
    regions: tuple[str, ...]
    large: tuple[str, ...]


class _Cities(msgspec.Struct, frozen=True):
    cities: tuple[str, ...]
    namesakes: dict[str, Towns]


def is_city(name: str) -> bool:
    """Tell whether a name is a large city's and hardly ever a person's: "Kharkiv".

    From GeoNames, cities of 100,000 people and more; "Houston" is no such name, since
    persons bear it.
    """
    return name_key(name) in _names()


@cache
def towns_of_namesake(state: str) -> Towns | None:
    """Return folded towns of both namesakes for a state's id, None without one.

    Georgia, ``GEO``, has Batumi there and Savannah in the United States.
    """
    found = _read().namesakes.get(state)
    if found is None:
        return None
    state_towns, american = (
        tuple(map(name_key, towns)) for towns in (found.state, found.american)
    )
    return Towns(state_towns, american)


def regions_with_town(key: str) -> Regions | None:
    """Return which regions have a place of that name, None where fewer than two have.

    The name is folded as names of places are: "saint louis". From GeoNames, towns of
    15,000 people and more: Portland is in Oregon, in Maine and in Texas. Counties of
    the United States are among them, and a few provinces: Punjab.
    """
    return _towns().get(key)


@cache
def _towns() -> dict[str, Regions]:
    source = files("kg.gazetteer").joinpath("towns.json").read_bytes()
    return msgspec.json.decode(source, type=dict[str, Regions])


@cache
def _names() -> frozenset[str]:
    return frozenset(map(name_key, _read().cities))


@cache
def _read() -> _Cities:
    source = files("kg.gazetteer").joinpath("cities.json").read_bytes()
    return msgspec.json.decode(source, type=_Cities)
