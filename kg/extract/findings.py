"""What the extractors find in one article, before mentions become entities.

These records hold spans where `kg.records` holds entity ids: `kg.resolve` reads them
and makes the `Extraction`. Offsets are half-open character offsets into the text.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from kg.english.pronouns import Gender, Number
from kg.intervals import Intervals
from kg.records import (
    Article,
    Bound,
    Certainty,
    EventType,
    Factuality,
    MentionForm,
    OfficeStatus,
    Record,
    Span,
    StatementForm,
    StatementKind,
    When,
)

Setting = Literal[
    "post", "interview", "letter", "briefing", "address", "talks", "visit", "document"
]


class Argument(Record, frozen=True, kw_only=True):
    """A phrase that takes part in something; `head` is its head word's start."""

    start: int
    end: int
    text: str
    head: int


class Candidate(Record, frozen=True, kw_only=True):
    """A mention before resolution, with what agreement and salience need.

    `label` is the entity type of a name (``PERSON``, ``ORG``, ``LOC``, ``NORP``,
    ``WEAPON``) or of what a common noun stands for (``PERSON``, ``GROUP``, ``ORG``,
    ``STATE``, ``THING``); None for a pronoun. `form` is ``metonym`` for a capital that
    acts as its state's government, ``name`` where it is a place. `title` is the office
    or form of address before a name ("Foreign Minister", "Ms."), which is no part of
    the mention; `kinds` are nouns that say what a name stands for ("tanker"), or
    "accused", of a pronoun, too. `appositive` is the phrase beside it that says what it
    is. `quotation` numbers the quotation that holds it, for "I" and "we". `speaks`
    marks the source of a statement, `hears` an addressee; `said_by` are the heads of
    those in whose words it stands. `outside` is its sentence's number where sentences
    in quotation marks are not counted. `merely_stands` marks a place or state that its
    clause is not about: "died in Nairobi", "a Kenyan doctor". `involved` marks who does
    or suffers violence, is arrested, accused or sentenced. `told` has for a pronoun
    the heads of what it may mean, and `NOBODY`, with the weights that the words around
    give them.
    """

    start: int
    end: int
    text: str
    head: int
    lemma: str
    form: MentionForm
    label: str | None
    sentence: int
    paragraph: int
    number: Number | None = None
    gender: Gender | None = None
    person: int = 3
    is_subject: bool = False
    title: str | None = None
    kinds: tuple[str, ...] = ()
    appositive: Argument | None = None
    modifiers: tuple[str, ...] = ()
    quotation: int | None = None
    speaks: bool = False
    hears: bool = False
    said_by: tuple[int, ...] = ()
    outside: int | None = None
    merely_stands: bool = False
    involved: bool = False
    told: tuple[tuple[int, float], ...] = ()


class FoundStatement(Record, frozen=True, kw_only=True):
    """A statement whose source, subjects and addressees are still spans.

    `sources` are the source phrase's coordinated heads ("Lavrov and Choe" has two).
    `occasion` is the day of what it was said at or after, where its clause names that.
    `is_apart` tells "has said" and "previously said" from what the story tells,
    `is_of_oneself` what somebody owns to, "claimed to have won", from all else, and
    `is_paragraph` a paragraph that the author or issuer of the text speaks in.
    `antecedents` are what relative pronouns stand for: of "Oslo, which she said fell".
    """

    form: StatementForm
    kind: StatementKind
    certainty: Certainty | None
    source: Span | None
    sources: tuple[Argument, ...]
    cue: Span | None
    content: tuple[Span, ...]
    addressees: tuple[Argument, ...]
    said: When | None
    negated: bool
    evidence: Span
    occasion: When | None = None
    setting: Setting | None = None
    is_apart: bool = False
    is_of_oneself: bool = False
    is_paragraph: bool = False
    antecedents: tuple[Argument, ...] = ()


def reported_places(found: Iterable[FoundStatement]) -> Intervals:
    """Return where others speak in a text, in characters.

    A paragraph of its author or issuer was written for the text: what it tells is the
    text's own.
    """
    return Intervals(
        (span.start, span.end)
        for each in found
        if not each.is_paragraph
        for span in each.content
    )


class FoundMeeting(Record, frozen=True, kw_only=True):
    """A meeting that the text dates, with the phrases in the clause that tells it."""

    when: When
    parties: tuple[Argument, ...]
    evidence: Span


class FoundEvent(Record, frozen=True, kw_only=True):
    """An event whose participants are still spans.

    `verb` names a deed of type OTHER. `is_particular` says that it tells something
    whoever takes part: "freed 37 prisoners", "police beat a cameraman".
    """

    type: EventType
    mode: str | None
    trigger: Span
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    place: Argument | None
    when: When | None
    factuality: Factuality
    evidence: Span
    verb: str | None = None
    is_particular: bool = False


class FoundRelation(Record, frozen=True, kw_only=True):
    """A relation whose two ends are still spans."""

    subject: Argument
    type: str
    object_: Argument
    title: str | None = None
    status: OfficeStatus | None = None
    since: date | None = None
    until: date | None = None
    evidence: Span


class Claim(Record, frozen=True, kw_only=True):
    """What a figure says beside its number: two that differ here do not compare.

    `counted` is the thing with its modifiers in the singular ("premature death"), of
    people whom nothing tells apart "people". `deed` is what happened to people (the
    unit, "killed") or the verb of what they did ("march"), None of things. `predicates`
    are where the words begin that it hangs on, by which its event is found. `is_part`
    tells "two of them", "five more" and "including four"; `is_former` "an earlier toll
    of 27" and "from 5" of "from 5 to 6".
    """

    counted: str | None = None
    deed: str | None = None
    place: Argument | None = None
    when: When | None = None
    predicates: tuple[int, ...] = ()
    is_part: bool = False
    is_former: bool = False


class FoundFigure(Record, frozen=True, kw_only=True):
    """A number with its unit; `of` is the phrase whose things are counted.

    `phrase` is the number with its bound and unit ("some 8,000 soldiers"), inside
    the sentence that is the evidence.
    """

    value: float | int | None
    bound: Bound
    unit: str
    of: Argument | None
    phrase: Span | None = None
    evidence: Span
    claim: Claim = Claim()


class Findings(Record, frozen=True, kw_only=True):
    """Everything that the extractors found in one article, in text order.

    `authors` are the phrases for whoever signs or issues it as a whole.
    """

    article: Article
    candidates: tuple[Candidate, ...]
    statements: tuple[FoundStatement, ...]
    events: tuple[FoundEvent, ...]
    other_events: tuple[FoundEvent, ...] = ()
    relations: tuple[FoundRelation, ...]
    figures: tuple[FoundFigure, ...]
    times: tuple[When, ...]
    authors: tuple[Argument, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
