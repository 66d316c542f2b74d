"""Hold a graph to what was written into it: `kg check`.

Each article's node keeps a digest of all that the article contributes. What stands in
the graph is read back as retracting reads it, and held to that digest; then entities to
the articles that mention them, and all nodes and relationships to the schema.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from kg.errors import JudgementError, SchemaError, StoreError
from kg.judgements.judgement import from_line, to_line
from kg.judgements.rulings import Rulings
from kg.queries import Query, load_query
from kg.schema import check_node, load_schema
from kg.store.admission import shown
from kg.store.copies import (
    ArticleState,
    Rows,
    digest_of,
    to_state,
    with_first_rows,
    with_rows,
)
from kg.store.days import misdated
from kg.store.engines.engine import Counters, Transaction, run_rows
from kg.store.joins.judged import Bench, judged, own_rows, to_judgement
from kg.store.joins.restatements import find_restatements
from kg.store.joins.same_events import find_same_events
from kg.store.naming import OLDER, is_older
from kg.store.reading_back import mentions, own_key, renamed_edge, rows_in_graph
from kg.store.tally import entity_properties, load_tally, read_tallies

Row = dict[str, Any]
Read = Callable[[Query, Mapping[str, Any]], list[Row]]

_PAGE = 100
_UNREADABLE = (
    *(SchemaError, StoreError, JudgementError),
    *(msgspec.MsgspecError, LookupError, ValueError, TypeError),
)
_BY_KEY = ("Statement", "Event", "Figure")
Find = Callable[[Transaction, Sequence[ArticleState]], list[Row]]
# What is joined across articles, the links that there are, and those that should be.
_JOINS: tuple[tuple[str, str, Find], ...] = (
    ("like statements", "check.restatements", find_restatements),
    ("the same events", "check.same_events", find_same_events),
)


def faults(read: Read) -> Iterator[str]:
    """Yield what is wrong in a graph, one line each; nothing where all is well.

    `read` runs a query. Nobody should write meanwhile.
    """
    checked = _Checked(read)
    yield from checked.judgements()
    yield from checked.articles()
    yield from checked.entities()
    yield from checked.nodes()
    yield from checked.relationships()
    yield from checked.unreported()
    yield from checked.names()


class _Checked:
    """A graph under check; it is read as a transaction of a writer would read it."""

    def __init__(self, read: Read) -> None:
        self.counters = Counters()
        self._read = read
        self._seen = {"Article": 0, "Entity": 0, "Tally": 0}
        self._bench = Bench(self)
        self._is_older = is_older(read)

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[Row]:
        """Run one query."""
        return self._read(query, parameters)

    def judgements(self) -> Iterator[str]:
        """Hold judgements to their form, and to each other."""
        rulings = Rulings()
        for row in self.run(load_query("judge.all"), {}):
            own = row["judgement"]
            try:
                check_node("Judgement", None, own)
                judgement = from_line(to_line(to_judgement(own)))
            except _UNREADABLE as error:
                yield f"judgement {_name(own)}: {error}"
                continue
            if judgement.key != own["key"]:
                yield f"judgement {_name(own)}: its key is not that of what it is on"
            rulings.add(judgement)
        for judgement in rulings.contradictions():
            yield f"judgement {judgement}: others join the two all the same"

    def articles(self) -> Iterator[str]:
        """Hold each article to its digests, and to how it is found and joined."""
        for page in self._pages("articles", "article"):
            self._seen["Article"] += len(page)
            states: list[ArticleState] = []
            for row in page:
                try:
                    check_node("Article", None, row["article"])
                    state = to_state(row["article"])
                    own_rows(([], []), state.judged)
                    states.append(state)
                except _UNREADABLE as error:
                    yield f"article {_name(row['article'])}: {error}"
            yield from self._contributions(states)

    def entities(self) -> Iterator[str]:
        """Hold each entity to the articles that mention it, and to its tally."""
        for page in self._pages("entities", "entity"):
            self._seen["Entity"] += len(page)
            tallies = read_tallies(self, [row["entity"]["key"] for row in page])
            self._seen["Tally"] += len(tallies)
            if self._is_older:
                continue
            self._bench.load(row["entity"]["key"] for row in page)
            misnamed = self._misnamed(page)
            for row in page:
                counts = tallies.get(row["entity"]["key"])
                reason = _entity_fault(row, counts, self._bench)
                if reason is None and row["entity"]["key"] in misnamed:
                    reason = "other names than its own lead to it"
                if reason is not None:
                    yield f"entity {_name(row['entity'])}: {reason}"

    def nodes(self) -> Iterator[str]:
        """Hold the labels of nodes to the schema, and their count to what was found."""
        counts = dict.fromkeys(self._seen, 0)
        for row in self.run(load_query("check.nodes"), {}):
            first, labels = _labels(row["labels"])[0], _joined(row["labels"])
            keyless = row["count"] - row["keys"]
            if not first:
                yield f"{row['count']} nodes labelled {labels} are not of kg"
            elif keyless:
                yield f"{keyless} nodes labelled {labels} have no key: not of kg"
            if first in counts:
                counts[first] += row["keys"]
        for label, count in counts.items():
            if count != self._seen[label]:
                yield (
                    f"{count} nodes labelled {label}, but by their keys "
                    f"{self._seen[label]} are found: the index is damaged"
                )

    def relationships(self) -> Iterator[str]:
        """Hold the types of relationships, and what they join, to the schema."""
        for row in self.run(load_query("check.relationships"), {}):
            start, end = (_labels(row[name])[0] for name in ("start", "end"))
            edge = load_schema().edges.get(row["type"])
            if edge is None or start not in edge.from_ or end not in edge.to:
                ends = f"from {_joined(row['start'])} to {_joined(row['end'])}"
                yield f"{row['count']} relationships {row['type']} {ends} are not of kg"

    def unreported(self) -> Iterator[str]:
        """Yield what no article reports, and so no article can take away."""
        for row in self.run(load_query("check.unreported"), {}):
            label = _labels(row["labels"])[0]
            yield f"{label.lower()} {_name(row)}: no article reports it"

    def names(self) -> Iterator[str]:
        """Yield the names that lead nowhere, or say that an older kg wrote them."""
        if self._is_older:
            yield OLDER
        for row in self.run(load_query("check.names"), {}):
            yield f"name {_name(row)}: it leads to no entity"

    def _misnamed(self, page: Sequence[Row]) -> set[str]:
        """Return the entities of a page that other names than their own lead to."""
        own = {row["entity"]["key"]: row["entity"].get("names") or () for row in page}
        rows = [
            {"name": name, "entity": key}
            for key, names in own.items()
            for name in names
        ]
        by_index = run_rows(self, load_query("check.named"), rows)
        found = Counter(row["entity"] for row in by_index)
        return {
            key
            for key, leading in ((row["entity"]["key"], row["names"]) for row in page)
            if not leading == found[key] == len(own[key])
        }

    def _contributions(self, states: Sequence[ArticleState]) -> Iterator[str]:
        found = rows_in_graph(self, [state.key for state in states])
        read_back = [
            with_rows(state, *own_rows(found[state.key], state.judged))
            for state in states
        ]
        changed = {state.key for state in read_back if _is_changed(state)}
        kept = {state.key: state.judged for state in states}
        lost = self._not_found_by_key(found)
        undated = self._otherwise_dated(found)
        # What changed may be such that nothing can be compared with it.
        sound = judged([s for s in read_back if s.key not in changed], self._bench)
        misplaced = {
            state.key
            for state, there in ((each, found[each.key]) for each in sound)
            if _is_misplaced(state, there, kept[state.key])
        }
        unjoined = {
            links: self._otherwise_joined(sound, name, find)
            for links, name, find in _JOINS
        }
        for state in read_back:
            name = shown(state.copies[0].id)
            if state.key in changed:
                yield f"article {name}: the graph does not hold what was written of it"
            if state.key in misplaced:
                yield f"article {name}: its entities are not those that were judged"
            if state.key in lost:
                yield f"article {name}: the indexes do not find {lost[state.key]}"
            if state.key in undated:
                yield f"article {name}: days that it tells are not those kept"
            for links, articles in unjoined.items():
                if state.key in articles:
                    yield f"article {name}: its links between {links} are wrong"

    def _not_found_by_key(self, found: Mapping[str, Rows]) -> dict[str, str]:
        """Return, by article, a label of which some key leads to no node."""
        lost: dict[str, str] = {}
        for label in _BY_KEY:
            keys = _keys(found, label)
            rows = [{"key": key} for key in sorted(keys)]
            query = load_query(f"check.{label.lower()}")
            for row in run_rows(self, query, rows):
                keys.pop(row["key"], None)
            lost |= dict.fromkeys(keys.values(), f"all its {label.lower()}s")
        return lost

    def _otherwise_dated(self, found: Mapping[str, Rows]) -> set[str]:
        """Return the articles of which some day is not the one that is kept."""
        return {
            keys[key]
            for label in ("Statement", "Event")
            for keys in (_keys(found, label),)
            for key in misdated(self, label, keys)
        }

    def _otherwise_joined(
        self, states: Sequence[ArticleState], name: str, find: Find
    ) -> set[str]:
        """Return the articles whose nodes are joined as they should not be."""
        keys = [state.key for state in states]
        rows = [{"key": key} for key in keys]
        there: dict[tuple[str, str], Row] = {}
        article: dict[str, str] = {}
        for row in run_rows(self, load_query(name), rows):
            there[row["start"], row["end"]] = row["edge"]
        for state in states:
            article |= {node.key: state.key for node in state.rows.nodes}
        due = {
            (edge["start"], edge["end"]): edge["properties"]
            for edge in find(self, self._placed(states))
        }
        wrong = {ends for ends in {*there, *due} if there.get(ends) != due.get(ends)}
        return {article[key] for ends in wrong for key in ends if key in article}

    def _placed(self, states: Sequence[ArticleState]) -> list[ArticleState]:
        """Return articles whose rows hang on the people that their names mean."""
        to: dict[str, dict[str, str]] = {state.key: {} for state in states}
        for row in mentions(self, list(to)):
            to[row["article"]][own_key(row)] = row["entity"]
        return [_renamed(state, to[state.key]) for state in states]

    def _pages(self, name: str, column: str) -> Iterator[list[Row]]:
        query, after = load_query(f"check.{name}"), ""
        while page := self.run(query, {"after": after, "limit": _PAGE}):
            yield page
            after = page[-1][column]["key"]


def _keys(found: Mapping[str, Rows], label: str) -> dict[str, str]:
    """Return the keys of a label's nodes, each with its article."""
    return {
        node.key: article
        for article, (nodes, _) in found.items()
        for node in nodes
        if node.label == label
    }


def _is_changed(state: ArticleState) -> bool:
    own = (copy.contribution for copy in state.copies)
    return any(digest_of(each) != each.digest for each in own)


def _is_misplaced(state: ArticleState, there: Rows, kept: str | None) -> bool:
    """Tell whether an article's rows are not where judgements place them."""
    placed = digest_of(with_first_rows(state, there).rows)
    return state.judged != kept or digest_of(state.rows) != placed


def _renamed(state: ArticleState, to: Mapping[str, str]) -> ArticleState:
    first, *others = state.copies
    edges = tuple(renamed_edge(edge, to) for edge in state.rows.edges)
    rows = replace(state.rows, edges=edges)
    return replace(state, copies=(replace(first, contribution=rows), *others))


def _entity_fault(row: Row, counts: str | None, bench: Bench) -> str | None:
    """Say what is wrong with an entity, if anything is."""
    own, (_, sublabel) = row["entity"], _labels(row["labels"])
    try:
        check_node("Entity", sublabel, own)
        tally = load_tally(counts)
    except _UNREADABLE as error:
        return str(error)
    if (sublabel or "Other") != own["type"]:
        return f"of type {own['type']}, but labelled {_joined(row['labels'])}"
    if tally.articles != row["articles"]:
        return f"counts {tally.articles} articles, but {row['articles']} mention it"
    given = bench.aliases(own["key"])
    if entity_properties(own["key"], own["type"], tally, given) != own:
        return "its properties are not those that its articles give it"
    return None


def _labels(labels: Sequence[str]) -> tuple[str, str | None]:
    """Return a node's first label and the one beside it; none of kg gives ""."""
    given = set(labels)
    for node in load_schema().nodes.values():
        beside = given - {node.label}
        if node.label in given and beside <= set(node.sublabels) and len(beside) < 2:
            return node.label, next(iter(beside), None)
    return "", None


def _joined(labels: Sequence[str]) -> str:
    return ":".join(sorted(labels)) or "nothing"


def _name(properties: Mapping[str, Any]) -> str:
    return shown(str(properties.get("id") or properties.get("key")))
