"""Heads of state and government by surname and day."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from kg.folding import person_key

# A snapshot may miss a leader for weeks after the last that lists them.
_GRACE = timedelta(days=45)
# "da", "bin" and the like are no longer.
_LONGEST_PARTICLE = 3


class Leader(msgspec.Struct, frozen=True, kw_only=True):
    """One term in office; `until` is the last day a source lists the person.

    `name` is given and family name as news print them, in the order of the person's
    language; `names` are longer forms of it. `rare` marks a family name that few
    people share.
    """

    state: str
    title: str | None
    name: str
    names: tuple[str, ...]
    surname: str
    since: date
    until: date
    deputy: bool = False
    rare: bool = False

    def is_in_office(self, day: date) -> bool:
        """Tell whether the term covers the day, some weeks of doubt included."""
        return self.since <= day <= self.until + _GRACE


@cache
def load_leaders() -> tuple[Leader, ...]:
    """Return all terms in office, sorted by state, name and start."""
    source = files("kg.gazetteer").joinpath("leaders.json").read_bytes()
    return tuple(msgspec.json.decode(source, type=list[Leader]))


def leader_by_surname(
    surname: str, day: date | None, states: frozenset[str]
) -> Leader | None:
    """Return the one leader whom an article means by a surname alone.

    Someone of one of the `states` that the article speaks of: in office on the day,
    else a former head of state or government with a rare name; else the only one in
    office with a rare name. Two of the name give None, as does an unknown day.
    """
    if day is None:
        return None
    terms = _by_surname().get(person_key(surname), ())
    current = [t for t in terms if t.is_in_office(day)]
    near = [t for t in current if t.state in states]
    former = [t for t in terms if t.until < day and not t.deputy]
    former_near = [t for t in former if t.state in states]
    for group in (near, former_near, [*current, *former]):
        if group:
            known = group is near or all(t.rare for t in terms)
            return group[0] if known and len({t.name for t in group}) == 1 else None
    return None


def leader_by_name(name: str) -> Leader | None:
    """Return a term of the leader with that full name, short or long form.

    The shortest ends with the family name in use: "Claudia Sheinbaum".
    """
    return _by_name().get(person_key(name))


def was_in_office(name: str, day: date) -> bool:
    """Tell whether a leader of that full name held any office on a day.

    Many hold several, one after the other: a vice president becomes president.
    """
    found = leader_by_name(name)
    return found is not None and any(
        term.name == found.name and term.is_in_office(day)
        for term in _by_state()[found.state]
    )


@cache
def _by_surname() -> dict[str, list[Leader]]:
    index: dict[str, list[Leader]] = {}
    for leader in load_leaders():
        index.setdefault(person_key(leader.surname), []).append(leader)
    return index


@cache
def _by_name() -> dict[str, Leader]:
    index: dict[str, Leader] = {}
    for leader in load_leaders():
        for name in (leader.name, *leader.names):
            index.setdefault(person_key(name), leader)
    for leader in load_leaders():
        for short in _around_surname(leader):
            index.setdefault(short, leader)
    return index


def _around_surname(leader: Leader) -> Iterator[str]:
    """Yield a leader's short names where others stand around the one in use.

    Of "Gustavo Francisco Petro Urrego", who is "Petro", all up to it, and each given
    name with it; of "Prabowo Subianto Djojohadikusumo" the first two; of "Luiz Inacio
    Lula da Silva" it with what follows, too.
    """
    name, family = person_key(leader.name).split(), person_key(leader.surname).split()
    # "serving" of a note behind a name is in lower case.
    parts = leader.name.split()
    if any(part.islower() and len(part) > _LONGEST_PARTICLE for part in parts):
        return
    size = len(family)
    for at in range(len(name) - size):
        if name[at : at + size] == family:
            yield " ".join(name[: max(at + size, size + 1)])
            yield from (f"{given} {' '.join(family)}" for given in name[: min(at, 2)])
            if at and len(name) > at + size + 1:
                yield " ".join(name[at:])
            return


@cache
def _by_state() -> dict[str, list[Leader]]:
    index: dict[str, list[Leader]] = {}
    for leader in load_leaders():
        index.setdefault(leader.state, []).append(leader)
    return index


def leader_with_title(state: str, title: str, day: date | None) -> Leader | None:
    """Return who held an office such as "president" in a state on a day.

    `state` is the state's id, `title` folded words. "prime minister" also means a
    premier; a deputy is meant only by "vice president" and the like.
    """
    if day is None:
        return None
    names = _SAME_OFFICE.get(title, (title,))
    found = [
        term
        for term in _by_state().get(state, ())
        if term.is_in_office(day) and _title(term) in names
    ]
    found = [term for term in found if term.until >= day] or found
    return found[0] if len({term.name for term in found}) == 1 else None


_SAME_OFFICE = {
    "prime minister": ("prime minister", "premier"),
    "premier": ("premier", "prime minister"),
}


def _title(term: Leader) -> str:
    """Return a term's title without the state that it names: "president of ..."."""
    return (term.title or "").casefold().partition(" of ")[0]
