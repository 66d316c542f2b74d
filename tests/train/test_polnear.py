import json
from pathlib import Path

import numpy as np
import pytest

from kg.annotate.encoder.vocabulary import WordPieces
from kg.annotate.encoder.weights import Weights
from kg.annotate.encoder.wordpieces import WordReader
from kg.train.polnear import (
    CONTENT,
    CUE,
    SOURCE,
    Attribution,
    Report,
    ReportReader,
    reports,
)

TEXT = 'Ada said she left. "We go: now," he told us.\n\nNobody spoke.'


@pytest.fixture(scope="module")
def read() -> ReportReader:
    vocabulary = str(Weights().folder / "vocab.txt")
    return ReportReader(WordReader(WordPieces.of_file(vocabulary)))


def spans(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def test_report_reader_labels_source_cue_and_content(read: ReportReader) -> None:
    said = Attribution(spans("Ada"), spans("said"), spans("she left"))
    text = read(Report(TEXT, [said]))
    anchor, labels = text.pairs[0]
    assert text.words[anchor] == "said"
    assert labels[:5].tolist() == [SOURCE, CUE, CONTENT, CONTENT, 0]
    assert text.layers["anchor"][:3].tolist() == [0, 1, 0]


def test_report_reader_anchors_a_content_without_cue(read: ReportReader) -> None:
    text = read(Report(TEXT, [Attribution([], [], spans("We go"))]))
    assert text.words[text.pairs[0][0]] == "We"
    assert text.layers["anchor"][text.pairs[0][0]] == 3


def test_report_reader_leaves_out_an_attribution_without_content(
    read: ReportReader,
) -> None:
    text = read(Report(TEXT, [Attribution(spans("Ada"), spans("said"), [])]))
    assert text.pairs == []
    assert not text.layers["anchor"].any()


def test_report_reader_counts_units_by_full_stops_and_paragraphs(
    read: ReportReader,
) -> None:
    text = read(Report(TEXT, []))
    opening = np.flatnonzero(np.diff(text.layers["unit"])) + 1
    assert [text.words[i] for i in opening] == ['"', "Nobody"]


def test_report_reader_marks_quotations(read: ReportReader) -> None:
    text = read(Report(TEXT, []))
    quoted = [w for w, q in zip(text.words, text.layers["quote"], strict=True) if q]
    assert "We" in quoted
    assert "told" not in quoted


def test_reports_reads_spans(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    said = {"source": [[0, 1]], "cue": [], "content": [[2, 3]]}
    row = json.dumps({"text": "A b", "attributions": [said]})
    path.write_text(row, encoding="utf-8")
    assert reports(path) == [Report("A b", [Attribution([[0, 1]], [], [[2, 3]])])]
