"""The measure of relations, and the facts that it reads."""

import pytest

from kg.annotate.relations.types import TYPES
from kg.train.gold_labels import ReadingLabel, labels
from kg.train.measure_relations import counts, rows
from kg.train.relation_labels import Fact, Labelled, is_met, relation_labels

ADA, BO, BERN = (0, 3), (10, 12), (20, 24)
TEXT = "Ada loves Bo who is in Bern."


@pytest.mark.parametrize(
    ("fact", "heads", "met"),
    [
        (Fact("BORN_IN", ADA, BERN), ("BORN_IN", 0, 20), True),
        (Fact("BORN_IN", ADA, BERN), ("BORN_IN", 20, 0), False),
        (Fact("BORN_IN", ADA, BERN), ("CITIZEN_OF", 0, 20), False),
        (Fact("SPOUSE_OF", ADA, BO), ("SPOUSE_OF", 10, 0), True),
    ],
)
def test_is_met_wants_type_and_both_heads(fact, heads, met):
    assert is_met(fact, *heads) == met


@pytest.mark.parametrize(
    ("asked", "heads", "expected"),
    [
        ({"BORN_IN"}, ("BORN_IN", 0, 20), (1, 1, 1, 1)),
        ({"BORN_IN"}, ("BORN_IN", 10, 20), (1, 0, 1, 0)),
        # What nobody was asked for counts neither way.
        ({"BORN_IN"}, ("CITIZEN_OF", 0, 20), (0, 0, 1, 0)),
    ],
)
def test_counts_what_annotators_were_asked_for(asked, heads, expected):
    facts = (Fact("BORN_IN", ADA, BERN),)
    tally = counts(Labelled(TEXT, facts, frozenset(asked)), [heads])
    parts = ("found", "right", "wanted", "met")
    assert tuple(sum(n for (_, p), n in tally.items() if p == x) for x in parts) == (
        expected
    )


def test_counts_leave_out_words_of_no_entity():
    labelled = Labelled(TEXT, (), frozenset({"BORN_IN"}), entities=((ADA,), (BERN,)))
    assert counts(labelled, [("BORN_IN", 10, 20)]) == {}
    assert counts(labelled, [("BORN_IN", 0, 20)])["BORN_IN", "found"] == 1


def test_rows_give_all_types_and_each():
    tally = counts(
        Labelled(TEXT, (Fact("BORN_IN", ADA, BERN),), frozenset({"BORN_IN"})),
        [("BORN_IN", 0, 20)],
    )
    assert [name for name, _ in rows("x", tally)] == ["x: all", "x: BORN_IN"]


def test_labels_of_news_are_facts_of_kg_and_apart_from_what_measures():
    found = relation_labels()
    assert {fact.type for each in found for fact in each.facts} <= set(TYPES)
    learned = {each.corpus for each in found if each.half == "tune"}
    assert not any("worldwide" in corpus for corpus in learned)
    reading = {(each.corpus, each.document) for each in labels("reading", ReadingLabel)}
    assert reading.isdisjoint((each.corpus, each.document) for each in found)
