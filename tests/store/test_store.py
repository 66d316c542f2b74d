"""What a store promises, on either engine."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from store.dump import dump
from store.extractions import (
    EXTRACTOR,
    entity_id,
    make_extraction,
    make_rows,
    make_span,
)

from kg.errors import ArticleError, StoreError
from kg.graph import GraphRows, to_rows
from kg.queries import load_query, parse_query
from kg.settings import Settings
from kg.store import Counters, Store, open_store, writing
from kg.store.admission import INDEXED_BYTES

CHOE = entity_id("Person", "Choe")


def read(store: Store, statement: str, **parameters: Any) -> list[dict[str, Any]]:
    return list(store.read_statement(statement, parameters))


def entity(store: Store, key: str) -> dict[str, Any]:
    (row,) = read(
        store,
        "MATCH (entity:Entity {key: $key}) RETURN properties(entity) AS e",
        key=key,
    )
    found: dict[str, Any] = row["e"]
    return found


def test_ingest_keeps_what_a_statement_mentions(store: Store) -> None:
    extraction = make_extraction("a")
    [first, *others] = extraction.statements
    mentioned = entity_id("State", "Russia")
    changed = msgspec.structs.replace(first, about=(), mentions=(mentioned,))
    statements = (changed, *others)
    store.ingest(
        [
            to_rows(
                msgspec.structs.replace(extraction, statements=statements),
                extractor=EXTRACTOR,
            )
        ]
    )
    rows = read(
        store, "MATCH (:Statement)-[:MENTIONS]->(entity) RETURN entity.key AS key"
    )
    assert rows == [{"key": mentioned}]


def test_ingest_counts_what_it_creates(store: Store) -> None:
    rows = make_rows("a")
    counters = store.ingest([rows])
    (names,) = read(
        store,
        "MATCH (name:Name)-[:NAMES]->() "
        "RETURN count(DISTINCT name) AS nodes, count(*) AS edges",
    )
    # The rows hold the entities, but neither the article's own node nor the names and
    # what is counted of each entity.
    entities = sum(node.label == "Entity" for node in rows.nodes)
    nodes, edges = len(rows.nodes) + 1 + entities, len(rows.edges)
    nodes, edges = nodes + names["nodes"], edges + names["edges"]
    assert counters == Counters(nodes, 0, edges, 0, articles_new=1)
    (nodes,) = read(store, "MATCH (node) RETURN count(node) AS count")
    assert nodes["count"] == counters.nodes_created


def two_of_one_id(*origins: str) -> list[GraphRows]:
    """Return two new articles of one id, each from its place."""
    pairs = zip((make_rows("a"), make_rows("b")), origins, strict=True)
    return [
        replace(
            rows, article=msgspec.structs.replace(rows.article, id="same", origin=at)
        )
        for rows, at in pairs
    ]


def articles(store: Store) -> list[tuple[str, ...]]:
    rows = read(store, "MATCH (article:Article) RETURN article.ids AS ids")
    return sorted(tuple(row["ids"] or ()) for row in rows)


@pytest.mark.parametrize("second", ["here", "there"])
def test_ingest_refuses_a_batch_in_which_two_texts_have_one_id(
    store: Store, second: str
) -> None:
    with pytest.raises(ArticleError, match="same: another article has this id"):
        store.ingest(two_of_one_id("here", second))
    assert articles(store) == []


def test_ingest_keeps_articles_of_one_id_from_two_places(store: Store) -> None:
    first, second = two_of_one_id("here", "there")
    store.ingest([first])
    store.ingest([second])
    assert articles(store) == [("same",), ("same",)]


def test_ingest_replaces_what_came_from_the_same_place(store: Store) -> None:
    first, second = two_of_one_id("here", "here")
    store.ingest([first])
    assert store.ingest([second]).articles_updated == 1
    assert articles(store) == [("same",)]
    assert store.holders(["same", "other"]) == {
        "same": [("here", second.article.sha256)]
    }
    assert store.known([second.key])[second.key]["origins"] == ["here"]


def test_ingest_again_creates_nothing(store: Store) -> None:
    batch = [make_rows("a"), make_rows("b")]
    store.ingest(batch)
    before = dump(store)
    assert store.ingest(batch) == Counters()
    assert dump(store) == before


def test_ingest_keeps_labels_dates_and_lists(store: Store) -> None:
    store.ingest([make_rows("a")])
    (row,) = read(
        store,
        "MATCH (speaker:Person)-[said:SAID]->(statement)"
        " MATCH (statement)-[report:REPORTED_IN]->(article)"
        " RETURN labels(speaker) AS labels, said.cue AS cue, statement.saidFrom AS day,"
        " report.contentStarts AS starts, article.published AS published",
    )
    assert sorted(row["labels"]) == ["Entity", "Person"]
    assert row["day"] == date(2024, 11, 1) and type(row["day"]) is date
    assert row["published"] == date(2024, 11, 2)
    assert row["starts"] == [30] and row["cue"] == "said"


def test_ingest_in_one_batch_or_several_is_the_same(
    store: Store, store_settings: Settings
) -> None:
    batch = [make_rows(name) for name in "abc"]
    store.ingest(batch)
    together = dump(store)
    for name in "abc":
        store.retract(name)
    assert dump(store) == ""
    for rows in reversed(batch):
        store.ingest([rows])
    assert dump(store) == together


def test_ingest_text_that_looks_like_cypher(store: Store) -> None:
    hostile = "x'}) DETACH DELETE n //` \" \\ $rows \x00 \u202e 😀 </script>"
    extraction = make_extraction("a", hostile, minister=hostile)
    store.ingest([to_rows(extraction, extractor=EXTRACTOR)])
    (row,) = read(store, "MATCH (person:Person) RETURN person.name AS name")
    assert row["name"] == hostile


def test_retract_is_the_same_as_never_ingested(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("z", minister="Choe Sonhui")])
    before = dump(store)
    store.ingest([make_rows("b", minister="Choe Sonhui")])
    assert dump(store) != before
    store.retract("b")
    assert dump(store) == before


def test_retract_counts_what_it_deletes(store: Store) -> None:
    store.ingest([make_rows("a")])
    created = store.ingest([make_rows("b")])
    deleted = store.retract("b")
    assert deleted.nodes_deleted == created.nodes_created
    assert deleted.relationships_deleted == created.relationships_created


def test_retract_last_article_leaves_nothing(store: Store) -> None:
    store.ingest([make_rows("a")])
    store.retract("a")
    assert dump(store) == ""


def test_retract_unknown_article_is_refused(store: Store) -> None:
    store.ingest([make_rows("a")])
    with pytest.raises(ArticleError, match="b: no such article"):
        store.retract("b")


def test_retract_of_a_name_brings_the_other_name_back(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b", minister="Choe Sonhui")])
    store.ingest([make_rows("c", minister="Choe Sonhui")])
    assert entity(store, CHOE)["name"] == "Choe Sonhui"
    store.retract("b")
    store.retract("c")
    assert entity(store, CHOE)["name"] == "Choe Son Hui"
    assert entity(store, CHOE)["aliases"] == ["Choe", "Choe Son Hui"]


def test_retract_deletes_entity_of_that_article_alone(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    store.retract("b")
    groups = read(store, "MATCH (group:Group) RETURN group.name AS name")
    assert groups == [{"name": "a soldiers"}]


def test_retract_leaves_positions_that_others_report(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    assert len(read(store, "MATCH ()-[held:HOLDS_POSITION]->() RETURN held")) == 2
    store.retract("b")
    (held,) = read(
        store, "MATCH ()-[held:HOLDS_POSITION]->() RETURN held.article AS article"
    )
    assert held["article"] == make_rows("a").key


def test_retract_leaves_relations_that_others_report(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    related = "MATCH ()-[each:RELATED_TO]->() RETURN each.article AS article"
    assert len(read(store, related)) == 2
    store.retract("b")
    assert read(store, related) == [{"article": make_rows("a").key}]


def test_ingest_changed_text_moves_the_id(store: Store) -> None:
    store.ingest([make_rows("b")])
    store.ingest([make_rows("b", "Another text.")])
    replaced = dump(store)
    store.retract("b")
    store.ingest([make_rows("b", "Another text.")])
    assert dump(store) == replaced


@pytest.mark.parametrize(
    "change", [{"extractor": "kg 0.2"}, {"published": "2024-11-03", "said": None}]
)
def test_ingest_otherwise_read_replaces(store: Store, change: dict[str, str]) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    store.ingest([make_rows("a", **change)])
    replaced = dump(store)
    store.retract("a")
    store.retract("b")
    store.ingest([make_rows("b"), make_rows("a", **change)])
    assert dump(store) == replaced


def test_ingest_refuses_a_second_text_under_one_id(store: Store) -> None:
    with pytest.raises(ArticleError, match="a: another article has this id"):
        store.ingest([make_rows("a", "Old text."), make_rows("a", "New text.")])
    assert dump(store) == ""


def test_a_claim_without_copies_is_deleted(store: Store) -> None:
    batch = [make_rows("a", "Old text."), make_rows("a", "New text.")]
    # Past the guard: the later of the two counts, and no article without id stays.
    store._engine.write(lambda transaction: writing.ingest(transaction, batch))
    ids = read(store, "MATCH (article:Article) RETURN article.id AS id")
    assert ids == [{"id": "a"}]


def test_ingest_takes_the_longest_id_and_name_that_are_admitted(store: Store) -> None:
    id_, name = "i" * INDEXED_BYTES, "n" * INDEXED_BYTES
    extraction = make_extraction("a")
    entities = tuple(
        msgspec.structs.replace(each, name=name) for each in extraction.entities
    )
    article = msgspec.structs.replace(extraction.article, id=id_)
    changed = msgspec.structs.replace(extraction, article=article, entities=entities)
    store.ingest([to_rows(changed, extractor=EXTRACTOR)])
    assert entity(store, CHOE)["name"] == name
    store.retract(id_)
    assert dump(store) == ""


def test_ingest_copy_of_a_text_adds_a_source_and_no_statement(store: Store) -> None:
    store.ingest([make_rows("a")])
    named_anew = Counters(articles_named_anew=1)
    assert store.ingest([make_rows("a", id="b", source="Daily")]) == named_anew
    (article,) = read(store, "MATCH (article:Article) RETURN properties(article) AS a")
    assert article["a"]["ids"] == ["a", "b"]
    assert article["a"]["sources"] == ["Wire", "Daily"]
    assert article["a"]["source"] == "Wire"
    assert article["a"]["copies"] == 2


@pytest.mark.parametrize("first, second", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize(
    "change",
    [{"source": "Daily"}, {"published": "2024-11-09", "said": "2024-11-08"}],
    ids=["same day", "another day"],
)
def test_retract_of_a_copy_is_the_same_as_never_ingested(
    store: Store, first: str, second: str, change: dict[str, str]
) -> None:
    store.ingest([make_rows("x", id=first), make_rows("z")])
    before = dump(store)
    store.ingest([make_rows("x", id=second, **change)])
    assert dump(store) != before
    store.retract(second)
    assert dump(store) == before


def test_three_copies_with_two_days_are_the_same_in_any_order(store: Store) -> None:
    copies = [
        make_rows("x", id="a"),
        make_rows("x", id="b", published="2024-11-09", said="2024-11-08"),
        make_rows("x", id="c"),
    ]
    dumps = set()
    for order in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
        for each in order:
            store.ingest([copies[each]])
        dumps.add(dump(store))
        for name in "abc":
            store.retract(name)
        assert dump(store) == ""
    assert len(dumps) == 1


def test_ingest_first_copy_with_new_text_leaves_the_other_copy(store: Store) -> None:
    store.ingest([make_rows("x", id="b")])
    before = dump(store)
    store.ingest([make_rows("x", id="a")])
    store.ingest([make_rows("y", id="a")])
    store.retract("a")
    assert dump(store) == before


def test_restatement_leads_from_the_later_article_to_the_earlier(store: Store) -> None:
    later = make_rows("b", published="2024-11-03")
    store.ingest([later])
    store.ingest([make_rows("a"), make_rows("c", said="2024-12-24")])
    (row,) = read(
        store,
        "MATCH (article)<-[:REPORTED_IN]-(:Statement)-[edge:RESTATES]->(:Statement)"
        "-[:REPORTED_IN]->(earlier)"
        " RETURN article.id AS later, earlier.id AS earlier, edge.score AS score",
    )
    assert (row["later"], row["earlier"]) == ("b", "a")
    assert 0 < row["score"] <= 1


@pytest.mark.parametrize(("second", "is_joined"), [("AQB/", True), ("f38B", False)])
def test_restatement_goes_by_the_vectors_in_the_graph(
    store: Store, second: str, is_joined: bool
) -> None:
    told = {
        "a": ("the deal will serve the economic aims of both countries", "AQB/"),
        "b": ("the agreement would serve the economic goals of two countries", second),
    }
    for name, (content, vector) in told.items():
        extraction = make_extraction(name)
        (statement,) = extraction.statements
        statement = msgspec.structs.replace(
            statement, content=(make_span(content),), vector=vector
        )
        extraction = msgspec.structs.replace(extraction, statements=(statement,))
        store.ingest([to_rows(extraction, extractor=EXTRACTOR)])
    reasons = "MATCH ()-[edge:RESTATES]->() RETURN edge.reason AS reason"
    assert len(read(store, reasons)) == is_joined


def test_known_gives_what_reading_depended_on(store: Store) -> None:
    rows = make_rows("a")
    store.ingest([rows])
    known = store.known([rows.key, "0000000000000000"])
    assert known == {
        rows.key: {
            "key": rows.key,
            "ids": ["a"],
            "origins": [""],
            "titles": ["Title of a"],
            "sources": ["Wire"],
            "urls": [""],
            "published": date(2024, 11, 2),
            "extractor": EXTRACTOR,
        }
    }


def test_known_passes_over_an_article_that_was_never_written(store: Store) -> None:
    rows = make_rows("a")
    claim, keys = load_query("write.claim_articles"), [{"key": rows.key}]
    store._engine.write(lambda transaction: transaction.run(claim, {"rows": keys}))
    assert store.known([rows.key]) == {}
    store.ingest([rows])
    assert list(store.check()) == []


def test_stats_count_by_label_and_type(store: Store) -> None:
    store.ingest([make_rows("a")])
    counts = {(row["kind"], row["name"]): row["count"] for row in store.stats()}
    assert counts["node", "Entity"] == 5 and counts["node", "State"] == 2
    assert counts["relationship", "MENTIONED_IN"] == 5
    assert ("node", "Location") not in counts


def test_read_runs_a_question(store: Store) -> None:
    store.ingest([make_rows("a")])
    query = load_query("write.count_nodes")
    assert {"name": "Person", "count": 1} in store.read(query, {})


def test_read_statement_gives_pythons_own_types(store: Store) -> None:
    store.ingest([make_rows("a")])
    (row,) = read(
        store,
        "MATCH path = (person:Person)-[said:SAID]->(statement:Statement) "
        "RETURN person, said, length(path) AS length, path, {day: date('2024-11-01')}"
        " AS map, [1, 2.5, null, true] AS list, duration('P1D') AS duration",
    )
    assert row["person"]["labels"] == ["Entity", "Person"]
    assert row["person"]["properties"]["key"] == CHOE
    assert row["said"] == {"type": "SAID", "properties": {"cue": "said"}}
    assert [step.get("type") for step in row["path"]] == [None, "SAID", None]
    assert row["map"] == {"day": date(2024, 11, 1)}
    assert row["list"] == [1, 2.5, None, True]
    assert row["duration"] == "P1D" and row["length"] == 1


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Person {key: 'x'})",
        "MERGE (:Person {key: 'x'})",
        "MATCH (person:Person) SET person.name = 'x'",
        "MATCH (person:Person) REMOVE person.name",
        "MATCH (node) DETACH DELETE node",
        "UNWIND [1] AS x CREATE (:Person {key: 'x'}) RETURN x",
        "MATCH (person:Person) CALL (person) { SET person.name = 'x' } RETURN person",
        "FOREACH (x IN [1] | CREATE (:Person {key: 'x'}))",
        "RETURN 1 AS x UNION CREATE (:Person {key: 'x'}) RETURN 1 AS x",
        "PROFILE CREATE (:Person {key: 'x'})",
        "/* RETURN 1 */ CREATE (:Person {key: 'x'})",
        "CREATE INDEX person_age_idx FOR (person:Person) ON (person.age)",
        "DROP CONSTRAINT entity_key_unique",
        "CREATE USER mallory SET PASSWORD 'only-for-tests'",
        "CALL db.create.setNodeVectorProperty(1, 'key', [1.0])",
        "CALL dbms.killConnection('bolt-1')",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "LOAD CSV FROM 'http://localhost:1/x' AS row RETURN row",
        "MATCH (a:Article) LOAD CSV FROM 'http://localhost:1/' + a.id AS x RETURN x",
    ],
)
def test_read_statement_refuses_to_write(store: Store, statement: str) -> None:
    store.ingest([make_rows("a")])
    before = dump(store)
    with pytest.raises(StoreError):
        read(store, statement)
    assert dump(store) == before
    assert store.ingest([make_rows("a")]) == Counters()


def test_read_statement_says_why_it_refuses(store: Store) -> None:
    with pytest.raises(StoreError, match="would change the graph"):
        read(store, "CREATE (:Person {key: 'x'})")


@pytest.mark.parametrize("statement", ["MATCH (n) RETURN", "RETURN 1; RETURN 2", ""])
def test_read_statement_names_a_mistake_in_one_line(
    store: Store, statement: str
) -> None:
    with pytest.raises(StoreError) as caught:
        read(store, statement)
    assert "\n" not in str(caught.value) and "com.arcadedb" not in str(caught.value)


def test_failed_ingest_leaves_no_trace(store: Store) -> None:
    store.ingest([make_rows("a")])
    before = dump(store)
    rows = make_rows("b")
    (statement,) = (each for each in rows.nodes if each.label == "Statement")
    # A map is no property: the database refuses it after much else is written.
    broken = replace(statement, properties={**statement.properties, "text": {"a": {}}})
    nodes = tuple(broken if each is statement else each for each in rows.nodes)
    with pytest.raises(StoreError):
        store.ingest([replace(rows, nodes=nodes)])
    assert dump(store) == before


def test_open_store_twice_keeps_the_graph(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        store.ingest([make_rows("a")])
        before = dump(store)
    with open_store(store_settings, create=False) as store:
        assert dump(store) == before
    with open_store(store_settings) as store:
        assert dump(store) == before


def test_define_puts_a_constraint_on_every_key(store: Store) -> None:
    rows = read(store, "SHOW CONSTRAINTS YIELD name RETURN name")
    names = {row["name"] for row in rows}
    labels = ("article", "statement", "event", "figure", "entity")
    assert {f"{label}_key_unique" for label in labels} <= names


ON_A_DAY = """// Statements of a day
//
// @mode    read
// @param   day: date  a day
// @returns key
MATCH (s:Statement) WHERE s.saidFrom >= $day RETURN s.key AS key
"""


def test_query_parameters_may_be_dates(store: Store) -> None:
    store.ingest([make_rows("a")])
    query = parse_query("test", ON_A_DAY)
    assert len(store.read(query, {"day": date(2024, 11, 1)})) == 1
    assert store.read(query, {"day": date(2024, 11, 2)}) == []
