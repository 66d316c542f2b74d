"""Organisations by name and acronym."""

from functools import cache
from importlib.resources import files

import msgspec

from kg.folding import is_acronym, name_key


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation known beforehand; `state` is the id of the state it serves.

    `kind` is ``intergovernmental``, ``national``, ``armed`` or ``other``.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    state: str | None = None


@cache
def load_organisations() -> tuple[Organisation, ...]:
    """Return all organisations, the better known first."""
    source = files("kg.gazetteer").joinpath("organisations.json").read_bytes()
    return tuple(msgspec.json.decode(source, type=list[Organisation]))


def organisation_named(text: str) -> Organisation | None:
    """Return the organisation that a name or an acronym in capitals stands for."""
    bare = text.strip().removesuffix("'s").removesuffix("’s")
    for article in ("The ", "the "):
        bare = bare.removeprefix(article)
    key = name_key(bare)
    found = _index().get(key)
    if found is None or (
        found[1] and not is_acronym(bare) and bare not in found[0].names
    ):
        return None
    return found[0]


@cache
def _index() -> dict[str, tuple[Organisation, bool]]:
    """Map folded names to organisations; True where the name is an acronym."""
    index: dict[str, tuple[Organisation, bool]] = {}
    for organisation in load_organisations():
        for name in (organisation.name, *organisation.names):
            index.setdefault(name_key(name), (organisation, is_acronym(name)))
    return index
