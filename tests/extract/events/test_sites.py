"""Where an event took place, on hand-made parses."""

import pytest

from kg.extract.events.sites import place_of
from kg.extract.events.triggers import predicates

ATTACKED = (
    "Rebels/1/nsubj/O/NOUN attacked/1/ROOT/O/VERB a/3/det/O/DET "
    "convoy/1/obj/O/NOUN in/5/case/O/ADP Mali/3/nmod/B-LOC/PROPN"
)
FIRED = (
    "Troops/1/nsubj/O/NOUN fired/1/ROOT/O/VERB on/4/case/O/ADP a/4/det/O/DET "
    "crowd/1/obl/O/NOUN in/6/case/O/ADP Oslo/4/nmod/B-LOC/PROPN"
)
OF_OSLO = (
    "Rebels/1/nsubj/O/NOUN attacked/1/ROOT/O/VERB Ada/1/obj/B-PERSON/PROPN "
    "of/4/case/O/ADP Oslo/2/nmod/B-LOC/PROPN"
)


@pytest.mark.parametrize(
    ("words", "lemmas", "expected"),
    [
        (ATTACKED, ["rebel", "attack", "a", "convoy", "in", "mali"], "Mali"),
        (FIRED, ["troop", "fire", "on", "a", "crowd", "in", "oslo"], "Oslo"),
        (OF_OSLO, ["rebel", "attack", "ada", "of", "oslo"], None),
    ],
)
def test_place_of_looks_one_phrase_down_but_not_into_names(
    make_doc, words, lemmas, expected
):
    (predicate,) = predicates(make_doc(words, lemmas=lemmas)).values()
    place = place_of(predicate, [])
    assert (place.text if place is not None else None) == expected
