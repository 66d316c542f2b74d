"""Treebanks: UD trees, GUM's entities and OntoGUM's chains."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from kg.annotate.encoder.arrays import Bools, Ints
from kg.errors import KgError
from kg.train.head_labels import (
    NOMINALS,
    SMALL_WORDS,
    TAGS,
    TYPES,
    Inventory,
    lemma_rule,
    open_outside,
    tag_mask,
)
from kg.train.namebanks import TITLES
from kg.train.texts import Text

# Genres whose texts carry a licence that lets the weights be shipped.
CLEAR_GENRES = frozenset(
    {"news", "interview", "academic", "court", "bio", "voyage"}
    | {"conversation", "speech", "textbook", "vlog"}
)
_WORD = re.compile(r"\d+\t")
_NAME_TYPES = {
    "person": "PER", "place": "LOC", "organization": "ORG", "event": "EVENT",
    "time": "DATE",
}  # fmt: skip


class CorpusError(KgError):
    """A corpus file is missing or not in its format."""


@dataclass(slots=True)
class Tree:
    """One document of a treebank: columns end to end, sentence and paragraph starts."""

    genre: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def add(self, block: str) -> None:
        """Append one sentence in CoNLL-U."""
        offset = len(self.rows)
        rows = [line.split("\t") for line in block.split("\n") if _WORD.match(line)]
        if "# newpar" in block:
            self.paragraphs.append(offset)
        self.starts.append(offset)
        self.rows += rows
        self.heads += [int(r[6]) + offset if int(r[6]) else 0 for r in rows]


def trees(path: Path) -> list[Tree]:
    """Read the documents of a CoNLL-U file."""
    found: list[Tree] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if not block.strip():
            continue
        if "# newdoc" in block or not found:
            genre = re.search(r"# meta::genre = (\w+)", block)
            found.append(Tree(genre[1] if genre else ""))
        found[-1].add(block)
    return found


def count_labels(documents: list[Tree]) -> dict[str, Counter[str]]:
    """Count the labels that the heads of syntax learn."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for row in document.rows:
            counts["upos"][row[3]] += 1
            counts["feats"][row[5]] += 1
            counts["lemma"][lemma_rule(row[1], row[2])] += 1
            counts["rel"][row[7]] += 1
    return counts


def tree_text(tree: Tree, labels: Inventory, treebank: int = 0) -> Text:
    """Turn a tree into a text with the layers of syntax and what tags say of names."""
    numbers: dict[str, Ints] = {}
    for head, column in (("upos", 3), ("feats", 5), ("rel", 7)):
        found = (labels.number(head, row[column]) for row in tree.rows)
        numbers[head] = np.fromiter(found, np.int64, len(tree.rows))
    rules = (labels.number("lemma", lemma_rule(r[1], r[2])) for r in tree.rows)
    numbers["lemma"] = np.fromiter(rules, np.int64, len(tree.rows))
    numbers["head"] = np.array(tree.heads, np.int64)
    numbers["sent"] = _marks(tree.starts, len(tree.rows)).astype(np.int64)
    numbers["treebank"] = np.full(len(tree.rows), treebank)
    numbers["ner"] = names_by_tags(tree.rows)
    breaks = _marks([*tree.paragraphs, 0], len(tree.rows))
    return Text([row[1] for row in tree.rows], breaks, numbers)


def _marks(places: list[int], size: int) -> Bools:
    marks = np.zeros(size, dtype=bool)
    marks[places] = True
    return marks


_PROPER = tag_mask(tag for tag in TAGS if tag != "O")
_FREE = np.ones(len(TAGS), dtype=bool)
_CLOSED = tag_mask(["O"])
_SMALL = tag_mask(["O", *(f"I-{kind}" for kind in TYPES if kind != "PER")])
_SMALL_TAGS = frozenset({"DET", "ADP", "CCONJ", "PART"})
_NEVER_TAGS = frozenset({"PRON", "AUX", "SCONJ", "INTJ"})


def names_by_tags(rows: list[list[str]]) -> np.ndarray:
    """Return the name tags that parts of speech leave open, a row a word.

    A proper noun is in some name unless it is a title; a pronoun or auxiliary is in
    none; a preposition may be inside one, as may a mark between two proper nouns.
    """
    allowed = np.empty((len(rows), len(TAGS)), dtype=bool)
    proper = [_is_proper(row) for row in rows]
    for place, row in enumerate(rows):
        between = all(proper[place - 1 : place + 2 : 2]) and 0 < place < len(rows) - 1
        allowed[place] = _by_tag(row, proper[place], between=between)
    return allowed


def _by_tag(row: list[str], is_proper: bool, *, between: bool) -> Bools:
    if is_proper:
        return _FREE if _is_title(row) else _PROPER
    if row[3] in _SMALL_TAGS or (row[3] == "PUNCT" and between):
        return _SMALL
    if row[3] in _NEVER_TAGS or row[3] == "PUNCT":
        return _CLOSED
    return open_outside(row[1], frozenset(TYPES))


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention of GUM's: words `start` to `end`, its type, whether it is linked."""

    start: int
    end: int
    kind: str
    identity: str


def entity_mentions(tree: Tree) -> list[EntityMention]:
    """Read GUM's nested `Entity=` brackets; shorter mentions come first."""
    open_: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    found = []
    for place, row in enumerate(tree.rows):
        marks = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        for opening, text in _brackets(marks[1] if marks else ""):
            fields = text.rstrip(")").split("-", 6)
            if opening:
                identity = fields[6] if len(fields) > 6 else ""
                identity = identity.partition("-")[2]
                open_[fields[0]].append((place, fields[1], identity))
            if text.endswith(")"):
                if not open_[fields[0]]:
                    raise CorpusError(f"entity {fields[0]} ends before it starts")
                start, kind, identity = open_[fields[0]].pop()
                found.append(EntityMention(start, place + 1, kind, identity))
    return sorted(found, key=lambda m: (m.end - m.start, m.start))


def _brackets(marks: str) -> Iterator[tuple[bool, str]]:
    """Split "(1-person-new(2-time)3)" into its opening and closing parts."""
    for part in re.findall(r"\([^()]+\)?|[^()]+\)", marks):
        yield part.startswith("("), part.lstrip("(")


def head_of(tree: Tree, start: int, end: int) -> int:
    """Return the first word whose head lies outside the span."""
    for place in range(start, end):
        if not start <= tree.heads[place] - 1 < end:
            return place
    return end - 1


def add_entities(text: Text, tree: Tree) -> None:
    """Add GUM's entities: types of the nouns that head mentions, and names."""
    nominal = np.zeros(len(tree.rows), np.int64)
    mentions = entity_mentions(tree)
    for mention in reversed(mentions):
        nominal[head_of(tree, mention.start, mention.end)] = NOMINALS.index(
            mention.kind
        )
    allowed = text.layers["ner"]
    for mention in mentions:
        span = name_span(tree, mention)
        if span is not None:
            kind = _name_type(tree, mention)
            allowed[span[0]] = tag_mask([f"B-{kind}"])
            allowed[span[0] + 1 : span[1]] = tag_mask([f"I-{kind}"])
    text.layers["nominal"] = nominal


def _name_type(tree: Tree, mention: EntityMention) -> str:
    """Return our type; people in the plural ("Romans") are a group."""
    head = tree.rows[head_of(tree, mention.start, mention.end)]
    if mention.kind == "person" and "Number=Plur" in head[5]:
        return "NORP"
    return _NAME_TYPES.get(mention.kind, "MISC")


def name_span(tree: Tree, mention: EntityMention) -> tuple[int, int] | None:
    """Return the words of a mention that are a name, if it is one.

    "the former [University of Leeds]": proper nouns around the head, with the small
    words between them; titles before a person are no part of the name.
    """
    rows = tree.rows
    head = head_of(tree, mention.start, mention.end)
    linked = bool(mention.identity) and _all_proper(rows, mention)
    if rows[head][3] in {"PRON", "DET"} or not (_is_proper(rows[head]) or linked):
        return None
    start, end = head, head + 1
    while start > mention.start and _continues(rows, start - 1, -1, mention):
        start -= 1
    while end < mention.end and _continues(rows, end, 1, mention):
        end += 1
    while start < head and not _is_proper(rows[start]):
        start += 1
    while mention.kind == "person" and start < end - 1 and _is_title(rows[start]):
        start += 1
    return start, end


def _is_proper(row: list[str]) -> bool:
    return row[3] == "PROPN" or row[4].startswith("NNP")


def _is_title(row: list[str]) -> bool:
    return row[1].lower() in TITLES


def _all_proper(rows: list[list[str]], mention: EntityMention) -> bool:
    return all(
        row[1][:1].isupper() or row[1].lower() in SMALL_WORDS
        for row in rows[mention.start : mention.end]
    )


def _continues(rows: list[list[str]], place: int, step: int, m: EntityMention) -> bool:
    if _is_proper(rows[place]) or (rows[place][1][:1].isupper() and m.identity):
        return rows[place][3] not in {"DET", "PRON", "PUNCT"}
    beyond = place + step
    inside = m.start <= beyond < m.end
    small = rows[place][1].lower() in SMALL_WORDS
    return small and inside and _is_proper(rows[beyond]) and m.kind != "person"


_CHAIN = re.compile(r"(\()?(\d+)(\))?")


def add_chains(text: Text, tree: Tree, brackets: list[str]) -> None:
    """Add OntoGUM's chains from the last column of its rows, one a word.

    A mention is put on its head word; where two share it, the longer one has it.
    """
    if len(brackets) != len(tree.rows):
        raise CorpusError(f"{len(brackets)} chain rows for {len(tree.rows)} words")
    open_: dict[str, list[int]] = defaultdict(list)
    spans = []
    for place, marks in enumerate(brackets):
        for opening, number, closing in _CHAIN.findall(marks):
            if opening:
                open_[number].append(place)
            if closing:
                spans.append((open_[number].pop(), place + 1, int(number)))
    chain = np.full(len(tree.rows), -1, np.int64)
    for start, end, number in sorted(spans, key=lambda s: s[1] - s[0]):
        chain[head_of(tree, start, end)] = number
    text.layers["chain"] = chain


def chain_brackets(path: Path) -> list[list[str]]:
    """Read the bracket column of an OntoGUM file, a list a document."""
    blocks = path.read_text(encoding="utf-8").split("# begin document ")[1:]
    return [
        [line.split("\t")[2] for line in block.split("\n") if line.count("\t") == 2]
        for block in blocks
    ]
