"""Turn tokens and spans of a `Doc` into records."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.findings import Argument
from kg.records import Span as TextSpan

# Dependents that belong to a name or noun phrase but say something of their own.
_LOOSE_DEPS = frozenset(
    {"acl", "acl:relcl", "appos", "cc", "conj", "parataxis", "punct", "dep", "list"}
)


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


def core_phrase(token: Token) -> Span:
    """Return the contiguous phrase around a head word without its loose parts."""
    kept = {token.i}
    for child in token.children:
        if child.dep_ not in _LOOSE_DEPS and child.dep_ != "case":
            kept.update(part.i for part in child.subtree)
    start = end = token.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return token.doc[start : end + 1]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a head word and the words coordinated with it, in text order.

    "Lavrov and Choe" yields both from "Lavrov".
    """
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from coordinated(child)


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
