"""Paragraphs that the author of a signed text says in a voice of their own."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.signatures import is_phrase
from kg.annotate.quotes import quoted_tokens
from kg.english.memory import text_of
from kg.english.pronouns import pronoun_features
from kg.extract.findings import FoundStatement
from kg.extract.spans import to_argument, to_span
from kg.extract.statements.authors import BEGIN
from kg.extract.times.times import inferred
from kg.intervals import Intervals

_PARAGRAPH = re.compile(r"\S[^\n\r]*")
_BY = re.compile(r"\s*by\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s*$")
# From this share of its words in quotation marks or another's statement on, a paragraph
# is told by those.
_MOST = 0.5
# A paragraph that only gives an address has no more words.
_LONGEST_CONTACT = 30


def signed_paragraphs(
    doc: Doc,
    by: Sequence[Token],
    said: Sequence[FoundStatement],
    published: date | None,
) -> Iterator[FoundStatement]:
    """Yield a statement for each paragraph of a text that its author speaks in.

    `by` are the heads of who signs or issues the text, `said` the statements that it
    reports. "Ada Moss, Minister of Trade" over "We shall build the port." makes Moss
    say so. Only where the text says "I" or "we" itself; "By Ada Moss" is no
    such signature. A text that "Begin text" marks is its issuer's in any words. What
    tells who issues it and where to ask is nobody's statement. Needs tags, morphology
    and `doc.spans["quotes"]`.
    """
    if not by or _BY.match(text_of(doc)):
        return
    quoted = quoted_tokens(doc)
    marked = BEGIN.search(text_of(doc))
    if not (marked or _has_voice(doc, quoted)):
        return
    taken = Intervals(
        (span.start, span.end)
        for each in said
        for span in each.content
        if each.cue is None or each.form == "direct"
    )
    for span in _paragraphs(doc, marked.end() if marked else 0):
        is_frame = any(span.start <= head.i < span.end for head in by)
        if is_frame or _is_told_by_others(span, quoted, taken) or _is_contact(span):
            continue
        yield FoundStatement(
            form="direct",
            kind="speech",
            certainty=None,
            source=to_span(doc[by[0].i : by[0].i + 1]),
            sources=tuple(map(to_argument, by)),
            cue=None,
            content=(to_span(span),),
            addressees=(),
            said=inferred(published) if published else None,
            negated=False,
            evidence=to_span(span),
            is_paragraph=True,
        )


def _has_voice(doc: Doc, quoted: frozenset[int]) -> bool:
    """Whether a text says "I" or "we" outside of quotation marks."""
    found = (pronoun_features(token) for token in doc if token.i not in quoted)
    return any(features is not None and features[0] == 1 for features in found)


def _paragraphs(doc: Doc, start: int) -> Iterator[Span]:
    """Yield the paragraphs from a place on that are sentences, no headings."""
    for match in _PARAGRAPH.finditer(text_of(doc), start):
        span = doc.char_span(*match.span(), alignment_mode="contract")
        is_sentence = _SENTENCE_END.search(match[0]) is not None
        if span is not None and is_sentence and not is_phrase(span):
            yield span


def _is_contact(span: Span) -> bool:
    """Whether a paragraph gives an address: "For more, contact press@example.org."."""
    is_short = len(span) <= _LONGEST_CONTACT
    return is_short and any(token.like_email or token.like_url for token in span)


def _is_told_by_others(span: Span, quoted: frozenset[int], taken: Intervals) -> bool:
    """Whether most of a paragraph is in quotation marks, or what another says."""
    words = [token for token in span if not (token.is_punct or token.is_space)]
    others = [word for word in words if word.i in quoted or taken.at(word.idx)]
    return len(others) >= _MOST * len(words)
