"""Figures: numbers with what they count."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.findings import FoundFigure


def figures(doc: Doc) -> Iterator[FoundFigure]:
    """Yield the numbers that an article gives, with their units, in text order."""
    yield from ()
