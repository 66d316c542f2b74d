"""One judgement of a person on two entities, and its line in a file.

Entities are named by their keys, which are made of what identifies a thing, so that a
judgement holds whatever is read later: ``Person:ada quill``. Two more kinds of names
stand in a judgement: ``Person:ada quill@0123456789abcdef``, the entity as one article
alone has it, and ``Person:ada quill=Quilly``, another name of it.
"""

import re
from typing import Annotated, Any, Literal, get_args

import msgspec

from kg.errors import JudgementError
from kg.records import EntityType, Record, digest

Verdict = Literal["positive", "negative", "unsure"]

ENTITY_TYPES: tuple[str, ...] = get_args(EntityType)
_MENTION = re.compile(r"(?s)(.+)@([0-9a-f]{16})")
Name = Annotated[str, msgspec.Meta(min_length=1)]


class Judgement(Record, frozen=True, kw_only=True):
    """That `source` is the entity `target` ("positive"), or is not ("negative").

    "unsure" says that somebody looked and could not tell; nothing follows from it.
    `user` is who judged, `time` when (ISO 8601, UTC), `why` the reason given.
    """

    target: Name
    source: Name
    verdict: Verdict
    score: float | None = None
    user: str | None = None
    time: str | None = None
    why: str | None = None

    @property
    def key(self) -> str:
        """Digest of the two names: there is one judgement on a pair."""
        return digest("judgement", *sorted((self.target, self.source)))

    @property
    def alias(self) -> str | None:
        """The other name that it gives an entity, None where it is on two entities."""
        prefix = f"{self.target}="
        is_alias = self.source.startswith(prefix)
        return self.source.removeprefix(prefix) if is_alias else None

    def __str__(self) -> str:
        """Say it in one line: "1f0c…: Person:ada quill is Person:a quill (eve)"."""
        verb = {"positive": "is", "negative": "is not", "unsure": "may be"}
        by = ", ".join(filter(None, (self.user, self.time)))
        said = f"{self.source} {verb[self.verdict]} {self.target}"
        return f"{self.key}: {said}" + (f" ({by})" if by else "")


def alias_name(entity: str, name: str) -> str:
    """Return what stands for another name of an entity in a judgement."""
    return f"{entity}={name}"


def mention_name(entity: str, article: str) -> str:
    """Return what stands for an entity as one article, told by its key, has it.

    >>> mention_name("Person:ada quill", "0123456789abcdef")
    'Person:ada quill@0123456789abcdef'
    """
    return f"{entity}@{article}"


def mentioned(name: str) -> tuple[str, str | None]:
    """Divide a name into the entity and the article whose mention it stands for.

    The article is None where it stands for the entity in all of them.
    """
    match = _MENTION.fullmatch(name)
    return (match[1], match[2]) if match else (name, None)


def type_of(name: str) -> str | None:
    """Return the entity type that a key opens with, None where it has none."""
    type_, colon, rest = name.partition(":")
    return type_ if colon and rest and type_ in ENTITY_TYPES else None


def to_line(judgement: Judgement) -> str:
    """Write a judgement as the line of JSON that nomenklatura's resolver reads.

    ``[target, source, judgement, score, user, timestamp]``; the reason stands behind.
    """
    row: list[Any] = [
        judgement.target,
        judgement.source,
        judgement.verdict,
        judgement.score,
        judgement.user,
        judgement.time,
    ]
    if judgement.why:
        row.append(judgement.why)
    return msgspec.json.encode(row).decode()


def from_line(line: str | bytes) -> Judgement:
    """Read a line that `to_line` or nomenklatura wrote.

    Raises `JudgementError`, one line that says what is wrong.
    """
    try:
        row = msgspec.json.decode(line, type=list[Any])
        named = dict(zip(Judgement.__struct_fields__, row, strict=False))
        return checked(msgspec.convert(named, Judgement))
    except msgspec.MsgspecError as error:
        raise JudgementError(f"is no judgement: {error}") from error


def checked(judgement: Judgement) -> Judgement:
    """Return a judgement that can be kept; raises `JudgementError` for any other."""
    if judgement.target == judgement.source:
        raise JudgementError(f"{judgement.target} is judged with itself")
    if judgement.alias is not None and judgement.verdict != "positive":
        raise JudgementError(f"{judgement.source}: a name can be given, not denied")
    if judgement.alias == "":
        raise JudgementError(f"{judgement.source}: a name without letters")
    return judgement
