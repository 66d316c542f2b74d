"""Who can act, and where names hide, on hand-made noun phrases."""

import pytest

from kg.extract.events.participants import (
    counted,
    counted_participants,
    is_in_classes,
    is_message,
    is_participant,
    is_person,
    is_plural,
    modifiers,
    named_modifiers,
    named_within,
    participants,
    places,
    possessors,
)

COUNTED = "{}/0/ROOT/O/NOUN of/2/case/O/ADP {}/0/nmod/O/NOUN"
DECISION = (
    "Oslo/2/nmod:poss/B-LOC/PROPN 's/0/case/I-LOC/PART decision/2/ROOT/O/NOUN "
    "against/4/case/O/ADP Rome/2/nmod/B-LOC/PROPN"
)


def texts(tokens):
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("noun", "inner", "found"),
    [
        ("thousand", "nurses", "nurses"),
        ("state", "emergency", "emergency"),
        ("state", "plenty", "state"),
        ("leader", "nurses", "leader"),
    ],
)
def test_counted_passes_quantities_on(make_doc, noun, inner, found):
    assert counted(make_doc(COUNTED.format(noun, inner))[0]).text == found


@pytest.mark.parametrize(
    ("word", "person", "participant"),
    [
        ("Ada/0/ROOT/B-PERSON/PROPN", True, True),
        ("Danes/0/ROOT/B-NORP/PROPN", True, True),
        ("Oslo/0/ROOT/B-LOC/PROPN", False, True),
        ("nurse/0/ROOT/O/NOUN", True, True),
        ("ministry/0/ROOT/O/NOUN", False, True),
        ("they/0/nsubj/O/PRON", True, True),
        ("it/0/nsubj/O/PRON", False, True),
        ("it/0/expl/O/PRON", False, False),
        ("three/0/nsubj/O/NUM", True, False),
        ("Monday/0/ROOT/B-DATE/PROPN", False, False),
        ("bridge/0/ROOT/O/NOUN", False, False),
        ("Orbo/0/ROOT/O/PROPN", False, True),
    ],
)
def test_is_person_and_is_participant(make_doc, word, person, participant):
    token = make_doc(f"{word} ,/0/punct/O/PUNCT")[0]
    assert (is_person(token), is_participant(token)) == (person, participant)


@pytest.mark.parametrize(("relation", "found"), [("det", True), ("amod", False)])
def test_is_participant_takes_a_state_but_no_idea(make_doc, relation, found):
    doc = make_doc(f"a/1/{relation}/O/DET community/1/ROOT/O/NOUN")
    assert is_participant(doc[1]) is found


def test_participants_keep_those_who_can_act(make_doc):
    doc = make_doc("nurse/0/ROOT/O/NOUN bridge/0/conj/O/NOUN")
    assert texts(participants(doc)) == ["nurse"]


def test_counted_participants_give_what_is_counted(make_doc):
    doc = make_doc(
        COUNTED.format("thousand", "nurses"), lemmas=["thousand", "of", "nurse"]
    )
    assert texts(counted_participants([doc[0]])) == ["nurses"]


@pytest.mark.parametrize(
    ("word", "morph", "plural"),
    [("envoys", "Number=Plur", True), ("police", "", True), ("envoy", "", False)],
)
def test_is_plural_of_one_word(make_doc, word, morph, plural):
    doc = make_doc(f"{word}/0/ROOT/O/NOUN", morphs=[morph])
    assert is_plural(doc) is plural


def test_is_plural_of_two_words(make_doc):
    assert is_plural(make_doc("Ada/0/ROOT/B-PERSON Bo/0/conj/B-PERSON"))


@pytest.mark.parametrize(
    ("word", "name", "found"),
    [
        ("rockets/0/ROOT/O/NOUN", "projectile", True),
        ("mini-rocket/0/ROOT/O/NOUN", "projectile", True),
        ("ferry/0/ROOT/O/NOUN", "projectile", False),
        ("ferries/0/ROOT/O/NOUN", "ferry", True),
        ("Oslo/0/ROOT/B-LOC/PROPN", "@place", True),
        ("Ada/0/ROOT/B-PERSON/PROPN", "@place", False),
        ("Ada/0/ROOT/B-PERSON/PROPN", "@named", True),
        ("nurse/0/ROOT/O/NOUN", "@named", False),
        ("nurse/0/ROOT/O/NOUN", "@person", True),
        ("Danes/0/ROOT/B-NORP/PROPN", "@demonym", True),
        ("nurse/0/ROOT/O/NOUN", "@demonym", False),
        ("they/0/ROOT/O/PRON", "@plural", True),
        ("she/0/ROOT/O/PRON", "@plural", False),
        ("ferry/0/ROOT/O/NOUN", "@any", True),
        ("ferry/0/ROOT/O/NOUN", "@nonsense", False),
    ],
)
def test_is_in_classes_by_list_word_and_test(make_doc, word, name, found):
    assert is_in_classes(make_doc(f"{word} ,/0/punct/O")[0], (name,)) is found


def test_modifiers_stand_before_a_noun_without_preposition(make_doc):
    doc = make_doc(
        "Russian/2/amod/B-NORP/ADJ rocket/2/compound/O/NOUN test/2/ROOT/O/NOUN "
        "of/4/case/O/ADP engines/2/nmod/O/NOUN"
    )
    assert texts(modifiers(doc[2])) == ["Russian", "rocket"]
    assert texts(named_modifiers(doc[2])) == ["Russian"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Oslo/1/nmod:poss/B-LOC", 1),
        ("its/1/nmod:poss/O/PRON", 1),
        ("bridge/1/nmod:poss/O/NOUN", 0),
    ],
)
def test_possessors_can_act(make_doc, word, found):
    assert len(possessors(make_doc(f"{word} plan/1/ROOT/O/NOUN")[1])) == found


def test_named_within_prefers_the_possessor(make_doc):
    assert texts(named_within(make_doc(DECISION)[2])) == ["Oslo"]


def test_named_within_of_ones_own_is_not_oneself(make_doc):
    # its blockade of Yemen
    doc = make_doc(
        "its/1/nmod:poss/O/PRON blockade/1/ROOT/O/NOUN of/3/case/O/ADP "
        "Yemen/1/nmod/B-LOC/PROPN"
    )
    assert [token.text for token in named_within(doc[1])] == ["its"]
    assert [token.text for token in named_within(doc[1], is_own=True)] == ["Yemen"]


def test_named_within_of_a_feeling_is_whom_it_is_about(make_doc):
    doc = make_doc(DECISION.replace("decision", "condemnation"))
    assert texts(named_within(doc[2])) == ["Rome"]


def test_named_within_takes_a_name_before_a_noun_for_whose_it_is(make_doc):
    doc = make_doc(
        "Danish/1/amod/B-NORP/ADJ motion/1/ROOT/O/NOUN in/3/case/O/ADP "
        "Council/1/nmod/B-ORG/PROPN"
    )
    assert texts(named_within(doc[1])) == ["Danish"]


@pytest.mark.parametrize(("verb", "found"), [("made", ["Rome"]), ("heard", ["its"])])
def test_named_within_an_object_of_a_light_verb_is_not_the_subject(
    make_doc, verb, found
):
    doc = make_doc(
        f"Oslo/1/nsubj/B-LOC/PROPN {verb}/1/ROOT/O/VERB its/3/nmod:poss/O/PRON "
        "offer/1/obj/O/NOUN to/5/case/O/ADP Rome/3/nmod/B-LOC/PROPN"
    )
    doc[1].lemma_ = {"made": "make", "heard": "hear"}[verb]
    assert texts(named_within(doc[3])) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ruling/0/ROOT/O/NOUN by/2/case/O/ADP court/0/nmod/O/NOUN", ["court"]),
        ("ruling/0/ROOT/O/NOUN by/2/case/O/ADP luck/0/nmod/O/NOUN", []),
        (
            "ruling/0/ROOT/O/NOUN filed/0/acl/O/VERB by/3/case/O union/1/obl/O/NOUN",
            ["union"],
        ),
        (
            "end/0/ROOT/O/NOUN of/3/case/O Oslo/3/nmod:poss/B-LOC ban/0/nmod/O/NOUN",
            ["Oslo"],
        ),
        (
            "probe/0/ROOT/O/NOUN of/2/case/O/ADP killing/0/nmod/O/NOUN of/4/case/O/ADP "
            "Quill/2/nmod/B-PERSON/PROPN",
            ["Quill"],
        ),
    ],
)
def test_named_within_looks_into_phrases(make_doc, words, found):
    assert texts(named_within(make_doc(words)[0])) == found


@pytest.mark.parametrize(
    ("preposition", "is_motion", "found"),
    [
        ("in", False, ["Oslo"]),
        ("to", True, ["Oslo"]),
        ("to", False, []),
        ("like", True, []),
    ],
)
def test_places_depend_on_motion(make_doc, preposition, is_motion, found):
    doc = make_doc(f"left/0/ROOT/O/VERB {preposition}/2/case/O/ADP Oslo/0/obl/B-LOC")
    assert texts(places(doc[0], is_motion=is_motion)) == found


@pytest.mark.parametrize(("noun", "found"), [("city", ["Oslo"]), ("mayor", [])])
def test_places_are_named_after_a_noun_of_place(make_doc, noun, found):
    doc = make_doc(
        f"met/0/ROOT/O/VERB in/2/case/O/ADP {noun}/0/obl/O/NOUN of/4/case/O/ADP "
        "Oslo/2/nmod/B-LOC/PROPN"
    )
    assert texts(places(doc[0])) == found


@pytest.mark.parametrize(("noun", "message"), [("report", True), ("rocket", False)])
def test_is_message_knows_texts(make_doc, noun, message):
    assert is_message(make_doc([noun])[0]) is message
