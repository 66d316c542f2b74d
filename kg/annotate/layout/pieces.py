"""The spans of attributions: by number, as the model leaves them, and by label."""

from collections.abc import Iterable

from spacy.tokens import Span

# Attributions by their number, which is the id that their spans share. A source or a
# content may lie in several pieces: “No,” she said, “never.”
SpansByNumber = dict[int, list[Span]]
# One attribution that layout makes: a span for each of "SOURCE", "CUE", "CONTENT",
# "SPEAKER" and "HEARER" that it has. Layout never finds a part in several pieces.
Parts = dict[str, Span]


def by_number(spans: Iterable[Span]) -> SpansByNumber:
    """Put the spans of each attribution together: those of `doc.spans["attribution"]`.

    Keys are the spans' ids, in the order in which they come.
    """
    attributions: SpansByNumber = {}
    for span in spans:
        attributions.setdefault(span.id, []).append(span)
    return attributions


def parts_of(**spans: Span | None) -> Parts:
    """Return an attribution of those of its parts that are there.

    ``parts_of(source=name, cue=None, content=quote)`` has "SOURCE" and "CONTENT".
    """
    return {part.upper(): span for part, span in spans.items() if span is not None}


def pieces(spans: Iterable[Span], label: str) -> list[Span]:
    """Return the spans that have a label, such as "CONTENT", in their order."""
    return [span for span in spans if span.label_ == label]


def words_of(spans: Iterable[Span], label: str) -> set[int]:
    """Return the indices of all tokens in the spans that have a label."""
    return {index for span in pieces(spans, label) for index in indices(span)}


def indices(span: Span) -> range:
    """Return the indices of a span's tokens in its doc."""
    return range(span.start, span.end)
