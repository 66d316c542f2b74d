"""The vector of a text's meaning, in its article: like texts have like ones."""

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.encoder.arrays import Floats
from kg.annotate.encoder.component import encoded, word_vectors
from kg.annotate.encoder.weights import Weights, open_weights
from kg.errors import ModelError

_KEY = "kg_word_vectors"


@Language.factory("kg_meaning", default_config={"model": None, "threads": 0})
def make_meaning(
    nlp: Language, name: str, model: str | None, threads: int
) -> "Meaning":
    """Create the component that keeps what meaning is read from."""
    return Meaning(open_weights(model, threads))


class Meaning:
    """Keep the vectors of a doc's words, after the encoder's arrays have gone."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __call__(self, doc: Doc) -> Doc:
        arrays = encoded(doc)
        doc.user_data[_KEY] = (arrays.words.tokens, word_vectors(arrays))
        return doc

    def of(self, doc: Doc, spans: Sequence[Span]) -> Floats:
        """Return the vector of some spans together, of which one has a word.

        The mean of their words' vectors, mapped on what a sentence encoder makes of the
        same words alone (E5; Wang et al., 2022). The words are read where they stand:
        another pass of the encoder over each statement would take a quarter of all
        time, and tells hardly better which statements restate each other.
        """
        tokens, vectors = doc.user_data[_KEY]
        bounds = [np.searchsorted(tokens, (span.start, span.end)) for span in spans]
        mean = np.concatenate([vectors[first:end] for first, end in bounds]).mean(0)
        session = self._weights.session("meaning")
        found: Floats = session.run(["meaning"], {"words": mean[None]})[0][0]
        return found


def meaning(nlp: Language, doc: Doc, spans: Sequence[Span]) -> Floats:
    """Return the vector of some spans of a doc that the pipeline has read.

    Raises `ModelError` for a pipeline without `kg_meaning`.
    """
    found = nlp.get_pipe("kg_meaning") if nlp.has_pipe("kg_meaning") else None
    if not isinstance(found, Meaning):
        raise ModelError("the pipe 'kg_meaning' is not kg's")
    return found.of(doc, spans)
