"""What is announced for the future: promises, refusals and threats."""

import pytest

from kg.extract.events.announced import event_kind
from kg.extract.events.predicate import Predicate

PAST = "Tense=Past|VerbForm=Fin"


def kind(doc, index, frame):
    found = event_kind(Predicate(doc[index], frame))
    return found.type, found.mode, found.is_promise


@pytest.mark.parametrize(
    ("words", "type_", "expected"),
    [
        ("will/2/aux/O {}", "AID", ("AGREE", None, True)),
        ("will/2/aux/O {}", "RETREAT", ("CONCEDE", None, True)),
        ("will/2/aux/O {}", "ASSAULT", ("ASSAULT", None, False)),
        ("may/2/aux/O {}", "AID", ("AID", None, False)),
    ],
)
def test_event_kind_of_what_will_be(make_doc, make_frame, words, type_, expected):
    doc = make_doc("Oslo/2/nsubj/O " + words.format("help/2/ROOT/O/VERB"))
    assert kind(doc, 2, make_frame(type_)) == expected


@pytest.mark.parametrize(
    ("type_", "mode"), [("AID", "assist"), ("CONSULT", "meet"), ("RETREAT", "yield")]
)
def test_event_kind_of_what_will_not_be_is_a_refusal(make_doc, make_frame, type_, mode):
    doc = make_doc("will/2/aux/O not/2/advmod/O help/2/ROOT/O/VERB")
    assert kind(doc, 2, make_frame(type_)) == ("REJECT", mode, True)


@pytest.mark.parametrize(("link", "type_"), [("if", "AID"), ("when", "AGREE")])
def test_event_kind_of_a_condition_is_the_deed(make_doc, make_frame, link, type_):
    doc = make_doc(
        f"will/1/aux/O help/1/ROOT/O/VERB {link}/3/mark/O asked/1/advcl/O/VERB"
    )
    assert kind(doc, 1, make_frame("AID"))[0] == type_


@pytest.mark.parametrize(("verb", "type_"), [("hope", "AID"), ("say", "AGREE")])
def test_event_kind_of_a_guess_is_the_deed(make_doc, make_frame, verb, type_):
    doc = make_doc(
        f"Rome/1/nsubj/O {verb}/1/ROOT/O/VERB Oslo/4/nsubj/O will/4/aux/O "
        "help/1/ccomp/O/VERB"
    )
    assert kind(doc, 4, make_frame("AID"))[0] == type_


@pytest.mark.parametrize(
    ("morph", "type_"), [(PAST, "AGREE"), ("Tense=Pres|VerbForm=Fin", "AID")]
)
def test_event_kind_of_would_needs_a_past_above(make_doc, make_frame, morph, type_):
    doc = make_doc(
        "Oslo/1/nsubj/O said/1/ROOT/O/VERB it/4/nsubj/O would/4/aux/O "
        "help/1/ccomp/O/VERB",
        morphs=["", morph, "", "", ""],
    )
    assert kind(doc, 4, make_frame("AID"))[0] == type_


THREAT = (
    "Oslo/1/nsubj/O {}/1/ROOT/O/VERB {}/4/nsubj/O will/4/aux/O attack/1/ccomp/O/VERB"
)


@pytest.mark.parametrize(
    ("verb", "subject", "type_", "expected"),
    [
        ("say", "it", "ASSAULT", ("THREATEN", "violence", True)),
        ("say", "it", "COERCE", ("THREATEN", "restrict", True)),
        ("say", "Rome", "ASSAULT", ("ASSAULT", None, False)),
        ("hear", "it", "ASSAULT", ("ASSAULT", None, False)),
        ("say", "it", "ACCUSE", ("ACCUSE", None, False)),
    ],
)
def test_event_kind_of_ones_own_hostile_plan_is_a_threat(  # noqa: PLR0913
    make_doc, make_frame, verb, subject, type_, expected
):
    doc = make_doc(THREAT.format(verb, subject))
    assert kind(doc, 4, make_frame(type_)) == expected
