"""Corpora of names: BIO files, offsets and vertex sets, to words and tags."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc

from kg.english import lexicon
from kg.train.head_labels import SCHEMES
from kg.train.jsonl import json_lines

# One sentence: its words and its BIO tags in the corpus's own types.
Sentence = tuple[list[str], list[str]]

_BODY_PROPERTIES = frozenset({"CEO", "DATE_FOUNDED", "FOUNDED_BY", "HEADQUARTERS"})
_OBJECTS = {
    "DATE_OF_BIRTH": "DATE", "DATE_OF_DEATH": "DATE", "DATE_FOUNDED": "DATE",
    "PLACE_OF_BIRTH": "LOC", "PLACE_OF_RESIDENCE": "LOC", "HEADQUARTERS": "LOC",
    "NATIONALITY": "NORP", "SPOUSE": "PER", "CHILD_OF": "PER", "FOUNDED_BY": "PER",
    "CEO": "PER", "EDUCATED_AT": "ORG", "EMPLOYEE_OR_MEMBER_OF": "ORG",
    "SUBSIDIARY_OF": "ORG", "POLITICAL_AFFILIATION": "ORG",
}  # fmt: skip
_REFERENCES = lexicon.words("corpora.references")
# Words before a person's name that are no part of it.
TITLES = lexicon.words("titles.before_names")
# Those, and the words that go with them ("former Prime Minister").
_BEFORE_NAMES = TITLES | lexicon.words("titles.beside_titles")


@dataclass(frozen=True, slots=True)
class NameBank:
    """A corpus of names: its scheme, its share of training, its sentences.

    `running` says that neighbouring sentences follow each other in one text.
    """

    corpus: str
    share: float
    sentences: list[Sentence]
    running: bool = False


def bio_sentences(path: Path, *, columns: tuple[int, int] = (0, 1)) -> list[Sentence]:
    """Read a file of words and tags in tab-separated columns."""
    word, tag = columns
    found = []
    for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        rows = [x.split("\t") for x in block.split("\n") if x and x[:2] != "# "]
        rows = [row for row in rows if len(row) > max(columns) and row[word].strip()]
        if rows:
            found.append(([row[word] for row in rows], [row[tag] for row in rows]))
    return found


def without_titles(sentence: Sentence, person: str = "per") -> Sentence:
    """Take "President" off the front of "President Mikhail Saakashvili"."""
    words, tags = sentence[0], list(sentence[1])
    for place, tag in enumerate(tags):
        if tag != f"B-{person}":
            continue
        end = place + 1
        while end < len(tags) and tags[end] == f"I-{person}":
            end += 1
        start = place
        while start < end - 1 and words[start].lower() in _BEFORE_NAMES:
            tags[start] = "O"
            start += 1
        tags[start] = f"B-{person}"
    return words, tags


def redocred_sentences(path: Path, demonyms: frozenset[str]) -> list[Sentence]:
    """Read Re-DocRED's vertex sets; a demonym counts as one, whatever its type."""
    found = []
    for document in json.loads(path.read_text(encoding="utf-8")):
        tags = [["O"] * len(words) for words in document["sents"]]
        for mention in _by_length(document["vertexSet"]):
            start, end = mention["pos"]
            kind = "DEMONYM" if mention["name"] in demonyms else mention["type"]
            row = tags[mention["sent_id"]]
            row[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        found += list(zip(document["sents"], tags, strict=True))
    return [(words, row) for words, row in found if all(w.strip() for w in words)]


def _by_length(vertices: list[list[dict]]) -> list[dict]:  # type: ignore[type-arg]
    mentions = [mention for vertex in vertices for mention in vertex]
    return sorted(mentions, key=lambda m: (m["pos"][1] - m["pos"][0], m["pos"][0]))


class Offsets:
    """Turn character spans into BIO tags on spaCy's words."""

    def __init__(self) -> None:
        self._nlp = spacy.blank("en")

    def sentence(self, text: str, spans: list[tuple[int, int, str]]) -> Sentence:
        """Tag one text; longer spans win over shorter ones."""
        doc = self._nlp.make_doc(text)
        tags = ["O"] * len(doc)
        for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span:
                tags[span.start : span.end] = _bio(doc, span.start, span.end, kind)
        pairs = [
            (t.text, tag) for t, tag in zip(doc, tags, strict=True) if not t.is_space
        ]
        return [word for word, _ in pairs], [tag for _, tag in pairs]


def _bio(doc: Doc, start: int, end: int, kind: str) -> list[str]:
    """Tag a span; "the" and "a" before a name stay outside."""
    if end - start > 1 and doc[start].lower_ in {"the", "a", "an"}:
        return ["O", *_bio(doc, start + 1, end, kind)]
    if kind == "?":
        return ["?"] * (end - start)
    return [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]


_NAMED = frozenset(
    {"Organisation", "Person", "Location", "Weapon", "DocumentReference"}
)


def re3d_sentences(folder: Path) -> list[Sentence]:
    """Read one source of re3d; phrases without capitals are left open."""
    offsets, found = Offsets(), []
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for entity in json_lines(folder / "entities.json"):
        kind = entity["type"]
        words = entity["value"].split()
        named = all(w[:1].isupper() or w.lower() in {"the", "of", "and"} for w in words)
        kind = "?" if kind in _NAMED and not named else kind
        kind = kind if kind in SCHEMES["re3d"].types else "?"
        found_in = spans.setdefault(entity["documentId"], [])
        found_in.append((entity["begin"], entity["end"], kind))
    for document in json_lines(folder / "documents.json"):
        found.append(offsets.sentence(document["text"], spans.get(document["_id"], [])))
    return [sentence for sentence in found if sentence[0]]


def knowledgenet_sentences(path: Path) -> list[Sentence]:
    """Read KnowledgeNet's arguments as names of the types their properties ask for."""
    offsets, found = Offsets(), []
    for passage in json_lines(path):
        if not passage["facts"]:
            continue
        spans = [
            (side["start"], side["end"], kind)
            for fact in passage["facts"]
            for side, kind in _arguments(fact)
        ]
        found.append(offsets.sentence(passage["passage"], spans))
    return found


def _arguments(fact: dict) -> Iterator[tuple[dict, str]]:  # type: ignore[type-arg]
    name = fact["property"]
    is_body = name in _BODY_PROPERTIES or name == "SUBSIDIARY_OF"
    subject = "ORG" if is_body else "PER"
    for side, kind in (("subject", subject), ("object", _OBJECTS.get(name, "?"))):
        text = fact[side]["text"]
        if text.lower() not in _REFERENCES:
            capital = text[:1].isupper() or kind == "DATE"
            yield fact[side], kind if capital else "?"
