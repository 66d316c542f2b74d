"""Pairs of mentions, as the model of relations reads them."""

import numpy as np

from kg.annotate.relations.pairs import Mention, mentions, pairs_of
from kg.annotate.relations.types import KINDS
from kg.annotate.roles.component import Sentences
from kg.annotate.roles.paths import Trees

PERSON, LOC = KINDS.index("PERSON"), KINDS.index("LOC")


def sentences(heads, units):
    """Give words whose vectors are their places, as one number."""
    size = len(heads)
    trees = Trees(np.array(heads), np.zeros(size, np.int64), 1)
    states = np.arange(size, dtype=np.float32)[:, None]
    return Sentences(states, np.zeros(size, np.int64), trees, np.array(units))


def test_mentions_are_names_and_pronouns(make_doc):
    doc = make_doc(
        "She/1/nsubj/O/PRON met/1/ROOT/O/VERB Ada/1/obj/B-PERSON/PROPN"
        " Quill/2/flat/I-PERSON/PROPN in/5/case/O/ADP Bern/1/obl/B-LOC/PROPN",
        named=True,
    )
    found = mentions(doc, np.arange(len(doc)))
    assert [(m.start, m.end, KINDS[m.kind]) for m in found] == [
        (0, 1, "HE"),
        (2, 4, "PERSON"),
        (5, 6, "LOC"),
    ]


def test_pairs_come_in_each_order_that_may_be():
    read = sentences([1, 1, 1, 3], [0, 0, 0, 1])
    found = [Mention(n, n + 1, n, PERSON) for n in (0, 2, 3)]
    assert pairs_of(read, found).ends.tolist() == [[0, 1], [1, 0]]


def test_pairs_have_the_way_and_the_words_between():
    # 0 <- 1 -> 2 -> 3: the way from 0 to 3 goes over 1 and 2, as do the words between.
    read = sentences([1, 1, 1, 2], [0, 0, 0, 0])
    found = [Mention(0, 1, 0, PERSON), Mention(3, 4, 3, LOC)]
    pairs = pairs_of(read, found)
    assert pairs.vectors[0].tolist() == [0, 3, 1.5, 1.5]
    assert pairs.marks[0, :2].tolist() == [PERSON, LOC]


def test_neighbours_have_nothing_between():
    read = sentences([1, 1], [0, 0])
    found = [Mention(0, 1, 0, PERSON), Mention(1, 2, 1, LOC)]
    assert pairs_of(read, found).vectors[0].tolist() == [0, 1, 0, 0]


def test_mentions_within_one_another_are_no_pair():
    read = sentences([1, 1, 1], [0, 0, 0])
    found = [Mention(0, 3, 1, LOC), Mention(2, 3, 2, LOC)]
    assert len(pairs_of(read, found).ends) == 0


def test_words_of_two_trees_are_no_pair():
    read = sentences([0, 1], [0, 0])
    found = [Mention(0, 1, 0, PERSON), Mention(1, 2, 1, LOC)]
    assert len(pairs_of(read, found).ends) == 0


def test_no_mentions_are_no_pairs():
    assert len(pairs_of(sentences([0], [0]), []).ends) == 0
