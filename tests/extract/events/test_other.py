"""Deeds that PLOVER has no type for, on hand-made parses."""

import pytest
from spacy.tokens import Span

from kg.extract.events.other import other_deeds, verb_of

WON = (
    "Ada/1/nsubj/B-PERSON/PROPN won/1/ROOT/O/VERB the/3/det/O/DET "
    "race/1/obj/O/NOUN in/5/case/O/ADP Oslo/1/obl/B-LOC/PROPN"
)
WON_LEMMAS = ["ada", "win", "the", "race", "in", "oslo"]
HELD = (
    "Ada/1/nsubj/B-PERSON/PROPN held/1/ROOT/O/VERB talks/1/obj/O/NOUN "
    "yesterday/1/advmod/O/ADV"
)
BEGAN = (
    "Ada/1/nsubj/B-PERSON/PROPN began/1/ROOT/O/VERB to/3/mark/O/PART win/1/xcomp/O/VERB"
)
KNOWS = "Ada/1/nsubj/B-PERSON/PROPN knows/1/ROOT/O/VERB Bo/1/obj/B-PERSON/PROPN"
SHE = "She/1/nsubj/O/PRON won/1/ROOT/O/VERB the/3/det/O/DET race/1/obj/O/NOUN"


@pytest.fixture
def told(make_doc):
    def find(words, lemmas, *, known=(), cue=None):
        doc = make_doc(words, lemmas=lemmas)
        if cue is not None:
            doc.spans["attribution"] = [Span(doc, cue, cue + 1, "CUE", span_id=1)]
        return list(other_deeds(doc, known))

    return find


def test_other_deeds_gives_verb_actor_thing_and_place(told):
    ((predicate, roles),) = told(WON, WON_LEMMAS)
    assert verb_of(predicate) == "win"
    assert [token.text for token in roles.actors] == ["Ada"]
    assert [token.text for token in roles.recipients] == ["race"]
    assert roles.place is not None
    assert roles.place.text == "Oslo"


def test_other_deeds_leaves_what_plover_has_to_plover(told):
    assert told(WON, WON_LEMMAS, known=(1,)) == []


def test_other_deeds_leaves_cues_to_statements(told):
    assert told(WON, WON_LEMMAS, cue=1) == []


@pytest.mark.parametrize(
    ("words", "lemmas"),
    [
        (HELD, ["ada", "hold", "talk", "yesterday"]),
        (KNOWS, ["ada", "know", "bo"]),
        (SHE, ["she", "win", "the", "race"]),
    ],
)
def test_other_deeds_leaves_out_states_light_verbs_and_the_unnamed(told, words, lemmas):
    assert told(words, lemmas) == []


def test_other_deeds_tells_a_beginning_as_what_begins(told):
    found = told(BEGAN, ["ada", "begin", "to", "win"])
    assert [verb_of(predicate) for predicate, _ in found] == ["win"]
