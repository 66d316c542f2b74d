"""Predicates and roles: PropBank on EWT, UDS's factuality, QANom's event nouns."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.annotate.roles.propositions import KINDS, ROLES
from kg.train.jsonl import json_lines
from kg.train.treebanks import CorpusError, Tree, head_of, trees

# Auxiliaries, which PropBank lists as predicates without roles.
_AUXILIARIES = frozenset({"be.03", "have.01", "do.01"})
_SENTENCE = re.compile(r"^# sent_id = (.+)$", re.MULTILINE)
_BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"',
}  # fmt: skip
_OTHER, _RELATIVE = ROLES.index("OTHER"), ROLES.index("RELATIVE")
_PREDICATE, _LIGHT = KINDS.index("PREDICATE"), KINDS.index("LIGHT")


@dataclass(slots=True)
class Annotated:
    """A document with what is known of its words, by their places.

    `kinds` has the number of each word's kind where that is known; `roles` the role
    numbers of head words, by predicate; `spans` the first and last words and the role
    of whole arguments, by predicate; `facts` how factual a predicate is, from -3 to 3,
    and how sure the judges were.
    """

    tree: Tree
    kinds: dict[int, int] = field(default_factory=dict)
    roles: dict[int, dict[int, int]] = field(default_factory=dict)
    spans: dict[int, set[tuple[int, int, int]]] = field(default_factory=dict)
    facts: dict[int, tuple[float, float]] = field(default_factory=dict)


def propbank(data: Path, part: str) -> list[Annotated]:
    """Read EWT's ``train`` or ``dev`` part with PropBank's roles and UDS's judgements.

    Words of sentences that PropBank lacks stay unknown. Raises `CorpusError` where a
    position is outside of its sentence.
    """
    treebank = data / f"ud/ewt-{part}.conllu"
    names = _SENTENCE.findall(treebank.read_text(encoding="utf-8"))
    documents = [Annotated(tree) for tree in trees(treebank)]
    places = _sentence_places(documents, names)
    for row in json_lines(data / f"events/propbank-ewt-{part}.jsonl"):
        if row["sent_id"] in places:
            _add_sentence(row, *places[row["sent_id"]])
    for name, word, fact in _facts(data / f"events/uds-factuality-{part}.tsv"):
        document, start, end = places[name]
        # Three of the 24,819 judgements count words of another version of EWT.
        if word < end - start:
            document.facts[start + word] = fact
    return documents


def _sentence_places(
    documents: list[Annotated], names: list[str]
) -> dict[str, tuple[Annotated, int, int]]:
    """Return each sentence's document, first word and end, by its name."""
    bounds = (
        (document, start, end)
        for document in documents
        for start, end in zip(
            document.tree.starts,
            [*document.tree.starts[1:], len(document.tree.rows)],
            strict=True,
        )
    )
    return dict(zip(names, bounds, strict=True))


def _add_sentence(
    row: dict[str, Any], document: Annotated, start: int, end: int
) -> None:
    document.kinds.update(dict.fromkeys(range(start, end), 0))
    for word, sense, arguments in row["preds"]:
        if sense in _AUXILIARIES:
            continue
        if word >= end - start:
            raise CorpusError(
                f"PropBank, {row['sent_id']}: {sense} is word {word} of {end - start}"
            )
        predicate = start + word
        kind = _LIGHT if sense.endswith(".LV") else _PREDICATE
        document.kinds[predicate] = kind
        document.roles[predicate] = heads = {}
        document.spans[predicate] = spans = set()
        for label, first, last in arguments:
            if role := role_number(label):
                heads[head_of(document.tree, start + first, start + last)] = role
                spans.add((start + first, start + last, role))


def role_number(label: str) -> int:
    """Return the number of a PropBank label: "ARGM-TMP" is TMP, "ARG4" is OTHER.

    The parts of an argument in two ("C-ARG1") are arguments each; the predicate
    itself ("V") is none, 0.
    """
    if label in {"V", "C-V"}:
        return 0
    if label.startswith("R-"):
        return _RELATIVE
    plain = label.removeprefix("C-").removeprefix("ARGM-")
    return ROLES.index(plain) if plain in ROLES else _OTHER


def _facts(path: Path) -> Iterator[tuple[str, int, tuple[float, float]]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            fact = float(row["factual"]), float(row["confidence"])
            yield row["sent_id"], int(row["word"]) - 1, fact


def event_nouns(data: Path, part: str) -> Iterator[Annotated]:
    """Read QANom's sentences with which nouns made from verbs are events in them."""
    for row in json_lines(data / f"events/qanom-{part}.jsonl"):
        tree = Tree(starts=[0], paragraphs=[0])
        for place, word in enumerate(row["words"]):
            plain = _BRACKETS.get(word, word)
            tree.rows.append([str(place + 1), plain, *["_"] * 8])
        kinds = {
            int(place): _PREDICATE if noun["eventive"] > 0 else 0
            for place, noun in row["nouns"].items()
        }
        yield Annotated(tree, kinds)
