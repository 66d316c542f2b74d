"""Names: people, organisations, places, nationalities, dates and events."""

from collections import defaultdict
from collections.abc import Container, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.encoder.arrays import Bools, Floats, Ints, log_softmax
from kg.annotate.encoder.component import encoded
from kg.annotate.encoder.viterbi import allowed_after, best_bio
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.syntax.component import sentence_starts

_SPACY_LABELS = {"PER": "PERSON"}
_DIRECTION_ADJECTIVES = frozenset({"Northern", "Southern", "Eastern", "Western"})
_DIRECTIONS = frozenset({"North", "South", "East", "West", "Central"}) | (
    _DIRECTION_ADJECTIVES
)
# Some corpora mark a few names only and say little of what is none: added to "O".
_OUTSIDE = 1.0
# How much less likely a name that opens a body's name is a person than the words tell:
# of 211 such names in local news of four continents 14 are.
_NO_PERSON = 2.6
# Types that one article uses a name in one sense of; dates and events stay as found.
_CONSISTENT = ("PER", "ORG", "LOC", "NORP")


@Language.factory(
    "kg_names", assigns=["doc.ents"], default_config={"model": None, "threads": 0}
)
def make_names(nlp: Language, name: str, model: str | None, threads: int) -> "Names":
    """Create the component that writes `doc.ents`."""
    return Names(open_weights(model, threads))


class Names:
    """Write named entities from the encoder's arrays."""

    def __init__(self, weights: Weights) -> None:
        self._labels = weights.labels["ner"]
        self._allowed = allowed_after(self._labels)
        self._prior = np.array([_OUTSIDE * (x == "O") for x in self._labels])
        self._opens = np.array([not x.startswith("I-") for x in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        part = encoded(doc)
        tokens = part.words.tokens
        if not len(tokens):
            return doc
        scores = log_softmax(part.names + self._prior)
        best = self._decode(scores, sentence_starts(part))
        starts, ends = self._bounds(best)
        begin, last = tokens[starts], tokens[ends - 1] + 1
        texts = [doc[b:e].text for b, e in zip(begin, last, strict=True)]
        types = [self._labels[label][2:] for label in best[starts]]
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        types = settled_types(texts, types, spans, self._type_scores(scores))
        found = zip(begin.tolist(), last.tolist(), types, strict=True)
        spans_found = [Span(doc, b, e, _SPACY_LABELS.get(x, x)) for b, e, x in found]
        doc.set_ents(mended(spans_found))
        return doc

    def _decode(self, scores: Floats, opening: Bools) -> Ints:
        """Take each word's best label; solve again the sentences that break BIO."""
        best: Ints = scores.argmax(axis=1)
        before = np.concatenate(([0], best[:-1]))
        fine = np.where(opening, self._opens[best], self._allowed[before, best])
        sentence = np.cumsum(opening) - 1
        bounds = np.append(np.flatnonzero(opening), len(best))
        for broken in sorted(set(sentence[~fine].tolist())):
            span = slice(bounds[broken], bounds[broken + 1])
            best[span] = best_bio(scores[span], self._labels, self._allowed)
        return best

    def _bounds(self, best: Ints) -> tuple[Ints, Ints]:
        """Return where names start and end, in words."""
        outside = self._labels.index("O")
        starts = np.flatnonzero(self._opens[best] & (best != outside))
        stops = np.append(np.flatnonzero(self._opens[best]), len(best))
        ends = stops[np.searchsorted(stops, starts, side="right")]
        return starts, ends

    def _type_scores(self, scores: Floats) -> dict[str, Floats]:
        """Return each word's log probability of being in a name of a type."""
        index = self._labels.index
        return {
            kind: np.logaddexp(
                scores[:, index(f"B-{kind}")], scores[:, index(f"I-{kind}")]
            )
            for kind in _CONSISTENT
        }


def mended(names: list[Span]) -> list[Span]:
    """Join "North" and "Korean"; take off dates such as "recent".

    The corpora mark the direction and the nationality apart, or "Western" as anything
    that has a capital. Needs parts of speech.
    """
    kept: list[Span] = []
    for name in names:
        if name.label_ == "DATE" and all(token.pos_ == "ADJ" for token in name):
            continue
        start, label = name.start, name.label_
        if len(name) == 1 and name.text in _DIRECTION_ADJECTIVES:
            label = "NORP"
        if label == "NORP" and start and name.doc[start - 1].text in _DIRECTIONS:
            start -= 1
            if kept and kept[-1].end > start:
                start = kept.pop().start
        kept.append(Span(name.doc, start, name.end, label))
    return kept


def settled_types(
    texts: list[str],
    types: list[str],
    spans: list[tuple[int, int]],
    scores: dict[str, Floats],
) -> list[str]:
    """Give a name that occurs several times the type that fits it best overall.

    Only people, organisations, places and nationalities: `scores` holds each word's
    log probability of each of these types, `spans` the names' words. Where a person
    and the first words of a body have one name, the body counts, too: "Quill" of
    "Quill Foods". Towns have colleges and clubs, and stay towns.
    """
    places = defaultdict(list)
    for place, (text, kind) in enumerate(zip(texts, types, strict=True)):
        if kind in scores:
            places[text].append(place)
    settled = list(types)
    opened = _opened_bodies(texts, types, spans, places)
    for text, where in places.items():
        votes = [spans[place] for place in where]
        seen = {types[place] for place in where}
        body = opened.get(text) if "PER" in seen else None
        if body is not None:
            votes.append(body)
            seen.add("ORG")
        if len(seen) > 1:
            fits = {
                kind: sum(float(scores[kind][slice(*vote)].mean()) for vote in votes)
                for kind in sorted(seen)
            }
            if body is not None:
                fits["PER"] -= _NO_PERSON
            for place in where:
                settled[place] = max(fits, key=lambda kind: fits[kind])
    return settled


def _opened_bodies(
    texts: Sequence[str],
    types: Sequence[str],
    spans: Sequence[tuple[int, int]],
    names: Container[str],
) -> dict[str, tuple[int, int]]:
    """Return where names open the first longer one of a body that begins with them."""
    found: dict[str, tuple[int, int]] = {}
    for text, kind, (start, _) in zip(texts, types, spans, strict=True):
        words = text.split() if kind == "ORG" else []
        for size in range(1, len(words)):
            opening = " ".join(words[:size])
            if opening in names:
                found.setdefault(opening, (start, start + size))
    return found
