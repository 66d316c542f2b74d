"""What people judge of entities holds, whatever comes and goes, in any order."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random
from threading import Thread
from typing import Any

import msgspec
import pytest
from store.dump import dump
from store.joins.test_namesakes import copy, rows

from kg.errors import JudgementError
from kg.judgements.judgement import Judgement, alias_name, mention_name
from kg.settings import Settings
from kg.store import Store, open_store, writing

ADA, ADELE, QUILL = "Person:ada quill", "Person:adele quill", "Person:quill"
EVE, BODY = "Person:eve stone", "Organization:eve stone"
NAMED = rows("named", "Ada Quill")
OTHER = rows("other", "Adele Quill")
BOTH = rows("both", "Ada Quill", others=("Adele Quill",))
AGAIN = rows("again", "Ada Quill", states=4, published="2024-11-20")
LONE = rows("lone", "Quill", states=4)
STONE = rows("stone", "Eve Stone", others=("Quill",))
ALL = (NAMED, OTHER, BOTH, AGAIN, LONE, STONE)


def same(target: str, source: str) -> Judgement:
    return Judgement(
        target=target, source=source, verdict="positive", user="eve", time="2026"
    )


def two(target: str, source: str) -> Judgement:
    return msgspec.structs.replace(same(target, source), verdict="negative")


def split(entity: str, *articles: Any) -> list[Judgement]:
    first, *others = sorted(mention_name(entity, each.key) for each in articles)
    return [two(entity, first), *(same(first, each) for each in others)]


def people(store: Store) -> dict[str, list[str]]:
    """Return the people in the graph with the ids of the articles that mention them."""
    statement = (
        "MATCH (person:Person)-[:MENTIONED_IN]->(article)"
        " RETURN person.key AS key, collect(article.id) AS articles"
    )
    found = store.read_statement(statement, {})
    return {row["key"]: sorted(row["articles"]) for row in found}


def entity(store: Store, key: str) -> dict[str, Any]:
    (row,) = store.read_statement(
        "MATCH (entity:Entity {key: $key}) OPTIONAL MATCH (entity)-[m:MENTIONED_IN]->()"
        " RETURN labels(entity) AS labels, entity.name AS name, entity.names AS names,"
        " entity.aliases AS aliases, sum(m.count) AS count",
        {"key": key},
    )
    return dict(row)


def test_a_merge_joins_what_articles_say(store: Store) -> None:
    store.ingest([NAMED, OTHER, BOTH, AGAIN])
    assert store.judge([same(ADA, ADELE)]) == []
    assert people(store) == {ADA: ["again", "both", "named", "other"]}
    found = entity(store, ADA)
    assert (found["name"], found["count"]) == ("Ada Quill", 10)
    assert found["aliases"] == ["Ada Quill", "Adele Quill", "Quill"]
    assert list(store.check()) == []


def relations(store: Store) -> list[tuple[str, str, str]]:
    """Return the relations in the graph: subject, type and object."""
    statement = (
        "MATCH (one)-[tie:RELATED_TO]->(other)"
        " RETURN one.key AS one, tie.type AS type, other.key AS other"
    )
    rows = store.read_statement(statement, {})
    return sorted((row["one"], row["type"], row["other"]) for row in rows)


def test_a_merge_moves_each_relation_of_a_sentence(store: Store) -> None:
    store.ingest([STONE])
    before = relations(store)
    assert before == [
        (EVE, "CITIZEN_OF", "State:RUS"),
        (EVE, "SPOUSE_OF", QUILL),
        (EVE, "WORKS_FOR", "State:RUS"),
    ]
    store.judge([same(ADA, EVE)])
    assert relations(store) == [(ADA, type_, other) for _, type_, other in before]
    store.take_back([same(ADA, EVE)])
    assert relations(store) == before


def test_a_judgement_taken_back_leaves_no_trace(store: Store) -> None:
    store.ingest(ALL)
    before = dump(store)
    made = [
        same(ADA, ADELE),
        same(BODY, EVE),
        same(ADA, alias_name(ADA, "Quilly")),
        *split(EVE, STONE),
    ]
    store.judge(made)
    assert dump(store) != before
    for judgement in made:
        store.take_back([judgement])
    assert dump(store) == before


def test_a_merge_holds_for_articles_that_come_later(store: Store) -> None:
    store.judge([same(ADA, ADELE)])
    store.ingest([OTHER])
    assert people(store) == {ADA: ["other"]}
    store.retract("other")
    assert people(store) == {}
    store.ingest([OTHER])
    assert people(store) == {ADA: ["other"]}


def test_a_split_takes_the_mentions_of_some_articles_away(store: Store) -> None:
    store.ingest([NAMED, AGAIN, BOTH])
    store.judge(split(ADA, NAMED, BOTH))
    apart = mention_name(ADA, min(NAMED.key, BOTH.key))
    assert people(store) == {
        ADA: ["again"],
        apart: ["both", "named"],
        ADELE: ["both"],
    }
    assert entity(store, apart)["name"] == "Ada Quill"
    assert list(store.check()) == []


def test_a_mention_is_merged_in_one_article_alone(store: Store) -> None:
    store.ingest([NAMED, BOTH, STONE])
    store.judge([same(EVE, mention_name(ADA, NAMED.key))])
    assert people(store)[EVE] == ["named", "stone"]
    assert people(store)[ADA] == ["both"]


def test_a_retype_changes_the_label_and_joins_the_thing_of_that_type(
    store: Store,
) -> None:
    store.ingest([STONE])
    store.judge([same(BODY, EVE)])
    assert sorted(entity(store, BODY)["labels"]) == ["Entity", "Organization"]
    assert EVE not in people(store)
    assert list(store.check()) == []


def test_an_alias_finds_the_entity_also_after_a_merge(store: Store) -> None:
    store.ingest([NAMED, OTHER])
    store.judge([same(ADELE, alias_name(ADELE, "Quilly"))])
    assert "quilly" in entity(store, ADELE)["names"]
    store.judge([same(ADA, ADELE)])
    assert "Quilly" in entity(store, ADA)["aliases"]
    store.retract("other")
    assert "Quilly" in entity(store, ADA)["aliases"]
    assert list(store.check()) == []


def test_a_negative_judgement_holds_against_a_chain_of_merges(store: Store) -> None:
    store.ingest([NAMED, OTHER, STONE])
    refused = store.judge([two(ADA, EVE), same(ADA, ADELE), same(ADELE, EVE)])
    [(judgement, error)] = refused
    assert judgement == same(ADELE, EVE)
    assert f"against judgement {two(ADA, EVE)}" in str(error)
    assert people(store) == {ADA: ["named", "other", "stone"], EVE: ["stone"]}


def test_a_split_of_what_a_chain_of_merges_joins_is_refused(store: Store) -> None:
    later = msgspec.structs.replace(same(ADELE, EVE), time="2027")
    [(_, error)] = store.judge([same(ADA, ADELE), later, two(EVE, ADA)])
    assert isinstance(error, JudgementError)
    assert f"against judgement {later}" in str(error)
    assert len(store.judgements()) == 2


def test_a_negative_judgement_holds_against_a_lone_name(store: Store) -> None:
    store.ingest([NAMED, LONE])
    assert people(store) == {ADA: ["lone", "named"]}
    store.judge([two(ADA, QUILL)])
    assert people(store) == {ADA: ["named"], QUILL: ["lone"]}
    store.ingest([AGAIN])
    assert people(store)[QUILL] == ["lone"]
    store.take_back([two(ADA, QUILL)])
    assert people(store) == {ADA: ["again", "lone", "named"]}


def test_a_merge_makes_two_people_of_one_family_one(store: Store) -> None:
    store.ingest([NAMED, OTHER, LONE])
    assert QUILL in people(store)
    store.judge([same(ADA, ADELE)])
    assert people(store) == {ADA: ["lone", "named", "other"]}
    assert list(store.check()) == []


def test_what_is_judged_already_is_left_as_it_is(store: Store) -> None:
    store.judge([same(ADA, ADELE)])
    before = dump(store)
    again = msgspec.structs.replace(same(ADA, ADELE), user="bob", time="2027")
    assert store.judge([again]) == []
    assert dump(store) == before


def test_another_reading_and_other_copies_keep_what_was_judged(store: Store) -> None:
    made = [same(ADA, ADELE), *split(ADA, NAMED)]
    first = copy(BOTH, "a copy")
    later = replace(BOTH, extractor="kg 9")
    store.ingest([*ALL])
    store.judge(made)
    as_judged = dump(store)
    store.ingest([first])
    store.retract("a copy")
    assert dump(store) == as_judged
    store.ingest([later])
    store.ingest([first])
    assert list(store.check()) == []
    store.retract("a copy")
    store.ingest([BOTH])
    assert dump(store) == as_judged


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_articles_and_judgements_gives_one_graph(
    store: Store, seed: int
) -> None:
    made = [
        same(ADA, ADELE),
        same(BODY, EVE),
        same(ADA, alias_name(ADA, "Quilly")),
        two(ADA, QUILL),
        *split(ADA, NAMED, BOTH),
        same(EVE, mention_name(QUILL, STONE.key)),
    ]
    store.ingest(ALL)
    assert store.judge(made) == []
    expected = dump(store)
    assert list(store.check()) == []
    store.take_back(made)
    for article in ALL:
        store.retract(article.article.id)
    assert dump(store) == ""
    for step in _steps(store, made, Random(seed)):
        step()
    assert dump(store) == expected


def _steps(
    store: Store, made: list[Judgement], random: Random
) -> list[Callable[[], Any]]:
    """Return ingests and judgements in some order, and detours between them."""
    steps: list[Callable[[], Any]] = [partial(store.ingest, [each]) for each in ALL]
    steps += [partial(_judge, store, each) for each in made]
    random.shuffle(steps)
    detours = [partial(_in_and_out, store, each) for each in random.sample(ALL, 2)]
    detours += [partial(_to_and_fro, store, each) for each in random.sample(made, 3)]
    for detour in detours:
        steps.insert(random.randrange(len(steps) + 1), detour)
    # What a detour took away is there in the end.
    return [*steps, partial(store.ingest, ALL), partial(store.judge, made)]


def _in_and_out(store: Store, article: Any) -> None:
    store.ingest([article])
    store.retract(article.article.id)


def _judge(store: Store, judgement: Judgement) -> None:
    assert store.judge([judgement]) == []


def _to_and_fro(store: Store, judgement: Judgement) -> None:
    _judge(store, judgement)
    store.take_back([judgement])


@pytest.mark.neo4j
@pytest.mark.parametrize("moment", ["judge_names", "write_restatements"])
def test_a_judgement_made_while_an_article_is_written_holds_for_it(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Before the article's entities are locked, and after."""
    started: list[Thread] = []
    with open_store(neo4j_settings) as ours, open_store(neo4j_settings) as theirs:
        go_on = getattr(writing, moment)

        def meanwhile(*arguments: Any) -> Any:
            if not started:
                made = [same(ADA, ADELE)]
                started.append(Thread(target=theirs.judge, args=(made,)))
                started[0].start()
                # Locked out, they wait for our end.
                started[0].join(5)
            return go_on(*arguments)

        monkeypatch.setattr(writing, moment, meanwhile)
        ours.ingest([OTHER])
        started[0].join(60)
        assert people(ours) == {ADA: ["other"]}
        assert list(ours.check()) == []
