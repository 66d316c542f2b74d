"""The day of an event, on hand-made parses."""

from datetime import date

import pytest

from kg.extract.events.days import day_of
from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)
ON = "on/{0}/case/O/ADP Thursday/{1}/obl/O/PROPN"


def dated(doc, word, factuality="actual"):
    found = tuple(times(doc, FRIDAY))
    token = next(token for token in doc if token.text == word)
    when = day_of(doc[token.i : token.i + 1], factuality, found, FRIDAY)
    return when.text if when else None


@pytest.mark.parametrize(
    ("verb", "relation", "case", "day"),
    [
        ("began", "obj", "the/5/det", "Thursday"),
        ("saw", "obj", "the/5/det", "Thursday"),
        ("condemned", "obj", "the/5/det", None),
        ("died", "obl", "in/5/case", "Thursday"),
        ("spoke", "obl", "against/5/case", None),
    ],
)
def test_day_of_a_noun_is_its_verbs_in_its_course(make_doc, verb, relation, case, day):
    doc = make_doc(
        f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB {ON.format(3, 1)} "
        f"{case}/O raid/1/{relation}/O/NOUN",
        lemmas=[
            "they",
            {"began": "begin", "saw": "see"}.get(verb, verb),
            "on",
            "thursday",
            "",
            "",
        ],
    )
    assert dated(doc, "raid") == day


@pytest.mark.parametrize(
    ("relation", "factuality", "day"),
    [
        ("xcomp", "hypothetical", None),
        ("xcomp", "actual", "Thursday"),
        ("advcl", "hypothetical", "Thursday"),
    ],
)
def test_day_of_what_is_only_asked_for_is_not_the_asking(
    make_doc, relation, factuality, day
):
    # They called on Thursday to leave; they came on Thursday to talk.
    doc = make_doc(
        f"They/1/nsubj/O/PRON did/1/ROOT/O/VERB {ON.format(3, 1)} "
        f"to/5/mark/O/PART leave/1/{relation}/O/VERB"
    )
    assert dated(doc, "leave", factuality) == day


@pytest.mark.parametrize(("mark", "day"), [("when", "Thursday"), ("because", None)])
def test_day_of_a_clause_with_when_is_its_verbs(make_doc, mark, day):
    doc = make_doc(
        f"They/1/nsubj/O/PRON died/1/ROOT/O/VERB {ON.format(3, 1)} "
        f"{mark}/6/advmod/O/ADV it/6/nsubj/O/PRON fell/1/advcl/O/VERB",
        morphs=["", "", "", "", "", "", "VerbForm=Fin"],
    )
    assert dated(doc, "fell") == day
