"""Cues that tell of conduct alone."""

import pytest

from kg.annotate.conduct import is_conduct

EXPECTED = "are/2/aux:pass/O/AUX expected/2/ROOT/O/VERB"


@pytest.mark.parametrize(
    ("subject", "source", "expected"),
    [
        ("envoys/2/nsubj:pass/O/NOUN", None, True),
        ("Quill/2/nsubj:pass/B-PERSON/PROPN", None, True),
        ("storms/2/nsubj:pass/O/NOUN", None, False),
        # Somebody expects it.
        ("envoys/2/nsubj:pass/O/NOUN", (0, 1), False),
    ],
)
def test_is_conduct_where_people_are_due_to_do_it(make_doc, subject, source, expected):
    doc = make_doc(
        f"{subject} {EXPECTED}", lemmas=[subject.split("/")[0][:-1], "be", "expect"]
    )
    found = doc[slice(*source)] if source else None
    assert is_conduct(doc[2:3], found) is expected


@pytest.mark.parametrize(("verb", "expected"), [("thank", True), ("praise", False)])
def test_is_conduct_of_thanks(make_doc, verb, expected):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN did/1/ROOT/O/VERB Bo/1/obj/B-PERSON/PROPN",
        lemmas=["Ada", verb, "Bo"],
    )
    assert is_conduct(doc[1:2], doc[0:1]) is expected


def test_is_conduct_needs_a_cue():
    assert not is_conduct(None, None)
