"""Match the statements of an extraction with the labels of the reading set."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy.optimize import linear_sum_assignment

from kg.english.lexicon import words
from kg.records import Entity, Extraction, Span, Statement
from kg.train.gold_labels import Label, ReadingLabel
from kg.train.offsets import Offsets, overlaps, places, share

# Contents that share so much of their characters are of one statement, and the same.
_ENOUGH, _SAME = 0.5, 0.8
_THAT = "that "
Content = Iterable[Offsets]


@dataclass(frozen=True, slots=True)
class Page:
    """One article's text, with what kg made of it."""

    text: str
    extraction: Extraction

    @property
    def shown(self) -> list[Statement]:
        """The statements that kg shows by default: all but those of kind "other"."""
        return [each for each in self.extraction.statements if each.is_stated]

    def entities(self, ids: Iterable[str]) -> list[Entity]:
        """Return the article's entities that have these ids."""
        by_id = {entity.id: entity for entity in self.extraction.entities}
        return [by_id[id_] for id_ in ids]

    @property
    def times(self) -> list[Offsets]:
        """Where the text has expressions of time."""
        return [
            (each.start, each.end)
            for each in self.extraction.times
            if each.start is not None and each.end is not None
        ]


Pair = tuple[ReadingLabel | None, Statement | None]


def pairs(labels: Sequence[ReadingLabel], page: Page) -> list[Pair]:
    """Return kg's statements and the labels, each once, paired where they match.

    They match where cue or source is the same and the contents share half of their
    characters; under one cue, half of the shorter one's; nearly equal contents match
    whatever the cue.
    """
    shown = page.shown
    scores = np.array([[_score(a, b, page.text) for b in shown] for a in labels])
    taken: dict[int, int] = {}
    if scores.size:
        for row, column in zip(*linear_sum_assignment(-scores), strict=True):
            if scores[row, column] > 0:
                taken[int(row)] = int(column)
    rest = set(range(len(shown))) - set(taken.values())
    return [
        (label, shown[taken[number]] if number in taken else None)
        for number, label in enumerate(labels)
    ] + [(None, shown[number]) for number in sorted(rest)]


def _score(label: ReadingLabel, statement: Statement, text: str) -> float:
    """Return how well a statement fits a label, from 0 (not at all) to 3."""
    ours, theirs = letters(text, label.content), letters(text, content_of(statement))
    shared = share(ours, theirs)
    anchored, one_cue = _is_anchored(label, statement), has_cue(label, statement)
    within = len(ours & theirs) / max(min(len(ours), len(theirs)), 1)
    fits = shared >= (_ENOUGH if anchored else _SAME)
    fits |= one_cue and within >= _ENOUGH
    return (shared + anchored + one_cue) if fits else 0.0


def has_cue(label: Label, statement: Statement) -> bool:
    """Tell whether a label and a statement have the same cue."""
    cue = statement.cue
    if label.anchor is None or cue is None:
        return False
    return overlaps(label.anchor, (cue.start, cue.end))


def _is_anchored(label: ReadingLabel, statement: Statement) -> bool:
    """Whether cue or source is the label's; one that either lacks says nothing."""
    theirs = spans(each for each in (statement.source, statement.cue) if each)
    if label.anchor is None or not theirs:
        return True
    ours = [label.anchor, *label.unnamed, *chain(*label.speakers)]
    return any(overlaps(a, b) for a in ours for b in theirs)


def is_same_content(
    ours: Sequence[Offsets], theirs: Sequence[Offsets], cues: Content, page: Page
) -> bool:
    """Tell whether one content has all of the other and nothing foreign.

    Marks, words of the cue, a leading "that", the addressee of a demand and a trailing
    phrase of time do not matter.
    """
    spared = places(cues) | set(_spared(ours, theirs, cues, page))
    left, right = (letters(page.text, each) - spared for each in (ours, theirs))
    return share(left, right) >= _SAME


def _spared(
    ours: Sequence[Offsets], theirs: Sequence[Offsets], cues: Content, page: Page
) -> Iterator[int]:
    """Yield the characters of either content that do not matter."""
    for start, _ in (ours[0], theirs[0]):
        if page.text.startswith(_THAT, start):
            yield from range(start, start + len(_THAT))
    start, later = sorted((ours[0][0], theirs[0][0]))
    after_cue = any(not page.text[end:start].strip() for _, end in cues if end <= start)
    if after_cue and page.text.startswith("to ", later):
        yield from range(start, later)
    end, last = sorted((ours[-1][1], theirs[-1][1]))
    if _is_time(end, last, page):
        yield from range(end, last)


def _is_time(start: int, end: int, page: Page) -> bool:
    """Whether a stretch is an expression of time, with its preposition or without."""
    times = [time for time in page.times if overlaps(time, (start, end))]
    when = places(times)
    rest = "".join(page.text[at] for at in range(start, end) if at not in when)
    return bool(when) and set(rest.strip(" ,.").lower().split()) <= words(
        "function_words.prepositions"
    )


def nested(inner: Content, outer: Content) -> bool:
    """Tell whether a content lies inside another, and is less than that."""
    return places(inner) < places(outer)


def holds(outer: Content, inner: Content, text: str) -> bool:
    """Tell whether a content has another's words, marks at its ends aside."""
    return letters(text, inner) <= letters(text, outer)


def shares_half(ours: Content, theirs: Content) -> bool:
    """Tell whether two contents share half of their characters."""
    return share(places(ours), places(theirs)) >= _ENOUGH


def content_of(*statements: Statement) -> list[Offsets]:
    """Return the offsets of what was said, of one statement or of several."""
    return sorted(set(chain(*(spans(each.content) for each in statements))))


def spans(parts: Iterable[Span]) -> list[Offsets]:
    """Return the offsets of spans."""
    return [(each.start, each.end) for each in parts]


def letters(text: str, parts: Iterable[Offsets]) -> frozenset[int]:
    """Return the places of letters and digits in some stretches of a text."""
    return frozenset(place for place in places(parts) if text[place].isalnum())
