"""Pronouns on hand-made parses."""

import pytest

from kg.english.pronouns import pronoun_features, pronoun_lemma


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("she", (3, "singular", "feminine")),
        ("Ours", (1, "plural", None)),
        ("us", (1, "plural", None)),
        ("US", None),
        ("Your", (2, "singular", None)),
        ("who", None),
    ],
)
def test_pronoun_features_by_form(make_doc, word, features):
    doc = make_doc(f"{word}/1/nsubj/O/PRON left/1/ROOT/O/VERB")
    assert pronoun_features(doc[0]) == features


def test_pronoun_features_of_a_noun_are_none(make_doc):
    assert pronoun_features(make_doc("mine/0/ROOT/O/NOUN closed/0/acl/O")[0]) is None


@pytest.mark.parametrize(("relation", "is_dummy"), [("csubj", True), ("obl", False)])
def test_pronoun_features_leave_a_dummy_out(make_doc, relation, is_dummy):
    doc = make_doc(
        f"It/2/nsubj/O/PRON is/2/cop/O/AUX clear/2/ROOT/O/ADJ left/2/{relation}/O/VERB"
    )
    assert (pronoun_features(doc[0]) is None) is is_dummy


@pytest.mark.parametrize(
    ("word", "relation", "found"),
    [
        ("him", "obj", "he"),
        ("Her", "obj", "she"),
        ("Her", "nmod:poss", "her"),
        ("its", "obj", "its"),
        ("themselves", "obj", "themselves"),
        ("your", "nmod:poss", "your"),
    ],
)
def test_pronoun_lemma_is_the_subject_form(make_doc, word, relation, found):
    doc = make_doc(f"saw/0/ROOT/O/VERB {word}/0/{relation}/O/PRON")
    assert pronoun_lemma(doc[1]) == found


@pytest.mark.parametrize(
    "words",
    [
        "said/3/csubj/O/VERB it/3/nsubj/O/PRON is/3/cop/O/AUX clear/3/ROOT/O/ADJ",
        "said/0/ROOT/O/VERB it/0/nsubj/O/PRON left/0/ccomp/O/VERB",
        "clear/0/ROOT/O/ADJ it/0/obl/O/PRON left/0/csubj/O/VERB",
    ],
    ids=["clause before", "verb", "no subject"],
)
def test_pronoun_features_keep_it_that_stands_for_something(make_doc, words):
    doc = make_doc(words)
    assert pronoun_features(doc[1]) == (3, "singular", "neuter")


@pytest.mark.parametrize(
    ("sentence", "is_alone"),
    [
        ("Both/1/nsubj/O/PRON left/1/ROOT/O/VERB", True),
        ("Both/1/det/O/DET men/2/nsubj/O/NOUN left/2/ROOT/O/VERB", False),
        ("Both/2/nsubj/O/PRON them/0/nmod/O/PRON left/2/ROOT/O/VERB", False),
    ],
)
def test_pronoun_features_of_both_where_it_stands_alone(make_doc, sentence, is_alone):
    found = pronoun_features(make_doc(sentence)[0])
    assert found == ((3, "plural", None) if is_alone else None)
