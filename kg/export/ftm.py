"""The graph as entities of followthemoney, a line each, as its tools read them.

People, organisations, states (`PublicBody`) and places (`Address`) with their articles:
`Article`, `Mention`; offices as `Employment`; relations as `Family`, `Employment`,
`Membership` and, of other types, `UnknownLink`; what happened as `Event`. It has no
place for who said what, for figures, groups, weapons and things of other types.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from babel.core import get_global

from kg.export.sinks import Sink, new_file
from kg.graph import Edge, Node
from kg.records import digest
from kg.store.pieces import Piece

_SCHEMATA = {
    "Person": "Person",
    "State": "PublicBody",
    "Organization": "Organization",
    "Location": "Address",
}
# What is said to have happened; what may happen, or did not, is no event there.
_HAPPENED = frozenset({"actual", "reported"})
_INVOLVING = frozenset({"ACTOR", "RECIPIENT"})
_EMPLOYERS = frozenset({"State", "Organization"})
_PERSON = frozenset({"Person"})
# Of relations, the schema, its properties for subject and object, and what these may
# be; anything else is an `UnknownLink`.
_FAMILY = ("Family", "person", "relative", _PERSON, _PERSON)
_LINKS = {
    "SPOUSE_OF": _FAMILY,
    "PARENT_OF": _FAMILY,
    "SIBLING_OF": _FAMILY,
    "WORKS_FOR": ("Employment", "employee", "employer", _PERSON, _EMPLOYERS),
    "MEMBER_OF": (
        *("Membership", "member", "organization"),
        *(_PERSON | _EMPLOYERS, _EMPLOYERS),
    ),
}
# The property of a schema that says how the two are related.
_MANNER = {"Family": "relationship", "UnknownLink": "role"}


@contextmanager
def follow_the_money(path: Path) -> Iterator[Sink]:
    """Write JSON lines of followthemoney; raises `ExportError`."""
    with new_file(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield _FollowTheMoney(file)


class _FollowTheMoney:
    def __init__(self, file: TextIO) -> None:
        self._file = file

    def add(self, piece: Piece) -> None:
        for entity in _entities(piece):
            self._file.write(json.dumps(entity, ensure_ascii=False) + "\n")


def _entities(piece: Piece) -> Iterator[dict[str, Any]]:
    for node in piece.nodes:
        if node.label == "Entity" and node.properties["type"] in _SCHEMATA:
            yield _entity(node)
    if piece.article is not None:
        yield _article(piece.article)
        yield from _of_article(piece)


def _of_article(piece: Piece) -> Iterator[dict[str, Any]]:
    fitting = {key for key, type_ in piece.types.items() if type_ in _SCHEMATA}
    involved: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, Edge] = {}
    for edge in piece.edges:
        if edge.type == "MENTIONED_IN" and edge.start in fitting:
            yield _mention(edge, piece.types[edge.start])
        elif edge.type == "HOLDS_POSITION" and _is_employment(edge, piece.types):
            yield _employment(edge)
        elif edge.type == "RELATED_TO" and {edge.start, edge.end} <= fitting:
            yield _link(edge, piece.types)
        elif edge.type in _INVOLVING and edge.end in fitting:
            involved[edge.start].add(_id("Entity", edge.end))
        elif edge.type == "REPORTED_IN":
            reports[edge.start] = edge
    for node in piece.nodes:
        is_event = node.label == "Event"
        if is_event and node.properties["factuality"] in _HAPPENED:
            yield _event(node, involved[node.key], reports[node.key])


def _entity(node: Node) -> dict[str, Any]:
    own = node.properties
    country = _country(own.get("iso3"))
    is_place = own["type"] == "Location"
    return _made(
        _id("Entity", node.key),
        _SCHEMATA[own["type"]],
        name=[own["name"]],
        full=[own["name"]] if is_place else [],
        alias=[each for each in own["aliases"] if each != own["name"]],
        country=[country] if country else [],
        wikidataId=[own["wikidata"]] if "wikidata" in own else [],
    )


def _article(node: Node) -> dict[str, Any]:
    own = node.properties
    return _made(
        _id("Article", node.key),
        "Article",
        title=[own.get("title") or own["id"]],
        publishedAt=[own.get("published")],
        publisher=[own.get("source")],
        sourceUrl=[own.get("url")],
    )


def _mention(edge: Edge, type_: str) -> dict[str, Any]:
    return _made(
        _id("mention", edge.start, edge.end),
        "Mention",
        document=[_id("Article", edge.end)],
        resolved=[_id("Entity", edge.start)],
        name=[edge.properties["name"]],
        detectedSchema=[_SCHEMATA[type_]],
    )


def _is_employment(edge: Edge, types: Mapping[str, str]) -> bool:
    return types.get(edge.start) == "Person" and types.get(edge.end) in _EMPLOYERS


def _employment(edge: Edge) -> dict[str, Any]:
    own = edge.properties
    return _made(
        _id("office", edge.start, edge.end, own["article"], str(own["start"])),
        "Employment",
        employee=[_id("Entity", edge.start)],
        employer=[_id("Entity", edge.end)],
        role=[own["title"]],
        proof=[_id("Article", own["article"])],
        summary=[own["evidence"]],
    )


def _link(edge: Edge, types: Mapping[str, str]) -> dict[str, Any]:
    own = edge.properties
    schema, subject, object_, *fitting = _LINKS.get(own["type"], ("",) * 3)
    ends = (types[edge.start], types[edge.end])
    if not fitting or any(end not in of for end, of in zip(ends, fitting, strict=True)):
        schema, subject, object_ = "UnknownLink", "subject", "object"
    said = {
        subject: [_id("Entity", edge.start)],
        object_: [_id("Entity", edge.end)],
        "proof": [_id("Article", own["article"])],
        "summary": [own["evidence"]],
    }
    if schema in _MANNER:
        said[_MANNER[schema]] = [own["type"].lower().replace("_", " ")]
    parts = (own["type"], edge.start, edge.end, own["article"], str(own["start"]))
    return _made(_id("relation", *parts), schema, **said)


def _event(node: Node, involved: Iterable[str], report: Edge) -> dict[str, Any]:
    own = node.properties
    return _made(
        _id("Event", node.key),
        "Event",
        name=[f"{own['type']}: {own['trigger']}"],
        startDate=[own.get("from")],
        endDate=[own.get("to")],
        involved=sorted(involved),
        proof=[_id("Article", report.end)],
        summary=[report.properties["evidence"]],
    )


def _made(id_: str, schema: str, **properties: list[Any]) -> dict[str, Any]:
    """Return an entity; properties without any value are left out."""
    present = {
        name: [_value(each) for each in values if each]
        for name, values in properties.items()
    }
    kept = {name: values for name, values in present.items() if values}
    return {"id": id_, "schema": schema, "properties": kept}


def _value(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _country(iso3: str | None) -> str | None:
    """Return a state's code there, two letters: "ru" of "RUS"; None of a former one."""
    codes = get_global("territory_aliases").get(iso3 or "", [])
    return codes[0].lower() if len(codes) == 1 else None


def _id(*parts: str) -> str:
    return f"kg-{digest(*parts)}"
