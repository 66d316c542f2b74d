"""Edges of attributions on hand-made docs; nothing here needs the model."""

import numpy as np
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.edges import CONTENT, CUE, NONE, SOURCE, runs, tidy_labels

VOCAB = spacy.blank("en").vocab


def _doc(words: list[str], tags: str, heads: list[int], deps: str) -> Doc:
    doc = Doc(VOCAB, words=words, pos=tags.split(), heads=heads, deps=deps.split())
    doc.spans["quotes"] = []
    return doc


def _story() -> Doc:
    return _doc(
        ["Brandt", ",", "meanwhile", ",", "denied", "that", "it", "fell", "."],
        "PROPN PUNCT ADV PUNCT VERB SCONJ PRON VERB PUNCT",
        [4, 2, 4, 2, 4, 7, 7, 4, 4],
        "nsubj punct advmod punct ROOT mark nsubj ccomp punct",
    )


def test_tidy_labels_carries_a_content_on_to_its_phrases_head() -> None:
    doc = _doc(
        ["She", "left", "in", "the", "coming", "days", "quietly"],
        "PRON VERB ADP DET ADJ NOUN ADV",
        [1, 1, 5, 5, 5, 1, 1],
        "nsubj ROOT case det amod obl advmod",
    )
    labels = np.array([SOURCE, CUE, CONTENT, CONTENT, CONTENT, 0, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 6, CONTENT)


def test_tidy_labels_leaves_a_content_that_ends_with_its_phrase() -> None:
    labels = np.array([0, 0, 0, 0, CUE, CONTENT, CONTENT, 0, 0])
    assert runs(tidy_labels(_story(), labels))[-1] == (5, 7, CONTENT)


def test_tidy_labels_keeps_the_source_that_was_found() -> None:
    labels = np.array([0, 0, SOURCE, 0, CUE, CONTENT, CONTENT, CONTENT, 0])
    found = tidy_labels(_story(), labels)
    assert found[0] == NONE and found[2] == SOURCE


def test_tidy_labels_trims_punctuation_off_the_edges() -> None:
    labels = np.array([SOURCE, SOURCE, 0, 0, CUE, CONTENT, CONTENT, CONTENT, CONTENT])
    found = tidy_labels(_story(), labels)
    assert runs(found) == [(0, 1, SOURCE), (4, 5, CUE), (5, 8, CONTENT)]


def _quoting() -> Doc:
    doc = _doc(
        ['"', "We", "will", "stay", ",", '"', "she", "said"],
        "PUNCT PRON AUX VERB PUNCT PUNCT PRON VERB",
        [3, 3, 3, 7, 3, 3, 7, 7],
        "punct nsubj aux ccomp punct punct nsubj ROOT",
    )
    doc.spans["quotes"] = [Span(doc, 0, 6, "QUOTE")]
    return doc


def test_tidy_labels_takes_a_quotation_whole_with_its_marks() -> None:
    labels = np.array([0, *[CONTENT] * 5, SOURCE, CUE])
    found = tidy_labels(_quoting(), labels)
    assert runs(found) == [(0, 6, CONTENT), (6, 7, SOURCE), (7, 8, CUE)]


def test_tidy_labels_leaves_a_quotation_that_is_hardly_content() -> None:
    labels = np.array([0, 0, 0, CONTENT, 0, 0, SOURCE, CUE])
    found = tidy_labels(_quoting(), labels)
    assert runs(found) == [(3, 4, CONTENT), (6, 7, SOURCE), (7, 8, CUE)]
