"""Small extractions made by hand, and rows of them, for the store's tests."""

from collections.abc import Sequence
from datetime import date

import msgspec

from kg.graph import GraphRows, to_rows
from kg.records import (
    Article,
    ArticleInfo,
    Entity,
    EntityType,
    Event,
    Extraction,
    Figure,
    Mention,
    MentionForm,
    Relation,
    Span,
    Statement,
    When,
    digest,
)

EXTRACTOR = "kg 0.1.0, model 000000000000"


def make_article(
    id_: str, text: str, *, published: str | None = "2024-11-02", source: str = "Wire"
) -> ArticleInfo:
    """Return what an extraction keeps of an article with this text."""
    article = Article(
        id=id_,
        text=text,
        title=f"Title of {id_}",
        published=date.fromisoformat(published) if published else None,
        published_basis="given" if published else "none",
        source=source,
    )
    return ArticleInfo(
        id=article.id,
        title=article.title,
        published=article.published,
        published_basis=article.published_basis,
        source=article.source,
        url=article.url,
        sha256=article.sha256,
        text=article.text,
    )


def make_entity(
    type_: EntityType,
    name: str,
    *texts: str,
    form: MentionForm = "name",
    iso3: str | None = None,
) -> Entity:
    """Return an entity named `name` whose id only its type and first word make."""
    texts = texts or (name,)
    mentions = tuple(
        Mention(start=10 * index, end=10 * index + len(text), text=text, form=form)
        for index, text in enumerate(texts)
    )
    return Entity(
        id=entity_id(type_, name),
        type=type_,
        name=name,
        iso3=iso3,
        mentions=mentions,
    )


def entity_id(type_: str, name: str) -> str:
    """Return the id of a hand-made entity."""
    return digest(type_, name.split()[0])


def make_span(text: str, start: int = 0) -> Span:
    """Return a span of this text."""
    return Span(start=start, end=start + len(text), text=text)


def make_statement(
    article: ArticleInfo,
    speaker: Entity,
    content: str,
    *,
    about: Sequence[Entity] = (),
    said: str | None = "2024-11-01",
) -> Statement:
    """Return a statement that one speaker makes in an article."""
    day = date.fromisoformat(said) if said else None
    return Statement(
        id=digest(article.sha256[:16], "statement", content),
        form="indirect",
        kind="speech",
        speakers=(speaker.id,),
        source=make_span(speaker.name),
        cue=make_span("said", 20),
        content=(make_span(content, 30),),
        about=tuple(entity.id for entity in about),
        addressees=(),
        said=When(from_=day, to=day, text="Friday", basis="relative") if day else None,
        said_basis="stated" if day else None,
        negated=False,
        evidence=make_span(f"{speaker.name} said {content}."),
    )


def make_event(
    article: ArticleInfo,
    actor: Entity,
    recipient: Entity,
    *,
    place: Entity | None = None,
    statement: Statement | None = None,
) -> Event:
    """Return an event between two entities."""
    return Event(
        id=digest(article.sha256[:16], "event", actor.id, recipient.id),
        type="CONSULT",
        mode="meet",
        trigger=make_span("met", 40),
        actors=(actor.id,),
        recipients=(recipient.id,),
        place=place.id if place else None,
        when=None,
        factuality="reported",
        statement=statement.id if statement else None,
        evidence=make_span("They met."),
    )


def make_extraction(
    id_: str,
    text: str = "",
    *,
    published: str | None = "2024-11-02",
    minister: str = "Choe Son Hui",
    said: str | None = "2024-11-01",
) -> Extraction:
    """Return an extraction with one of everything, several entities of which recur."""
    article = make_article(id_, text or f"Text of {id_}.", published=published)
    speaker = make_entity("Person", minister, minister, minister.split()[0])
    subject = make_entity("State", "Russia", "Russia", "Russian", iso3="RUS")
    home = make_entity("State", "North Korea", "Pyongyang", form="metonym", iso3="PRK")
    own = make_entity("Group", f"{id_} soldiers", form="nominal")
    other = make_entity("Other", "Treaty")
    content = f"troops of {id_} will stand by Russia until the day of victory"
    statement = msgspec.structs.replace(
        make_statement(article, speaker, content, about=[subject, own], said=said),
        addressees=(home.id,),
    )
    figure = Figure(
        value=8000,
        bound="about",
        unit="troops",
        of=own.id,
        statement=statement.id,
        evidence=make_span("some 8,000 troops", 50),
    )
    office = Relation(
        subject=speaker.id,
        type="HOLDS_POSITION",
        object_=home.id,
        title="foreign minister",
        evidence=make_span("the North Korean foreign minister", 60),
    )
    citizen = Relation(
        subject=speaker.id,
        type="CITIZEN_OF",
        object_=home.id,
        evidence=make_span("the North Korean foreign minister", 60),
    )
    return Extraction(
        article=article,
        entities=(speaker, subject, home, own, other),
        statements=(statement,),
        events=(
            make_event(article, speaker, subject, place=home, statement=statement),
        ),
        relations=(office, citizen),
        figures=(figure,),
        times=(),
    )


def make_rows(name: str, text: str = "", **options: str | None) -> GraphRows:
    """Return the rows of `make_extraction`.

    `extractor` may be given, and `id` and `source` for another copy of the same text.
    """
    extractor = options.pop("extractor", None) or EXTRACTOR
    id_, source = options.pop("id", None), options.pop("source", None)
    extraction = make_extraction(name, text, **options)  # type: ignore[arg-type]
    article = extraction.article
    if id_:
        article = msgspec.structs.replace(article, id=id_, title=f"Title of {id_}")
    if source:
        article = msgspec.structs.replace(article, source=source)
    return to_rows(
        msgspec.structs.replace(extraction, article=article), extractor=extractor
    )
