"""What subjects and phrases of a predicate give for its roles."""

import pytest

from kg.extract.events.predicate import (
    Predicate,
    agents_behind,
    fillers_or_owners,
    named_apart,
    role_fillers,
)


def texts(tokens):
    return [token.text for token in tokens]


def test_predicate_speaks_through_its_light_verb(make_doc, make_frame):
    doc = make_doc("launched/0/ROOT/O/VERB attacks/0/obj/O/NOUN")
    with_verb = Predicate(doc[1], make_frame(), doc[0])
    assert (with_verb.verb.text, with_verb.is_nominal) == ("launched", True)
    alone = Predicate(doc[0], make_frame())
    assert (alone.verb.text, alone.is_nominal) == ("launched", False)


@pytest.mark.parametrize(
    ("words", "index", "found"),
    [
        ("envoy/0/ROOT/O/NOUN left/0/acl/O", 0, ["envoy"]),
        ("Oslo/1/nmod:poss/B-LOC report/1/ROOT/O/NOUN", 1, ["Oslo"]),
        ("Orbo/1/compound/B-ORG report/1/ROOT/O/NOUN", 1, ["Orbo"]),
        ("Danish/1/amod/B-NORP/ADJ rockets/1/ROOT/O/NOUN", 1, ["Danish"]),
        ("rockets/0/ROOT/O/NOUN by/2/case/O Oslo/0/nmod/B-LOC", 0, ["Oslo"]),
        ("high/1/amod/O/ADJ prices/1/ROOT/O/NOUN", 1, []),
    ],
)
def test_agents_behind_subjects(make_doc, words, index, found):
    assert texts(agents_behind([make_doc(words)[index]])) == found


@pytest.mark.parametrize(("things", "found"), [("true", ["bridge"]), ("false", [])])
def test_role_fillers_may_be_things_if_the_frame_says_so(
    make_doc, make_frame, things, found
):
    doc = make_doc("bridge/0/ROOT/O/NOUN fell/0/acl/O/VERB")
    assert texts(role_fillers(doc[:1], make_frame(things=things))) == found


def test_fillers_or_owners_of_a_thing_are_its_owners(make_doc, make_frame):
    doc = make_doc(
        "Mali/1/nmod:poss/B-LOC border/1/ROOT/O/NOUN Chad/1/conj/B-LOC/PROPN "
        "rain/1/conj/O/NOUN"
    )
    assert texts(fillers_or_owners(doc[1:], make_frame())) == ["Mali", "Chad"]


@pytest.mark.parametrize(
    ("morph", "found"),
    [("Number=Plur", ["Ada", "Bo"]), ("Number=Sing", ["envoys"])],
)
def test_named_apart_names_who_is_in_a_group(make_doc, morph, found):
    doc = make_doc(
        "two/1/nummod/O/NUM envoys/1/ROOT/O/NOUN ,/3/punct/O/PUNCT "
        "Ada/1/appos/B-PERSON/PROPN and/5/cc/O/CCONJ Bo/3/conj/B-PERSON/PROPN",
        morphs=["", morph, "", "", "", ""],
    )
    assert [token.text for token in named_apart([doc[1]])] == found


@pytest.mark.parametrize(
    ("noun", "found"),
    [("envoys", ["Oslo", "Rome"]), ("residents", ["residents"])],
)
def test_named_apart_names_whose_envoys_they_are(make_doc, noun, found):
    doc = make_doc(
        f"{noun}/0/ROOT/O/NOUN of/2/case/O/ADP Oslo/0/nmod/B-LOC/PROPN "
        "and/4/cc/O/CCONJ Rome/2/conj/B-LOC/PROPN",
        morphs=["Number=Plur", "", "", "", ""],
        lemmas=[noun[:-1], "of", "oslo", "and", "rome"],
    )
    assert texts(named_apart([doc[0]])) == found
