"""Meetings that a text dates, and who is named with them."""

from datetime import date

import pytest

from kg.extract.statements.meetings import meetings
from kg.extract.times.times import times
from kg.intervals import Intervals

FRIDAY = date(2024, 11, 1)


def met(doc, *told):
    """Return the words for each meeting's day, with the parties."""
    found = meetings(doc, tuple(times(doc, FRIDAY)), Intervals(told))
    return [(each.when.text, [x.text for x in each.parties]) for each in found]


@pytest.fixture
def envoys(make_doc):
    # Envoys of Togo met on Monday to discuss Chad.
    def read(verb):
        return make_doc(
            "Envoys/3/nsubj/O/NOUN of/2/case/O/ADP Togo/0/nmod/B-LOC/PROPN "
            f"{verb}/3/ROOT/O/VERB on/5/case/O/ADP Monday/3/obl/O/PROPN "
            "to/7/mark/O/PART discuss/3/advcl/O/VERB Chad/7/obj/B-LOC/PROPN",
            lemmas=["envoy", "of", "Togo", verb[:-1], "on", "Monday", "to"]
            + ["discuss", "Chad"],
        )

    return read


@pytest.mark.parametrize(("verb", "count"), [("meets", 1), ("speaks", 1), ("votes", 0)])
def test_meetings_are_told_by_a_verb(envoys, verb, count):
    assert len(met(envoys(verb))) == count


def test_meetings_name_who_stands_in_their_own_clause(envoys):
    assert met(envoys("meets")) == [("Monday", ["Monday", "Envoys", "Togo"])]


def test_meetings_are_none_in_what_somebody_says(envoys):
    doc = envoys("meets")
    assert met(doc, (0, len(doc.text))) == []


@pytest.mark.parametrize(("noun", "count"), [("talks", 1), ("votes", 0)])
def test_meetings_are_told_by_the_noun_that_a_participle_dates(make_doc, noun, count):
    doc = make_doc(
        f"Togo/1/nsubj/B-LOC/PROPN joined/1/ROOT/O/VERB {noun}/1/obj/O/NOUN "
        "held/2/acl/O/VERB on/5/case/O/ADP Monday/3/obl/O/PROPN",
        lemmas=["Togo", "join", noun[:-1], "hold", "on", "Monday"],
    )
    assert len(met(doc)) == count


def test_meetings_last_some_days_at_most(make_doc):
    doc = make_doc(
        "Togo/1/nsubj/B-LOC/PROPN held/1/ROOT/O/VERB talks/1/obj/O/NOUN "
        "in/4/case/O/ADP 2023/1/obl/O/NUM",
        lemmas=["Togo", "hold", "talk", "in", "2023"],
    )
    assert met(doc) == []
