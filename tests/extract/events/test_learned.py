"""Events where the lexicon is silent, by what the model has marked."""

from typing import get_args

import pytest
from spacy.tokens import Doc, Span

from kg.extract.events.events import events
from kg.extract.events.frames import TYPES
from kg.extract.events.learned import Marks
from kg.records import EventType


@pytest.fixture
def blasted(make_doc) -> Doc:
    """A sentence whose verb the lexicon does not list."""
    return make_doc(
        "Chad/1/nsubj/B-LOC/PROPN zorked/1/ROOT/O/VERB Mali/1/obj/B-LOC/PROPN"
    )


def mark(doc: Doc, at: int, label: str, *, is_clear: bool = True) -> None:
    doc.spans["deeds"] = [Span(doc, at, at + 1, label)]
    doc.spans["clear_deeds"] = doc.spans["deeds"] if is_clear else []


def found(doc: Doc):
    return [
        (event.type, [a.text for a in event.actors], [r.text for r in event.recipients])
        for event in events(doc, (), None)
    ]


def test_a_word_without_a_mark_tells_nothing(blasted):
    assert found(blasted) == []


def test_a_marked_word_is_an_event_with_its_parties(blasted):
    mark(blasted, 1, "ASSAULT")
    assert found(blasted) == [("ASSAULT", ["Chad"], ["Mali"])]


def test_a_word_that_names_nobody_is_an_event_where_the_model_is_sure(make_doc):
    doc = make_doc(
        "There/1/expl/O/PRON were/1/ROOT/O/VERB protests/1/nsubj/O/NOUN "
        "in/4/case/O/ADP Oslo/2/nmod/B-LOC/PROPN"
    )
    assert found(doc) == []
    mark(doc, 2, "PROTEST")
    assert [(event.type, event.place.text) for event in events(doc, (), None)] == [
        ("PROTEST", "Oslo")
    ]


def test_a_word_that_names_nobody_needs_a_place_or_a_day(make_doc):
    doc = make_doc("There/1/expl/O/PRON were/1/ROOT/O/VERB protests/1/nsubj/O/NOUN")
    mark(doc, 2, "PROTEST")
    assert found(doc) == []


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_a_frame(make_doc, blasted, type_):
    mark(blasted, 1, type_)
    frame = Marks(blasted).frame(blasted[1], ())
    assert frame is not None and frame.type == type_


def test_the_model_knows_the_types_of_the_records():
    assert set(TYPES) | {"OTHER"} == set(get_args(EventType))


@pytest.mark.parametrize(("noun", "count"), [("blast", 1), ("bomber", 0)])
def test_a_noun_for_people_is_no_event(make_doc, noun, count):
    doc = make_doc(
        f"Chad/1/compound/B-LOC/PROPN {noun}/2/nsubj/O/NOUN hit/2/ROOT/O/VERB "
        "Mali/2/obj/B-LOC/PROPN"
    )
    mark(doc, 1, "ASSAULT")
    told = [event for event in events(doc, (), None) if event.trigger.text == noun]
    assert len(told) == count


@pytest.mark.parametrize(("listed", "counts"), [("ASSAULT", True), ("AID", False)])
def test_a_type_in_doubt_counts_only_where_the_lexicon_lists_it(
    blasted, listed, counts
):
    mark(blasted, 1, "ASSAULT", is_clear=False)
    marks = Marks(blasted)
    assert (marks.frame(blasted[1], {listed}) is not None) == counts
    assert marks.frame(blasted[1], ()) is None


def test_an_event_of_the_lexicon_goes_where_the_model_is_sure_of_none(make_doc):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN condemned/1/ROOT/O/VERB Mali/1/obj/B-LOC/PROPN",
        lemmas=["Chad", "condemn", "Mali"],
    )
    assert [type_ for type_, _, _ in found(doc)] == ["ACCUSE"]
    mark(doc, 1, "NONE")
    assert found(doc) == []


def test_a_cue_has_a_learned_type_only_where_the_lexicon_lists_it(blasted):
    mark(blasted, 1, "ACCUSE")
    blasted.spans["attribution"] = [Span(blasted, 1, 2, "CUE")]
    marks = Marks(blasted)
    assert marks.frame(blasted[1], ()) is None
    assert marks.frame(blasted[1], {"ACCUSE"}) is not None
