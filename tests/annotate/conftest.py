"""Docs with vectors, for the tests of the heads that read them."""

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.annotate.encoder.component import Block, Encoded, keep_encoded
from kg.annotate.encoder.windows import Window
from kg.annotate.encoder.wordpieces import Words


@pytest.fixture(scope="session")
def with_vectors() -> Callable[[Doc], Doc]:
    """Return a function that gives a doc's words vectors of two, which count them."""

    def give(doc: Doc) -> Doc:
        size = len(doc)
        ones, no = np.ones(size, np.int64), np.zeros(size, bool)
        arrays = Encoded.empty(
            Words(np.arange(size), ones, ones, ones, no, no, no, no), names=1, anchors=1
        )
        vectors = np.arange(size * 2, dtype=np.float32).reshape(size, 2) + 1
        none = np.zeros((0, 0), np.float32)
        window = Window(0, size, 0, size)
        arrays.blocks.append(Block(window, none, none, none, vectors))
        keep_encoded(doc, arrays)
        return doc

    return give
