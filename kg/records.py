"""Frozen records that the stages of kg hand to each other.

They are also the JSON of `kg extract`: one `Extraction` an article, one line each.
All `start` and `end` are half-open character offsets (Python `str` indices) into the
article's text exactly as read, and `text == article.text[start:end]`.
"""

import hashlib
from datetime import date
from typing import Annotated, Literal

import msgspec

EntityType = Literal[
    "Person", "State", "Organization", "Location", "Group", "Weapon", "Other"
]
MentionForm = Literal["name", "demonym", "metonym", "nominal", "pronoun"]
StatementForm = Literal["direct", "indirect", "mixed"]
StatementKind = Literal[
    "speech",
    "denial",
    "belief",
    "intention",
    "feeling",
    "stance",
    "finding",
    "other",
]
Certainty = Literal["certain", "probable", "possible", "doubtful"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "REJECT",
    "ACCUSE",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OTHER",
]
Factuality = Literal["actual", "reported", "hypothetical", "denied"]
ParticipantRole = Literal["actor", "recipient", "place"]
Bound = Literal["exact", "about", "min", "max"]
OfficeStatus = Literal["former", "acting", "elect"]
SaidBasis = Literal["stated", "occasion", "article"]
WhenBasis = Literal["explicit", "relative", "inferred"]
PublishedBasis = Literal["given", "metadata", "text", "none"]

Base64 = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^(?:[A-Za-z0-9+/]{4})*"
        r"(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\Z"
    ),
]

_ARTICLE_KEY_DIGITS = 16


class Record(msgspec.Struct, frozen=True):
    """Base of all records: immutable and hashable."""


class Article(Record, frozen=True, kw_only=True):
    """One article as read, before extraction.

    `id` is the one given in the input, else made from the file's path or the address;
    `longer_id` is the one to take where another article has it. `origin` is a digest
    of where the article was read. `published` is a calendar day or unknown, and
    `published_basis` says where it came from.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = "none"
    source: str | None = None
    url: str | None = None
    origin: str | None = None
    longer_id: str | None = None

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the text in UTF-8: the same text is one article."""
        return sha256(self.text)


class ArticleInfo(Record, frozen=True, kw_only=True):
    """What an extraction keeps of its article; `text` is null where it is left out."""

    id: str
    title: str | None
    published: date | None
    published_basis: PublishedBasis
    source: str | None
    url: str | None
    sha256: str
    origin: str | None = None
    text: str | None = None


class Span(Record, frozen=True, kw_only=True):
    """A stretch of an article's text."""

    start: int
    end: int
    text: str


class Mention(Record, frozen=True, kw_only=True):
    """An entity's occurrence in the text."""

    start: int
    end: int
    text: str
    form: MentionForm


class When(Record, frozen=True, kw_only=True):
    """A stretch of calendar days, both ends included; ISO 8601 dates.

    "October" in an article of 2024 runs from 2024-10-01 to 2024-10-31. `text`,
    `start` and `end` are null where no expression in the text gives the time.
    """

    from_: date = msgspec.field(name="from")
    to: date
    text: str | None = None
    start: int | None = None
    end: int | None = None
    basis: WhenBasis


class Entity(Record, frozen=True, kw_only=True):
    """A thing in the world, with its mentions in one article.

    `id` is stable across articles and runs: it is made from the type and what
    identifies the thing (ISO 3166 code, gazetteer name or folded full name).
    """

    id: str
    type: EntityType
    name: str
    iso3: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...]


class Statement(Record, frozen=True, kw_only=True):
    """Who said what about whom, to whom and when.

    `speakers`, `about`, `mentions` and `addressees` are entity ids; `mentions` are
    those in the content that it is not about. `evidence` is the sentence
    or run of sentences that holds source, cue and content. `certainty` is null where
    the cue tells none. `vector` is the content's meaning as `kg.vectors` writes it,
    null where there is no speaker or too few words to compare. `said_basis` tells
    what `said` rests on: the statement's own clause, its occasion, or only the
    article's day, on or before which it was said then. `kind`, `vector` and
    `said_basis` are null in files of a kg that did not write them.
    """

    id: str
    form: StatementForm
    kind: StatementKind | None = None
    certainty: Certainty | None = None
    speakers: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    about: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    addressees: tuple[str, ...]
    said: When | None
    said_basis: SaidBasis | None = None
    negated: bool
    vector: Base64 | None = None
    evidence: Span

    @property
    def text(self) -> str:
        """The content's words: its spans, joined by " … "."""
        return " … ".join(span.text for span in self.content)

    @property
    def is_stated(self) -> bool:
        """Whether it is a statement, no attribution beyond one (kind "other")."""
        return self.kind != "other"


class Participant(Record, frozen=True, kw_only=True):
    """One who takes part in an event, as the text has it; `entity` may be unknown."""

    role: ParticipantRole
    start: int
    end: int
    text: str
    entity: str | None


class Report(Record, frozen=True, kw_only=True):
    """One more place where an article tells an event.

    `statement` is the one that tells it there, null where the article itself does.
    """

    trigger: Span
    evidence: Span
    statement: str | None


class Event(Record, frozen=True, kw_only=True):
    """An event in the terms of PLOVER: who did what to whom, where and when.

    `type` is OTHER for a deed that PLOVER has no type for, and `verb` then says which:
    "win", "acquire". `actors`, `recipients` and `place` are entity ids; `participants`
    holds the phrases of all who take part, the unnamed ones, too. `trigger` and
    `evidence` are where the event is told first, `others` where it is told again.
    """

    id: str
    type: EventType
    mode: str | None
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: When | None
    factuality: Factuality
    statement: str | None
    evidence: Span
    verb: str | None = None
    participants: tuple[Participant, ...] = ()
    others: tuple[Report, ...] = ()


class Relation(Record, frozen=True, kw_only=True):
    """A lasting relation between two entities, such as an office held.

    Of an office, `status` says who holds it no longer, for the time being or not yet;
    `since` and `until` are the first and the last day that the text allows for.
    """

    subject: str
    type: str
    object_: str = msgspec.field(name="object")
    title: str | None = None
    status: OfficeStatus | None = None
    since: date | None = None
    until: date | None = None
    evidence: Span


class Figure(Record, frozen=True, kw_only=True):
    """A number that an article gives: how many of what, of whom, said by whom.

    `phrase` is the number with its bound and unit ("some 8,000 soldiers"), inside
    the sentence that is the evidence. `counted` is the thing with what tells it apart,
    in the singular, `deed` what happened to people ("killed") or the verb of what they
    did ("march"). `place`, an entity id, and `when` are those of what happened.
    `part` marks what counts only some ("including four", "five more"), `former` what is
    said to hold no longer ("an earlier toll of 27").
    """

    value: float | int | None
    bound: Bound
    unit: str
    of: str | None
    counted: str | None = None
    deed: str | None = None
    place: str | None = None
    when: When | None = None
    part: bool = False
    former: bool = False
    statement: str | None
    phrase: Span | None = None
    evidence: Span


class Extraction(Record, frozen=True, kw_only=True):
    """Everything that kg found in one article.

    `other_events` are those of type OTHER, which PLOVER has no type for.
    """

    article: ArticleInfo
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    other_events: tuple[Event, ...] = ()


def sha256(text: str) -> str:
    """Return the hexadecimal digest of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_key(sha256: str) -> str:
    """Return the key of the article whose text has this digest: its first 16 digits.

    The same text is one article, whatever it is called.
    """
    return sha256[:_ARTICLE_KEY_DIGITS]


def digest(*parts: str | int) -> str:
    """Return a 16-digit hexadecimal key of what identifies a thing.

    The parts are joined by a character that no part may hold, so that ("ab", "c")
    and ("a", "bc") differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(
        joined.encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def without_text(extraction: Extraction) -> Extraction:
    """Return an extraction that does not hold its article's text."""
    article = msgspec.structs.replace(extraction.article, text=None)
    return msgspec.structs.replace(extraction, article=article)


def to_json(extraction: Extraction) -> bytes:
    """Encode one extraction as a line of JSON, without the line's end."""
    return _ENCODER.encode(extraction)


def from_json(line: bytes) -> Extraction:
    """Decode one line that `to_json` wrote; raises `msgspec.ValidationError`."""
    return _DECODER.decode(line)


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Extraction)
