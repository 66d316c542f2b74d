"""Judge a statement of kg's, field by field, by a label of the reading set."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.records import Entity, Mention, Statement
from kg.train.gold_labels import NAMING, Names, ReadingLabel
from kg.train.offsets import Offsets, overlaps
from kg.train.reading_match import Page

# Names with such a word are of a state's government, which may stand for the state.
_GOVERNING = frozenset({"government", "ministry", "department", "administration"})
_ENOUGH = 0.5
Speaking = Literal["right", "wrong", "empty", "partial"]


@dataclass(frozen=True, slots=True)
class About:
    """Names of whom a statement is about: kg's, right and wrong, and the label's."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    met: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right in one statement; `date` is true where no date is labelled."""

    content: bool
    speaking: Speaking
    about: About
    addressees: bool
    date: bool
    negation: bool

    @property
    def is_accepted(self) -> bool:
        """Content and speaker are right."""
        return self.content and self.speaking == "right"

    @property
    def faults(self) -> tuple[str, ...]:
        """The fields that are not right, in the table's words."""
        about = self.about
        checks = {
            "content wrong": not self.content,
            f"speaker {self.speaking}": self.speaking != "right",
            "about wrong": bool(about.wrong),
            "about lacking": bool(about.lacking),
            "addressees": not self.addressees,
            "date": not self.date,
            "negation": not self.negation,
        }
        return tuple(name for name, is_fault in checks.items() if is_fault)


def verdict(
    label: ReadingLabel, statement: Statement, page: Page, *, is_whole: bool
) -> Verdict:
    """Judge each field of a statement that matches a label.

    `is_whole` says that the content is right.
    """
    about = page.entities(statement.about)
    return Verdict(
        content=is_whole,
        speaking=speaking(label, page.entities(statement.speakers), page.text),
        about=about_of(label.about, label.about_ok, about, page.text),
        addressees=_is_right_hearer(label, page.entities(statement.addressees), page),
        date=_is_right_day(label, statement),
        negation=label.negated == statement.negated,
    )


def speaking(label: ReadingLabel, speakers: Sequence[Entity], text: str) -> Speaking:
    """Judge who speaks.

    "wrong" where kg names somebody that the label does not; "empty" where it names
    nobody of the label's and "partial" where not all. Where the label has no name, kg
    may give none, a described speaker, or the body or state in the source's words.
    """
    for each in speakers:
        known = any(is_named(each, names, text) for names in label.speakers)
        if not known and not _is_described(each) and not _is_body_of(each, label):
            return "wrong"
    met = sum(
        any(is_named(each, names, text) for each in speakers)
        for names in label.speakers
    )
    if met == len(label.speakers):
        return "right"
    return "partial" if met else "empty"


def about_of(
    wanted: Sequence[Names],
    allowed: Sequence[Names],
    found: Sequence[Entity],
    text: str,
) -> About:
    """Compare entities with those that a label wants, and those that it allows.

    Entities without a name count neither way.
    """

    def is_any(each: Entity, several: Sequence[Names]) -> bool:
        return any(is_named(each, names, text) for names in several)

    right = [each for each in found if is_any(each, wanted)]
    wrong = [
        each
        for each in found
        if not is_any(each, (*wanted, *allowed)) and not _is_described(each)
    ]
    met = {names for names in wanted if any(is_any(each, [names]) for each in found)}
    return About(
        right=tuple(each.name for each in right),
        wrong=tuple(each.name for each in wrong),
        met=tuple(text[slice(*names[0])] for names in wanted if names in met),
        lacking=tuple(text[slice(*names[0])] for names in wanted if names not in met),
    )


def is_named(entity: Entity, names: Names, text: str) -> bool:
    """Tell whether a mention that names an entity stands on one of the names.

    A person's may be a part of the name, or its last word elsewhere; a state's may
    stand in that of its government.
    """
    if entity.type == "Person" and any(
        text[slice(*name)].endswith(f" {entity.name}") for name in names
    ):
        return True
    return any(
        _is_same_name(entity, mention, name, text)
        for name in names
        for mention in entity.mentions
        if mention.form != "pronoun" and overlaps((mention.start, mention.end), name)
    )


def _is_same_name(entity: Entity, mention: Mention, name: Offsets, text: str) -> bool:
    """Whether a mention is most of a name, or names its person or state inside it."""
    parts = (mention.start, mention.end), name
    start, end = max(a for a, _ in parts), min(b for _, b in parts)
    whole = max(b for _, b in parts) - min(a for a, _ in parts)
    if end - start >= _ENOUGH * whole:
        return True
    if mention.form not in NAMING or (start, end) not in parts:
        return False
    governs = not _GOVERNING.isdisjoint(text[slice(*name)].lower().split())
    return entity.type == "Person" or (entity.type == "State" and governs)


def _is_right_hearer(
    label: ReadingLabel, hearers: Sequence[Entity], page: Page
) -> bool:
    if label.addressees is None:
        return True
    heard = about_of(label.addressees, (), hearers, page.text)
    return not heard.wrong and not heard.lacking


def _is_described(entity: Entity) -> bool:
    return entity.type == "Group" or all(
        mention.form not in NAMING for mention in entity.mentions
    )


def _is_body_of(entity: Entity, label: ReadingLabel) -> bool:
    """Whether an unnamed source's words name the body or state that kg gives."""
    return entity.type in ("State", "Organization") and any(
        overlaps((mention.start, mention.end), source)
        for mention in entity.mentions
        for source in label.unnamed
    )


def _is_right_day(label: ReadingLabel, statement: Statement) -> bool:
    if label.said is None:
        return True
    said = statement.said
    first, last = label.said
    return said is not None and first <= said.from_ and said.to <= last
