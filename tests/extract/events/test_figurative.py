"""Words of war that tell no attack, on hand-made parses."""

import pytest

from kg.extract.events.events import events
from kg.extract.events.figurative import is_figurative
from kg.extract.events.triggers import predicates

BOMBED = (
    "{first}/2/case/O/ADP the/2/det/O/DET {noun}/3/obl/O/NOUN "
    "bombs/3/ROOT/O/VERB Rome/3/obj/B-LOC/PROPN"
)
KILLED = "{noun}/1/nsubj/O/NOUN killed/1/ROOT/O/VERB an/3/det/O/DET envoy/1/obj/O/NOUN"
SCORED = (
    "Leeds/1/nsubj/B-ORG/PROPN bombarded/1/ROOT/O/VERB York/1/obj/B-ORG/PROPN "
    "{score}/1/obl/O/NUM"
)
SENT = (
    "Oslo/1/nsubj/B-LOC/PROPN bombarded/1/ROOT/O/VERB Rome/1/obj/B-LOC/PROPN "
    "with/4/case/O/ADP {noun}/1/obl/O/NOUN"
)


@pytest.fixture
def figurative(make_doc):
    def test(words, lemmas):
        known = predicates(make_doc(words, lemmas=lemmas))
        assert known
        return any(map(is_figurative, known.values()))

    return test


@pytest.mark.parametrize(
    ("noun", "expected"), [("film", True), ("novel", True), ("night", False)]
)
def test_is_figurative_of_what_a_work_tells(figurative, noun, expected):
    words = BOMBED.format(first="In", noun=noun)
    assert figurative(words, ["in", "the", noun, "bomb", "rome"]) is expected


TEAMS = (
    "{det}/1/{dep}/O/DET {actor}/2/nsubj/B-ORG/PROPN ambushed/2/ROOT/O/VERB "
    "the/4/det/O/DET {other}/2/obj/B-ORG/PROPN"
)


@pytest.mark.parametrize(
    ("actor", "other", "expected"),
    [
        ("Otters", "Badgers", True),
        ("Scotland", "Badgers", True),
        ("Otters", "Guard", False),
        ("Hezbollah", "Badgers", False),
    ],
)
def test_is_figurative_between_teams(figurative, actor, other, expected):
    words = TEAMS.format(det="The", dep="det", actor=actor, other=other)
    assert figurative(words, ["the", actor, "ambush", "the", other]) is expected


CLASHED = (
    "Quill/1/nsubj/B-PERSON/PROPN clashed/1/ROOT/O/VERB with/4/case/O/ADP"
    " the/4/det/O/DET {other}/1/obl/O/NOUN near/6/case/O/ADP the/7/det/O/DET"
    " {place}/1/obl/O/NOUN"
)


@pytest.mark.parametrize(
    ("other", "place", "expected"),
    [("mayor", "end", True), ("mayor", "troops", False), ("protesters", "end", False)],
)
def test_is_figurative_between_persons_of_civil_life(
    figurative, other, place, expected
):
    lemmas = ["quill", "clash", "with", "the", other.rstrip("s"), "near", "the"]
    words = CLASHED.format(other=other, place=place)
    assert figurative(words, [*lemmas, place.rstrip("s")]) is expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("inflation", True), ("raid", False), ("rebel", False)]
)
def test_is_figurative_where_nobody_does_harm(figurative, noun, expected):
    lemmas = [noun, "kill", "an", "envoy"]
    assert figurative(KILLED.format(noun=noun), lemmas) is expected


@pytest.mark.parametrize(
    ("score", "expected"), [("5-0", True), ("3–1", True), ("2024-25", False)]
)
def test_is_figurative_beside_a_score(figurative, score, expected):
    lemmas = ["leeds", "bombard", "york", score]
    assert figurative(SCORED.format(score=score), lemmas) is expected


@pytest.mark.parametrize(("noun", "expected"), [("letters", True), ("rockets", False)])
def test_is_figurative_where_words_are_thrown(figurative, noun, expected):
    lemmas = ["oslo", "bombard", "rome", "with", noun[:-1]]
    assert figurative(SENT.format(noun=noun), lemmas) is expected


def test_events_take_an_attack_in_a_drill_for_a_show_of_force(make_doc):
    words = (
        "In/2/case/O/ADP the/2/det/O/DET drill/4/obl/O/NOUN Chad/4/nsubj/B-LOC/PROPN "
        "attacked/4/ROOT/O/VERB Mali/4/obj/B-LOC/PROPN"
    )
    doc = make_doc(words, lemmas=["in", "the", "drill", "chad", "attack", "mali"])
    (event,) = events(doc, (), None)
    assert (event.type, event.mode) == ("MOBILIZE", "troops")
