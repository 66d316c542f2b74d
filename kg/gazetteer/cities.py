"""Cities that no person is called like, and the United States' namesakes of states."""

from functools import cache
from importlib.resources import files

import msgspec

from kg.folding import name_key


class Towns(msgspec.Struct, frozen=True):
    """The towns of a state and of the one of the United States that shares its name."""

    state: tuple[str, ...]
    american: tuple[str, ...]


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


@cache
def _names() -> frozenset[str]:
    return frozenset(map(name_key, _read().cities))


@cache
def _read() -> _Cities:
    source = files("kg.gazetteer").joinpath("cities.json").read_bytes()
    return msgspec.json.decode(source, type=_Cities)
