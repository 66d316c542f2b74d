"""Measure names: exact spans and types, on a corpus's own words."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.train.head_labels import name_types
from kg.train.namebanks import Sentence, bio_sentences, without_titles
from kg.train.scores import Agreement

CORE = ("PER", "ORG", "LOC")
_WORLDWIDE = {
    "Person": "PER", "Organization": "ORG", "Location": "LOC", "NORP": "NORP",
    "Date": "DATE", "Money": "MONEY",
}  # fmt: skip
_GMB_BLOCK = 50
_SPACY = {"PERSON": "PER"}
Found = tuple[int, int, str]


def worldwide_documents(folder: Path) -> Iterator[list[Sentence]]:
    """Yield the local news of four continents, for evaluation only."""
    for path in sorted(folder.glob("*.tsv")):
        yield [
            (words, [_plain(tag, _WORLDWIDE) for tag in tags])
            for words, tags in bio_sentences(path)
        ]


def uner_documents(path: Path) -> Iterator[list[Sentence]]:
    """Yield UNER's documents: names on the EWT sentences."""
    for part in path.read_text(encoding="utf-8").split("# newdoc")[1:]:
        found: list[Sentence] = []
        for block in part.split("\n\n"):
            rows = [x.split("\t") for x in block.split("\n") if x[:1].isdigit()]
            if rows:
                found.append(([row[1] for row in rows], [row[2] for row in rows]))
        yield found


def gmb_documents(path: Path) -> Iterator[list[Sentence]]:
    """Yield GMB's blocks of neighbouring sentences, titles off its persons."""
    sentences = [without_titles(sentence) for sentence in bio_sentences(path)]
    for start in range(0, len(sentences), _GMB_BLOCK):
        yield [
            (words, [_gmb(tag) for tag in tags])
            for words, tags in sentences[start : start + _GMB_BLOCK]
        ]


def _gmb(tag: str) -> str:
    types = name_types("gmb", tag[2:])
    return f"{tag[:2]}{min(types)}" if len(types) == 1 else "O"


def _plain(tag: str, types: dict[str, str]) -> str:
    kind = types.get(tag[2:])
    return f"{tag[:2]}{kind}" if kind else "O"


def score_names(
    nlp: Language, documents: Iterator[list[Sentence]]
) -> dict[str, Agreement]:
    """Score each type, and persons, organisations and places together ("names")."""
    scores: dict[str, Agreement] = defaultdict(Agreement)
    for sentences in documents:
        right, found = gold_names(sentences), _found_names(nlp, sentences)
        for kind in {x[2] for x in right | found}:
            own = [{x for x in side if x[2] == kind} for side in (right, found)]
            scores[kind].add(*own)
            if kind in CORE:
                scores["names"].add(*own)
    return scores


def gold_names(sentences: list[Sentence]) -> set[Found]:
    """Return the names of BIO tags, in words of the whole document."""
    found: set[Found] = set()
    offset = 0
    for words, tags in sentences:
        found |= {(a + offset, b + offset, kind) for a, b, kind in _spans(tags)}
        offset += len(words)
    return found


def _spans(tags: list[str]) -> Iterator[Found]:
    """Yield the names of one sentence; an "I-" without its "B-" begins one."""
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield start, place, kind
            kind = ""
        if tag != "O" and not kind:
            start, kind = place, tag[2:]


def _found_names(nlp: Language, sentences: list[Sentence]) -> set[Found]:
    words: list[str] = []
    for sentence, _ in sentences:
        words += ["\n", *(word if word.strip() else "_" for word in sentence)]
    doc = Doc(nlp.vocab, words=words)
    for name in ("kg_encoder", "kg_names"):
        doc = nlp.get_pipe(name)(doc)
    number, places = 0, []
    for token in doc:
        places.append(number)
        number += not token.is_space
    return {
        (places[e.start], places[e.end - 1] + 1, _SPACY.get(e.label_, e.label_))
        for e in doc.ents
    }
