"""Turn tokens and spans of a `Doc` into records."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from kg.english.trees import core_phrase
from kg.extract.findings import Argument
from kg.records import Span as TextSpan


def to_span(span: Span) -> TextSpan:
    """Return the characters of a span as a record."""
    return TextSpan(start=span.start_char, end=span.end_char, text=span.text)


def to_argument(token: Token) -> Argument:
    """Return the core noun phrase of its head word, as an argument.

    "officials in Moscow, who declined" gives "officials in Moscow": relative
    clauses, appositions and coordinated phrases stay outside. Needs a parse.
    """
    phrase = core_phrase(token)
    return Argument(
        start=phrase.start_char,
        end=phrase.end_char,
        text=phrase.text,
        head=token.idx,
    )


def covering_sentences(doc: Doc, spans: Iterable[Span]) -> Span:
    """Return the run of whole sentences that holds all the spans, trimmed."""
    spans = list(spans)
    first = doc[min(span.start for span in spans)].sent
    last = doc[max(span.end for span in spans) - 1].sent
    return trimmed(doc[first.start : last.end])


def trimmed(span: Span) -> Span:
    """Return the span without blank tokens at its edges."""
    start, end = span.start, span.end
    while end > start + 1 and span.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    return span.doc[start:end]
