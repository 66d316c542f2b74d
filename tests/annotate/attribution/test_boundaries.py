"""Edges of attributions on hand-made docs; nothing here needs the model."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.attribution.boundaries import (
    CONTENT,
    CUE,
    NONE,
    SOURCE,
    runs,
    tidy_labels,
)

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


@pytest.mark.parametrize(("tag", "first"), [("NOUN", 2), ("VERB", 0)])
def test_tidy_labels_takes_off_what_announces_a_quotation(tag: str, first: int) -> None:
    doc = _doc(
        ["Rain", ":", "“", "It", "pours", "”", "Moss", "said"],
        f"{tag} PUNCT PUNCT PRON VERB PUNCT PROPN VERB",
        [4, 4, 4, 4, 7, 4, 7, 7],
        "dep punct punct nsubj ccomp punct nsubj ROOT",
    )
    doc.spans["quotes"] = [Span(doc, 2, 6)]
    labels = np.array([CONTENT] * 6 + [SOURCE, CUE])
    assert runs(tidy_labels(doc, labels))[0] == (first, 6, CONTENT)


def test_tidy_labels_keeps_the_source_that_was_found() -> None:
    labels = np.array([0, 0, SOURCE, 0, CUE, CONTENT, CONTENT, CONTENT, 0])
    found = tidy_labels(_story(), labels)
    assert found[0] == NONE and found[2] == SOURCE


def test_tidy_labels_trims_punctuation_off_the_edges() -> None:
    labels = np.array([SOURCE, SOURCE, 0, 0, CUE, CONTENT, CONTENT, CONTENT, CONTENT])
    found = tidy_labels(_story(), labels)
    assert runs(found) == [(0, 1, SOURCE), (4, 5, CUE), (5, 8, CONTENT)]


def _headline(*words: str) -> Doc:
    tags = " ".join("PUNCT" if word == ":" else "NOUN" for word in words)
    return _doc(list(words), tags, [0] * len(words), "ROOT" + " dep" * (len(words) - 1))


def test_tidy_labels_keeps_a_colon_that_is_the_whole_cue() -> None:
    labels = np.array([SOURCE, CUE, CONTENT, CONTENT])
    assert (tidy_labels(_headline("Moss", ":", "Talks", "end"), labels) == labels).all()


def test_tidy_labels_takes_the_colon_off_a_verb() -> None:
    labels = np.array([SOURCE, CUE, CUE, CONTENT])
    found = tidy_labels(_headline("Moss", "says", ":", "Nothing"), labels)
    assert runs(found) == [(0, 1, SOURCE), (1, 2, CUE), (3, 4, CONTENT)]


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


@pytest.mark.parametrize(("told", "start"), [(SOURCE, 0), (0, 4)])
def test_tidy_labels_goes_back_to_where_a_quotation_told_next_begins(
    told: int, start: int
) -> None:
    labels = np.array([0, 0, 0, 0, CONTENT, CONTENT, told, CUE if told else 0])
    assert runs(tidy_labels(_quoting(), labels))[:1] == (
        [(start, 6, CONTENT)] if told else []
    )


def test_tidy_labels_leaves_a_quotation_that_is_hardly_content() -> None:
    labels = np.array([0, 0, 0, CONTENT, 0, 0, SOURCE, CUE])
    found = tidy_labels(_quoting(), labels)
    assert runs(found) == [(3, 4, CONTENT), (6, 7, SOURCE), (7, 8, CUE)]


def test_tidy_labels_fills_an_aside_that_hangs_on_the_content() -> None:
    doc = _doc(
        ["She", "said", "Iran", ",", "among", "others", ",", "paid", "."],
        "PRON VERB PROPN PUNCT ADP NOUN PUNCT VERB PUNCT",
        [1, 1, 7, 5, 5, 2, 5, 1, 1],
        "nsubj ROOT nsubj punct case nmod punct ccomp punct",
    )
    labels = np.array([SOURCE, CUE, CONTENT, 0, 0, 0, 0, CONTENT, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 8, CONTENT)


def test_tidy_labels_leaves_the_gap_that_the_attribution_makes() -> None:
    doc = _doc(
        ["It", "fell", ",", "she", "said", ",", "and", "broke", "."],
        "PRON VERB PUNCT PRON VERB PUNCT CCONJ VERB PUNCT",
        [1, 4, 1, 4, 4, 4, 7, 1, 4],
        "nsubj ccomp punct nsubj ROOT punct cc conj punct",
    )
    labels = np.array([*[CONTENT] * 2, 0, SOURCE, CUE, 0, *[CONTENT] * 2, 0])
    found = runs(tidy_labels(doc, labels))
    assert [run for run in found if run[2] == CONTENT] == [
        (0, 2, CONTENT),
        (6, 8, CONTENT),
    ]


def test_tidy_labels_ends_a_span_with_its_paragraph() -> None:
    doc = _doc(
        ["Staff", "reporter", "\n\n", "Ada", "Moss", "said", "no"],
        "NOUN NOUN SPACE PROPN PROPN VERB INTJ",
        [1, 1, 1, 5, 3, 5, 5],
        "compound ROOT dep nsubj flat ROOT ccomp",
    )
    labels = np.array([0, SOURCE, SOURCE, SOURCE, SOURCE, CUE, CONTENT])
    assert runs(tidy_labels(doc, labels))[0] == (3, 5, SOURCE)


def test_tidy_labels_lets_a_quotation_go_on_over_paragraphs() -> None:
    doc = _doc(
        ["“", "We", "go", ".", "\n\n", "“", "We", "stay", ".", "”", "he", "said"],
        "PUNCT PRON VERB PUNCT SPACE PUNCT PRON VERB PUNCT PUNCT PRON VERB",
        [2, 2, 11, 2, 2, 7, 7, 2, 7, 7, 11, 11],
        "punct nsubj ccomp punct dep punct nsubj parataxis punct punct nsubj ROOT",
    )
    doc.spans["quotes"] = [Span(doc, 0, 4, "QUOTE"), Span(doc, 5, 10, "QUOTE")]
    labels = np.array([*[CONTENT] * 10, SOURCE, CUE])
    assert runs(tidy_labels(doc, labels))[0] == (0, 10, CONTENT)


def _asking(mark: str) -> Doc:
    return _doc(
        ["They", "asked", "Ada", "Moss", mark, "it", "fell"],
        f"PRON VERB PROPN PROPN {'SCONJ' if mark == 'whether' else 'CCONJ'} PRON VERB",
        [1, 1, 1, 2, 6, 6, 1],
        f"nsubj ROOT obj flat mark nsubj {'ccomp' if mark == 'whether' else 'conj'}",
    )


def test_tidy_labels_takes_the_hearer_off_a_content() -> None:
    labels = np.array([SOURCE, CUE, *[CONTENT] * 5])
    assert runs(tidy_labels(_asking("whether"), labels))[-1] == (4, 7, CONTENT)


@pytest.mark.parametrize(("relation", "start"), [("xcomp", 2), ("advcl", 5)])
def test_tidy_labels_take_in_whom_something_is_wanted_of(
    relation: str, start: int
) -> None:
    doc = _doc(
        ["She", "urged", "all", "the", "members", "to", "act"],
        "PRON VERB DET DET NOUN PART VERB",
        [1, 1, 4, 4, 1, 6, 1],
        f"nsubj ROOT det det obj mark {relation}",
    )
    labels = np.array([SOURCE, CUE, 0, 0, 0, CONTENT, CONTENT])
    assert runs(tidy_labels(doc, labels))[-1] == (start, 7, CONTENT)


def test_tidy_labels_takes_in_the_rest_of_whom_something_is_wanted_of() -> None:
    doc = _doc(
        ["She", "urged", "friends", "of", "Rome", "to", "act"],
        "PRON VERB NOUN ADP PROPN PART VERB",
        [1, 1, 1, 4, 2, 6, 1],
        "nsubj ROOT obj case nmod mark xcomp",
    )
    labels = np.array([SOURCE, CUE, 0, *[CONTENT] * 4])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 7, CONTENT)


@pytest.mark.parametrize(("relation", "end"), [("nmod", 6), ("obl", 4)])
def test_tidy_labels_carries_a_content_on_over_what_modifies_it(
    relation: str, end: int
) -> None:
    doc = _doc(
        ["She", "saw", "the", "port", "of", "Rome", "."],
        "PRON VERB DET NOUN ADP PROPN PUNCT",
        [1, 1, 3, 1, 5, 3 if relation == "nmod" else 1, 1],
        f"nsubj ROOT det obj case {relation} punct",
    )
    labels = np.array([SOURCE, CUE, CONTENT, CONTENT, 0, 0, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, end, CONTENT)


@pytest.mark.parametrize(("mark", "first"), [("that", 3), ("to", 0)])
def test_tidy_labels_takes_who_was_told_off_a_content(mark: str, first: int) -> None:
    doc = _doc(
        ["He", "was", "told", mark, "it", "fell"],
        "PRON AUX VERB SCONJ PRON VERB",
        [2, 2, 2, 5, 5, 2],
        f"nsubj:pass aux:pass ROOT mark nsubj {'xcomp' if mark == 'to' else 'ccomp'}",
    )
    for token, lemma in zip(doc, ["he", "be", "tell", mark, "it", "fall"], strict=True):
        token.lemma_ = lemma
    labels = np.array([CONTENT, CUE, CUE, *[CONTENT] * 3])
    found = [run for run in runs(tidy_labels(doc, labels)) if run[2] == CONTENT]
    assert found[0][0] == first


def test_tidy_labels_leaves_an_object_without_a_clause() -> None:
    labels = np.array([SOURCE, CUE, *[CONTENT] * 5])
    assert runs(tidy_labels(_asking("and"), labels))[-1] == (2, 7, CONTENT)


def test_tidy_labels_drops_the_words_that_tie_a_content_to_others() -> None:
    doc = _doc(
        ["But", "it", "fell", "and", "she", "said", "so"],
        "CCONJ PRON VERB CCONJ PRON VERB ADV",
        [2, 2, 5, 5, 5, 5, 5],
        "cc nsubj ccomp cc nsubj ROOT advmod",
    )
    labels = np.array([*[CONTENT] * 4, SOURCE, CUE, 0])
    assert runs(tidy_labels(doc, labels))[0] == (1, 3, CONTENT)


def test_tidy_labels_drops_what_opens_the_clause_after_a_content() -> None:
    doc = _doc(
        ["Brandt", "blamed", "them", "for", "delay", "as", "rain", "fell"],
        "PROPN VERB PRON ADP NOUN SCONJ NOUN VERB",
        [1, 1, 1, 4, 1, 7, 7, 1],
        "nsubj ROOT obj case obl mark nsubj advcl",
    )
    labels = np.array([SOURCE, CUE, *[CONTENT] * 4, 0, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 5, CONTENT)


def test_tidy_labels_drops_a_verb_whose_object_is_left_out() -> None:
    doc = _doc(
        ["Brandt", "said", "it", "fell", ",", "underlining", "the", "need"],
        "PROPN VERB PRON VERB PUNCT VERB DET NOUN",
        [1, 1, 3, 1, 5, 1, 7, 5],
        "nsubj ROOT nsubj ccomp punct advcl det obj",
    )
    labels = np.array([SOURCE, CUE, *[CONTENT] * 4, 0, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 4, CONTENT)


def test_tidy_labels_carries_a_degree_on_to_its_adverb() -> None:
    doc = _doc(
        ["She", "called", "it", "small", "so", "far", "."],
        "PRON VERB PRON ADJ ADV ADV PUNCT",
        [1, 1, 1, 1, 5, 1, 1],
        "nsubj ROOT obj xcomp advmod advmod punct",
    )
    labels = np.array([SOURCE, CUE, *[CONTENT] * 3, 0, 0])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 6, CONTENT)


def test_tidy_labels_keeps_a_name_in_one_part() -> None:
    doc = _story()
    doc.ents = [Span(doc, 0, 3, "ORG")]
    labels = np.array([SOURCE, SOURCE, CONTENT, 0, CUE, 0, CONTENT, CONTENT, 0])
    assert runs(tidy_labels(doc, labels))[0] == (0, 3, SOURCE)


def test_tidy_labels_leaves_who_and_which_off_a_source() -> None:
    doc = _doc(
        ["Ada", "Moss", ",", "who", "said", "no"],
        "PROPN PROPN PUNCT PRON VERB INTJ",
        [0, 0, 4, 4, 0, 4],
        "ROOT flat punct nsubj acl:relcl obj",
    )
    labels = np.array([*[SOURCE] * 4, CUE, CONTENT])
    assert runs(tidy_labels(doc, labels))[0] == (0, 2, SOURCE)


def test_tidy_labels_leaves_the_mark_of_the_quotation_before() -> None:
    doc = _doc(
        ['"', "Go", '"', "Rain", "fell", ",", "he", "said"],
        "PUNCT VERB PUNCT NOUN VERB PUNCT PRON VERB",
        [1, 1, 1, 4, 7, 7, 7, 7],
        "punct ROOT punct nsubj ccomp punct nsubj ROOT",
    )
    doc.spans["quotes"] = [Span(doc, 0, 3, "QUOTE")]
    labels = np.array([0, 0, *[CONTENT] * 3, 0, SOURCE, CUE])
    assert runs(tidy_labels(doc, labels))[0] == (3, 5, CONTENT)


def test_tidy_labels_carries_a_content_back_to_where_its_phrase_starts() -> None:
    doc = _doc(
        ["She", "vowed", "to", "harshly", "punish", "them"],
        "PRON VERB PART ADV VERB PRON",
        [1, 1, 4, 4, 1, 4],
        "nsubj ROOT mark advmod xcomp obj",
    )
    labels = np.array([SOURCE, CUE, 0, *[CONTENT] * 3])
    assert runs(tidy_labels(doc, labels))[-1] == (2, 6, CONTENT)


def test_tidy_labels_leaves_that_before_a_content() -> None:
    doc = _doc(
        ["She", "said", "that", "it", "fell"],
        "PRON VERB SCONJ PRON VERB",
        [1, 1, 4, 4, 1],
        "nsubj ROOT mark nsubj ccomp",
    )
    labels = np.array([SOURCE, CUE, 0, CONTENT, CONTENT])
    assert runs(tidy_labels(doc, labels))[-1] == (3, 5, CONTENT)


@pytest.mark.parametrize(("start", "end"), [(3, 6), (4, 5)])
def test_tidy_labels_keeps_a_bracket_with_its_partner_alone(
    start: int, end: int
) -> None:
    doc = _doc(
        ["She", "said", "rain", "(", "snow", ")"],
        "PRON VERB NOUN PUNCT NOUN PUNCT",
        [1, 1, 1, 4, 2, 4],
        "nsubj ROOT obj punct appos punct",
    )
    labels = np.array([SOURCE, CUE, 0, 0, 0, 0])
    labels[start:] = CONTENT
    assert runs(tidy_labels(doc, labels))[-1] == (start, end, CONTENT)


def test_tidy_labels_takes_the_preposition_off_a_source() -> None:
    doc = _doc(
        ["It", "fell", "according", "to", "Ada", "Moss"],
        "PRON VERB VERB ADP PROPN PROPN",
        [1, 1, 4, 4, 1, 4],
        "nsubj ROOT case fixed obl flat",
    )
    labels = np.array([CONTENT, CONTENT, CUE, *[SOURCE] * 3])
    assert runs(tidy_labels(doc, labels))[-1] == (4, 6, SOURCE)


def test_tidy_labels_drops_a_stray_word_beside_a_better_run() -> None:
    doc = _doc(
        ["She", "of", "course", "said", "it", "fell"],
        "PRON ADP NOUN VERB PRON VERB",
        [3, 2, 3, 3, 5, 3],
        "nsubj case obl ROOT nsubj ccomp",
    )
    labels = np.array([SOURCE, CONTENT, 0, CUE, CONTENT, CONTENT])
    contents = [run for run in runs(tidy_labels(doc, labels)) if run[2] == CONTENT]
    assert contents == [(4, 6, CONTENT)]


def test_runs_are_of_equal_labels_other_than_none() -> None:
    assert runs(np.array([0, 1, 1, 0, 2])) == [(1, 3, 1), (4, 5, 2)]
    assert runs(np.array([0, 0])) == []


def test_tidy_labels_leaves_a_quoted_heading_out_of_the_quotation_below() -> None:
    doc = _doc(
        ["“", "No", "end", "”", "\n\n", "“", "We", "stay", ",", "”", "he", "said"],
        "PUNCT DET NOUN PUNCT SPACE PUNCT PRON VERB PUNCT PUNCT PRON VERB",
        [2, 2, 2, 2, 2, 7, 7, 11, 7, 7, 11, 11],
        "punct det ROOT punct dep punct nsubj ccomp punct punct nsubj ROOT",
    )
    doc.spans["quotes"] = [Span(doc, 0, 4, "QUOTE"), Span(doc, 5, 10, "QUOTE")]
    labels = np.array([*[CONTENT] * 10, SOURCE, CUE])
    assert runs(tidy_labels(doc, labels))[0] == (5, 10, CONTENT)
