"""Prepositional phrases and relative pronouns, on hand-made parses."""

import pytest

from kg.english.prepositions import (
    has_preposition,
    heads_after,
    meant_by,
    name_described,
    phrases,
)

MET = (
    "Ada/1/nsubj/B-PERSON/PROPN met/1/ROOT/O/VERB with/3/case/O/ADP "
    "Bo/1/obl/B-PERSON/PROPN and/5/cc/O/CCONJ Cy/3/conj/B-PERSON/PROPN "
    "in/7/case/O/ADP Oslo/1/obl/B-LOC/PROPN on/9/case/O/ADP Monday/1/obl/O/PROPN"
)
ENVOY = "the/1/det/O/DET envoy/1/ROOT/O/NOUN who/3/nsubj/O/PRON left/1/acl:relcl/O/VERB"


def texts(tokens):
    return [token.text for token in tokens]


def heads(found):
    return {preposition: texts(tokens) for preposition, tokens in found.items()}


def test_phrases_gives_coordinated_heads_by_preposition(make_doc):
    doc = make_doc(MET)
    assert heads(phrases(doc[1])) == {"with": ["Bo", "Cy"], "in": ["Oslo"]}


def test_phrases_leaves_out_what_only_dates(make_doc):
    assert "on" not in phrases(make_doc(MET)[1])


def test_phrases_names_a_compound_preposition_by_its_first_word(make_doc):
    doc = make_doc(
        "left/0/ROOT/O/VERB because/3/case/O/ADP of/1/fixed/O/ADP rain/0/obl/O/NOUN"
    )
    assert heads(phrases(doc[0])) == {"because": ["rain"]}


def test_phrases_takes_an_object_with_a_preposition_for_a_phrase(make_doc):
    doc = make_doc(
        "called/0/ROOT/O/VERB on/2/case/O/ADP Bo/0/obj/B-PERSON/PROPN "
        "again/0/advmod/O/ADV"
    )
    assert heads(phrases(doc[0])) == {"on": ["Bo"]}


def test_phrases_gives_none_for_objects_and_possessors(make_doc):
    doc = make_doc(
        "saw/0/ROOT/O/VERB Bo/3/nmod:poss/B-PERSON/PROPN 's/1/case/O/PART "
        "house/0/obj/O/NOUN"
    )
    assert phrases(doc[0]) == phrases(doc[3]) == {}


def test_heads_after_keeps_the_order_of_the_prepositions(make_doc):
    found = phrases(make_doc(MET)[1])
    assert texts(heads_after(found, "in", "with")) == ["Oslo", "Bo", "Cy"]
    assert heads_after(found, "by") == []


def test_meant_by_gives_what_a_relative_pronoun_stands_for(make_doc):
    assert texts(meant_by(make_doc(ENVOY)[2])) == ["envoy"]


@pytest.mark.parametrize(
    ("pos", "found"), [("PROPN", ["Chad", "Mali"]), ("NOUN", ["Chad"])]
)
def test_meant_by_gives_all_names_before_a_relative_clause(make_doc, pos, found):
    doc = make_doc(
        f"Chad/0/ROOT/O/{pos} and/2/cc/O/CCONJ Mali/0/conj/O/{pos} "
        "which/4/nsubj/O/PRON fought/0/acl:relcl/O/VERB"
    )
    assert texts(meant_by(doc[3])) == found


def test_meant_by_keeps_a_pronoun_of_a_question(make_doc):
    doc = make_doc("who/1/nsubj/O/PRON left/1/ROOT/O/VERB")
    assert texts(meant_by(doc[0])) == ["who"]


@pytest.mark.parametrize(("pos", "name"), [("PROPN", "Orbo"), ("NOUN", "firm")])
def test_name_described_is_the_name_before_an_apposition(make_doc, pos, name):
    doc = make_doc(f"Orbo/0/ROOT/O/{pos} a/2/det/O/DET firm/0/appos/O/NOUN")
    assert name_described(doc[2]).text == name


def test_has_preposition_tells_phrases_from_objects(make_doc):
    doc = make_doc(MET)
    assert has_preposition(doc[3])
    assert not has_preposition(doc[0])


def test_phrases_find_a_preposition_before_a_title(make_doc):
    doc = make_doc(
        "signed/0/ROOT/O/VERB by/2/case/O/ADP director/3/nmod:desc/O/NOUN"
        " Ada/0/obl:agent/B-PERSON/PROPN Quill/3/flat/I-PERSON/PROPN"
    )
    assert phrases(doc[0]) == {"by": [doc[3]]}
