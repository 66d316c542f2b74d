"""A text of one's own with labels and statements, built by their words."""

from collections.abc import Iterable
from typing import Any

from kg.records import (
    ArticleInfo,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionForm,
    Span,
    Statement,
    When,
)
from kg.train.gold_labels import ReadingLabel
from kg.train.offsets import Offsets
from kg.train.reading_match import Page

TEXT = (
    "Ada Quill of Leeds met Bob Stone. She told Bob that rain was near on Monday. "
    "The Ruritanian government urged both sides to stop the war. "
    '"I fear floods and I love tea. We leave," Quill added. The clerk left.'
)


def place(words: str) -> Offsets:
    start = TEXT.index(words)
    return start, start + len(words)


def span(words: str) -> Span:
    start, end = place(words)
    return Span(start=start, end=end, text=words)


def label(content: str | Iterable[str], cue: str | None, **given: Any) -> ReadingLabel:
    """Make a label; names are given as tuples of the words where they stand."""
    parts = [content] if isinstance(content, str) else content
    answer: dict[str, Any] = {
        "half": "tune", "class_": "statement", "speakers": (), "unnamed": (),
        "about": (), "about_ok": (), "addressees": (), "said": None, "negated": False,
    } | given  # fmt: skip
    for field in ("speakers", "about", "about_ok", "addressees"):
        if answer[field] is not None:
            answer[field] = tuple(tuple(map(place, x)) for x in answer[field])
    answer["unnamed"] = tuple(map(place, answer["unnamed"]))
    return ReadingLabel(
        corpus="c", document=0, content=tuple(map(place, parts)),
        anchor=place(cue) if cue else None, **answer,
    )  # fmt: skip


def statement(
    content: str | Iterable[str], cue: str | None, source: str | None, **given: Any
) -> Statement:
    parts = [content] if isinstance(content, str) else content
    fields: dict[str, Any] = {
        "kind": "speech", "speakers": (), "about": (), "addressees": (),
        "said": None, "negated": False,
    } | given  # fmt: skip
    pieces = tuple(map(span, parts))
    return Statement(
        id=f"{pieces[0].start} {cue}", form="indirect", content=pieces,
        cue=span(cue) if cue else None, source=span(source) if source else None,
        evidence=span(TEXT), **fields,
    )  # fmt: skip


def entity(name: str, type_: EntityType, *mentions: tuple[str, MentionForm]) -> Entity:
    found = tuple(
        Mention(start=each.start, end=each.end, text=words, form=form)
        for words, form in mentions
        for each in [span(words)]
    )
    return Entity(id=name, type=type_, name=name, mentions=found)


ADA = entity("Ada Quill", "Person", ("Ada Quill", "name"), ("She", "pronoun"))
BOB = entity("Bob Stone", "Person", ("Bob Stone", "name"))
STATE = entity("Ruritania", "State", ("Ruritanian", "demonym"))
SIDES = entity("both sides", "Group", ("both sides", "nominal"))


def page(*statements: Statement, entities: Iterable[Entity] = ()) -> Page:
    info = ArticleInfo(
        id="a", title=None, published=None, published_basis="none", source=None,
        url=None, sha256="0",
    )  # fmt: skip
    monday = span("Monday")
    when = When(
        from_="2024-01-01", to="2024-01-01", text="Monday", start=monday.start,
        end=monday.end, basis="relative",
    )  # fmt: skip
    return Page(
        TEXT,
        Extraction(
            article=info,
            entities=(ADA, BOB, STATE, SIDES, *entities),
            statements=statements,
            events=(),
            relations=(),
            figures=(),
            times=(when,),
        ),  # fmt: skip
    )
