"""Tell what kg's statements of an article are worth, and which ones it lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from kg.english.pronouns import is_first_person
from kg.records import Statement
from kg.train.gold_labels import ReadingLabel
from kg.train.offsets import Offsets
from kg.train.reading_match import (
    Page,
    content_of,
    has_cue,
    holds,
    is_same_content,
    nested,
    pairs,
    shares_half,
    spans,
)
from kg.train.reading_verdict import Verdict, speaking, verdict

Class = Literal["statement", "beyond", "doubtful", "none"]


@dataclass(frozen=True, slots=True)
class Row:
    """One of kg's statements with its class and, where it is real, its verdict."""

    class_: Class
    statement: Statement
    verdict: Verdict | None = None

    @property
    def faults(self) -> tuple[str, ...]:
        """What is not right in it, in words."""
        if self.verdict is None:
            return (f"no statement ({self.class_})",)
        return self.verdict.faults


@dataclass(frozen=True, slots=True)
class Tally:
    """An article's rows, and its labelled statements with those that kg lacks.

    `nested` are those of the missed that stand inside words which kg has as somebody
    else's: "police said that the suspect told them P".
    """

    page: Page
    rows: list[Row]
    labelled: int
    missed: list[ReadingLabel]
    nested: list[ReadingLabel]


def tally(wanted: Sequence[ReadingLabel], page: Page) -> Tally:
    """Judge the statements that kg shows of one article by its labels.

    What stands inside another statement of the same speakers counts once, with that:
    labels as well as rows.
    """
    found = pairs(wanted, page)
    sheet = _Sheet(tuple(wanted), page)
    parts = _parts(sheet, [b for a, b in found if a is None and b is not None])
    rows: list[Row] = []
    met: list[ReadingLabel] = []
    for label, statement in found:
        if statement is None or any(statement in each for each in parts.values()):
            continue
        if label is not None:
            met += [label, *sheet.coordinated(label, statement)]
        if not sheet.is_again(label, statement):
            rows.append(_row(label, statement, parts, sheet))
    real = [x for x in wanted if x.class_ == "statement" and not sheet.is_inner(x)]
    inside = {
        x: [*(y for y in parts.get(x, ()) if y.speakers), *sheet.inner_of(x, found)]
        for x in real
    }
    missed = [
        label
        for label in real
        if label not in met
        and not shares_half(content_of(*inside[label]), label.content)
    ]
    held = [x for x in missed if sheet.is_held(x)]
    return Tally(page, rows, len(real), missed, held)


Parts = dict[ReadingLabel, list[Statement]]


def _parts(sheet: "_Sheet", lone: Iterable[Statement]) -> Parts:
    """Return the statements without a label that are part of a labelled one."""
    parts: Parts = {}
    for statement in lone:
        label = sheet.whole_of(statement)
        if label is not None:
            parts.setdefault(label, []).append(statement)
    return parts


def _row(
    label: ReadingLabel | None, statement: Statement, parts: Parts, sheet: "_Sheet"
) -> Row:
    if label is None:
        return Row("none", statement)
    if label.class_ != "statement":
        return Row(label.class_, statement)
    is_whole = sheet.is_whole(label, statement, parts.get(label, ()))
    return Row(
        "statement", statement, verdict(label, statement, sheet.page, is_whole=is_whole)
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An article's labels, beside what kg made of it."""

    wanted: tuple[ReadingLabel, ...]
    page: Page

    def is_whole(
        self, label: ReadingLabel, statement: Statement, parts: Iterable[Statement]
    ) -> bool:
        """Whether content is right, alone or with what either side has apart."""
        ours = chain(*(x.content for x in self.coordinated(label, statement)))
        cue = statement.cue
        cues: list[Offsets] = [] if cue is None else spans([cue])
        if label.anchor is not None:
            cues.append(label.anchor)
        return any(
            is_same_content(left, right, cues, self.page)
            for left in (label.content, sorted({*label.content, *ours}))
            for right in (content_of(statement), content_of(statement, *parts))
        )

    def coordinated(
        self, label: ReadingLabel, statement: Statement
    ) -> list[ReadingLabel]:
        """Return other labels that a statement holds, with its speakers.

        They have the same cue, or go on without one.
        """
        return [
            other
            for other in self.wanted
            if other is not label
            and (other.anchor is None or has_cue(other, statement))
            and _speakers(other) == _speakers(label)
            and holds(content_of(statement), other.content, self.page.text)
        ]

    def whole_of(self, statement: Statement) -> ReadingLabel | None:
        """Return the labelled statement of the same speaker that holds this one.

        Inside somebody's words "I" and "we" are that speaker, if kg gives no other.
        """
        speakers = self.page.entities(statement.speakers)
        for label in self.wanted:
            if label.class_ != "statement" or not holds(
                label.content, content_of(statement), self.page.text
            ):
                continue
            said_so = speaking(label, speakers, self.page.text) == "right"
            if said_so if speakers else _is_first_person(statement):
                return label
        return None

    def is_inner(self, label: ReadingLabel) -> bool:
        """Whether another label of the same speakers holds this one's content."""
        return any(_is_inside(label, other) for other in self.wanted)

    def is_held(self, label: ReadingLabel) -> bool:
        """Whether a statement that kg shows has this one's words inside its own."""
        return any(
            holds(content_of(each), label.content, self.page.text)
            for each in self.page.shown
        )

    def inner_of(
        self,
        label: ReadingLabel,
        found: Iterable[tuple[ReadingLabel | None, Statement | None]],
    ) -> list[Statement]:
        """Return the statements that match labels inside this one."""
        return [
            statement
            for other, statement in found
            if other is not None and statement is not None and _is_inside(other, label)
        ]

    def is_again(self, label: ReadingLabel | None, statement: Statement) -> bool:
        """Whether a statement only says again what another one of its speakers does."""
        if not statement.speakers or (label is not None and not self.is_inner(label)):
            return False
        return any(
            statement.speakers == other.speakers
            and nested(content_of(statement), content_of(other))
            for other in self.page.shown
        )


def _is_first_person(statement: Statement) -> bool:
    return statement.source is not None and is_first_person(statement.source.text)


def _is_inside(label: ReadingLabel, outer: ReadingLabel) -> bool:
    return (
        outer.class_ == "statement"
        and _speakers(label) == _speakers(outer)
        and nested(label.content, outer.content)
    )


def _speakers(label: ReadingLabel) -> tuple[object, object]:
    return label.speakers, label.unnamed
