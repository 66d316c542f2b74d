"""How alike two short texts are in meaning, by the vectors of the encoder."""

from functools import lru_cache

import numpy as np
import spacy
from spacy.language import Language

from kg.annotate.encoder.arrays import Floats
from kg.annotate.encoder.component import Encoder
from kg.annotate.encoder.weights import open_weights

_KEPT = 4096


def likeness(one: str, other: str) -> float:
    """Return the cosine of two texts' vectors: near 1 where they mean the same.

    By the weights that kg ships, whatever an article was read with.
    """
    return float(_vector(one) @ _vector(other))


@lru_cache(maxsize=_KEPT)
def _vector(text: str) -> Floats:
    """Return a text's vector, of length 1; the mean of its windows', by their words."""
    doc = _blank().make_doc(text)
    encoder = _encoder()
    total = np.zeros(1, np.float32)
    for window, inputs in encoder.plan(doc)[1]:
        (found,) = encoder.weights.session("encoder").run(["meaning"], inputs)
        total = total + found[0] * (window.end - window.start)
    vector: Floats = total / max(float(np.linalg.norm(total)), 1e-9)
    return vector


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    return Encoder(open_weights(None, 0))


@lru_cache(maxsize=1)
def _blank() -> Language:
    return spacy.blank("en")
