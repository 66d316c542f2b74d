"""Judge entities by the names that people give them: merge, split, alias, retype, undo.

Each call writes judgements that name entities by their keys, so that they hold whatever
is read later. An unknown name, or one of several entities, is refused with what may be
meant.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO

from kg.ask import unknown_name
from kg.errors import JudgementError, QueryError
from kg.folding import fold, name_key
from kg.gazetteer.states import find_state
from kg.judgements.judgement import (
    ENTITY_TYPES,
    Judgement,
    Verdict,
    alias_name,
    from_line,
)
from kg.judgements.rulings import Rulings
from kg.output.plain import plain
from kg.queries import load_query
from kg.store import Store


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


@dataclass(frozen=True, slots=True)
class By:
    """Who judges, why, and when: now, unless told."""

    user: str
    why: str | None = None
    time: str = field(default_factory=_now)

    def judgement(self, target: str, source: str, verdict: Verdict) -> Judgement:
        """Return a judgement of theirs on two entities."""
        return Judgement(
            target=target,
            source=source,
            verdict=verdict,
            user=self.user,
            time=self.time,
            why=self.why,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the graph."""

    key: str
    name: str
    type: str

    def __str__(self) -> str:
        """Say which it is: "Ada Quill (Person:ada quill)"."""
        return f"{plain(self.name)} ({plain(self.key)})"


def merge(
    store: Store, target: str, source: str, *, by: By, articles: Sequence[str] = ()
) -> list[Judgement]:
    """Judge that `source` is `target`, in all articles or in some, told by their ids.

    `merge(store, "Antony Blinken", "Tony Blinken", by=By("eve"))` makes them one
    entity, that of the first. Returns the judgements made. Raises `JudgementError`
    where another one is in the way.
    """
    into, from_ = find(store, target), find(store, source)
    if into.key == from_.key:
        raise JudgementError(f"{plain(target)} and {plain(source)} are one already")
    names = _mentions(store, from_, articles) if articles else [from_.key]
    return _judge(store, [by.judgement(into.key, each, "positive") for each in names])


def split(
    store: Store,
    entity: str,
    other: str | None = None,
    *,
    by: By,
    articles: Sequence[str] = (),
) -> list[Judgement]:
    """Judge that an entity is not `other`, or not the one that some articles mention.

    What the articles, told by their ids, say of it is then another entity's, one for
    all of them. Returns the judgements made.
    """
    known = find(store, entity)
    if (other is None) == (not articles):
        raise JudgementError("name another entity, or articles: one of both")
    if other is not None:
        apart = find(store, other)
        if apart.key == known.key:
            raise JudgementError(
                f"{plain(other)} is {known}: name the articles that mean another"
            )
        return _judge(store, [by.judgement(known.key, apart.key, "negative")])
    first, *rest = _mentions(store, known, articles)
    made = [by.judgement(known.key, first, "negative")]
    made += [by.judgement(first, each, "positive") for each in rest]
    return _judge(store, made)


def alias(store: Store, entity: str, name: str, *, by: By) -> list[Judgement]:
    """Give an entity another name, by which it is found."""
    known = find(store, entity)
    if not fold(name):
        raise JudgementError(f"'{plain(name)}' is no name")
    given = alias_name(known.key, name)
    return _judge(store, [by.judgement(known.key, given, "positive")])


def retype(store: Store, entity: str, type_: str, *, by: By) -> list[Judgement]:
    """Judge that an entity is of another type, one of the schema's.

    It becomes the entity of that type and name: the person "ice", retyped, is joined
    to the organization "ice".
    """
    types = {each.casefold(): each for each in ENTITY_TYPES}
    if type_.casefold() not in types:
        listed = ", ".join(ENTITY_TYPES)
        raise JudgementError(f"'{plain(type_)}' is no type; there are {listed}")
    known, new = find(store, entity), types[type_.casefold()]
    if known.type == new:
        raise JudgementError(f"{known} is of type {new} already")
    key = f"{new}:{_name_in(known, new)}"
    return _judge(store, [by.judgement(key, known.key, "positive")])


def undo(store: Store, which: str | None = None) -> list[Judgement]:
    """Take a judgement back, told by its key or the beginning of it.

    Without one, all that were made last, at one time. Returns what was taken back.
    """
    made = store.judgements()
    if which is None:
        last = max((each.time or "" for each in made), default=None)
        found = [each for each in made if (each.time or "") == last]
    else:
        found = [each for each in made if which and each.key.startswith(which)]
    if not found:
        raise JudgementError(f"no judgement {plain(which or '')}".strip())
    if which is not None and len(found) > 1:
        listed = "; ".join(map(str, found))
        raise JudgementError(f"{plain(which)} may be any of: {plain(listed)}")
    store.take_back(found)
    return found


def read_judgements(
    store: Store,
    files: Iterable[IO[bytes]],
    *,
    on_refused: Callable[[JudgementError], None],
) -> int:
    """Take judgements in from files of lines as nomenklatura's resolver has them.

    Told to `on_refused`, by file and line, are lines that are none, and those that
    others contradict. Returns how many of the graph's judgements are new.
    """
    lines: dict[Judgement, str] = {}
    for file in files:
        for number, line in enumerate(file, start=1):
            place = f"{file.name}:{number}"
            try:
                if line.strip():
                    lines.setdefault(from_line(line), place)
            except JudgementError as error:
                on_refused(JudgementError(f"{place}: {error}"))
    before = len(store.judgements())
    for judgement, reason in store.judge(list(lines)):
        on_refused(JudgementError(f"{lines[judgement]}: {reason}"))
    return len(store.judgements()) - before


def to_row(judgement: Judgement) -> dict[str, str | float | None]:
    """Return a judgement as a row for people and programs."""
    return {
        "judgement": judgement.key,
        "target": judgement.target,
        "verdict": judgement.verdict,
        "source": judgement.source,
        "user": judgement.user,
        "time": judgement.time,
        "why": judgement.why,
        "score": judgement.score,
    }


def find(store: Store, given: str) -> Known:
    """Return the entity that a name, an alias or a key stands for.

    Raises `QueryError` where there is none, `JudgementError` where there are several.
    """
    key = Rulings(store.judgements()).canonical(given)
    for each in (given, key):
        if found := store.read(load_query("judge.entity"), {"key": each}):
            return Known(**found[0])
    if not fold(given):
        raise QueryError(f"'{plain(given)}' is no name")
    found = store.read(load_query("names.named"), {"name": fold(given)})
    if not found:
        raise QueryError(unknown_name(store, given))
    known = [Known(row["key"], row["name"], row["type"]) for row in found]
    if len(known) > 1:
        listed = ", ".join(map(str, known))
        raise JudgementError(
            f"'{plain(given)}' may be any of: {listed}; give the key of one"
        )
    return known[0]


def _judge(store: Store, judgements: Sequence[Judgement]) -> list[Judgement]:
    before = {each.key: each for each in store.judgements()}
    for judgement in judgements:
        former = before.get(judgement.key)
        if former is not None and former.verdict == judgement.verdict:
            raise JudgementError(f"is judged already: {plain(str(former))}")
    for _, error in store.judge(judgements, all_or_none=True):
        raise JudgementError(plain(str(error)))
    return list(judgements)


def _mentions(store: Store, entity: Known, articles: Iterable[str]) -> list[str]:
    found: set[str] = set()
    for article in articles:
        names = store.names_in_article(entity.key, article)
        if not names:
            raise JudgementError(f"{plain(article)}: no article that mentions {entity}")
        found |= set(names)
    return sorted(found)


def _name_in(known: Known, type_: str) -> str:
    """Return what identifies an entity within another type: a state has a code."""
    if known.type == "State":
        return name_key(known.name)
    state = find_state(known.name) if type_ == "State" else None
    return state[0].id if state else known.key.partition(":")[2] or known.key
