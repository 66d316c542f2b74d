"""The component that weighs what pronouns may mean, with weights of a test's own."""

import numpy as np
import pytest
from spacy.tokens import Doc, Span

from kg.annotate import references
from kg.annotate.references import MARKS, References, pairs_of, told
from kg.english.pronouns import NOBODY

QUILL, STONE, SHE = 0, 10, 17


class Counting:
    """Weights that give the first pair 0, the next one 1, and so on."""

    def __init__(self) -> None:
        self.count = 0

    def session(self, name: str) -> "Counting":
        assert name == "references"
        return self

    def run(self, names, given):
        start, self.count = self.count, self.count + len(given["rows"])
        return [np.arange(start, self.count, dtype=np.float32)]


@pytest.fixture
def doc(make_doc, with_vectors) -> Doc:
    return with_vectors(
        make_doc(
            "Quill/1/nsubj/B-PERSON/PROPN met/1/ROOT/O/VERB Stone/1/obj/B-PERSON/PROPN "
            "./1/punct/O/PUNCT She/5/nsubj/O/PRON left/5/ROOT/O/VERB ./5/punct/O/PUNCT"
        )
    )


def test_references_weigh_each_noun_and_nobody(doc):
    found = References(Counting())(doc)
    assert told(found, doc[4]) == ((QUILL, 0.0), (STONE, 1.0), (NOBODY, 2.0))
    assert told(found, doc[0]) == ()


def test_plurals_are_left_to_grammar(make_doc, with_vectors):
    doc = make_doc("Quill/1/nsubj/B-PERSON/PROPN met/1/ROOT/O/VERB them/1/obj/O/PRON")
    assert pairs_of(with_vectors(doc)).ends
    assert told(References(Counting())(doc), doc[2]) == ()


def test_pairs_are_weighed_a_few_at_a_time(doc, monkeypatch):
    given: list[list[list[float]]] = []

    class Kept(Counting):
        def run(self, names, inputs):
            given.append(inputs["words"][inputs["rows"]][:, 1].tolist())
            return super().run(names, inputs)

    monkeypatch.setattr(references, "_AT_ONCE", 2)
    found = References(Kept())(doc)
    assert given == [[[1, 2], [5, 6]], [[0, 0]]]
    assert told(found, doc[4]) == ((QUILL, 0.0), (STONE, 1.0), (NOBODY, 2.0))


def test_a_doc_that_was_not_read_tells_nothing(doc):
    assert told(doc, doc[4]) == ()


def test_pairs_have_the_vectors_of_both_words_and_zeros_for_nobody(doc):
    pairs = pairs_of(doc)
    assert pairs.ends == [(SHE, QUILL), (SHE, STONE), (SHE, NOBODY)]
    assert pairs.words[pairs.rows].tolist() == [
        [[9, 10], [1, 2]],
        [[9, 10], [5, 6]],
        [[9, 10], [0, 0]],
    ]


def test_marks_tell_relations_distance_and_form(doc):
    quill, stone, nobody = pairs_of(doc).marks
    assert len(quill) == MARKS
    assert np.flatnonzero(quill != stone).tolist() == [0, 2, 15]
    assert quill[13:18] == pytest.approx([0, np.log(2), np.log(5), 0, 0])
    assert not nobody[:18].any()
    # A subject; one person, a woman, in nobody's words.
    assert np.flatnonzero(nobody[18:]).tolist() == [0, 13, 16]


@pytest.mark.parametrize("word", ["Stone", "I"])
def test_a_doc_without_third_persons_has_no_pairs(make_doc, with_vectors, word):
    doc = with_vectors(make_doc(f"Quill/0/ROOT/O/PROPN {word}/0/obj/O/PRON"))
    assert pairs_of(doc).rows.shape == (0, 2)
    assert told(References(Counting())(doc), doc[0]) == ()


def sentences(make_doc, count: int) -> Doc:
    """Return "Quill left . ", some sentences of one word, and "She left"."""
    words = ["Quill/1/nsubj/B-PERSON/PROPN", "left/1/ROOT/O/VERB"]
    words += [f"Rain/{2 + at}/ROOT/O/VERB" for at in range(count)]
    words += [f"She/{3 + count}/nsubj/O/PRON", f"left/{3 + count}/ROOT/O/VERB"]
    return make_doc(" ".join(words))


@pytest.mark.parametrize(("between", "is_near"), [(3, True), (4, False)])
def test_nouns_further_back_than_four_sentences_are_left_out(
    make_doc, with_vectors, between, is_near
):
    doc = with_vectors(sentences(make_doc, between))
    assert ((doc[-2].idx, 0) in pairs_of(doc).ends) is is_near


def test_sentences_in_quotation_marks_do_not_count(make_doc, with_vectors):
    doc = with_vectors(sentences(make_doc, 6))
    doc.spans["quotes"] = [Span(doc, 2, 8, "QUOTE")]
    assert (doc[-2].idx, 0) in pairs_of(doc).ends
