"""Whom a statement was said to."""

import pytest

from kg.extract.statements.addressees import addressees


def hearers(doc, cue, source=(0, 1), contents=()):
    spans = [doc[start:end] for start, end in contents]
    found = addressees(doc[cue : cue + 1], doc[slice(*source)], spans)
    return [argument.text for argument in found]


def test_addressees_finds_the_object_of_tell(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN told/1/ROOT/O/VERB reporters/1/obj/O/NOUN "
        "she/4/nsubj/O/PRON agreed/1/ccomp/O/VERB",
        lemmas=["Ada", "tell", "reporter", "she", "agree"],
    )
    assert hearers(doc, 1, contents=[(3, 5)]) == ["reporters"]


def test_addressees_leaves_out_the_object_of_criticise(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN criticised/1/ROOT/O/VERB ministers/1/obj/O/NOUN",
        lemmas=["Ada", "criticise", "minister"],
    )
    assert hearers(doc, 1) == []


def test_addressees_finds_coordinated_hearers(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN assured/1/ROOT/O/VERB Bob/1/obj/B-PERSON/PROPN "
        "and/4/cc/O/CCONJ Eve/2/conj/B-PERSON/PROPN",
        lemmas=["Ada", "assure", "Bob", "and", "Eve"],
    )
    assert hearers(doc, 1) == ["Bob", "Eve"]


@pytest.mark.parametrize(
    ("noun", "expected"), [("letter", ["Congress"]), ("garden", [])]
)
def test_addressees_reads_nouns_of_communication(make_doc, noun, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB in/4/case/O/ADP a/4/det/O/DET "
        f"{noun}/1/obl/O/NOUN to/6/case/O/ADP Congress/4/nmod/B-ORG/PROPN",
    )
    assert hearers(doc, 1) == expected


@pytest.mark.parametrize(
    ("hearer", "expected"), [("lawmakers", ["lawmakers"]), ("extremes", [])]
)
def test_addressees_wants_people_after_said_to(make_doc, hearer, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB to/3/case/O/ADP "
        f"{hearer}/1/obl/O/NOUN",
        lemmas=["Ada", "say", "to", hearer.removesuffix("s")],
    )
    assert hearers(doc, 1) == expected


@pytest.mark.parametrize(
    ("verb", "object_", "expected"),
    [
        ("tell", "sailors", ["sailors"]),
        ("tell", "lie", []),
        ("thank", "Chad", ["Chad"]),
        ("call", "Chad", []),
        ("ask", "sailors", ["sailors"]),
        ("ask", "question", []),
        ("urge", "restraint", []),
        ("encourage", "trade", []),
    ],
)
def test_addressees_tells_hearers_from_what_is_said(make_doc, verb, object_, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}ed/1/ROOT/O/VERB {object_}/1/obj/O/NOUN",
        lemmas=["Ada", verb, object_.removesuffix("s")],
    )
    assert hearers(doc, 1) == expected


def test_addressees_finds_a_hearer_that_opens_the_content(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN urged/1/ROOT/O/VERB Chad/1/obj/B-LOC/PROPN "
        "to/4/mark/O/PART tell/1/xcomp/O/VERB miners/4/obj/O/NOUN",
        lemmas=["Ada", "urge", "Chad", "to", "tell", "miner"],
    )
    assert hearers(doc, 1, contents=[(2, 6)]) == ["Chad"]


@pytest.mark.parametrize(
    ("verb", "preposition", "expected"),
    [("call", "on", ["Chad"]), ("rely", "on", []), ("refer", "to", [])],
)
def test_addressees_reads_prepositions_by_the_verb(
    make_doc, verb, preposition, expected
):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}ed/1/ROOT/O/VERB {preposition}/3/case/O/ADP "
        "Chad/1/obl/B-LOC/PROPN",
        lemmas=["Ada", verb, preposition, "Chad"],
    )
    assert hearers(doc, 1) == expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("discuss", ["Bob"]), ("agree", []), ("build", [])]
)
def test_addressees_takes_with_for_talking_alone(make_doc, verb, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}ed/1/ROOT/O/VERB with/3/case/O/ADP "
        "Bob/1/obl/B-PERSON/PROPN trade/1/obj/O/NOUN",
        lemmas=["Ada", verb, "with", "Bob", "trade"],
    )
    assert hearers(doc, 1) == expected


@pytest.mark.parametrize(("verb", "expected"), [("meet", ["Bob"]), ("travel", [])])
def test_addressees_takes_who_was_met_for_what_was_said_then(make_doc, verb, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}ed/1/ROOT/O/VERB with/3/case/O/ADP "
        "Bob/1/obl/B-PERSON/PROPN and/5/cc/O/CCONJ stressed/1/conj/O/VERB "
        "trade/5/obj/O/NOUN",
        lemmas=["Ada", verb, "with", "Bob", "and", "stress", "trade"],
    )
    assert hearers(doc, 5) == expected


def test_addressees_leaves_whom_another_met(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN met/1/ROOT/O/VERB with/3/case/O/ADP "
        "Bob/1/obl/B-PERSON/PROPN and/6/cc/O/CCONJ Eve/6/nsubj/B-PERSON/PROPN "
        "stressed/1/conj/O/VERB trade/6/obj/O/NOUN",
        lemmas=["Ada", "meet", "with", "Bob", "and", "Eve", "stress", "trade"],
    )
    assert hearers(doc, 6, source=(5, 6)) == []


@pytest.mark.parametrize(
    ("opening", "expected"), [("Speaking/5/advcl", ["radio"]), ("Born/5/advcl", [])]
)
def test_addressees_reads_an_opening_clause(make_doc, opening, expected):
    verb = opening.partition("/")[0]
    doc = make_doc(
        f"{opening}/O/VERB to/2/case/O/ADP radio/0/obl/B-ORG/PROPN ,/0/punct/O/PUNCT "
        "Ada/5/nsubj/B-PERSON/PROPN said/5/ROOT/O/VERB",
        lemmas=["speak" if verb == "Speaking" else "bear", "to", "radio", ",", "Ada"]
        + ["say"],
    )
    assert hearers(doc, 5, source=(4, 5)) == expected
