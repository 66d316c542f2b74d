"""Walks in a hand-made tree."""

import pytest

from kg.english.trees import (
    coordinated,
    core_phrase,
    dependent_words,
    has_dependent,
    has_feature,
    lemma,
    name_of,
    sentence_of,
)

MAYOR = (
    "the/2/det/O/DET young/2/amod/O/ADJ mayor/7/nsubj/O/NOUN of/4/case/O/ADP "
    "Oslo/2/nmod/B-LOC/PROPN who/6/nsubj/O/PRON left/2/acl:relcl/O/VERB "
    "spoke/7/ROOT/O/VERB"
)
NAMES = (
    "Ada/3/nsubj/B-PERSON/PROPN Berg/0/flat/I-PERSON/PROPN "
    "Bo/0/conj/B-PERSON/PROPN spoke/3/ROOT/O/VERB"
)


def test_core_phrase_leaves_a_relative_clause_out(make_doc):
    assert core_phrase(make_doc(MAYOR)[2]).text == "the young mayor of Oslo"


def test_core_phrase_leaves_its_own_preposition_out(make_doc):
    assert core_phrase(make_doc(MAYOR)[4]).text == "Oslo"


def test_coordinated_yields_the_second_of_three_persons(make_doc):
    doc = make_doc(
        "Ada/7/nsubj/B-PERSON Moss/0/flat/I-PERSON ,/3/punct/O Bo/0/appos/B-PERSON"
        " ,/6/punct/O and/6/cc/O Cy/0/conj/B-PERSON left/7/ROOT/O"
    )
    assert [token.text for token in coordinated(doc[0])] == ["Ada", "Bo", "Cy"]


def test_coordinated_yields_the_words_after_a_head_only(make_doc):
    doc = make_doc(NAMES)
    assert [token.text for token in coordinated(doc[0])] == ["Ada", "Bo"]
    assert [token.text for token in coordinated(doc[2])] == ["Bo"]


def test_has_dependent_asks_for_the_relation(make_doc):
    doc = make_doc(MAYOR)
    assert has_dependent(doc[7], "obj", "nsubj")
    assert not has_dependent(doc[7], "obj")


def test_dependent_words_are_in_lower_case(make_doc):
    doc = make_doc("Without/1/case/O/ADP Bo/2/obl/O/PROPN left/2/ROOT/O/VERB")
    assert dependent_words(doc[1], "case", "mark") == {"without"}
    assert dependent_words(doc[1], "mark") == set()


def test_lemma_is_in_lower_case(make_doc):
    assert lemma(make_doc(["Talks"], lemmas=["Talk"])[0]) == "talk"


@pytest.mark.parametrize(
    ("index", "text"), [(0, "Ada Berg"), (1, "Ada Berg"), (2, "Bo")]
)
def test_name_of_is_the_whole_name(make_doc, index, text):
    assert name_of(make_doc(NAMES)[index]).text == text


def test_name_of_another_word_is_the_word(make_doc):
    assert name_of(make_doc(NAMES)[3]).text == "spoke"


def test_sentence_of_ends_where_the_next_starts(make_doc):
    doc = make_doc("Ada left . Bo stayed .", sent_starts=[0, 3])
    assert sentence_of(doc[1]).text == "Ada left."
    assert sentence_of(doc[5]).text == "Bo stayed."


def test_has_feature_compares_the_value(make_doc):
    doc = make_doc(["went"], morphs=["Tense=Past"])
    assert has_feature(doc[0], "Tense", "Past")
    assert not has_feature(doc[0], "Tense", "Pres")
