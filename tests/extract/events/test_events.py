"""Events from hand-made parses: roles, control, merging and what is left out."""

from datetime import date

import pytest
from spacy.tokens import Span

from kg.extract.events.events import events

PUBLISHED = date(2024, 11, 2)
MET = (
    "Ada/1/nsubj/B-PERSON/PROPN met/1/ROOT/O/VERB with/3/case/O/ADP "
    "Bo/1/obl/B-PERSON/PROPN in/5/case/O/ADP Oslo/1/obl/B-LOC/PROPN"
)
KILLED = (
    "Rebels/2/nsubj:pass/O/NOUN were/2/aux:pass/O/AUX killed/2/ROOT/O/VERB "
    "by/4/case/O/ADP Chad/2/obl/B-LOC/PROPN"
)
URGED = (
    "Oslo/1/nsubj/B-LOC/PROPN urged/1/ROOT/O/VERB Rome/1/obj/B-LOC/PROPN "
    "to/4/mark/O/PART attack/1/xcomp/O/VERB Chad/4/obj/B-LOC/PROPN"
)
ATTACKED = (
    "Rebels/1/nsubj/O/NOUN attacked/1/ROOT/O/VERB Chad/1/obj/B-LOC/PROPN "
    "and/4/cc/O/CCONJ bombed/1/conj/O/VERB Oslo/4/obj/B-LOC/PROPN"
)
LAUNCHED = (
    "Chad/1/nsubj/B-LOC/PROPN launched/1/ROOT/O/VERB an/3/det/O/DET "
    "attack/1/obj/O/NOUN on/5/case/O/ADP Mali/3/nmod/B-LOC/PROPN"
)
SENT = (
    "Chad/1/nsubj/B-LOC/PROPN sent/1/ROOT/O/VERB aid/1/obj/O/NOUN "
    "to/4/case/O/ADP Mali/1/obl/B-LOC/PROPN"
)
SENT_NOWHERE = (
    "Chad/1/nsubj/B-LOC/PROPN sent/1/ROOT/O/VERB aid/1/obj/O/NOUN soon/1/advmod/O/ADV"
)


@pytest.fixture
def found(make_doc):
    def find(words, **annotation):
        return list(events(make_doc(words, **annotation), (), PUBLISHED))

    return find


def texts(arguments):
    return [argument.text for argument in arguments]


def test_events_reads_actor_recipient_and_place(found):
    lemmas = ["ada", "meet", "with", "bo", "in", "oslo"]
    (event,) = found(MET, lemmas=lemmas)
    assert (event.type, event.trigger.text) == ("CONSULT", "met")
    assert texts(event.actors) == ["Ada"]
    assert texts(event.recipients) == ["Bo"]
    assert event.place is not None
    assert event.place.text == "Oslo"
    assert event.factuality == "actual"


def test_events_of_passive_take_the_agent_as_actor(found):
    lemmas = ["rebel", "be", "kill", "by", "chad"]
    (event,) = found(KILLED, lemmas=lemmas)
    assert texts(event.actors) == ["Chad"]
    assert texts(event.recipients) == ["Rebels"]


def test_events_give_an_infinitive_its_governors_object_as_actor(found):
    lemmas = ["oslo", "urge", "rome", "to", "attack", "chad"]
    request, attack = found(URGED, lemmas=lemmas)
    assert (request.type, texts(request.recipients)) == ("REQUEST", ["Rome"])
    assert (attack.type, texts(attack.actors)) == ("ASSAULT", ["Rome"])
    assert (request.factuality, attack.factuality) == ("actual", "hypothetical")


def test_events_share_the_subject_of_coordinated_verbs(found):
    lemmas = ["rebel", "attack", "chad", "and", "bomb", "oslo"]
    first, second = found(ATTACKED, lemmas=lemmas)
    assert texts(first.actors) == texts(second.actors) == ["Rebels"]
    assert texts(second.recipients) == ["Oslo"]


def test_events_read_a_light_verb_and_its_noun_as_one(found):
    lemmas = ["chad", "launch", "an", "attack", "on", "mali"]
    (event,) = found(LAUNCHED, lemmas=lemmas)
    assert event.trigger.text == "launched an attack"
    assert (texts(event.actors), texts(event.recipients)) == (["Chad"], ["Mali"])


def test_events_of_aid_name_a_recipient(found):
    lemmas = ["chad", "send", "aid", "to", "mali"]
    (event,) = found(SENT, lemmas=lemmas)
    assert (event.type, texts(event.recipients)) == ("AID", ["Mali"])


def test_events_drop_aid_without_a_recipient(found):
    assert found(SENT_NOWHERE, lemmas=["chad", "send", "aid", "soon"]) == []


def test_events_drop_what_nobody_takes_part_in(found):
    words = (
        "Prices/1/nsubj/O/NOUN attacked/1/ROOT/O/VERB profits/1/obj/O/NOUN "
        "badly/1/advmod/O/ADV"
    )
    assert found(words, lemmas=["price", "attack", "profit", "badly"]) == []


def test_events_mend_a_wrong_lemma_of_an_irregular_verb(found):
    (event,) = found(MET, lemmas=["ada", "me", "with", "bo", "in", "oslo"])
    assert event.type == "CONSULT"


def test_events_inside_what_was_said_are_reported(make_doc):
    doc = make_doc(MET, lemmas=["ada", "meet", "with", "bo", "in", "oslo"])
    doc.spans["attribution"] = [Span(doc, 0, 6, "CONTENT", span_id=1)]
    (event,) = events(doc, (), PUBLISHED)
    assert event.factuality == "reported"


def test_events_inside_what_was_denied_are_denied(make_doc):
    words = f"{MET} denied/1/parataxis/O/VERB"
    doc = make_doc(words, lemmas=["ada", "meet", "with", "bo", "in", "oslo", "deny"])
    doc.spans["attribution"] = [
        Span(doc, 0, 6, "CONTENT", span_id=1),
        Span(doc, 6, 7, "CUE", span_id=1),
    ]
    (event,) = events(doc, (), PUBLISHED)
    assert event.factuality == "denied"
