"""Floors under the packaged weights, on sentences of our own (floors.txt)."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.pipeline import load_pipeline

pytestmark = pytest.mark.model

_MARK = re.compile(r"[\[{](\w+) |[\]}]")
_LABELS = {"PERSON": "PER"}
FLOOR_NAMES = 0.93
FLOORS_ATTRIBUTION = (("source", 0.95), ("cue", 0.93), ("content", 0.93))
Found = set[tuple[int, int, str]]


@dataclass
class Line:
    """A sentence without its marks, and the marked spans in characters."""

    text: str = ""
    spans: Found = field(default_factory=set)


def read_line(marked: str) -> Line:
    line, opened, done = Line(), [], 0
    for mark in _MARK.finditer(marked):
        line.text += marked[done : mark.start()]
        done = mark.end()
        if mark[1]:
            opened.append((len(line.text), mark[1]))
        else:
            start, kind = opened.pop()
            line.spans.add((start, len(line.text), kind))
    line.text += marked[done:]
    return line


def lines() -> list[Line]:
    rows = Path(__file__).with_name("floors.txt").read_text(encoding="utf-8")
    return [read_line(row) for row in rows.splitlines() if not row.startswith("#")]


@pytest.fixture(scope="module")
def read() -> list[tuple[Line, Doc]]:
    nlp: Language = load_pipeline(threads=1)
    return [(line, nlp(line.text)) for line in lines()]


def f1(pairs: list[tuple[Found, Found]]) -> float:
    both = sum(len(right & found) for right, found in pairs)
    return 2 * both / sum(len(right) + len(found) for right, found in pairs)


def spans(found: list[Span]) -> Found:
    return {(s.start_char, s.end_char, _LABELS.get(s.label_, s.label_)) for s in found}


def of(facts: Found, *kinds: str) -> Found:
    return {fact for fact in facts if fact[2] in kinds}


def test_read_line_takes_the_marks_out() -> None:
    line = read_line("{source [PER Ada] of [ORG X]} {cue said} no.")
    assert line.text == "Ada of X said no."
    assert (0, 8, "source") in line.spans and (0, 3, "PER") in line.spans


def test_names_stay_above_their_floor(read: list[tuple[Line, Doc]]) -> None:
    kinds = ("PER", "ORG", "LOC", "NORP")
    pairs = [(of(a.spans, *kinds), of(spans(doc.ents), *kinds)) for a, doc in read]
    assert f1(pairs) >= FLOOR_NAMES


@pytest.mark.parametrize(("part", "floor"), FLOORS_ATTRIBUTION)
def test_attribution_stays_above_its_floor(
    read: list[tuple[Line, Doc]], part: str, floor: float
) -> None:
    pairs = []
    for line, doc in read:
        found = [s for s in doc.spans["attribution"] if s.label_ == part.upper()]
        words = {(s[0], s[1], part) for s in of(spans(found), part.upper())}
        pairs.append((of(line.spans, part), words))
    assert f1(pairs) >= floor


def test_each_line_is_one_sentence(read: list[tuple[Line, Doc]]) -> None:
    assert sum(len(list(doc.sents)) == 1 for _, doc in read) >= len(read) - 1
