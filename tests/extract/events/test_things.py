"""Things in roles where nobody stands, on hand-made parses."""

import pytest

from kg.extract.events.events import events

CONDEMNED = (
    "Oslo/1/nsubj/B-LOC/PROPN condemned/1/ROOT/O/VERB the/3/det/O/DET "
    "raid/1/obj/O/NOUN on/5/case/O/ADP Mali/3/nmod/B-LOC/PROPN"
)
BOMB = (
    "A/1/det/O/DET bomb/2/nsubj/O/NOUN killed/2/ROOT/O/VERB "
    "envoys/2/obj/O/NOUN soon/2/advmod/O/ADV"
)
AGREED = (
    "Oslo/1/nsubj/B-LOC/PROPN agreed/1/ROOT/O/VERB to/3/mark/O/PART "
    "lend/1/xcomp/O/VERB money/3/obj/O/NOUN to/6/case/O/ADP Chad/3/obl/B-LOC/PROPN"
)


@pytest.fixture
def first(make_doc):
    def find(words, lemmas):
        return next(events(make_doc(words, lemmas=lemmas), (), None))

    return find


def texts(arguments):
    return [argument.text for argument in arguments]


def test_with_things_names_the_deed_that_is_condemned(first):
    event = first(CONDEMNED, ["oslo", "condemn", "the", "raid", "on", "mali"])
    assert (event.type, texts(event.actors)) == ("ACCUSE", ["Oslo"])
    assert texts(event.recipients) == ["the raid on Mali"]


def test_with_things_names_the_bomb_that_killed(first):
    event = first(BOMB, ["a", "bomb", "kill", "envoy", "soon"])
    assert texts(event.actors) == ["A bomb"]
    assert texts(event.recipients) == ["envoys"]


def test_with_things_looks_into_what_is_agreed(first):
    event = first(AGREED, ["oslo", "agree", "to", "lend", "money", "to", "chad"])
    assert (event.type, texts(event.recipients)) == ("AGREE", ["Chad"])


@pytest.mark.parametrize(
    ("preposition", "found"), [("on", ["bridges"]), ("for", []), ("in", [])]
)
def test_with_things_names_what_a_raid_is_on(first, preposition, found):
    event = first(
        f"Oslo/2/nmod:poss/B-LOC/PROPN 's/0/case/O/PART raid/2/ROOT/O/NOUN "
        f"{preposition}/4/case/O/ADP bridges/2/nmod/O/NOUN",
        ["oslo", "'s", "raid", preposition, "bridge"],
    )
    assert texts(event.recipients) == found


def test_with_things_takes_troops_that_are_sent_for_no_recipient(first):
    event = first(
        "Oslo/1/nsubj/B-LOC/PROPN mobilised/1/ROOT/O/VERB troops/1/obj/O/NOUN "
        "for/4/case/O/ADP war/1/obl/O/NOUN against/6/case/O/ADP "
        "Chad/4/nmod/B-LOC/PROPN",
        ["oslo", "mobilise", "troop", "for", "war", "against", "chad"],
    )
    assert (event.type, texts(event.recipients)) == ("MOBILIZE", ["Chad"])


def test_with_things_takes_where_a_missile_falls_for_no_recipient(first):
    event = first(
        "Oslo/1/nsubj/B-LOC/PROPN fired/1/ROOT/O/VERB missiles/1/obj/O/NOUN "
        "in/4/case/O/ADP Sicily/1/obl/B-LOC/PROPN",
        ["oslo", "fire", "missile", "in", "sicily"],
    )
    assert (event.type, texts(event.recipients)) == ("MOBILIZE", [])
    assert event.place.text == "Sicily"
