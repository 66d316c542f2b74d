"""Who takes part in what an event noun tells, on hand-made noun phrases."""

import pytest

from kg.extract.events.noun_roles import is_target, noun_actors, noun_slot
from kg.extract.events.predicate import Predicate

ADA = "Ada/1/nmod:poss/B-PERSON/PROPN arrest/1/ROOT/O/NOUN"


def texts(tokens):
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("words", "noun", "found"),
    [
        ("ban/0/ROOT/O/NOUN by/2/case/O Oslo/0/nmod/B-LOC/PROPN", 0, ["Oslo"]),
        ("Oslo/1/nmod:poss/B-LOC/PROPN visit/1/ROOT/O/NOUN", 1, ["Oslo"]),
        ("Danish/1/amod/B-NORP/ADJ raid/1/ROOT/O/NOUN", 1, ["Danish"]),
        ("Kabul/1/compound/B-LOC/PROPN raid/1/ROOT/O/NOUN", 1, []),
        (
            "talks/0/ROOT/O/NOUN between/2/case/O Oslo/0/nmod/B-LOC Rome/2/conj/B-LOC",
            0,
            ["Oslo", "Rome"],
        ),
        ("Oslo/2/nsubj/B-LOC is/2/cop/O/AUX enemy/2/ROOT/O/NOUN", 2, ["Oslo"]),
        (
            "wave/0/ROOT/O/NOUN of/2/case/O raids/0/nmod/O/NOUN by/4/case/O "
            "rebels/2/nmod/O/NOUN",
            0,
            ["rebels"],
        ),
        ("visit/0/ROOT/O/NOUN of/2/case/O Ada/0/nmod/B-PERSON", 0, ["Ada"]),
        ("the/1/det/O/DET visit/1/ROOT/O/NOUN", 1, []),
    ],
)
def test_noun_actors_by_place_in_the_phrase(make_doc, make_frame, words, noun, found):
    predicate = Predicate(make_doc(words)[noun], make_frame())
    assert texts(noun_actors(predicate)) == found


@pytest.mark.parametrize(("patient", "found"), [("false", ["Ada"]), ("true", [])])
def test_noun_actors_take_no_one_who_suffers(make_doc, make_frame, patient, found):
    predicate = Predicate(make_doc(ADA)[1], make_frame(patient=patient))
    assert texts(noun_actors(predicate)) == found
    assert texts(noun_slot("of", predicate)) == ([] if found else ["Ada"])


def test_noun_actors_are_possessors_where_another_one_suffers(make_doc, make_frame):
    doc = make_doc(f"{ADA} of/3/case/O/ADP Bo/1/nmod/B-PERSON/PROPN")
    predicate = Predicate(doc[1], make_frame(patient="true"))
    assert texts(noun_actors(predicate)) == ["Ada"]
    assert texts(noun_slot("of", predicate)) == ["Bo"]


def test_noun_actors_are_who_the_light_verb_names_and_not_a_name_before(
    make_doc, make_frame
):
    doc = make_doc(
        "Oslo/1/nsubj/B-LOC/PROPN imposed/1/ROOT/O/VERB UN/3/compound/B-ORG/PROPN "
        "sanctions/1/obj/O/NOUN"
    )
    frame = make_frame("COERCE")
    assert texts(noun_actors(Predicate(doc[3], frame, doc[1]))) == ["Oslo"]
    assert texts(noun_actors(Predicate(doc[3], frame))) == ["UN"]


@pytest.mark.parametrize(
    ("verb", "noun", "found"),
    [
        ("claim", "responsibility", ["Hamas"]),
        ("accept", "responsibility", []),
        ("claim", "compensation", []),
    ],
)
def test_noun_actors_claim_what_they_did(make_doc, make_frame, verb, noun, found):
    doc = make_doc(
        f"Hamas/1/nsubj/B-ORG/PROPN {verb}/1/ROOT/O/VERB {noun}/1/obj/O/NOUN "
        "for/4/case/O/ADP raid/2/nmod/O/NOUN"
    )
    assert texts(noun_actors(Predicate(doc[4], make_frame()))) == found


def test_noun_actors_take_no_recipient_after_of(make_doc, make_frame):
    doc = make_doc("arrest/0/ROOT/O/NOUN of/2/case/O Ada/0/nmod/B-PERSON")
    assert noun_actors(Predicate(doc[0], make_frame(recipient="of"))) == []


@pytest.mark.parametrize(("mode", "found"), [(None, ["Oslo"]), ("third-party", [])])
def test_noun_actors_of_mediation_are_not_the_parties(
    make_doc, make_frame, mode, found
):
    doc = make_doc("talks/0/ROOT/O/NOUN between/2/case/O Oslo/0/nmod/B-LOC")
    frame = make_frame("CONSULT", **({"mode": mode} if mode else {}))
    assert texts(noun_actors(Predicate(doc[0], frame))) == found
    assert texts(noun_slot("between", Predicate(doc[0], frame))) == ["Oslo"]


def test_noun_actors_are_the_light_verbs_subject(make_doc, make_frame):
    doc = make_doc("Oslo/1/nsubj/B-LOC made/1/ROOT/O/VERB threats/1/obj/O/NOUN")
    assert texts(noun_actors(Predicate(doc[2], make_frame(), doc[1]))) == ["Oslo"]
    assert noun_actors(Predicate(doc[2], make_frame())) == []


@pytest.mark.parametrize(("governor", "found"), [("true", ["Ada"]), ("false", [])])
def test_noun_actors_of_a_meeting_met_before_they_left(
    make_doc, make_frame, governor, found
):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON left/1/ROOT/O/VERB after/3/case/O talks/1/obl/O/NOUN"
    )
    frame = make_frame("CONSULT", governor=governor)
    assert texts(noun_actors(Predicate(doc[3], frame))) == found


@pytest.mark.parametrize(
    ("word", "type_", "target"),
    [
        ("Kabul/1/compound/B-LOC/PROPN", "ASSAULT", True),
        ("Kabul/1/compound/B-LOC/PROPN", "AID", False),
        ("U.S./1/compound/B-LOC/PROPN", "ASSAULT", False),
        ("Danish/1/amod/B-NORP/ADJ", "ASSAULT", False),
    ],
)
def test_is_target_is_a_place(make_doc, make_frame, word, type_, target):
    doc = make_doc(f"{word} raid/1/ROOT/O/NOUN")
    predicate = Predicate(doc[1], make_frame(type_))
    assert is_target(doc[0], predicate) is target


@pytest.mark.parametrize(
    ("slot", "found"), [("on", ["Mali"]), ("at", []), ("inside", [])]
)
def test_noun_slot_is_a_preposition(make_doc, make_frame, slot, found):
    doc = make_doc("raid/0/ROOT/O/NOUN on/2/case/O Mali/0/nmod/B-LOC/PROPN")
    assert texts(noun_slot(slot, Predicate(doc[0], make_frame()))) == found


@pytest.mark.parametrize(("preposition", "found"), [("with", ["Rome"]), ("of", [])])
def test_noun_slot_asks_the_light_verb_next(make_doc, make_frame, preposition, found):
    doc = make_doc(
        f"held/0/ROOT/O/VERB talks/0/obj/O/NOUN {preposition}/3/case/O "
        "Rome/0/obl/B-LOC/PROPN"
    )
    predicate = Predicate(doc[1], make_frame(), doc[0])
    assert texts(noun_slot(preposition, predicate)) == found
