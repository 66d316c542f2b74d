"""Offices held by persons: titles, appositions, copulas."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.findings import FoundRelation


def offices(doc: Doc) -> Iterator[FoundRelation]:
    """Yield the offices that an article says somebody holds, in text order."""
    yield from ()
