"""Spans of a `Doc`: as records, grown to sentences, and the words beside them."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from kg.english.memory import text_of
from kg.english.trees import core_phrase
from kg.extract.findings import Argument
from kg.records import Span as TextSpan


def to_span(span: Span) -> TextSpan:
    """Return the characters of a span as a record."""
    start, end = span.start_char, span.end_char
    return TextSpan(start=start, end=end, text=text_of(span.doc)[start:end])


def to_argument(token: Token) -> Argument:
    """Return the core noun phrase of its head word, as an argument.

    "officials in Moscow, who declined" gives "officials in Moscow": relative
    clauses, appositions and coordinated phrases stay outside. Needs a parse.
    """
    return phrase_argument(core_phrase(token), token)


def phrase_argument(phrase: Span, head: Token) -> Argument:
    """Return a phrase whose bounds are known, such as a name, as an argument."""
    start, end = phrase.start_char, phrase.end_char
    text = text_of(phrase.doc)[start:end]
    return Argument(start=start, end=end, text=text, head=head.idx)


def covering_sentences(doc: Doc, spans: Iterable[Span]) -> Span:
    """Return the run of whole sentences that holds all the spans, trimmed.

    Needs sentences. Raises `ValueError` where there are no spans.
    """
    spans = list(spans)
    first = doc[min(span.start for span in spans)].sent
    last = doc[max(span.end for span in spans) - 1].sent
    return trimmed(doc[first.start : last.end])


def trimmed(span: Span) -> Span:
    """Return the span without blank tokens at its edges; one token always stays."""
    start, end = span.start, span.end
    while end > start + 1 and span.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    return span.doc[start:end]


def word_after(span: Span) -> Token | None:
    """Return the token right after a span, None at the end of the text."""
    return span.doc[span.end] if span.end < len(span.doc) else None


def form_before(span: Span) -> str:
    """Return the token right before a span in lower case, "" where the text begins."""
    return span.doc[span.start - 1].lower_ if span.start else ""
