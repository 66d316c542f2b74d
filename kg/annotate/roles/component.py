"""Roles: predicates, their arguments and whether they are so, as spans of one word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.annotate.encoder.arrays import Bools, Floats, Ints, log_softmax
from kg.annotate.encoder.component import Encoded, encoded, word_vectors
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.roles.paths import Trees, paths
from kg.annotate.roles.propositions import FACTUAL, KINDS, LIGHT, ROLES, UNREAL
from kg.annotate.syntax.component import sentence_starts, spacy_relation

# So many words at a time, in whole sentences: each word is compared with all of them.
_BATCH = 160
_NEGATION = ROLES.index("NEG")
# Roles that a predicate gives to one word alone.
_SINGLE = tuple(ROLES.index(role) for role in ("ARG0", "ARG1", "ARG2"))


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the heads of roles read of a text; row i belongs to word i.

    `states` are the encoder's vectors, `tags` numbers of parts of speech, `unit` the
    number of the word's sentence.
    """

    states: Floats
    tags: Ints
    trees: Trees
    unit: Ints


class SentenceReader:
    """Gather what the heads of roles read, from a doc with the encoder's arrays."""

    def __init__(self, vocab: Vocab, relations: list[str]) -> None:
        names = map(spacy_relation, relations)
        self._numbers: Mapping[int, int] = {
            vocab.strings.add(name): number for number, name in enumerate(names)
        }

    def __call__(self, doc: Doc, arrays: Encoded) -> Sentences:
        """Return the sentences of a doc. Needs a dependency parse."""
        tokens = arrays.words.tokens
        places = np.zeros(len(doc), np.int64)
        places[tokens] = np.arange(len(tokens))
        heads = doc.to_array(HEAD).astype(np.int64) + np.arange(len(doc))
        relations = [self._numbers[x] for x in doc.to_array(DEP)[tokens].tolist()]
        trees = Trees(
            places[heads[tokens]], np.array(relations, np.int64), len(self._numbers)
        )
        unit: Ints = np.cumsum(sentence_starts(arrays), dtype=np.int64)
        return Sentences(word_vectors(arrays), arrays.tags, trees, unit)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of some words.

    `kinds` (n) has the numbers of `KINDS`, `factual` (n) whether what a word says is
    so; `pairs` (2, k) are predicates and other words, `roles` (k) the numbers of what
    these are to those.
    """

    kinds: Ints
    factual: Bools
    pairs: Ints
    roles: Ints


@Language.factory(
    "kg_roles",
    assigns=["doc.spans"],
    default_config={"model": None, "threads": 0, "spans_key": "roles"},
)
def make_roles(
    nlp: Language, name: str, model: str | None, threads: int, spans_key: str
) -> "Roles":
    """Create the component that marks predicates and the heads of their arguments."""
    return Roles(nlp.vocab, open_weights(model, threads), spans_key=spans_key)


class Roles:
    """Put predicates and heads of their arguments in `doc.spans`; one id a predicate.

    "Ada left Oslo" has the predicate "left", FACTUAL, with ARG0 "Ada" and ARG1 "Oslo".
    `propositions` reads the spans. A predicate is a verb, adjective or noun as PropBank
    has them, without auxiliaries; an argument is the word that heads it in the tree.

    Needs the encoder's arrays and a dependency parse, so its place is before the
    component that frees the arrays.
    """

    def __init__(self, vocab: Vocab, weights: Weights, *, spans_key: str) -> None:
        self.weights = weights
        self.spans_key = spans_key
        self._sentences = SentenceReader(vocab, weights.labels["rel"])

    def __call__(self, doc: Doc) -> Doc:
        arrays = encoded(doc)
        tokens = arrays.words.tokens.tolist()
        spans: list[Span] = []
        for start, reading in self.read(self._sentences(doc, arrays)):
            own = tokens[start : start + len(reading.kinds)]
            spans += _spans(doc, own, reading, first=len(spans))
        doc.spans[self.spans_key] = spans
        return doc

    def read(
        self, sentences: Sentences, predicates: Ints | None = None
    ) -> Iterator[tuple[int, Reading]]:
        """Yield what the model makes of some sentences at a time, and where they start.

        `predicates` are places to be taken for predicates in place of those found.
        """
        for part in _parts(sentences.unit):
            given = None
            if predicates is not None:
                inside = (predicates >= part.start) & (predicates < part.stop)
                given = predicates[inside] - part.start
            yield part.start, self._read(cut(sentences, part), given)

    def _read(self, sentences: Sentences, given: Ints | None) -> Reading:
        inputs = {
            "words": sentences.states,
            "tag": sentences.tags,
            "relation": sentences.trees.relations,
            "unit": sentences.unit,
        }
        session = self.weights.session("predicates")
        hidden, scores, facts = session.run(["hidden", "kinds", "facts"], inputs)
        kinds: Ints = scores.argmax(axis=1)
        predicates = np.flatnonzero(kinds) if given is None else given
        pairs = pairs_of(predicates, sentences.unit)
        roles = self._roles(hidden, pairs, sentences.trees)
        factual = facts > 0
        # UDS's judges were of two minds on what is negated; here it is not so.
        factual[pairs[0, roles == _NEGATION]] = False
        return Reading(kinds, factual, pairs, roles)

    def _roles(self, hidden: Floats, pairs: Ints, trees: Trees) -> Ints:
        if not pairs.size:
            return np.zeros(0, np.int64)
        inputs = {
            "words": hidden,
            "predicate": pairs[0],
            "other": pairs[1],
            "path": paths(trees, *pairs),
        }
        scores = self.weights.session("roles").run(["roles"], inputs)[0]
        return best_roles(scores, pairs[0])


def best_roles(scores: Floats, predicates: Ints) -> Ints:
    """Return the best role of each pair; ARG0 to ARG2 go to one word a predicate.

    `scores` (k, roles) are before softmax, `predicates` (k) the pairs' predicates.
    """
    sure = log_softmax(scores)
    best: Ints = sure.argmax(axis=1)
    for role in _SINGLE:
        rows = np.flatnonzero(best == role)
        order = rows[np.lexsort((-sure[rows, role], predicates[rows]))]
        repeats = predicates[order][1:] == predicates[order][:-1]
        best[order[1:][repeats]] = 0
    return best


def _parts(unit: Ints) -> Iterator[slice]:
    """Yield runs of whole sentences, as many words as a batch holds or one sentence."""
    ends = [*(np.flatnonzero(np.diff(unit)) + 1).tolist(), len(unit)]
    start = 0
    for end, beyond in zip(ends, ends[1:], strict=False):
        if beyond - start > _BATCH:
            yield slice(start, end)
            start = end
    if start < len(unit):
        yield slice(start, len(unit))


def cut(sentences: Sentences, part: slice) -> Sentences:
    """Return some whole sentences of a text; the places of heads are counted anew."""
    trees = sentences.trees
    return Sentences(
        sentences.states[part],
        sentences.tags[part],
        Trees(trees.heads[part] - part.start, trees.relations[part], trees.kinds),
        sentences.unit[part],
    )


def _spans(
    doc: Doc, tokens: list[int], reading: Reading, *, first: int
) -> Iterator[Span]:
    """Yield a predicate's span, then those of its arguments; ids go on from `first`."""
    roles: dict[int, list[tuple[int, int]]] = {}
    for (predicate, other), role in zip(
        reading.pairs.T.tolist(), reading.roles.tolist(), strict=True
    ):
        if role:
            roles.setdefault(predicate, []).append((other, role))
    number = first
    for predicate in np.flatnonzero(reading.kinds).tolist():
        number += 1
        label = _label(reading, predicate)
        yield _word(doc, tokens[predicate], label, number)
        for other, role in roles.get(predicate, ()):
            yield _word(doc, tokens[other], ROLES[role], number)


def _label(reading: Reading, predicate: int) -> str:
    if KINDS[reading.kinds[predicate]] == LIGHT:
        return LIGHT
    return FACTUAL if reading.factual[predicate] else UNREAL


def _word(doc: Doc, place: int, label: str, number: int) -> Span:
    return Span(doc, place, place + 1, label, span_id=number)


def pairs_of(predicates: Ints, unit: Ints) -> Ints:
    """Return each predicate with each other word of its sentence, as two rows.

    `predicates` are places, `unit` has the number of each word's sentence, in order.
    Of three words in one sentence, the second a predicate: [[1, 1], [0, 2]].
    """
    firsts = np.searchsorted(unit, unit[predicates], side="left")
    sizes = np.searchsorted(unit, unit[predicates], side="right") - firsts
    left = np.repeat(predicates, sizes)
    starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    right = np.arange(len(left)) - starts + np.repeat(firsts, sizes)
    both = np.stack([left, right])
    pairs: Ints = both[:, left != right].astype(np.int64)
    return pairs
