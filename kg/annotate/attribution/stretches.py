"""Stretches of a doc as small docs: what one window's attributions are tidied on."""

from dataclasses import dataclass

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START
from spacy.tokens import Doc, Span

from kg.intervals import Intervals

_COPIED = [POS, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some sentences of a doc as a doc of their own; `start` is its first token's."""

    start: int
    doc: Doc


class Stretches:
    """Cut stretches out of a doc.

    An article of a book's length has tens of thousands of attributions, each a few
    dozen words long: what puts one right must not pass over all the others' words.
    Needs a parse, `doc.ents` and `doc.spans["quotes"]`.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._array = doc.to_array(_COPIED)
        starts = np.flatnonzero(doc.to_array(SENT_START) == 1).tolist()
        self._bounds = np.array(sorted({0, *starts, len(doc)}))
        self._quotes = Intervals((q.start, q.end) for q in doc.spans.get("quotes", ()))
        self._names = Intervals((ent.start, ent.end) for ent in doc.ents)

    def around(self, start: int, end: int) -> Stretch:
        """Return the whole sentences of some tokens, and of quotations and names there.

        A quotation that only a neighbour's sentence reaches into is cut off with it.
        """
        touched = [(start, end)]
        for known in (self._quotes, self._names):
            touched += [known.intervals[n] for n in known.over(start, end)]
        first, last = min(low for low, _ in touched), max(high for _, high in touched)
        first = int(self._bounds[self._bounds.searchsorted(first, side="right") - 1])
        last = int(self._bounds[self._bounds.searchsorted(last)])
        return Stretch(first, self._copy(first, last))

    def _copy(self, start: int, end: int) -> Doc:
        tokens = self._doc[start:end]
        copy = Doc(
            self._doc.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )
        copy.from_array(_COPIED, self._array[start:end])  # type: ignore[arg-type]
        copy.spans["quotes"] = [
            Span(copy, max(low, start) - start, min(high, end) - start, "QUOTE")
            for low, high in map(
                self._quotes.intervals.__getitem__, self._quotes.over(start, end)
            )
        ]
        return copy
