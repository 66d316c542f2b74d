"""Join persons across articles: a family name alone to the one person it means.

Which person is meant depends on the articles present alone. So when articles come, go
or change, the judgements on the family names in them are made again, in the other
articles too, and an article for which one comes out otherwise is written anew.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.graph import Edge
from kg.queries import load_query
from kg.resolve.namesakes import (
    Namesake,
    family_of,
    is_full,
    is_lone,
    namesake,
    surroundings,
)
from kg.store.copies import ArticleState, to_state, with_rows
from kg.store.engine import Transaction, run_rows
from kg.store.reading_back import (
    mentions,
    own_key,
    renamed_edge,
    renamed_node,
    rows_in_graph,
)
from kg.store.tally import load_tally

# The people of a family: how many articles name each one in full, by surroundings.
People = dict[str, Counter[str]]


@dataclass(slots=True)
class Joins:
    """The judgements on articles that are to be written.

    `moved` are articles that stay as they are, but for whom their names mean;
    `renewed` are judgements of articles that stay, with another score or reason.
    """

    judged: dict[str, list[Namesake]] = field(default_factory=dict)
    moved: list[ArticleState] = field(default_factory=list)
    renewed: list[Edge] = field(default_factory=list)

    def placed(self, state: ArticleState) -> ArticleState:
        """Return an article whose rows hang on the people that its names mean."""
        found = self.judged.get(state.key)
        if not found:
            return state
        own = state.rows
        to = {each.entity: each.person for each in found}
        edges = [renamed_edge(edge, to) for edge in own.edges]
        edges += [_kept(state.key, each) for each in found]
        nodes = tuple(renamed_node(node, to) for node in own.nodes)
        rows = replace(own, nodes=nodes, edges=tuple(edges))
        first, *others = state.copies
        return replace(state, copies=(replace(first, contribution=rows), *others))


def _kept(article: str, judged: Namesake) -> Edge:
    properties = {
        "entity": judged.entity,
        "score": judged.score,
        "reason": judged.reason,
    }
    return Edge("NAMED_ALONE_IN", judged.person, article, properties, "Entity")


def judge_names(
    transaction: Transaction,
    outdated: Sequence[ArticleState],
    new: Sequence[ArticleState],
) -> Joins:
    """Judge the lone names of new articles, and those of others that these bear on.

    `outdated` are articles as the graph has them, about to be deleted; `new` are those
    to be written, some in their places.
    """
    before, after = _read_before(transaction, outdated), [*map(_read_after, new)]
    touched = [*before, *after]
    families = {family_of(each) for read in touched for each in read.entities}
    people = _people(transaction, sorted(filter(None, families)))
    known = {
        person: set(met) for each in people.values() for person, met in each.items()
    }
    for reads, by in ((before, -1), (after, 1)):
        for read in reads:
            _count(people, read, by)
    joins = Joins()
    for read in after:
        joins.judged[read.key] = _judge(read, people)
    stirred = {name for name, each in people.items() if _is_stirred(each, known)}
    settled = {state.key for state in (*outdated, *new)}
    _judge_others(transaction, joins, people, stirred, settled)
    return joins


@dataclass(frozen=True, slots=True)
class _Read:
    """Whom and what an article mentions by itself, and the judgements kept for it."""

    key: str
    published: date | None
    entities: tuple[str, ...]
    judged: tuple[Namesake, ...] = ()


def _read_after(state: ArticleState) -> _Read:
    entities = [node.key for node in state.rows.nodes if node.label == "Entity"]
    return _Read(state.key, state.rows.published, tuple(entities))


def _read_before(
    transaction: Transaction, states: Iterable[ArticleState]
) -> list[_Read]:
    days = {state.key: state.rows.published for state in states}
    return _read(transaction, days)


def _read(transaction: Transaction, days: Mapping[str, date | None]) -> list[_Read]:
    entities: dict[str, list[str]] = {key: [] for key in days}
    judged: dict[str, list[Namesake]] = {key: [] for key in days}
    for row in mentions(transaction, sorted(days)):
        entities[row["article"]].append(own_key(row))
        if row["alone"]:
            kept = Namesake(person=row["entity"], **row["alone"])
            judged[row["article"]].append(kept)
    return [
        _Read(key, days[key], tuple(entities[key]), tuple(judged[key]))
        for key in sorted(days)
    ]


def _people(transaction: Transaction, families: Sequence[str]) -> dict[str, People]:
    people: dict[str, People] = defaultdict(lambda: defaultdict(Counter))
    for row in _run(transaction, "family", [{"name": name} for name in families]):
        people[row["family"]][row["key"]] = Counter(load_tally(row["tally"]).met)
    return people


def _count(people: dict[str, People], read: _Read, by: int) -> None:
    """Count the people whom an article names in full in or out."""
    met = surroundings(read.published, read.entities)
    for entity in read.entities:
        family = family_of(entity)
        if family is None:
            continue
        counted = people[family][entity]
        for each in met if is_full(entity) else ():
            counted[each] += by


def _is_stirred(people: People, known: Mapping[str, Collection[str]]) -> bool:
    """Whether somebody of a family is met in other surroundings than before."""
    return any(_met(people[person]) != known.get(person, set()) for person in people)


def _met(counted: Counter[str]) -> set[str]:
    return {each for each, count in counted.items() if count > 0}


def _judge(read: _Read, people: Mapping[str, People]) -> list[Namesake]:
    judged = [_namesake(read, entity, people) for entity in read.entities]
    return [each for each in judged if each is not None]


def _namesake(
    read: _Read, entity: str, people: Mapping[str, People]
) -> Namesake | None:
    family = family_of(entity)
    if family is None or not is_lone(entity):
        return None
    full = {
        person: _met(counted)
        for person, counted in people[family].items()
        if is_full(person)
    }
    return namesake(entity, read.published, read.entities, full)


def _judge_others(
    transaction: Transaction,
    joins: Joins,
    people: Mapping[str, People],
    stirred: Collection[str],
    settled: Collection[str],
) -> None:
    """Judge the lone names of these families again in the articles that stay."""
    days = _articles_naming(transaction, [people[name] for name in sorted(stirred)])
    moved = []
    others = {key: day for key, day in days.items() if key not in settled}
    for read in _read(transaction, others):
        kept = [each for each in read.judged if family_of(each.entity) not in stirred]
        again = [each for each in read.entities if family_of(each) in stirred]
        made = [_namesake(read, each, people) for each in again]
        judged = kept + [each for each in made if each is not None]
        if _ends(judged) != _ends(read.judged):
            joins.judged[read.key] = judged
            moved.append(read.key)
        else:
            changed = set(judged) - set(read.judged)
            joins.renewed += [
                _kept(read.key, each) for each in judged if each in changed
            ]
    joins.moved = _states(transaction, moved)


def _articles_naming(
    transaction: Transaction, families: Iterable[People]
) -> dict[str, date | None]:
    """Return articles with a lone name of these families, and their days."""
    keys = sorted(person for people in families for person in people)
    lone = [{"key": key} for key in keys if is_lone(key)]
    full = [{"key": key} for key in keys if is_full(key)]
    rows = _run(transaction, "articles_of_lone_names", lone)
    rows += _run(transaction, "articles_of_joined_names", full)
    return {row["article"]: row["published"] for row in rows}


def _states(transaction: Transaction, keys: Sequence[str]) -> list[ArticleState]:
    """Return articles with their rows read back; others wait to write them."""
    rows = _run(transaction, "claim_articles", [{"key": key} for key in keys])
    found = rows_in_graph(transaction, keys)
    states = [to_state(row["article"]) for row in rows]
    return [with_rows(state, *found[state.key]) for state in states]


def _ends(judged: Iterable[Namesake]) -> set[tuple[str, str]]:
    return {(each.entity, each.person) for each in judged}


def _run(
    transaction: Transaction, name: str, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    return run_rows(transaction, load_query(f"write.{name}"), rows)
