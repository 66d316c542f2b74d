"""Join names across articles: a family name alone, initials, another form of a name.

Who is meant depends on the articles present alone. So when articles come, go
or change, the judgements on the names in them are made again, in the other
articles too, and an article for which one comes out otherwise is written anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kg.graph import Edge
from kg.queries import load_query
from kg.resolve.across.lone_names import Namesake
from kg.resolve.across.name_forms import block_of
from kg.store.copies import ArticleState, to_state, with_rows
from kg.store.engines.engine import Transaction, run_rows
from kg.store.joins.judged import Bench
from kg.store.joins.people import People
from kg.store.reading_back import (
    mentions,
    own_key,
    renamed_edge,
    renamed_node,
    rows_in_graph,
)


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
        return placed(state, self.judged.get(state.key, ()))


def placed(state: ArticleState, found: Sequence[Namesake]) -> ArticleState:
    """Return an article whose rows hang on the people that its names were judged."""
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
    bench: Bench,
) -> Joins:
    """Judge the names in new articles, and those in others that these bear on.

    `outdated` are articles as the graph has them, about to be deleted; `new` are those
    to be written, some in their places. What people judged themselves, on the `bench`,
    is left as it is.
    """
    before = _read(transaction, {each.key: each.rows.published for each in outdated})
    after = [read_alone(state) for state in new]
    people = People(
        transaction, {entity for read in after + before for entity in read.mentions}
    )
    for read in before:
        people.count(read.published, read.mentions, -1)
    for read in after:
        people.count(read.published, read.mentions, 1)
    people.finish_counting()
    joins = Joins({read.key: _judge(read, people, bench) for read in after})
    settled = {state.key for state in (*outdated, *new)}
    days = {
        article: day
        for article, day in people.articles_concerned(transaction).items()
        if article not in settled
    }
    for named in _named(transaction, days):
        _judge_again(joins, named, people, bench)
    joins.moved = _states(transaction, sorted(joins.judged.keys() - settled))
    return joins


def count_names(state: ArticleState, people: People) -> None:
    """Count in whom an article mentions, given by what it makes by itself."""
    read = read_alone(state)
    people.count(read.published, read.mentions, 1)


def judged_names(state: ArticleState, people: People, bench: Bench) -> list[Namesake]:
    """Judge the names of an article, given by what it makes by itself."""
    return _judge(read_alone(state), people, bench)


@dataclass(frozen=True, slots=True)
class Read:
    """Whom and what an article mentions by itself.

    `mentions` are entities, each with its names and demonyms there.
    """

    key: str
    published: date | None
    mentions: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom and what an article of the graph mentions by itself, and whom that means."""

    key: str
    published: date | None
    entities: list[str]
    judged: list[Namesake]


def read_alone(state: ArticleState) -> Read:
    """Return whom and what an article mentions, given by what it makes by itself."""
    mentions = {
        edge.start: edge.properties["texts"]
        for edge in state.rows.edges
        if edge.type == "MENTIONED_IN"
    }
    return Read(state.key, state.rows.published, mentions)


def _read(transaction: Transaction, days: Mapping[str, date | None]) -> list[Read]:
    """Read articles, with their days, from the graph."""
    found: dict[str, dict[str, list[str]]] = {key: {} for key in days}
    for row in mentions(transaction, sorted(days)):
        found[row["article"]][own_key(row)] = row["edge"]["texts"]
    return [Read(key, days[key], found[key]) for key in sorted(days)]


def _named(transaction: Transaction, days: Mapping[str, date | None]) -> list[Named]:
    """Read no more of articles, with their days, than what judges their names."""
    keys = [{"key": key} for key in sorted(days)]
    judged: dict[str, list[Namesake]] = {key: [] for key in days}
    for row in run_rows(transaction, load_query("write.judged_in"), keys):
        kept = Namesake(person=row["person"], **row["alone"])
        judged[row["article"]].append(kept)
    named = []
    for row in run_rows(transaction, load_query("write.entities_in"), keys):
        key = row["article"]
        own = {*row["entities"]}.difference(each.person for each in judged[key])
        own.update(each.entity for each in judged[key])
        named.append(Named(key, days[key], sorted(own), judged[key]))
    return sorted(named, key=lambda each: each.key)


def _judge(read: Read, people: People, bench: Bench) -> list[Namesake]:
    return _judged(read.mentions, read.mentions, read.published, people, bench)


def _judged(
    names: Iterable[str],
    entities: Collection[str],
    published: date | None,
    people: People,
    bench: Bench,
) -> list[Namesake]:
    """Judge some names of an article, given with all entities that it mentions."""
    names = [each for each in names if block_of(each)]
    rulings = bench.load(names)
    judged = (
        people.bearers(each).judge(each, published, entities, bench.against)
        for each in names
        if not rulings.is_joined(each)
    )
    return [
        each
        for each in judged
        if each is not None and not bench.against(each.entity, each.person)
    ]


def _judge_again(joins: Joins, named: Named, people: People, bench: Bench) -> None:
    """Judge the names anew whose bearers changed; keep what comes out otherwise."""
    again = [each for each in named.entities if people.is_stirred(each)]
    judged = [each for each in named.judged if each.entity not in again]
    judged += _judged(again, named.entities, named.published, people, bench)
    if _ends(judged) != _ends(named.judged):
        joins.judged[named.key] = judged
    else:
        changed = [each for each in judged if each not in named.judged]
        joins.renewed += [_kept(named.key, each) for each in changed]


def _states(transaction: Transaction, keys: Sequence[str]) -> list[ArticleState]:
    """Return articles with their rows read back; other writers wait from here on."""
    rows = [{"key": key} for key in keys]
    claimed = run_rows(transaction, load_query("write.claim_articles"), rows)
    found = rows_in_graph(transaction, keys)
    states = [to_state(row["article"]) for row in claimed]
    return [with_rows(state, *found[state.key]) for state in states]


def _ends(judged: Iterable[Namesake]) -> set[tuple[str, str]]:
    return {(each.entity, each.person) for each in judged}
