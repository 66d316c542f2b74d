from pathlib import Path

import numpy as np
import pytest

from kg.annotate.pipeline import load_pipeline
from kg.train.measure_chains import antecedent_chains
from kg.train.measure_names import gmb_documents, gold_names, uner_documents
from kg.train.measure_statements import overlap, score_statements
from kg.train.measure_syntax import raw_text
from kg.train.polnear import Attribution, Report
from kg.train.treebanks import trees


def test_gold_names_number_words_through_the_document() -> None:
    sentences = [(["Ada"], ["B-PER"]), (["in", "Leeds"], ["O", "B-LOC"])]
    assert gold_names(sentences) == {(0, 1, "PER"), (2, 3, "LOC")}


def test_gold_names_keeps_neighbours_apart() -> None:
    tags = ["B-PER", "B-PER", "I-ORG"]
    assert len(gold_names([(["Ada", "Bo", "Co"], tags)])) == 3


def test_gmb_documents_take_titles_and_unknown_types_off(tmp_path: Path) -> None:
    path = tmp_path / "gmb.conll"
    path.write_text("Mr.\tB-per\nBo\tI-per\nflu\tB-nat\n", encoding="utf-8")
    assert list(gmb_documents(path)) == [[(["Mr.", "Bo", "flu"], ["O", "B-PER", "O"])]]


def test_uner_documents_reads_the_third_column(tmp_path: Path) -> None:
    path = tmp_path / "uner.iob2"
    path.write_text("# newdoc id = a\n1\ttampa\tB-LOC\t-\t-\n\n", encoding="utf-8")
    assert list(uner_documents(path)) == [[(["tampa"], ["B-LOC"])]]


def test_raw_text_puts_paragraphs_apart(gum_path: Path) -> None:
    text, spans = raw_text(trees(gum_path)[0])
    assert "of Leeds. \n\nShe met Romans." in text
    assert text[slice(*spans[10])] == "She"


def test_antecedent_chains_follow_links_back() -> None:
    scores = np.array([[0, -9, -9], [0, 5, -9], [0, 5, -9], [0, -1, -9]], np.float32)
    index = np.array([[0, 0], [0, 0], [1, 0], [0, 1]])
    assert antecedent_chains(scores, index).tolist() == [0, 0, 0, -1]


def test_antecedent_chains_add_up_the_words_of_a_chain() -> None:
    no = -1e9
    scores = np.array(
        [[0, no, no, no], [0, 5, no, no], [0, no, no, no], [0, 1, 1, 1.5]]
    )
    index = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 1, 2]])
    assert antecedent_chains(scores, index).tolist() == [0, 0, -1, 0]


def test_overlap_is_jaccard() -> None:
    assert overlap({1, 2}, {2, 3}) == 1 / 3
    assert overlap(set(), set()) == 0


@pytest.mark.model
def test_statements_are_scored_by_their_form_too() -> None:
    text = 'Ada Lovelace said, "It rains in Leeds today." Bo Smith said that it snows.'

    def attribution(source: str, content: str) -> Attribution:
        first, last = (
            [text.index(x), text.index(x) + len(x)] for x in (source, content)
        )
        cue = text.index("said", first[0])
        return Attribution([first], [[cue, cue + 4]], [last])

    right = [
        attribution("Ada Lovelace", '"It rains in Leeds today."'),
        attribution("Ada Lovelace", "that it snows"),
    ]
    scores = score_statements(load_pipeline(), [Report(text, right)])
    assert scores["half"] == scores["direct"] == 100
    assert scores["sourced"] == 50
    assert scores["indirect"] == 0
