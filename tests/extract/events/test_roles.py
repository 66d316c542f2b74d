"""Who takes part in an event, along the slots of a frame, on hand-made parses."""

import pytest

from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import (
    complements,
    helped_further_on,
    nearby_phrases,
    roles,
)

DID = "Chad/1/nsubj/B-LOC/PROPN did/1/ROOT/O/VERB {}"
MALI = "Mali/1/obj/B-LOC/PROPN"


@pytest.fixture
def find(make_doc, make_frame):
    """Return a function that finds the roles of a verb, the second word of a text."""

    def roles_of(words, type_="ASSAULT", known=(), **entry):
        doc = make_doc(words)
        frame = make_frame(type_, **entry)
        predicate = Predicate(doc[1], frame)
        others = {at: Predicate(doc[at], each) for at, each in dict(known).items()}
        return roles(predicate, {1: predicate, **others})

    return roles_of


def texts(tokens):
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("slot", "rest", "found"),
    [
        ("obj", MALI, ["Mali"]),
        ("obj", "rain/1/obj/O/NOUN", []),
        ("iobj", "Mali/1/iobj/B-LOC/PROPN tents/1/obj/O/NOUN", ["Mali"]),
        ("iobj", MALI, []),
        ("to", "to/3/case/O Mali/1/obl/B-LOC/PROPN", ["Mali"]),
        ("to", "by/3/case/O Mali/1/obl/B-LOC/PROPN", []),
        ("inside", "Mali/3/nmod:poss/B-LOC plan/1/obj/O/NOUN", ["Mali"]),
        ("inside", "the/3/det/O plan/1/obj/O/NOUN", []),
        ("inside", "for/4/case/O Mali/4/nmod:poss/B-LOC plan/1/obl/O/NOUN", ["Mali"]),
        ("place", "in/3/case/O Mali/1/obl/B-LOC/PROPN", ["Mali"]),
        ("place", "in/3/case/O rain/1/obl/O/NOUN", []),
        ("clause", "Mali/3/nsubj/B-LOC pay/1/ccomp/O/VERB", ["Mali"]),
        ("clause", "to/3/mark/O pay/1/xcomp/O/VERB", []),
        ("clause obj", MALI, ["Mali"]),
    ],
)
def test_roles_fill_a_slot(find, slot, rest, found):
    roles_ = find(DID.format(rest), recipient=slot)
    assert (texts(roles_.actors), texts(roles_.recipients)) == (["Chad"], found)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Chad/2/nmod/B-LOC", ["Chad"]),
        ("refugees/2/nmod/O/NOUN", ["refugees"]),
        ("May/2/nmod/O", []),
    ],
)
def test_roles_within_are_the_next_place_or_people(find, word, found):
    words = (
        "Mali/1/nsubj/B-LOC/PROPN built/1/ROOT/O/VERB schools/1/obj/O/NOUN "
        f"in/4/case/O {word}"
    )
    assert texts(find(words, recipient="within").recipients) == found


@pytest.mark.parametrize(("type_", "found"), [("REQUEST", []), ("REJECT", ["their"])])
def test_roles_inside_of_a_demand_are_no_possessive_pronouns(find, type_, found):
    words = DID.format("their/3/nmod:poss/O/PRON rights/1/obj/O/NOUN")
    assert texts(find(words, type_, recipient="inside").recipients) == found


@pytest.mark.parametrize(
    ("second", "found"),
    [("Mali/0/conj/B-LOC", ["Chad", "Mali"]), ("then/1/advmod/O", [])],
)
def test_roles_of_a_mutual_event_are_both_parties(find, second, found):
    words = f"Chad/1/nsubj/B-LOC met/1/ROOT/O/VERB {second}"
    assert texts(find(words, "CONSULT", recipient="mutual").recipients) == found


@pytest.mark.parametrize(
    ("type_", "found"), [("MOBILIZE", ["soldiers"]), ("ASSAULT", [])]
)
def test_roles_of_passive_mobilisation_are_the_troops(find, type_, found):
    words = "soldiers/1/nsubj:pass/O/NOUN sent/1/ROOT/O/VERB were/1/aux:pass/O/AUX"
    assert texts(find(words, type_).actors) == found


@pytest.mark.parametrize("is_known", [True, False])
def test_roles_of_the_complement_are_taken_over(find, make_frame, is_known):
    words = DID.format("to/3/mark/O attack/1/xcomp/O/VERB Mali/3/obj/B-LOC/PROPN")
    known = {3: make_frame(recipient="obj")} if is_known else {}
    found = find(words, "THREATEN", known, recipient="complement")
    assert texts(found.recipients) == ["Mali"] * is_known


def test_roles_give_a_name_before_an_event_noun_as_recipient(make_doc, make_frame):
    doc = make_doc("Kabul/1/compound/B-LOC/PROPN raid/1/ROOT/O/NOUN")
    found = roles(Predicate(doc[1], make_frame()), {})
    assert (found.actors, texts(found.recipients)) == ((), ["Kabul"])


def test_roles_name_nobody_twice(find):
    words = DID.format("Ada/1/obj/B-PERSON/PROPN Berg/1/obj/I-PERSON/PROPN")
    assert texts(find(words, recipient="obj").recipients) == ["Ada"]


@pytest.mark.parametrize(
    ("between", "found"),
    [("Prime/3/amod/O/ADJ", ["Berg"]), ("and/3/cc/O/CCONJ", ["Minister", "Berg"])],
)
def test_roles_leave_out_the_title_of_a_name(find, between, found):
    words = (
        f"then/1/advmod/O spoke/1/ROOT/O/VERB Minister/1/nsubj/O/NOUN {between} "
        "Berg/1/nsubj/B-PERSON/PROPN"
    )
    assert texts(find(words).actors) == found


@pytest.mark.parametrize(
    ("rest", "type_", "mode", "place"),
    [
        ("in/3/case/O Mali/1/obl/B-LOC/PROPN", "AID", None, "Mali"),
        ("to/3/case/O Mali/1/obl/B-LOC/PROPN", "AID", None, None),
        ("to/3/case/O Mali/1/obl/B-LOC/PROPN", "MOBILIZE", None, "Mali"),
        (MALI, "ASSAULT", None, "Mali"),
        (MALI, "AID", None, None),
        (MALI, "CONSULT", None, None),
        (MALI, "CONSULT", "visit", "Mali"),
        ("a/3/det/O raid/1/obj/O in/5/case/O Mali/3/nmod/B-LOC", "AID", None, "Mali"),
    ],
)
def test_roles_give_the_place_of_the_event(find, rest, type_, mode, place):  # noqa: PLR0913
    entry = {"mode": mode} if mode else {}
    found = find(DID.format(rest), type_, recipient="obj", **entry).place
    assert (found.text if found is not None else None) == place


def test_complements_are_clauses_objects_and_phrases(make_doc):
    doc = make_doc(
        "asked/0/ROOT/O/VERB Bo/0/obj/B-PERSON to/3/mark/O go/0/xcomp/O/VERB "
        "for/5/case/O talks/0/obl/O/NOUN near/7/case/O Oslo/0/obl/B-LOC"
    )
    assert texts(complements(doc[0])) == ["go", "Bo", "talks"]


def test_complements_of_a_noun_are_no_objects(make_doc):
    doc = make_doc(
        "call/0/ROOT/O/NOUN Bo/0/obj/B-PERSON for/3/case/O talks/0/nmod/O/NOUN"
    )
    assert texts(complements(doc[0])) == ["talks"]


@pytest.mark.parametrize(
    ("object_", "found"),
    [("aid/0/obj/O/NOUN", ["Mali"]), ("Ada/0/obj/B-PERSON/PROPN", [])],
)
def test_nearby_phrases_are_the_objects_too(make_doc, object_, found):
    doc = make_doc(f"sent/0/ROOT/O/VERB {object_} to/3/case/O Mali/1/nmod/B-LOC/PROPN")
    assert texts(nearby_phrases(doc[0]).get("to", [])) == found


def test_nearby_phrases_leave_out_what_the_object_is_of(make_doc):
    doc = make_doc("sent/0/ROOT/O/VERB bags/0/obj/O/NOUN of/3/case/O rice/1/nmod/O")
    assert nearby_phrases(doc[0]) == {}


def test_nearby_phrases_are_those_of_a_noun_of_help(make_doc):
    doc = make_doc(
        "came/0/ROOT/O/VERB with/2/case/O aid/0/obl/O/NOUN to/4/case/O Mali/2/nmod/O"
    )
    assert texts(nearby_phrases(doc[0])["to"]) == ["Mali"]


@pytest.mark.parametrize(
    ("inside", "helped"), [("compound", []), ("nmod:poss", ["Mali"])]
)
def test_helped_further_on_is_not_where_somebody_is_based(
    make_doc, make_frame, inside, helped
):
    adjective = "amod/O/VERB" if inside == "compound" else "obl/O/NOUN"
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN agreed/1/ROOT/O/VERB to/3/mark/O/PART buy/1/xcomp/O"
        f"/VERB Mali/6/{inside}/B-LOC/PROPN -/4/punct/O/PUNCT based/7/{adjective}"
        " firms/3/obj/O/NOUN"
    )
    predicate = Predicate(doc[1], make_frame("AID"))
    assert texts(helped_further_on(predicate, [doc[0]])) == helped
