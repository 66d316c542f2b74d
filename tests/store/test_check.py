"""What `kg check` finds in a graph that something else has changed."""

import pytest
from store.extractions import make_rows

from kg.ask import answer
from kg.errors import QueryError
from kg.queries import parse_query
from kg.store import Store
from kg.view import view_page

HEADER = "// Change\n//\n// @mode write\n// @returns nothing\n"
DAMAGE = [
    ("MATCH (:Entity)-[said:SAID]->() DELETE said", "article a: the graph does not"),
    ("MATCH (s:Statement) SET s.text = 'changed'", "article a: the graph does not"),
    ("MATCH (s:Statement) DETACH DELETE s", "article a: the graph does not"),
    ("MATCH (e:Event) REMOVE e.mode", "article a: the graph does not"),
    ("MATCH ()-[r:REPORTED_IN]->() SET r.start = 7", "article a: the graph does not"),
    ("MATCH ()-[held:HOLDS_POSITION]->() DELETE held", "article a: the graph does not"),
    ("MATCH (a:Article) SET a.published = date('2024-12-01')", "article a: the graph"),
    ("MATCH ()-[r:RESTATES]->() DELETE r", "article b: its links between like"),
    ("MATCH ()-[r:RESTATES]->() SET r.score = 0.5", "article b: its links between"),
    ("MATCH ()-[r:SAME_AS]->() DELETE r", "article b: its links between the same"),
    ("MATCH (s:Statement) REMOVE s.day", "article a: days that it tells are not"),
    ("MATCH (e:Event) SET e.day = date('2020-01-01')", "article b: days that it"),
    ("MATCH (a:Article) DETACH DELETE a", "no article reports it"),
    ("MATCH (a:Article {id: 'a'}) REMOVE a.id", "lacks the property 'id'"),
    ("CREATE (:Article {key: 'ghost', copies: 0})", "article ghost: Article lacks"),
    ("MATCH (e:Person) SET e.name = 'Somebody'", "are not those that its articles"),
    ("MATCH (e:Person)-[r:MENTIONED_IN]->() DELETE r", "counts 2 articles, but 0"),
    ("MATCH (e:Person) SET e.age = 7", "Entity has no property"),
    ("CREATE (:Entity {name: 'Foreign'})", "1 nodes labelled Entity have no key"),
    ("CREATE (:Entity {key: 'x', name: 'F'})", "entity x: Entity lacks"),
    ("MATCH (:Name)-[r:NAMES]->(:Person) DELETE r", "other names than its own lead"),
    (
        "MATCH (n:Name {key: 'russia'}), (p:Person) CREATE (n)-[:NAMES]->(p)",
        "other names than its own lead to it",
    ),
    ("CREATE (:Name {key: 'x'})", "name x: it leads to no entity"),
    ("MATCH (t:Tally) DELETE t", "counts 0 articles, but 2 mention it"),
    ("CREATE (:Tally {key: 'x', counts: '{}'})", "nodes labelled Tally, but by their"),
    ("CREATE (:Movie {key: 'x'})", "1 nodes labelled Movie are not of kg"),
    (
        "MATCH (s:Statement), (a:Article {id: 'a'}) CREATE (s)-[:SAID]->(a)",
        "2 relationships SAID from Statement to Article are not of kg",
    ),
]


def change(store: Store, statement: str) -> None:
    query = parse_query("test", HEADER + statement)
    store._engine.write(lambda transaction: transaction.run(query, {}))


@pytest.fixture
def filled(store: Store) -> Store:
    store.ingest([make_rows("a"), make_rows("b")])
    store.ingest([make_rows("a", id="c", published="2024-11-03")])
    return store


def test_check_finds_nothing_in_a_whole_graph(filled: Store) -> None:
    assert list(filled.check()) == []
    filled.retract("a")
    assert list(filled.check()) == []


def test_check_finds_nothing_in_an_empty_graph(store: Store) -> None:
    assert list(store.check()) == []


def test_nodes_of_other_makers_hinder_no_question(filled: Store) -> None:
    change(filled, "CREATE (:Entity {name: 'Foreign'}), (:Entity), (:Movie)")
    with pytest.raises(QueryError, match="did you mean"):
        answer(filled, "said-by", {"speaker": "Choe Sun Hee"})
    assert "Choe Son Hui" in view_page(filled)


@pytest.mark.parametrize("statement, fault", DAMAGE, ids=[each[0] for each in DAMAGE])
def test_check_finds(filled: Store, statement: str, fault: str) -> None:
    change(filled, statement)
    found = list(filled.check())
    assert any(fault in line for line in found), found
    assert all("\n" not in line for line in found)
