"""Measure roles: predicates, heads and spans of their arguments, what is factual."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Token

from kg.annotate.encoder.arrays import Bools, Ints
from kg.annotate.encoder.component import Encoder, encoded
from kg.annotate.encoder.weights import Labels
from kg.annotate.roles.component import Roles, SentenceReader, Sentences
from kg.annotate.roles.propositions import ROLES, argument
from kg.errors import ModelError
from kg.train.measure_syntax import gold_doc
from kg.train.propbank import Annotated
from kg.train.scores import Agreement, percent

# The roles that count; the model tells others apart from these and from none.
COUNTED = ROLES[1:8]
# The log odds of what is sure to open a sentence.
_SURE = 9.0
Fact = tuple[int, int, str]


def labels_of(nlp: Language) -> Labels:
    """Return the label lists of a pipeline's package. Raises `ModelError`."""
    encoder = nlp.get_pipe("kg_encoder")
    if not isinstance(encoder, Encoder):
        raise ModelError("the pipe 'kg_encoder' is not kg's encoder")
    return encoder.weights.labels


def read_sentences(
    nlp: Language, documents: Iterable[Annotated]
) -> Iterator[tuple[Annotated, list[Token], Sentences]]:
    """Read documents with a pipeline: yield each with its words as kg reads them.

    The words and sentences are the treebank's, tags and trees what kg makes of them.
    """
    encoder, syntax = nlp.get_pipe("kg_encoder"), nlp.get_pipe("kg_syntax")
    read = SentenceReader(nlp.vocab, labels_of(nlp)["rel"])
    for document in documents:
        doc = gold_doc(nlp, document.tree, document.tree.paragraphs)
        arrays = encoded(encoder(doc))
        arrays.starts[:] = -_SURE
        arrays.starts[document.tree.starts] = _SURE
        sentences = read(syntax(doc), arrays)
        yield document, [doc[i] for i in arrays.words.tokens.tolist()], sentences


def score_roles(nlp: Language, documents: Iterable[Annotated]) -> dict[str, float]:
    """Score predicates, roles by heads and by spans given predicates, and facts.

    Words and sentences are the treebank's, tags and trees are kg's; which word heads
    an argument the treebank's tree says. "roles found" has kg's own predicates. Needs
    the component `kg_roles` in the pipeline.
    """
    find = nlp.get_pipe("kg_roles")
    if not isinstance(find, Roles):
        raise ModelError("the pipe 'kg_roles' is not kg's reader of roles")
    found: dict[str, Agreement] = {}
    facts: Counter[bool] = Counter()
    for document, words, sentences in read_sentences(nlp, documents):
        given = np.array(sorted(document.roles), np.int64)
        kinds, heads, factual = _read(find, sentences, given)
        own = {x for x in _read(find, sentences, None)[1] if x[0] in document.kinds}
        right = _right_heads(document)
        spans = set(_found_spans(words, heads))
        pairs: dict[str, tuple[AbstractSet[Any], AbstractSet[Any]]] = {
            "predicates": (set(document.roles), kinds & document.kinds.keys()),
            "roles": (right, heads),
            "roles by spans": (_right_spans(document), spans),
            "roles found": (right, own),
        }
        pairs |= {x: (_of(right, x), _of(heads, x)) for x in COUNTED}
        for name, (wanted, got) in pairs.items():
            found.setdefault(name, Agreement()).add(wanted, got)
        facts.update(
            bool(factual[place]) == (value > 0)
            for place, (value, _) in document.facts.items()
        )
    scores = {name: agreement.f1 for name, agreement in found.items()}
    return scores | {"factual": percent(facts[True], facts.total())}


def _read(
    find: Roles, sentences: Sentences, predicates: Ints | None
) -> tuple[set[int], set[Fact], Bools]:
    """Return predicates, the heads of the roles that count, and what is factual."""
    kinds: set[int] = set()
    heads: set[Fact] = set()
    factual = np.zeros(len(sentences.unit), bool)
    for start, reading in find.read(sentences, predicates):
        kinds.update((np.flatnonzero(reading.kinds) + start).tolist())
        factual[start : start + len(reading.factual)] = reading.factual
        pairs = (reading.pairs + start).T.tolist()
        for (predicate, word), role in zip(pairs, reading.roles, strict=True):
            if ROLES[role] in COUNTED:
                heads.add((predicate, word, ROLES[role]))
    return kinds, heads, factual


def _right_heads(document: Annotated) -> set[Fact]:
    return {
        (predicate, word, ROLES[role])
        for predicate, roles in document.roles.items()
        for word, role in roles.items()
        if ROLES[role] in COUNTED
    }


def _right_spans(document: Annotated) -> set[tuple[int, int, int, str]]:
    return {
        (predicate, start, end, ROLES[role])
        for predicate, spans in document.spans.items()
        for start, end, role in spans
        if ROLES[role] in COUNTED
    }


def _found_spans(
    words: list[Token], heads: set[Fact]
) -> Iterator[tuple[int, int, int, str]]:
    place = {word.i: number for number, word in enumerate(words)}
    for predicate, word, role in heads:
        start, end = argument(words[predicate], words[word])
        yield predicate, place[start], place[end - 1] + 1, role


def _of(facts: set[Fact], role: str) -> set[Fact]:
    return {fact for fact in facts if fact[2] == role}
