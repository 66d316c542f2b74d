"""The day of what something was said at, during or after."""

from datetime import date

import pytest

from kg.extract.statements.occasions import DatedEvents
from kg.extract.times.times import times
from kg.intervals import Intervals

FRIDAY = date(2024, 11, 1)


def day(doc, cue, *, said=(), quotes=(), published=FRIDAY):
    """Return the words for the day of an occasion; the cue by its place."""
    found = tuple(times(doc, published))
    events = DatedEvents(doc, found, published, Intervals(quotes))
    when = events.day_of_saying(
        doc[cue : cue + 1], [doc[slice(*each)] for each in said]
    )
    return when.text if when else None


@pytest.fixture
def after(make_doc):
    """Return a maker of "Ada won the cup on Monday. She spoke after the race"."""

    def make(verb="won", lemma="win", case="after", article="the", noun="race"):
        return make_doc(
            f"Ada/1/nsubj/B-PERSON/PROPN {verb}/1/ROOT/O/VERB the/3/det/O/DET "
            "cup/1/obj/O/NOUN on/5/case/O/ADP Monday/1/obl/O/PROPN ./1/punct/O/PUNCT "
            "She/8/nsubj/O/PRON spoke/8/ROOT/O/VERB "
            f"{case}/11/case/O/ADP {article}/11/det/O/DET {noun}/8/obl/O/NOUN",
            lemmas=["Ada", lemma, "the", "cup", "on", "Monday", "."]
            + ["she", "speak", case, article, noun],
        )

    return make


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, "Monday"),
        ({"case": "during"}, "Monday"),
        ({"noun": "cup"}, "Monday"),
        # Of another time, of something else, or of no one that was told.
        ({"case": "before"}, None),
        ({"noun": "verdict"}, None),
        ({"article": "a"}, None),
        ({"verb": "sold", "lemma": "sell"}, None),
    ],
)
def test_day_of_saying_is_that_of_the_event(after, words, expected):
    assert day(after(**words), 8) == expected


def test_day_of_saying_is_none_where_the_event_is_told_by_others(after):
    assert day(after(), 8, quotes=[(0, 7)]) is None
    # What is said itself dates nothing.
    assert day(after(), 8, said=[(9, 12)]) is None


@pytest.mark.parametrize("published", [date(2024, 12, 20), date(2024, 10, 30), None])
def test_day_of_saying_lies_shortly_before_the_article(make_doc, published):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN won/1/ROOT/O/VERB it/1/obj/O/PRON "
        "on/5/case/O/ADP 4/5/nummod/O/NUM November/1/obl/O/PROPN ./1/punct/O/PUNCT "
        "She/8/nsubj/O/PRON spoke/8/ROOT/O/VERB "
        "after/11/case/O/ADP the/11/det/O/DET race/8/obl/O/NOUN",
        lemmas=["Ada", "win", "it", "on", "4", "November", "."]
        + ["she", "speak", "after", "the", "race"],
    )
    assert day(doc, 8, published=published) is None
    assert day(doc, 8, published=date(2024, 11, 8)) == "4 November"


def test_day_of_saying_is_none_where_two_were_told(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN won/1/ROOT/O/VERB on/3/case/O/ADP "
        "Monday/1/obl/O/PROPN ./1/punct/O/PUNCT "
        "Bo/6/nsubj/B-PERSON/PROPN won/6/ROOT/O/VERB on/8/case/O/ADP "
        "Tuesday/6/obl/O/PROPN ./6/punct/O/PUNCT "
        "She/11/nsubj/O/PRON spoke/11/ROOT/O/VERB "
        "after/14/case/O/ADP the/14/det/O/DET race/11/obl/O/NOUN",
        lemmas=["Ada", "win", "on", "Monday", ".", "Bo", "win", "on", "Tuesday", "."]
        + ["she", "speak", "after", "the", "race"],
    )
    assert day(doc, 11) is None


def test_day_of_saying_may_stand_beside_the_event(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON spoke/1/ROOT/O/VERB after/5/case/O/ADP "
        "Monday/5/nmod:poss/O/PROPN 's/3/case/O/PART vote/1/obl/O/NOUN"
    )
    assert day(doc, 1) == "Monday"


@pytest.mark.parametrize(("noun", "expected"), [("briefing", "Monday"), ("fan", None)])
def test_day_of_saying_may_stand_beside_a_setting(make_doc, noun, expected):
    # "spoke to a fan after Monday's vote": it may be a fan since then.
    doc = make_doc(
        f"She/1/nsubj/O/PRON spoke/1/ROOT/O/VERB at/4/case/O/ADP a/4/det/O/DET "
        f"{noun}/1/obl/O/NOUN after/8/case/O/ADP "
        f"Monday/8/nmod:poss/O/PROPN 's/6/case/O/PART vote/4/nmod/O/NOUN"
    )
    assert day(doc, 1) == expected


def test_day_of_saying_may_be_told_by_a_clause_after_the_event(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON left/1/ROOT/O/VERB Monday/3/nmod:poss/O/PROPN "
        "rally/1/obj/O/NOUN ,/8/punct/O/PUNCT during/6/case/O/ADP "
        "which/8/obl/O/PRON she/8/nsubj/O/PRON sang/1/advcl/O/VERB"
    )
    assert day(doc, 8) == "Monday"


@pytest.mark.parametrize(
    ("article", "noun", "expected"),
    [
        ("this", "meeting", "Monday"),
        ("the", "meeting", None),
        ("this", "harbour", None),
    ],
)
def test_day_of_saying_is_that_of_a_meeting_pointed_at(
    make_doc, article, noun, expected
):
    doc = make_doc(
        f"They/1/nsubj/O/PRON held/1/ROOT/O/VERB a/3/det/O/DET {noun}/1/obj/O/NOUN "
        "on/5/case/O/ADP Monday/1/obl/O/PROPN ./1/punct/O/PUNCT "
        f"In/9/case/O/ADP {article}/9/det/O/DET {noun}/11/obl/O/NOUN "
        "she/11/nsubj/O/PRON spoke/11/ROOT/O/VERB"
    )
    assert day(doc, 11) == expected
