"""Measure attribution: words of contents, sources, cues, and whole attributions."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.statements.documents import Documents
from kg.extract.statements.statements import form_of, quotations, statements
from kg.records import Span, StatementForm
from kg.train.polnear import Report
from kg.train.scores import Agreement

_PARTS = ("content", "source", "cue")
_ENOUGH = 0.5


@dataclass(slots=True)
class Parts:
    """One attribution as sets of word numbers, and how its content is rendered."""

    content: set[int] = field(default_factory=set)
    source: set[int] = field(default_factory=set)
    cue: set[int] = field(default_factory=set)
    form: StatementForm = "indirect"


def score_statements(nlp: Language, reports: list[Report]) -> dict[str, float]:
    """Score words of each part, and statements paired by their contents.

    "half": content overlap of .5 or more; "sourced": and the right source; "exact":
    the same content and the right source. "direct", "mixed", "indirect": "sourced" by
    the form of what is right, where there is such, else of what was found.
    """
    scores: dict[str, Agreement] = defaultdict(Agreement)
    docs = nlp.pipe(report.text for report in reports)
    for report, doc in zip(reports, docs, strict=True):
        right, found = _gold(report, doc), _found(doc)
        for part in _PARTS:
            scores[part].add(_all(right, part), _all(found, part))
        pairs = _matches(right, found)
        for name, both in _verdicts(pairs).items():
            scores[name].count(len(right), len(found), both)
        partners = {id(ours): theirs for theirs, ours in pairs}
        for form in get_args(StatementForm):
            scores[form].count(
                sum(one.form == form for one in right),
                sum(partners.get(id(one), one).form == form for one in found),
                _verdicts([pair for pair in pairs if pair[0].form == form])["sourced"],
            )
    return {name: score.f1 for name, score in scores.items()}


def _all(attributions: list[Parts], part: str) -> set[int]:
    return set().union(*(getattr(one, part) for one in attributions))


def _gold(report: Report, doc: Doc) -> list[Parts]:
    words = [token for token in doc if not token.is_space]
    quotes = quotations(doc)
    found = [
        Parts(
            content=_inside(words, one.content),
            source=_inside(words, one.source),
            cue=_inside(words, one.cue),
        )
        for one in report.attributions
    ]
    for one in found:
        cue = words[min(one.cue)].i if one.cue else None
        one.form = form_of([words[n] for n in one.content], cue, quotes)
    return [one for one in found if one.content]


def _found(doc: Doc) -> list[Parts]:
    words = [token for token in doc if not token.is_space]
    return [
        Parts(
            content=_inside(words, [[span.start, span.end] for span in one.content]),
            source=_inside(words, _offsets(one.source)),
            cue=_inside(words, _offsets(one.cue)),
            form=one.form,
        )
        for one in statements(doc, (), None, Documents(doc))
    ]


def _offsets(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []


def _inside(words: list[Token], spans: list[list[int]]) -> set[int]:
    return {
        number
        for number, word in enumerate(words)
        if any(word.idx < end and word.idx + len(word) > start for start, end in spans)
    }


def _matches(right: list[Parts], found: list[Parts]) -> list[tuple[Parts, Parts]]:
    """Pair attributions one to one, the best overlap of contents first."""
    pairs = sorted(
        (
            (overlap(r.content, f.content), overlap(r.source, f.source), i, j)
            for i, r in enumerate(right)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    matched: list[tuple[Parts, Parts]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for shared, _, i, j in pairs:
        if shared >= _ENOUGH and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matched.append((right[i], found[j]))
    return matched


def _verdicts(pairs: list[tuple[Parts, Parts]]) -> dict[str, int]:
    counts = {"half": len(pairs), "sourced": 0, "exact": 0}
    for right, found in pairs:
        neither = not right.source and not found.source
        sourced = neither or overlap(right.source, found.source) >= _ENOUGH
        counts["sourced"] += sourced
        counts["exact"] += sourced and right.content == found.content
    return counts


def overlap(left: set[int], right: set[int]) -> float:
    """Return the shared part of two sets' union; 0 of nothing."""
    return len(left & right) / max(len(left | right), 1)
