"""Relations between the names of a sentence, as spans."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.annotate.encoder.component import encoded
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.relations.pairs import Mention, Pairs, mentions, pairs_of
from kg.annotate.relations.types import POSSIBLE, SYMMETRIC, TYPES
from kg.annotate.roles.component import SentenceReader

OBJECT = "OBJECT"
# From this probability on a relation is given: of news 92 of 100 are right then, and 87
# from 0.7 on. What is not found is missed less than what is wrong.
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Related:
    """Two mentions in a relation: "Ada Quill" BORN_IN "Bern"."""

    type: str
    subject: Span
    object_: Span


@Language.factory(
    "kg_relations",
    assigns=["doc.spans"],
    default_config={"model": None, "threads": 0, "spans_key": "relations"},
)
def make_relations(
    nlp: Language, name: str, model: str | None, threads: int, spans_key: str
) -> "Relations":
    """Create the component that marks related names."""
    return Relations(nlp.vocab, open_weights(model, threads), spans_key=spans_key)


class Relations:
    """Put the ends of relations in `doc.spans`; both ends have one span id.

    Of "Ada Quill was born in Bern" the spans are "Ada Quill", with the label BORN_IN,
    and "Bern", with the label OBJECT. Ends are names and pronouns; `related` reads the
    spans. Needs the encoder's arrays, a parse and the spans of "names", so its place is
    before the component that frees the arrays.
    """

    def __init__(self, vocab: Vocab, weights: Weights, *, spans_key: str) -> None:
        self._weights = weights
        self._spans_key = spans_key
        self._sentences = SentenceReader(vocab, weights.labels["rel"])

    def __call__(self, doc: Doc) -> Doc:
        arrays = encoded(doc)
        tokens = arrays.words.tokens
        places = np.zeros(len(doc), np.int64)
        places[tokens] = np.arange(len(tokens))
        found = mentions(doc, places)
        pairs = pairs_of(self._sentences(doc, arrays), found)
        spans: list[Span] = []
        for number, (type_, ends) in enumerate(self._best(pairs), start=1):
            subject, object_ = (found[end] for end in ends)
            spans.append(_span(doc, tokens.tolist(), subject, type_, number))
            spans.append(_span(doc, tokens.tolist(), object_, OBJECT, number))
        doc.spans[self._spans_key] = spans
        return doc

    def _best(self, pairs: Pairs) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the relations that are sure enough, by type and ends, in text order."""
        if not len(pairs.ends):
            return
        inputs = {"vectors": pairs.vectors, "marks": pairs.marks}
        session = self._weights.session("relations")
        chances = session.run(["chances"], inputs)[0]
        chances *= POSSIBLE[pairs.marks[:, 0], pairs.marks[:, 1]]
        seen: set[tuple[str, int, int]] = set()
        for row, type_number in np.argwhere(chances >= _SURE):
            type_ = TYPES[type_number]
            subject, object_ = pairs.ends[row].tolist()
            if type_ in SYMMETRIC and (type_, object_, subject) in seen:
                continue
            seen.add((type_, subject, object_))
            yield type_, (subject, object_)


def _span(
    doc: Doc, tokens: list[int], mention: Mention, label: str, number: int
) -> Span:
    start, last = tokens[mention.start], tokens[mention.end - 1]
    return Span(doc, start, last + 1, label, span_id=number)


def related(doc: Doc, *, spans_key: str = "relations") -> Iterator[Related]:
    """Yield the relations that `kg_relations` found, in the order of their spans."""
    spans = list(doc.spans.get(spans_key, ()))
    for subject, object_ in zip(spans[::2], spans[1::2], strict=True):
        yield Related(subject.label_, subject, object_)
