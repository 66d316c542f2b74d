"""Which words are events, by the packaged lexicon, on hand-made parses."""

import pytest
from spacy.tokens import Span

from kg.extract.events.triggers import matched, predicates, told_once

LAUNCHED = (
    "Chad/1/nsubj/B-LOC/PROPN launched/1/ROOT/O/VERB an/3/det/O/DET "
    "{}/1/obj/O/NOUN on/5/case/O/ADP Mali/3/nmod/B-LOC/PROPN"
)
SENT = "Chad/1/nsubj/B-LOC/PROPN {}/1/ROOT/O/VERB {}/1/obj/O/NOUN"


def told(doc):
    return {
        each.token.text: (each.frame.type, each.frame.mode)
        for each in predicates(doc).values()
    }


@pytest.mark.parametrize(
    ("verb", "lemma", "found"),
    [
        ("arrested", "arrest", {"arrested": ("COERCE", "arrest")}),
        ("painted", "paint", {}),
    ],
)
def test_predicates_are_verbs_of_the_lexicon(make_doc, verb, lemma, found):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN {verb}/1/ROOT/O/VERB Bo/1/obj/B-PERSON/PROPN",
        lemmas=["chad", lemma, "bo"],
    )
    assert told(doc) == found


def test_predicates_are_looked_up_by_the_form_where_the_lemma_is_wrong(make_doc):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN arrested/1/ROOT/O/VERB Bo/1/obj/B-PERSON/PROPN",
        lemmas=["chad", "arreste", "bo"],
    )
    assert told(doc) == {"arrested": ("COERCE", "arrest")}


@pytest.mark.parametrize(("noun", "is_event"), [("attack", True), ("website", False)])
def test_predicates_of_a_light_verb_are_its_noun(make_doc, noun, is_event):
    doc = make_doc(
        LAUNCHED.format(noun), lemmas=["chad", "launch", "an", noun, "on", "mali"]
    )
    found = predicates(doc)
    assert [each.token.text for each in found.values()] == [noun] * is_event
    for each in found.values():
        assert each.light_verb is not None
        assert each.light_verb.text == "launched"


def test_predicates_of_coordinated_nouns_share_the_light_verb(make_doc):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN launched/1/ROOT/O/VERB raids/1/obj/O/NOUN "
        "attacks/2/conj/O/NOUN",
        lemmas=["chad", "launch", "raid", "attack"],
    )
    assert {each.light_verb.i for each in predicates(doc).values()} == {1}


@pytest.mark.parametrize(("relation", "light"), [("acl", "launched"), ("advcl", None)])
def test_predicates_find_a_passive_light_verb_after_the_noun(make_doc, relation, light):
    doc = make_doc(
        f"attack/0/ROOT/O/NOUN launched/0/{relation}/O/VERB by/3/case/O/ADP "
        "Chad/1/obl/B-LOC/PROPN",
        lemmas=["attack", "launch", "by", "chad"],
        morphs=["", "Tense=Past|VerbForm=Part", "", ""],
    )
    found = predicates(doc)[0].light_verb
    assert (found.text if found is not None else None) == light


@pytest.mark.parametrize(("relation", "count"), [("compound", 0), ("nsubj", 1)])
def test_predicates_are_no_parts_of_other_words(make_doc, relation, count):
    doc = make_doc(f"attack/1/{relation}/O/NOUN ended/1/ROOT/O/VERB")
    assert len(predicates(doc)) == count


@pytest.mark.parametrize(("label", "count"), [("B-EVENT", 0), ("O", 1)])
def test_predicates_are_no_names(make_doc, label, count):
    doc = make_doc(f"attack/1/nsubj/{label}/NOUN ended/1/ROOT/O/VERB")
    assert len(predicates(doc)) == count


@pytest.mark.parametrize(("light", "found"), [("make", ["demand"]), ("study", [])])
def test_predicates_leave_a_bare_noun_that_needs_a_light_verb(make_doc, light, found):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN {light}/1/ROOT/O/VERB a/3/det/O/DET "
        "demand/1/obj/O/NOUN",
    )
    assert [each.token.text for each in predicates(doc).values()] == found


@pytest.mark.parametrize(
    ("preposition", "found"), [("in", ["killed"]), ("despite", ["killed", "attack"])]
)
def test_predicates_leave_out_what_restates_the_verb(make_doc, preposition, found):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN killed/1/ROOT/O/VERB nurses/1/obj/O/NOUN "
        f"{preposition}/4/case/O/ADP attack/1/obl/O/NOUN",
        lemmas=["chad", "kill", "nurse", preposition, "attack"],
    )
    assert list(told(doc)) == found


@pytest.mark.parametrize(
    ("verb", "mode"), [("arrest", "arrest"), ("attack", "violence"), ("expel", "expel")]
)
def test_predicates_take_a_mode_from_the_complement(make_doc, verb, mode):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN threatened/1/ROOT/O/VERB to/3/mark/O/PART "
        f"{verb}/1/xcomp/O/VERB nurses/3/obj/O/NOUN",
        lemmas=["chad", "threaten", "to", verb, "nurse"],
    )
    assert told(doc)["threatened"] == ("THREATEN", mode)


@pytest.mark.parametrize(
    ("complement", "type_"),
    [("withdraw", "CONCEDE"), ("help", "AGREE")],
)
def test_predicates_take_a_type_from_the_complement(make_doc, complement, type_):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN agreed/1/ROOT/O/VERB to/3/mark/O/PART "
        f"{complement}/1/xcomp/O/VERB troops/3/obj/O/NOUN",
        lemmas=["chad", "agree", "to", complement, "troop"],
    )
    assert told(doc)["agreed"][0] == type_


def test_predicates_that_are_each_others_complement_end(make_doc):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN agreed/1/ROOT/O/VERB to/3/mark/O/PART "
        "agree/1/xcomp/O/VERB",
        lemmas=["chad", "agree", "to", "agree"],
    )
    assert set(told(doc)) <= {"agreed", "agree"}


@pytest.mark.parametrize(("verb", "found"), [("quell", ["quell"]), ("watch", ["riot"])])
def test_predicates_leave_out_an_object_that_makes_the_verbs_sense(
    make_doc, verb, found
):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN {verb}/1/ROOT/O/VERB a/3/det/O/DET riot/1/obj/O/NOUN"
    )
    assert list(told(doc)) == found


def test_told_once_keeps_the_object_of_a_verb_that_tells_nothing(make_doc):
    doc = make_doc(
        "Chad/1/nsubj/B-LOC/PROPN incited/1/ROOT/O/VERB a/3/det/O/DET riot/1/obj/O/NOUN"
    )
    found = matched(doc)
    assert [each.token.text for each in found.values()][-1] == "riot"
    left = {at: each for at, each in found.items() if each.token.text == "riot"}
    assert list(told_once(left)) == [3]


@pytest.mark.parametrize(
    ("verb", "light"), [("erupt", "erupt"), ("continue", "continue"), ("shock", None)]
)
def test_predicates_that_a_verb_says_there_were(make_doc, verb, light):
    doc = make_doc(f"clashes/1/nsubj/O/NOUN {verb}/1/ROOT/O/VERB")
    (found,) = predicates(doc).values()
    assert (found.light_verb.text if found.light_verb else None) == light


@pytest.mark.parametrize(("thing", "light"), [("place", "took"), ("hours", None)])
def test_predicates_that_took_place(make_doc, thing, light):
    doc = make_doc(
        f"clashes/1/nsubj/O/NOUN took/1/ROOT/O/VERB {thing}/1/obj/O/NOUN",
        lemmas=["clash", "take", thing],
    )
    (found,) = predicates(doc).values()
    assert (found.light_verb.text if found.light_verb else None) == light


@pytest.mark.parametrize("sure", ["COERCE", "SANCTION"])
def test_predicates_of_two_senses_have_the_one_the_model_is_sure_of(make_doc, sure):
    doc = make_doc(SENT.format("oust", "Bo").replace("O/NOUN", "B-PERSON/PROPN"))
    doc.spans["deeds"] = [Span(doc, 1, 2, sure)]
    assert [type_ for type_, _ in told(doc).values()] == [sure]


def test_predicates_are_not_of_a_claim_beside_its_deed(make_doc):
    doc = make_doc(
        "Hamas/1/nsubj/B-ORG/PROPN claim/1/ROOT/O/VERB responsibility/1/obj/O/NOUN "
        "for/4/case/O/ADP raid/2/nmod/O/NOUN"
    )
    doc.spans["deeds"] = [Span(doc, 1, 2, "ACCUSE")]
    assert list(told(doc)) == ["raid"]
