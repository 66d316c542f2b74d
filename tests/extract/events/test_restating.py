"""Words that tell an event once more, on hand-made parses."""

import pytest

from kg.extract.events.predicate import Predicate
from kg.extract.events.restating import restates_governor, tellings_beside

# Nine were killed in a raid by rebels.
RAID = (
    "Nine/2/nsubj:pass/O/NUM were/2/aux:pass/O/AUX killed/2/ROOT/O/VERB "
    "{preposition}/5/case/O/ADP a/5/det/O/DET raid/2/obl/O/NOUN "
    "by/7/case/O/ADP rebels/5/nmod/O/NOUN"
)
# Nine were killed when rebels attacked.
ATTACKED = (
    "Nine/2/nsubj:pass/O/NUM were/2/aux:pass/O/AUX killed/2/ROOT/O/VERB "
    "{mark}/5/{relation}/O/SCONJ rebels/5/nsubj/O/NOUN attacked/2/advcl/O/VERB"
)


@pytest.fixture
def both(make_doc, make_frame):
    """Return a function that makes predicates of the words at 2 and 5."""

    def make(words, other="ASSAULT"):
        doc = make_doc(words)
        first = Predicate(doc[2], make_frame())
        return {2: first, 5: Predicate(doc[5], make_frame(other))}

    return make


@pytest.mark.parametrize(
    ("preposition", "other", "found"),
    [("in", "ASSAULT", True), ("of", "ASSAULT", False), ("in", "PROTEST", False)],
)
def test_restates_governor_in_its_course_and_of_its_type(
    both, preposition, other, found
):
    known = both(RAID.format(preposition=preposition), other)
    assert restates_governor(known[5], known) is found


@pytest.mark.parametrize(
    ("words", "other", "found"),
    [
        (RAID.format(preposition="in"), "ASSAULT", ["raid"]),
        (RAID.format(preposition="in"), "COERCE", ["raid"]),
        (RAID.format(preposition="in"), "PROTEST", []),
        (RAID.format(preposition="for"), "ASSAULT", []),
        (ATTACKED.format(mark="when", relation="advmod"), "ASSAULT", ["attacked"]),
        (ATTACKED.format(mark="after", relation="mark"), "ASSAULT", ["attacked"]),
        (ATTACKED.format(mark="before", relation="mark"), "ASSAULT", []),
    ],
)
def test_tellings_beside_are_of_one_deed(both, words, other, found):
    known = both(words, other)
    told = tellings_beside(known[2], known)
    assert [each.token.text for each in told] == found


def test_tellings_beside_find_the_noun_of_a_light_verb(make_doc, make_frame):
    doc = make_doc(
        "Nine/1/nsubj:pass/O/NUM died/1/ROOT/O/VERB when/4/advmod/O/ADV "
        "rebels/4/nsubj/O/NOUN launched/1/advcl/O/VERB raids/4/obj/O/NOUN"
    )
    died = Predicate(doc[1], make_frame())
    raids = Predicate(doc[5], make_frame(), light_verb=doc[4])
    assert list(tellings_beside(died, {1: died, 5: raids})) == [raids]
