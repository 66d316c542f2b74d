"""Measure attribution: words of contents, sources, cues, and whole attributions."""

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.statements import statements
from kg.records import Span
from kg.train.scores import Agreement
from kg.train.statements import Report

_PARTS = ("content", "source", "cue")
_ENOUGH = 0.5
Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Parts:
    """One attribution as sets of word numbers."""

    content: set[int] = field(default_factory=set)
    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)


def score_statements(nlp: Language, reports: list[Report]) -> dict[str, float]:
    """Score words of each part, and statements paired by their contents.

    "half": content overlap of .5 or more; "sourced": and the right source; "exact":
    the same content and the right source.
    """
    scores: dict[str, Agreement] = defaultdict(Agreement)
    docs = nlp.pipe(report.text for report in reports)
    for report, doc in zip(reports, docs, strict=True):
        right, found = _gold(report, doc), _found(doc)
        for part in _PARTS:
            scores[part].add(_all(right, part), _all(found, part))
        for name, both in _matches(right, found).items():
            scores[name].right += len(right)
            scores[name].found += len(found)
            scores[name].both += both
    return {name: score.f1 for name, score in scores.items()}


def _all(attributions: list[Parts], part: str) -> set[int]:
    return set().union(*(getattr(one, part) for one in attributions))


def _gold(report: Report, doc: Doc) -> list[Parts]:
    words = _word_spans(doc)
    found = [
        Parts(*(_inside(words, getattr(one, part)) for part in _PARTS))
        for one in report.attributions
    ]
    return [one for one in found if one.content]


def _found(doc: Doc) -> list[Parts]:
    words = _word_spans(doc)
    return [
        Parts(
            content=_inside(words, [[span.start, span.end] for span in one.content]),
            source=_inside(words, _offsets(one.source)),
            cue=_inside(words, _offsets(one.cue)),
        )
        for one in statements(doc, (), None)
    ]


def _offsets(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []


def _word_spans(doc: Doc) -> Spans:
    return [(t.idx, t.idx + len(t)) for t in doc if not t.is_space]


def _inside(words: Spans, spans: list[list[int]]) -> set[int]:
    return {
        number
        for number, (start, end) in enumerate(words)
        if any(start < b and end > a for a, b in spans)
    }


def _matches(right: list[Parts], found: list[Parts]) -> dict[str, int]:
    """Pair attributions one to one, the best overlap of contents first."""
    pairs = sorted(
        (
            (overlap(r.content, f.content), overlap(r.source, f.source), i, j)
            for i, r in enumerate(right)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    counts = {"half": 0, "sourced": 0, "exact": 0}
    used: tuple[set[int], set[int]] = (set(), set())
    for shared, source, i, j in pairs:
        if shared < _ENOUGH or i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        neither = not right[i].source and not found[j].source
        sourced = neither or source >= _ENOUGH
        counts["half"] += 1
        counts["sourced"] += sourced
        counts["exact"] += sourced and shared == 1
    return counts


def overlap(left: set[int], right: set[int]) -> float:
    """Return the shared part of two sets' union; 0 of nothing."""
    return len(left & right) / max(len(left | right), 1)
