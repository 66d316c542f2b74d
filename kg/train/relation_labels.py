"""Corpora of relations as facts by offsets: KnowledgeNet, Re-DocRED, re3d, kg's own.

kg's own labels, ``gold/relations.jsonl``, are of news, which the corpora lack.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

import msgspec

from kg.annotate.relations.types import SYMMETRIC, TYPES
from kg.train.gold_labels import GOLD, GoldError, Half, articles
from kg.train.jsonl import json_lines
from kg.train.offsets import Offsets
from kg.train.running_text import running_text

# Their relations by kg's; True where object and subject change places.
_KNOWLEDGENET = {
    "SPOUSE": ("SPOUSE_OF", False),
    "CHILD_OF": ("PARENT_OF", True),
    "EMPLOYEE_OR_MEMBER_OF": ("WORKS_FOR", False),
    "CEO": ("WORKS_FOR", True),
    "FOUNDED_BY": ("FOUNDED", True),
    "SUBSIDIARY_OF": ("PART_OF", False),
    "HEADQUARTERS": ("HEADQUARTERED_IN", False),
    "PLACE_OF_BIRTH": ("BORN_IN", False),
    "NATIONALITY": ("CITIZEN_OF", False),
    "POLITICAL_AFFILIATION": ("MEMBER_OF", False),
    "EDUCATED_AT": ("EDUCATED_AT", False),
}
_WIKIDATA = {
    "P26": ("SPOUSE_OF", False),
    "P40": ("PARENT_OF", False),
    "P22": ("PARENT_OF", True),
    "P25": ("PARENT_OF", True),
    "P3373": ("SIBLING_OF", False),
    "P463": ("MEMBER_OF", False),
    "P102": ("MEMBER_OF", False),
    "P108": ("WORKS_FOR", False),
    "P169": ("WORKS_FOR", True),
    "P54": ("WORKS_FOR", False),
    "P112": ("FOUNDED", True),
    "P749": ("PART_OF", False),
    "P355": ("PART_OF", True),
    "P127": ("PART_OF", False),
    "P361": ("PART_OF", False),
    "P527": ("PART_OF", True),
    "P159": ("HEADQUARTERED_IN", False),
    "P131": ("LOCATED_IN", False),
    "P150": ("LOCATED_IN", True),
    "P17": ("LOCATED_IN", False),
    "P276": ("LOCATED_IN", False),
    "P19": ("BORN_IN", False),
    "P27": ("CITIZEN_OF", False),
    "P69": ("EDUCATED_AT", False),
}
# Given to whatever lies in a country, whether the sentence says so or not: where it is
# labelled, nothing is learned either way.
_BY_KNOWLEDGE = frozenset({"P17"})
_RE3D_TRAIN = ("CENTCOM", "Wikipedia", "Australian Department of Foreign Affairs")
_RE3D_DEV = ("UK Government",)
_FOLDS = 5
# So many characters of each article are labelled.
_READ = 5000
Part = Literal["train", "test"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation: the places where a text names its subject and its object.

    `is_told` is False where its sentence names both, but tells something else.
    """

    type: str
    subject: Offsets
    object_: Offsets
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its facts; `asked` are the types that its annotators looked for.

    `entities` are the places of each entity, where the corpus marks all of them: pairs
    of other words say nothing then.
    """

    text: str
    facts: tuple[Fact, ...]
    asked: frozenset[str]
    entities: tuple[tuple[Offsets, ...], ...] | None = None


def knowledgenet(data: Path, part: Part) -> Iterator[Labelled]:
    """Yield KnowledgeNet's passages; every fifth document, by digest, is for tests."""
    for row in json_lines(data / "relations/knowledgenet.jsonl"):
        digest = hashlib.sha1(f"kn{row['doc']}".encode(), usedforsecurity=False)
        is_test = int(digest.hexdigest(), 16) % _FOLDS == 0
        if is_test == (part == "test"):
            asked = set(row["annotated_properties"])
            names = {_KNOWLEDGENET[each][0] for each in asked & _KNOWLEDGENET.keys()}
            if "EMPLOYEE_OR_MEMBER_OF" not in asked:
                names -= {"WORKS_FOR"}
            facts = tuple(_knowledgenet_facts(row))
            yield Labelled(row["passage"], facts, frozenset(names))


def _knowledgenet_facts(row: dict[str, Any]) -> Iterator[Fact]:
    for fact in row["facts"]:
        if fact["property"] in _KNOWLEDGENET:
            name, turned = _KNOWLEDGENET[fact["property"]]
            left, right = (
                (fact[end]["start"], fact[end]["end"]) for end in ("subject", "object")
            )
            yield Fact(name, right, left) if turned else Fact(name, left, right)


def redocred(data: Path, part: Part) -> Iterator[Labelled]:
    """Yield Re-DocRED's documents, the odd ones for tests."""
    path = data / "relations/redocred-dev.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    for row in rows[part == "test" :: 2]:
        words = [word for sentence in row["sents"] for word in sentence]
        text = running_text([words])
        places = list(_places(text, words))
        firsts = [0, *accumulate(map(len, row["sents"]))]
        entities = [
            [
                (
                    places[firsts[each["sent_id"]] + each["pos"][0]][0],
                    places[firsts[each["sent_id"]] + each["pos"][1] - 1][1],
                    each["sent_id"],
                )
                for each in entity
            ]
            for entity in row["vertexSet"]
        ]
        yield Labelled(
            text,
            tuple(_redocred_facts(row, entities)),
            frozenset(TYPES) - {"ALLY_OF"},
            tuple(tuple((a, b) for a, b, _ in entity) for entity in entities),
        )


def _places(text: str, words: list[str]) -> Iterator[Offsets]:
    end = 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        yield start, end


def _redocred_facts(
    row: dict[str, Any], entities: list[list[tuple[int, int, int]]]
) -> Iterator[Fact]:
    """Yield each relation at each pair of places in one sentence.

    A sentence that is no evidence for it names both and may tell something else.
    """
    for label in row["labels"]:
        if label["r"] not in _WIKIDATA:
            continue
        name, turned = _WIKIDATA[label["r"]]
        pair = (label["t"], label["h"]) if turned else (label["h"], label["t"])
        for a, b, sentence in entities[pair[0]]:
            for c, d, other in entities[pair[1]]:
                if sentence == other:
                    told = not label["evidence"] or sentence in label["evidence"]
                    told &= label["r"] not in _BY_KNOWLEDGE
                    yield Fact(name, (a, b), (c, d), told)


def re3d(data: Path, part: Part) -> Iterator[Labelled]:
    """Yield re3d's texts with their allies; the UK Government's are for tests."""
    for source in _RE3D_TRAIN if part == "train" else _RE3D_DEV:
        folder = data / "ner/re3d" / source
        facts: dict[str, list[Fact]] = {}
        for row in json_lines(folder / "relations.json"):
            if row["type"] == "AlliesOf":
                ends = [
                    (row[f"{e}Begin"], row[f"{e}End"]) for e in ("source", "target")
                ]
                fact = Fact("ALLY_OF", ends[0], ends[1])
                facts.setdefault(row["documentId"], []).append(fact)
        for row in json_lines(folder / "documents.json"):
            own = tuple(facts.get(row["_id"], ()))
            yield Labelled(row["text"], own, frozenset({"ALLY_OF"}))


class FactLabel(msgspec.Struct, frozen=True, kw_only=True):
    """One relation in an article; `open` where it may be given or not."""

    type: str
    subject: Offsets
    object_: Offsets = msgspec.field(name="object")
    open: bool = False


class RelationsLabel(msgspec.Struct, frozen=True, kw_only=True):
    """The relations that the head of an article tells, as far as kg ever gave them."""

    corpus: str
    document: int
    half: Half
    facts: tuple[FactLabel, ...]


def relation_labels() -> list[RelationsLabel]:
    """Read ``gold/relations.jsonl``; raises `GoldError`."""
    path = GOLD / "relations.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=RelationsLabel) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def news(data: Path, part: Part) -> Iterator[Labelled]:
    """Yield the labelled articles, those of the half "report" for tests."""
    half = {"train": "tune", "test": "report"}[part]
    labels = [each for each in relation_labels() if each.half == half]
    for corpus in dict.fromkeys(each.corpus for each in labels):
        own = [each for each in labels if each.corpus == corpus]
        found = articles(data, corpus, [each.document for each in own])
        for each in own:
            facts = (Fact(x.type, x.subject, x.object_, not x.open) for x in each.facts)
            text = found[each.document].text[:_READ]
            yield Labelled(text, tuple(facts), frozenset(TYPES))


def is_met(fact: Fact, type_: str, subject: int, object_: int) -> bool:
    """Tell whether two head words, by their offsets, are a fact's in a relation."""
    if type_ != fact.type:
        return False
    pairs = [(subject, object_)]
    if type_ in SYMMETRIC:
        pairs.append((object_, subject))
    return any(
        fact.subject[0] <= a < fact.subject[1]
        and fact.object_[0] <= b < fact.object_[1]
        for a, b in pairs
    )
