"""When something was said, and by which words."""

from datetime import date

import pytest

from kg.extract.statements.days import said_when
from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)


def day(doc, cue, *contents, source=None):
    """Return the words for the day of what is said; cue and source by their places."""
    found = said_when(
        doc[cue : cue + 1],
        doc[slice(*source)] if source else None,
        [doc[slice(*each)] for each in contents],
        tuple(times(doc, FRIDAY)),
        FRIDAY,
    )
    return found.text


def test_said_when_is_the_day_of_a_participle_beside_the_cue(make_doc):
    words = (
        "Speaking/5/advcl/O/VERB on/2/case/O/ADP Monday/0/obl/O/PROPN "
        ",/5/punct/O/PUNCT Ada/5/nsubj/B-PERSON/PROPN "
        "said/5/ROOT/O/VERB no/5/obj/O/INTJ"
    )
    participle = ["VerbForm=Part", *6 * [""]]
    assert day(make_doc(words, morphs=participle), 5, (6, 7)) == "Monday"
    # "As he spoke on Monday" may be of another day.
    finite = ["VerbForm=Fin", *6 * [""]]
    assert day(make_doc(words, morphs=finite), 5, (6, 7)) is None


@pytest.mark.parametrize(
    ("noun", "expected"), [("interview", "yesterday"), ("victory", None)]
)
def test_said_when_is_the_day_of_the_setting(make_doc, noun, expected):
    doc = make_doc(
        "In/3/case/O/ADP yesterday/3/nmod:poss/O/NOUN 's/1/case/O/PART "
        f"{noun}/5/obl/O/NOUN "
        "Ada/5/nsubj/B-PERSON/PROPN said/5/ROOT/O/VERB no/5/obj/O/INTJ"
    )
    assert day(doc, 5, (6, 7)) == expected


@pytest.mark.parametrize(
    ("case", "noun", "expected"),
    [("on", "clerk", "Monday"), ("of", "clerk", None), ("of", "report", "Monday")],
)
def test_said_when_is_the_day_of_the_source(make_doc, case, noun, expected):
    doc = make_doc(
        f"A/1/det/O/DET {noun}/4/nsubj/O/NOUN {case}/3/case/O/ADP "
        "Monday/1/nmod/O/PROPN said/4/ROOT/O/VERB no/4/obj/O/INTJ"
    )
    assert day(doc, 4, (5, 6), source=(0, 4)) == expected


def test_said_when_is_no_day_of_what_is_said(make_doc):
    # "Vesti reported Monday's fire", and "reported Monday to be a holiday".
    for relation in ("nmod:poss", "compound"):
        doc = make_doc(
            "Vesti/1/nsubj/B-ORG/PROPN reported/1/ROOT/O/VERB "
            f"Monday/3/{relation}/O/PROPN fire/1/obj/O/NOUN"
        )
        assert day(doc, 1, (2, 4)) is None


@pytest.mark.parametrize(
    ("head", "case", "expected"),
    [(1, "on", "Monday"), (1, "until", None), (4, "on", None)],
)
def test_said_when_is_a_day_that_hangs_on_the_cue(make_doc, head, case, expected):
    # She called the clerk a thief on Monday.
    doc = make_doc(
        "She/1/nsubj/O/PRON called/1/ROOT/O/VERB the/3/det/O/DET clerk/1/obj/O/NOUN "
        f"thief/1/xcomp/O/NOUN {case}/6/case/O/ADP Monday/{head}/obl/O/PROPN"
    )
    assert day(doc, 1, (2, 7)) == expected


def test_said_when_dates_nothing_by_hearsay(make_doc):
    # The day is that of the flight, whenever it was told.
    doc = make_doc(
        "He/2/nsubj/O/PRON reportedly/2/advmod/O/ADV fled/2/ROOT/O/VERB "
        "on/4/case/O/ADP Monday/2/obl/O/PROPN"
    )
    assert day(doc, 1, (0, 1), (2, 3)) is None


def test_said_when_ends_with_the_article(make_doc):
    doc = make_doc(
        "This/1/det/O/DET week/3/obl:unmarked/O/NOUN Ada/3/nsubj/B-PERSON/PROPN "
        "said/3/ROOT/O/VERB no/3/obj/O/INTJ"
    )
    found = said_when(doc[3:4], doc[2:3], [doc[4:5]], tuple(times(doc, FRIDAY)), FRIDAY)
    assert (found.from_, found.to) == (date(2024, 10, 28), FRIDAY)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("Bo/9/nsubj/B-PERSON/PROPN", None), ("she/9/nsubj/O/PRON", "Monday")],
)
def test_said_when_is_no_day_of_another_s_deed(make_doc, subject, expected):
    doc = make_doc(
        "Then/2/advmod/O/ADV Ada/2/nsubj/B-PERSON/PROPN left/2/ROOT/O/VERB "
        "on/4/case/O/ADP Monday/2/obl/O/PROPN ,/9/punct/O/PUNCT and/9/cc/O/CCONJ "
        f"then/9/advmod/O/ADV {subject} said/2/conj/O/VERB no/9/obj/O/INTJ"
    )
    assert day(doc, 9, (10, 11)) == expected


def test_said_when_shares_the_day_that_opens_two_clauses(make_doc):
    doc = make_doc(
        "On/1/case/O/ADP Monday/3/obl/O/PROPN Ada/3/nsubj/B-PERSON/PROPN "
        "left/3/ROOT/O/VERB and/6/cc/O/CCONJ Bo/6/nsubj/B-PERSON/PROPN "
        "said/3/conj/O/VERB no/6/obj/O/INTJ"
    )
    assert day(doc, 6, (7, 8)) == "Monday"
