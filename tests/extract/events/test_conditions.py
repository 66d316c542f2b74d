"""A frame's conditions on the words around a predicate, held and broken."""

import pytest

from kg.english.prepositions import phrases
from kg.extract.events.conditions import (
    fit_classes,
    fits_arguments,
    fits_complement,
    fits_noun_phrase,
    fits_sentence,
    fits_surroundings,
    lookup_keys,
    phrases_of_noun,
)

FIRED = "Chad/1/nsubj/B-LOC/PROPN fired/1/ROOT/O/VERB {}/1/obj/O/NOUN"


@pytest.mark.parametrize(
    ("relation", "key"), [("compound:prt", "carry_out"), ("advmod", "carry")]
)
def test_lookup_keys_join_verb_and_particle(make_doc, relation, key):
    doc = make_doc(f"carried/0/ROOT/O/VERB out/0/{relation}/O/ADP")
    keys = lookup_keys(doc[0])
    assert key in keys
    assert ("carry" in keys) is (key == "carry")


@pytest.mark.parametrize(
    ("classes", "fits"),
    [
        ((), True),
        (("projectile",), True),
        (("troop",), False),
        (("-projectile",), False),
        (("-troop",), True),
        (("projectile", "-troop"), True),
        (("none",), False),
    ],
)
def test_fit_classes_wants_and_bars(make_doc, classes, fits):
    assert (
        fit_classes(list(make_doc("rocket/0/ROOT/O/NOUN ,/0/punct/O")), classes) is fits
    )


def test_fit_classes_of_no_words(make_doc):
    assert fit_classes([], ("none",))
    assert not fit_classes([], ("projectile",))


@pytest.mark.parametrize(
    ("word", "entry", "fits"),
    [
        ("rockets", {"object": "projectile"}, True),
        ("envoys", {"object": "projectile"}, False),
        ("rockets", {"subject": "@place"}, True),
        ("rockets", {"subject": "@person"}, False),
        ("rockets", {"subject": "@plural"}, False),
        ("rockets", {"object_modifier": "new"}, False),
    ],
)
def test_fits_arguments_of_a_verb(make_doc, make_frame, word, entry, fits):
    frame = make_frame(**entry)
    assert fits_arguments(frame, make_doc(FIRED.format(word))[1]) is fits


def test_fits_arguments_reads_the_modifier_of_an_object(make_doc, make_frame):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC fired/1/ROOT/O/VERB new/3/amod/O/ADJ rockets/1/obj/O/NOUN"
    )
    assert fits_arguments(make_frame(object_modifier="new"), doc[1])


@pytest.mark.parametrize(("subject", "fits"), [("troop", False), ("@person", True)])
def test_fits_arguments_without_subject_fails_where_it_makes_the_sense(
    make_doc, make_frame, subject, fits
):
    doc = make_doc("fired/0/ROOT/O/VERB rockets/0/obj/O/NOUN")
    assert fits_arguments(make_frame(subject=subject), doc[0]) is fits


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        ({"modifier": "projectile"}, True),
        ({"modifier": "troop"}, False),
        ({"object": "projectile"}, True),
        ({"object": "troop"}, False),
        ({"possessor": "@place"}, True),
        ({"subject": "@named"}, False),
    ],
)
def test_fits_noun_phrase(make_doc, make_frame, entry, fits):
    doc = make_doc(
        "Chad/2/nmod:poss/B-LOC/PROPN rocket/2/compound/O/NOUN test/2/ROOT/O/NOUN"
    )
    assert fits_noun_phrase(make_frame(**entry), doc[2], None) is fits


@pytest.mark.parametrize("is_light", [True, False])
def test_fits_noun_phrase_reads_the_light_verbs_subject(make_doc, make_frame, is_light):
    doc = make_doc("Ada/1/nsubj/B-PERSON did/1/ROOT/O/VERB tests/1/obj/O/NOUN")
    light_verb = doc[1] if is_light else None
    assert (
        fits_noun_phrase(make_frame(subject="@named"), doc[2], light_verb) is is_light
    )


@pytest.mark.parametrize(
    ("is_light", "found"), [(True, {"with", "in"}), (False, {"in"})]
)
def test_phrases_of_noun_are_the_light_verbs_too(make_doc, is_light, found):
    doc = make_doc(
        "held/0/ROOT/O/VERB talks/0/obj/O/NOUN in/3/case/O Oslo/1/nmod/B-LOC "
        "with/5/case/O Rome/0/obl/B-LOC"
    )
    assert phrases_of_noun(doc[1], doc[0] if is_light else None).keys() == found


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        ({"with": {"on": ""}}, True),
        ({"with": {"on": "@person"}}, True),
        ({"with": {"on": "@place"}}, False),
        ({"with": {"at": ""}}, False),
        ({"without": "on"}, False),
        ({"without": "at"}, True),
        ({"sentence": "-projectile"}, False),
        ({"sentence": "projectile"}, True),
    ],
)
def test_fits_surroundings(make_doc, make_frame, entry, fits):
    doc = make_doc(
        "fired/0/ROOT/O/VERB rockets/0/obj/O/NOUN on/3/case/O/ADP nurses/0/obl/O/NOUN"
    )
    found = phrases(doc[0])
    assert fits_surroundings(make_frame(**entry), doc[0], found) is fits


ASKED = "asked/0/ROOT/O/VERB {}/2/{}/O/AUX go/0/{}/O/VERB"


@pytest.mark.parametrize(
    ("word", "relation", "clause", "entry", "fits"),
    [
        ("to", "mark", "xcomp", {"infinitive": "true"}, True),
        ("should", "aux", "ccomp", {"infinitive": "true"}, True),
        ("did", "aux", "ccomp", {"infinitive": "true"}, False),
        ("did", "aux", "ccomp", {"plain": "true"}, False),
        ("to", "mark", "xcomp", {"plain": "true"}, True),
        ("to", "mark", "xcomp", {"skip_complement_verbs": "go"}, False),
        ("to", "mark", "xcomp", {"skip_complement_verbs": "eat"}, True),
        ("to", "mark", "xcomp", {"complement_verbs": "go"}, True),
        ("to", "mark", "xcomp", {"complement_verbs": "eat"}, False),
        ("must", "aux", "ccomp", {"complement_modal": "must"}, True),
        ("could", "aux", "ccomp", {"complement_modal": "must"}, False),
        ("to", "mark", "xcomp", {"complement_adjective": "go"}, True),
        ("to", "mark", "xcomp", {"complement_adjective": "illegal"}, False),
    ],
)
def test_fits_complement(make_doc, make_frame, word, relation, clause, entry, fits):  # noqa: PLR0913
    doc = make_doc(ASKED.format(word, relation, clause))
    assert fits_complement(make_frame(**entry), doc[0]) is fits


@pytest.mark.parametrize(("subject", "fits"), [("Oslo", True), ("we", False)])
def test_fits_complement_demands_of_others(make_doc, make_frame, subject, fits):
    doc = make_doc(
        f"said/0/ROOT/O/VERB {subject}/3/nsubj/O/PRON must/3/aux/O/AUX "
        "go/0/ccomp/O/VERB"
    )
    assert fits_complement(make_frame(complement_modal="must"), doc[0]) is fits


@pytest.mark.parametrize(
    ("thing", "label", "is_attack"),
    [("bus", "O", False), ("missile", "O", True), ("Chad", "B-LOC", True)],
)
def test_fits_sentence_without_a_mishap(make_doc, make_frame, thing, label, is_attack):
    doc = make_doc(
        f"{thing}/1/nsubj/{label}/NOUN overturned/1/ROOT/O/VERB and/3/cc/O/CCONJ "
        "killed/1/conj/O/VERB Bo/3/obj/B-PERSON/PROPN"
    )
    frame = make_frame(sentence="-disaster")
    assert fits_sentence(frame, doc[3]) is is_attack
