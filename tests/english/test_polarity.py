"""Negation and modal verbs, on hand-made parses."""

import pytest

from kg.english.polarity import has_negator, is_negated, is_negative_phrase, modals

SAID = "Ada/2/nsubj/O/PROPN {}/2/advmod/O/ADV said/2/ROOT/O/VERB much/2/obj/O/ADJ"


@pytest.mark.parametrize(
    ("word", "negated"), [("not", True), ("hardly", True), ("soon", False)]
)
def test_has_negator_reads_words_before_a_predicate(make_doc, word, negated):
    assert has_negator(make_doc(SAID.format(word))[2]) is negated


def test_has_negator_takes_not_only_for_none(make_doc):
    doc = make_doc("not/2/advmod/O only/2/advmod/O says/2/ROOT/O/VERB")
    assert not has_negator(doc[2])


@pytest.mark.parametrize(("word", "negated"), [("no", True), ("much", False)])
def test_has_negator_knows_no_longer(make_doc, word, negated):
    doc = make_doc(f"{word}/1/advmod/O longer/2/advmod/O says/2/ROOT/O/VERB")
    assert has_negator(doc[2]) is negated


def test_has_negator_leaves_words_after_a_predicate(make_doc):
    assert not has_negator(make_doc("said/0/ROOT/O/VERB not/0/advmod/O")[0])


@pytest.mark.parametrize(("subject", "negated"), [("nobody", True), ("Bo", False)])
def test_is_negated_reads_subject_and_object(make_doc, subject, negated):
    doc = make_doc(f"{subject}/1/nsubj/O left/1/ROOT/O/VERB")
    assert is_negated(doc[1]) is negated


@pytest.mark.parametrize(
    ("words", "negative"),
    [
        ("no/1/det/O envoy/1/ROOT/O/NOUN", True),
        ("few/1/amod/O envoys/1/ROOT/O/NOUN", True),
        ("not/1/advmod/O envoys/1/ROOT/O/NOUN", True),
        ("neither/1/det/O the/1/det/O/DET", True),
        ("a/2/det/O few/2/amod/O envoys/2/ROOT/O/NOUN", False),
        ("every/1/det/O envoy/1/ROOT/O/NOUN", False),
    ],
)
def test_is_negative_phrase_means_nobody(make_doc, words, negative):
    doc = make_doc(words.replace("the/1/det/O/DET", "envoy/1/ROOT/O/NOUN"))
    assert is_negative_phrase(doc[-1]) is negative


def test_modals_are_auxiliaries(make_doc):
    doc = make_doc("Could/2/aux/O have/2/aux/O left/2/ROOT/O/VERB May/2/obl/O/PROPN")
    assert modals(doc[2]) == {"could"}


def test_modals_are_known_by_the_lemma_too(make_doc):
    doc = make_doc("’d/1/aux/O left/1/ROOT/O/VERB", lemmas=["would", "leave"])
    assert modals(doc[1]) == {"’d"}
