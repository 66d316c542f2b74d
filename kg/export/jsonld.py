"""Who said what, as JSON-LD in the terms of schema.org.

What is quoted word for word is a `Quotation`, what is told in other words a `Claim`.
The speaker is its `creator`, "the creator/author of this CreativeWork":
`spokenByCharacter` is for "the (e.g. fictional) character" inside of a work, and
speakers of news are real. The article is what a quotation `isBasedOn` ("use isBasedOn
to link to source/origin") and a claim's `appearance` ("an occurrence of a Claim in some
CreativeWork"). What schema.org has no term for stands in kg's own.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from kg.export.sinks import Sink, new_file
from kg.graph import Node
from kg.store.pieces import Piece

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "kg": "urn:kg:term:",
    "dateCreated": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "kg:restates": {"@type": "@id"},
    **{
        name: {"@type": "@id"}
        for name in (
            *("about", "mentions", "creator", "appearance", "isBasedOn"),
            *("kg:addressedTo", "kg:notSaidBy"),
        )
    },
}
# What schema.org has no class for is a Thing.
_CLASSES = {
    "Person": "Person",
    "State": "Country",
    "Organization": "Organization",
    "Location": "Place",
}
# By statement, then by relationship type: ids.
_Ends = defaultdict[str, defaultdict[str, list[str]]]
_WIKIDATA = "http://www.wikidata.org/entity/"


@contextmanager
def json_ld(path: Path) -> Iterator[Sink]:
    """Write a JSON-LD file, a thing of its ``@graph`` a line; raises `ExportError`.

    It holds articles, entities and statements; events and figures have no place in it.
    """
    with new_file(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"@context": {json.dumps(_CONTEXT)}, "@graph": [')
        yield _JsonLd(file)
        file.write("\n]}\n")


class _JsonLd:
    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._is_first = True

    def add(self, piece: Piece) -> None:
        for thing in _things(piece):
            present = {
                name: value
                for name, value in thing.items()
                if value is not None and value != []
            }
            line = json.dumps(present, ensure_ascii=False)
            self._file.write(("\n" if self._is_first else ",\n") + line)
            self._is_first = False


def _things(piece: Piece) -> Iterator[dict[str, Any]]:
    ends, evidence = _edges(piece)
    for node in piece.nodes:
        if node.label == "Entity":
            yield _entity(node)
        elif node.label == "Article":
            yield _article(node)
        elif node.label == "Statement" and piece.article:
            marks = {"kg:evidence": evidence[node.key]}
            yield {**_statement(node, piece.article, ends[node.key]), **marks}
    if piece.article is None:
        # Joins that come after all articles.
        for key in sorted(ends):
            restated = ends[key]["RESTATES"]
            yield {"@id": _id("Statement", key), "kg:restates": restated}


def _edges(piece: Piece) -> tuple[_Ends, dict[str, str]]:
    """Return what each statement is tied to, by type, and the sentence that has it."""
    ends: _Ends = defaultdict(lambda: defaultdict(list))
    evidence: dict[str, str] = {}
    for edge in piece.edges:
        if edge.type == "SAID":
            ends[edge.end]["SAID"].append(_id("Entity", edge.start))
        elif edge.type == "RESTATES":
            ends[edge.start]["RESTATES"].append(_id("Statement", edge.end))
        elif edge.type == "REPORTED_IN":
            evidence[edge.start] = edge.properties["evidence"]
        elif edge.start_label == "Statement":
            ends[edge.start][edge.type].append(_id("Entity", edge.end))
    return ends, evidence


def _entity(node: Node) -> dict[str, Any]:
    own = node.properties
    wikidata = own.get("wikidata")
    return {
        "@id": _id("Entity", node.key),
        "@type": _CLASSES.get(own["type"], "Thing"),
        "name": own["name"],
        "alternateName": [each for each in own["aliases"] if each != own["name"]],
        "identifier": own.get("iso3"),
        "sameAs": wikidata and _WIKIDATA + quote(wikidata),
    }


def _article(node: Node) -> dict[str, Any]:
    own = node.properties
    source = own.get("source")
    return {
        "@id": _id("Article", node.key),
        "@type": "NewsArticle",
        "identifier": own["id"],
        "headline": own.get("title"),
        "url": _address(own.get("url")),
        "datePublished": _day(own.get("published")),
        "publisher": source and {"@type": "Organization", "name": source},
    }


def _statement(
    node: Node, article: Node, ends: Mapping[str, list[str]]
) -> dict[str, Any]:
    own = node.properties
    is_quoted = own["form"] != "indirect"
    # Of what somebody did not say he is no creator.
    speakers = "kg:notSaidBy" if own["negated"] else "creator"
    return {
        "@id": _id("Statement", node.key),
        "@type": "Quotation" if is_quoted else "Claim",
        "text": own["text"],
        speakers: ends["SAID"],
        "about": ends["ABOUT"],
        "mentions": ends["MENTIONS"],
        "kg:addressedTo": ends["ADDRESSED_TO"],
        "isBasedOn" if is_quoted else "appearance": _id("Article", article.key),
        **_when(own),
        "kg:source": own.get("source"),
        "kg:cue": own.get("cue"),
        "kg:kind": own.get("kind"),
        "kg:certainty": own.get("certainty"),
        "kg:restates": ends["RESTATES"],
    }


def _when(own: Mapping[str, Any]) -> dict[str, Any]:
    """Return when it was said, as far as that is told, and what that rests on."""
    first, last = _day(own.get("day")), _day(own.get("dayTo"))
    if first is None or last is None:
        return {}
    basis = own.get("dayBasis") or "article"
    told = {"kg:dayBasis": basis}
    if basis == "article":
        # Said on the article's day or before it.
        return {"temporalCoverage": f"../{last}", **told}
    if first == last:
        return {"dateCreated": first, **told}
    return {"temporalCoverage": f"{first}/{last}", **told}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _address(url: str | None) -> str | None:
    """Return an address that no reader of JSON-LD trips over."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%") if url else None


def _id(label: str, key: str) -> str:
    return f"urn:kg:{label.lower()}:{quote(key, safe='')}"
