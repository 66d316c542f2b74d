"""Whether what looks like a time is one in its sentence."""

import pytest

from kg.extract.times.context import is_time
from kg.extract.times.grammar import expressions


def verdicts(doc):
    return [is_time(doc, one) for one in expressions(doc.text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in May it rained", True),
        ("They March on", False),
        ("March to May were dry", True),
        ("a protest to May 's deal", False),
        ("in June it rained", True),
        ("a June 52 bomber", False),
        ("on Friday they left", True),
        ("every Friday they pray", False),
        ("the last two weeks", True),
        ("the last two weeks of it", False),
        ("in the spring it rained", True),
        ("a spring of water", False),
        ("when the summer ends", True),
        ("at Christmas it rained", True),
        ("to this day it rains", False),
        ("on this day it rained", True),
        ("in the 5th century it fell", True),
        ("in the 5th century BC it fell", False),
        ("on 15 March 44 BC he died", False),
        ("on March 15 , 44 B.C. he died", False),
        ("in March 44 BCE he died", False),
        ("on 15 March 44 died", True),
    ],
)
def test_is_time_reads_the_words_around(make_doc, words, expected):
    assert verdicts(make_doc(words))[0] is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("it rained in 2022 .", True),
        ("( 1650 ) it fell", True),
        ("some 2000 came", False),
        ("Resolution 1701 holds", False),
        ("1650 came", False),
        ("they ran 1600 km", False),
        ("at 2000 Friday they left", False),
        ("call 1999 2022 now", False),
        ("the KN-2023 missile", False),
        ("a pre-2022 deal", True),
        ("in 2500 it rained", False),
        ("by 2030 45 towns will", True),
    ],
)
def test_is_time_tells_years_from_counts_and_codes(make_doc, words, expected):
    assert verdicts(make_doc(words))[0] is expected


@pytest.mark.parametrize(
    ("words", "pos", "morph", "expected"),
    [
        ("the 2016 elections", "NOUN", "Number=Plur", True),
        ("nice 2016 elections", "NOUN", "Number=Plur", False),
        ("the 2000 troops", "NOUN", "Number=Plur", False),
        ("nice 2016 accord", "NOUN", "", True),
        ("nice 2000 accord", "NOUN", "", False),
        ("the 2000 accord", "NOUN", "", True),
        ("the 1600 accord", "NOUN", "", False),
    ],
)
def test_is_time_weighs_a_year_before_a_noun(make_doc, words, pos, morph, expected):
    doc = make_doc(words, pos=["X", "NUM", pos], morphs=["", "", morph])
    assert verdicts(doc) == [expected]


@pytest.mark.parametrize(
    ("words", "ents", "expected"),
    [
        ("April Moss spoke", ["B-PERSON", "I-PERSON", "O"], False),
        ("Radio Today spoke", ["B-ORG", "I-ORG", "O"], False),
        ("Ada 2024 spoke", ["B-PERSON", "I-PERSON", "O"], False),
        ("Forum 2024 spoke", ["B-ORG", "I-ORG", "O"], True),
        ("April rain fell", ["O", "O", "O"], True),
    ],
)
def test_is_time_leaves_names_alone(make_doc, words, ents, expected):
    assert verdicts(make_doc(words, ents=ents)) == [expected]


def test_is_time_lets_no_verb_be_a_month(make_doc):
    words = ["in", "May", "they"]
    assert verdicts(make_doc(words, pos=["ADP", "AUX", "PRON"])) == [False]
    assert verdicts(make_doc(words, pos=["ADP", "PROPN", "PRON"])) == [True]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Christmas/1/compound/O/PROPN Island/1/ROOT/O/PROPN", False),
        ("Christmas/1/nsubj/O/PROPN came/1/ROOT/O/VERB", True),
        ("Cold/1/compound/O/ADJ War/2/compound/O/NOUN rivals/2/ROOT/O/NOUN", False),
        ("the/2/det/O/DET Cold/2/amod/O/ADJ War/2/ROOT/O/NOUN", True),
        ("He/1/nsubj/O/PRON left/1/ROOT/O/VERB today/1/obl/O/NOUN", True),
    ],
)
def test_is_time_reads_the_parse_around_names(make_doc, words, expected):
    assert verdicts(make_doc(words)) == [expected]


@pytest.mark.parametrize(
    ("lemma", "tense", "expected"),
    [("remain", "Pres", False), ("remain", "Past", True), ("fall", "Pres", True)],
)
def test_is_time_takes_today_of_a_lasting_state_for_nowadays(
    make_doc, lemma, tense, expected
):
    doc = make_doc(
        "Today/2/obl/O/NOUN they/2/nsubj/O/PRON do/2/ROOT/O/VERB",
        lemmas=["today", "they", lemma],
        morphs=["", "", f"Tense={tense}"],
    )
    assert verdicts(doc) == [expected]


@pytest.mark.parametrize(("lemma", "expected"), [("know", False), ("release", True)])
def test_is_time_takes_today_of_a_name_for_nowadays(make_doc, lemma, expected):
    doc = make_doc(
        "plan/0/ROOT/O/NOUN done/0/acl/O/VERB today/1/obl/O/NOUN as/4/case/O/ADP A",
        lemmas=["plan", lemma, "today", "as", "a"],
    )
    assert verdicts(doc) == [expected]
