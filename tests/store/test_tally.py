"""What all articles together say of an entity."""

from typing import Any

import pytest
from store.dump import dump
from store.extractions import make_rows
from store.test_naming import change

from kg.settings import Settings
from kg.store import Store, open_store
from kg.store.tally import (
    Tally,
    count_mention,
    dump_tally,
    entity_properties,
    load_tally,
    most_common,
)

OLDER = """
MATCH (entity:Entity), (counted:Tally)
WHERE counted.key = entity.key
SET entity.tally = counted.counts
"""


def mention(name: str, *texts: str, **codes: str) -> dict[str, Any]:
    return {"name": name, "texts": list(texts), **codes}


def tallied(*mentions: dict[str, Any]) -> Tally:
    tally = Tally()
    for each in mentions:
        count_mention(tally, each, 1)
    return tally


CHOE = mention("Choe Son Hui", "Choe", "Choe Son Hui")
HYPHENATED = mention("Choe Son-hui", "Choe Son-hui")


def test_count_mention_out_again_leaves_what_was() -> None:
    tally = tallied(CHOE)
    before = dump_tally(tally)
    count_mention(tally, HYPHENATED, 1)
    count_mention(tally, HYPHENATED, -1)
    assert dump_tally(tally) == before


def test_dump_tally_is_the_same_in_any_order() -> None:
    assert dump_tally(tallied(CHOE, HYPHENATED)) == dump_tally(
        tallied(HYPHENATED, CHOE)
    )


def test_forms_are_counted_apart_and_out_again() -> None:
    own = {**CHOE, "met": ["2024-11"]}
    other = {**CHOE, "name": None, "met": ["2024-11"], "form": "Person:tony choe"}
    tally = tallied(own)
    before = dump_tally(tally)
    count_mention(tally, other, 1)
    assert tally.met == {"2024-11": 1}
    assert tally.forms == {"Person:tony choe": {"2024-11": 1}}
    assert tally.names == {"Choe Son Hui": 1}
    count_mention(tally, other, -1)
    assert dump_tally(tally) == before


def test_load_tally_reads_what_was_dumped() -> None:
    tally = tallied(CHOE, HYPHENATED)
    assert load_tally(dump_tally(tally)) == tally
    assert load_tally(None) == Tally()


def test_entity_properties_name_is_what_most_articles_give() -> None:
    properties = entity_properties("k", "Person", tallied(HYPHENATED, CHOE, HYPHENATED))
    assert properties["name"] == "Choe Son-hui"
    assert properties["aliases"] == ["Choe", "Choe Son Hui", "Choe Son-hui"]
    assert properties["names"] == ["choe", "choe son hui"]


def test_entity_properties_keep_a_code_that_only_some_articles_give() -> None:
    tally = tallied(mention("Russia"), mention("Russia", iso3="RUS"))
    assert entity_properties("k", "State", tally)["iso3"] == "RUS"
    assert "wikidata" not in entity_properties("k", "State", tally)


@pytest.mark.parametrize(
    ("key", "texts", "expected"),
    [
        ("Group:officials 0123456789abcdef all", [], True),
        ("Person:quill 0123456789abcdef all", ["Quill"], None),
        ("Group:kenya troops", [], None),
    ],
)
def test_entity_properties_say_what_has_no_name_beyond_its_article(
    key: str, texts: list[str], expected: bool | None
) -> None:
    properties = entity_properties(key, "Group", tallied(mention("officials", *texts)))
    assert properties.get("unnamed") == expected


@pytest.mark.parametrize(
    "counts, winner",
    [
        ({"a": 1, "b": 2}, "b"),
        ({"Xi": 1, "Xi Jinping": 1}, "Xi Jinping"),
        ({"ab": 1, "aa": 1}, "aa"),
        ({}, None),
    ],
)
def test_most_common_breaks_ties_by_length_then_letter(
    counts: dict[str, int], winner: str | None
) -> None:
    assert most_common(counts) == winner


def test_tallies_of_an_older_graph_leave_its_entities(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        store.ingest([make_rows("a"), make_rows("b")])
        whole = dump(store)
        change(store, OLDER)
        change(store, "MATCH (counted:Tally) DELETE counted")
        change(store, "DROP CONSTRAINT tally_key_unique")
        (fault,) = store.check()
        assert fault.startswith("an older kg wrote this graph")
    with open_store(store_settings) as store:
        assert dump(store) == whole
        store.retract("b")
        assert list(store.check()) == []


def test_tallies_go_with_their_entities(store: Store) -> None:
    store.ingest([make_rows("a")])
    store.ingest([make_rows("b", minister="Bo Moe")])
    tallies = "MATCH (counted:Tally) RETURN counted.key AS key"
    store.retract("b")
    keys = {row["key"] for row in store.read_statement(tallies, {})}
    entities = "MATCH (entity:Entity) RETURN entity.key AS key"
    assert keys == {row["key"] for row in store.read_statement(entities, {})}
