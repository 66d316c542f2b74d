"""States by name, demonym, capital and seat of government."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from kg.folding import is_acronym, name_key

StateForm = Literal["name", "demonym", "capital", "metonym"]


class State(msgspec.Struct, frozen=True):
    """A state or territory; `id` is ISO 3166-1 alpha-3 or a former state's code.

    `demonyms` are adjectives, nouns and plurals ("Russian", "Dane", "Danes");
    `capitals` are its seats of government; `metonyms` are other names of its
    government ("Kremlin"). `former` marks a state that is no more and so has no
    current code. Kosovo has its user-assigned code, XKX.
    """

    id: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    former: bool = False

    @property
    def iso3(self) -> str | None:
        """The ISO 3166-1 alpha-3 code, or None for a former state."""
        return None if self.former else self.id

    @property
    def wikidata(self) -> str | None:
        """The identifier in Wikidata: "Q159" for Russia."""
        return _wikidata()["states"].get(self.id)


def wikidata_of_american_state(name: str) -> str | None:
    """Return the identifier of one of the United States: "Q1649" for "Oklahoma".

    None for other names, and for those that a city or another state shares: "Georgia".
    """
    return _wikidata()["american_states"].get(name)


@cache
def _wikidata() -> dict[str, dict[str, str]]:
    source = files("kg.gazetteer").joinpath("wikidata.json").read_bytes()
    return msgspec.json.decode(source, type=dict[str, dict[str, str]])


@cache
def load_states() -> dict[str, State]:
    """Return all states by id."""
    source = files("kg.gazetteer").joinpath("states.json").read_bytes()
    return {state.id: state for state in msgspec.json.decode(source, type=list[State])}


def find_state(text: str) -> tuple[State, StateForm] | None:
    """Return the state that a capitalised name stands for, and in what way.

    "Russia" is a name, "Russians" a demonym, "Moscow" a capital, "Kremlin" a
    metonym. "US" is the state; "us" and "Us" are not.
    """
    bare = text.strip().removesuffix("'s").removesuffix("’s")
    for article in ("The ", "the "):
        bare = bare.removeprefix(article)
    if not bare[:1].isupper() and not text.startswith("the "):
        return None
    key = name_key(bare)
    if key in _SHORT and not is_acronym(bare):
        return None
    found = _index().get(key)
    return None if found is None else (load_states()[found[0]], found[1])


def is_of_continent(before: str, word: str) -> bool:
    """Tell "Latin American" and "Central Americans" from those of the United States.

    `before` is the word before `word`.
    """
    is_american = name_key(word).removesuffix("s") == "american"
    return is_american and name_key(before) in _PARTS_OF_AMERICA


def state_named(text: str) -> State | None:
    """Return the state that a name, demonym, capital or metonym stands for."""
    found = find_state(text)
    return found[0] if found else None


_PARTS_OF_AMERICA = frozenset({"central", "latin", "north", "south"})
# Initials that are also words in lower case.
_SHORT = frozenset({"us", "uk", "usa", "un", "car", "drc", "prc", "rok", "roc", "hk"})


@cache
def _index() -> dict[str, tuple[str, StateForm]]:
    index: dict[str, tuple[str, StateForm]] = {}
    for state in load_states().values():
        forms: tuple[tuple[StateForm, tuple[str, ...]], ...] = (
            ("name", (state.name, *state.names)),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
            ("metonym", state.metonyms),
        )
        for form, names in forms:
            for name in names:
                index.setdefault(name_key(name), (state.id, form))
    return index
