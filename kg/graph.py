"""Turn an article's extraction into the nodes and edges that it contributes.

Each edge that an article asserts carries its evidence: offsets into the article's
text and the sentence itself. Rows hold no null: an absent value is an absent property.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.annotate.relations.types import TYPES
from kg.errors import RecordError, SchemaError
from kg.records import (
    ArticleInfo,
    Entity,
    Event,
    Extraction,
    Figure,
    Relation,
    Span,
    Statement,
    When,
    article_key,
    digest,
    sha256,
)
from kg.resolve.across.wordings import wording
from kg.schema import check_edge, check_node

ALIAS_FORMS = frozenset({"name", "demonym", "metonym"})
# Edges of which one sentence may tell several between the same two, and what tells
# those apart.
TOLD_BY = {"HOLDS_POSITION": "title", "RELATED_TO": "type"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Node:
    """A node's first label, the one beside it, its key and its properties."""

    label: str
    key: str
    properties: Mapping[str, Any]
    sublabel: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again: what dataclasses do by themselves is slow."""
        return Node, (self.label, self.key, self.properties, self.sublabel)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two keys; `start_label` is the start's first label."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]
    start_label: str

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again, as `Node` does."""
        ends = (self.start, self.end)
        return Edge, (self.type, *ends, self.properties, self.start_label)


@dataclass(frozen=True, slots=True)
class GraphRows:
    """What one article contributes; entities come with labels and key alone.

    An entity's other properties depend on every article that mentions it: the store
    computes them from the `MENTIONED_IN` edges.
    """

    article: ArticleInfo
    extractor: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def key(self) -> str:
        """Key of the article: the same text is one article."""
        return article_key(self.article.sha256)


def to_rows(extraction: Extraction, *, extractor: str) -> GraphRows:
    """Turn an extraction into rows, checked against the schema.

    `extractor` names the version of kg and of the model. What is no statement (of kind
    "other") stays out of the graph. Raises `RecordError` where
    a record refers to an entity or a statement that the extraction does not hold.
    """
    try:
        return _Rows(extraction).build(extractor)
    except SchemaError as error:
        raise SchemaError(f"article {extraction.article.id}: {error}") from error


class _Rows:
    """Collects one article's rows; what comes twice counts once."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.article = article_key(extraction.article.sha256)
        self.labels: dict[str, str] = {}
        self.nodes: dict[tuple[str, str], Node] = {}
        self.edges: dict[tuple[Any, ...], Edge] = {}
        self.left_out = {
            each.id for each in extraction.statements if not each.is_stated
        }

    def build(self, extractor: str) -> GraphRows:
        extraction = self.extraction
        if extraction.article.text is not None:
            self._add_text(extraction.article.text)
        for entity in extraction.entities:
            self._add_entity(entity)
        for statement in extraction.statements:
            if statement.id not in self.left_out:
                self._add_statement(statement)
        for event in (*extraction.events, *extraction.other_events):
            self._add_event(event)
        for figure in extraction.figures:
            self._add_figure(figure)
        for relation in extraction.relations:
            self._add_relation(relation)
        return GraphRows(
            article=extraction.article,
            extractor=extractor,
            nodes=tuple(self.nodes.values()),
            edges=tuple(self.edges.values()),
        )

    def _add_text(self, text: str) -> None:
        if sha256(text) != self.extraction.article.sha256:
            raise RecordError(
                f"article {self.extraction.article.id}: its text is not that of its "
                "sha256"
            )
        key = digest(self.article, "text")
        self._add_node("Text", key, {"text": text})
        self._add_edge("TEXT_OF", key, self.article)

    def _add_entity(self, entity: Entity) -> None:
        sublabel = None if entity.type == "Other" else entity.type
        # Not checked: the store gives an entity its properties.
        self.labels[entity.id] = "Entity"
        self.nodes["Entity", entity.id] = Node(
            "Entity", entity.id, {"key": entity.id, "type": entity.type}, sublabel
        )
        self._add_edge("MENTIONED_IN", entity.id, self.article, _mentions(entity))

    def _add_statement(self, statement: Statement) -> None:
        self._add_node("Statement", statement.id, _statement_properties(statement))
        self._report(statement.id, statement.evidence, _statement_parts(statement))
        cue = {"cue": _text(statement.cue)}
        for speaker in statement.speakers:
            self._add_edge("SAID", speaker, statement.id, cue)
        for subject in statement.about:
            self._add_edge("ABOUT", statement.id, subject)
        for mentioned in statement.mentions:
            self._add_edge("MENTIONS", statement.id, mentioned)
        for addressee in statement.addressees:
            self._add_edge("ADDRESSED_TO", statement.id, addressee)

    def _add_event(self, event: Event) -> None:
        self._add_node("Event", event.id, _event_properties(event))
        self._report(event.id, event.evidence, _event_parts(event))
        for actor in event.actors:
            self._add_edge("ACTOR", event.id, actor)
        for recipient in event.recipients:
            self._add_edge("RECIPIENT", event.id, recipient)
        if event.place is not None:
            self._add_edge("TOOK_PLACE_IN", event.id, event.place)
        for statement in (event.statement, *(o.statement for o in event.others)):
            if statement is not None and statement not in self.left_out:
                self._add_edge("ASSERTS", statement, event.id)

    def _add_figure(self, figure: Figure) -> None:
        span = figure.phrase or figure.evidence
        key = digest(
            self.article, "figure", span.start, span.end, figure.unit, str(figure.value)
        )
        published = self.extraction.article.published
        self._add_node("Figure", key, _figure_properties(figure, published))
        self._report(key, figure.evidence, {})
        if figure.of is not None:
            self._add_edge("OF", key, figure.of)
        if figure.place is not None:
            self._add_edge("COUNTED_IN", key, figure.place)
        if figure.statement is not None and figure.statement not in self.left_out:
            self._add_edge("GIVES", figure.statement, key)

    def _add_relation(self, relation: Relation) -> None:
        told = {"article": self.article, **_evidence(relation.evidence)}
        ends = (relation.subject, relation.object_)
        if relation.type == "HOLDS_POSITION":
            own = {
                "title": relation.title or "",
                "status": relation.status,
                "since": relation.since,
                "until": relation.until,
                **told,
            }
            self._add_edge("HOLDS_POSITION", *ends, own, many=True)
        elif relation.type not in TYPES:
            raise SchemaError(f"no relationship type or relation {relation.type!r}")
        else:
            own = {"type": relation.type, **told}
            self._add_edge("RELATED_TO", *ends, own, many=True)

    def _report(self, key: str, evidence: Span, parts: Mapping[str, Any]) -> None:
        properties = {**_evidence(evidence), **parts}
        self._add_edge("REPORTED_IN", key, self.article, properties)

    def _add_node(self, label: str, key: str, properties: Mapping[str, Any]) -> None:
        present = _present({"key": key, **properties})
        check_node(label, None, present)
        self.labels.setdefault(key, label)
        self.nodes.setdefault((label, key), Node(label, key, present))

    def _add_edge(
        self,
        type_: str,
        start: str,
        end: str,
        properties: Mapping[str, Any] = {},  # noqa: B006 (never changed)
        *,
        many: bool = False,
    ) -> None:
        present = _present(properties)
        start_label, end_label = self._label(start), self._label(end)
        check_edge(type_, start_label, end_label, present)
        own = tuple(sorted(present.items())) if many else ()
        self.edges.setdefault(
            (type_, start, end, own), Edge(type_, start, end, present, start_label)
        )

    def _label(self, key: str) -> str:
        if key == self.article:
            return "Article"
        if key not in self.labels:
            raise RecordError(
                f"article {self.extraction.article.id}: a record refers to {key!r}, "
                "which is none of its entities, statements or events"
            )
        return self.labels[key]


def _mentions(entity: Entity) -> dict[str, Any]:
    texts = {mention.text for mention in entity.mentions if mention.form in ALIAS_FORMS}
    return {
        "count": len(entity.mentions),
        "name": entity.name,
        "iso3": entity.iso3,
        "wikidata": entity.wikidata,
        "texts": sorted(texts),
        "offsets": sorted(mention.start for mention in entity.mentions),
    }


def _statement_properties(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "form": statement.form,
        "cue": _text(statement.cue),
        "source": _text(statement.source),
        **_when(statement.said, ("saidFrom", "saidTo")),
        "saidText": statement.said.text if statement.said else None,
        "saidBasis": statement.said_basis,
        "negated": statement.negated,
        "kind": statement.kind,
        "certainty": statement.certainty,
        "vector": statement.vector,
        "wording": wording(statement),
    }


def _statement_parts(statement: Statement) -> dict[str, Any]:
    source, cue = statement.source, statement.cue
    return {
        "sourceStart": source.start if source else None,
        "sourceEnd": source.end if source else None,
        "cueStart": cue.start if cue else None,
        "cueEnd": cue.end if cue else None,
        "contentStarts": [span.start for span in statement.content],
        "contentEnds": [span.end for span in statement.content],
    }


def _event_properties(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "mode": event.mode,
        "trigger": event.trigger.text,
        "verb": event.verb,
        **_when(event.when, ("from", "to")),
        "factuality": event.factuality,
    }


def _event_parts(event: Event) -> dict[str, Any]:
    """Return where an event's words are; of participants those that are no entity."""
    unnamed = [each for each in event.participants if each.entity is None]
    return {
        "triggerStart": event.trigger.start,
        "triggerEnd": event.trigger.end,
        "unnamed": [f"{each.role}: {each.text}" for each in unnamed] or None,
        "otherStarts": [o.evidence.start for o in event.others] or None,
        "otherEvidence": [o.evidence.text for o in event.others] or None,
    }


def _figure_properties(figure: Figure, published: date | None) -> dict[str, Any]:
    when = figure.when
    return {
        "value": None if figure.value is None else float(figure.value),
        "unit": figure.unit,
        "bound": figure.bound,
        "text": (figure.phrase or figure.evidence).text,
        "counted": figure.counted,
        "deed": figure.deed,
        "part": figure.part or None,
        "former": figure.former or None,
        "day": when.from_ if when else published,
        "dayTo": when.to if when else published,
        "dayBasis": "stated" if when else "article" if published else None,
    }


def _when(when: When | None, names: tuple[str, str]) -> dict[str, Any]:
    return {names[0]: when.from_, names[1]: when.to} if when else {}


def _evidence(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "evidence": span.text}


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is absent, and make all text such as a database can hold."""
    return {
        name: storable(value) for name, value in properties.items() if value is not None
    }


def storable(value: Any) -> Any:
    """Return a value whose text any database can hold.

    Half a surrogate pair has no UTF-8: one character takes its place, so that offsets
    still hold.
    """
    if isinstance(value, list):
        return [storable(each) for each in value]
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    return value
