"""Events that a text dates and later counts from: "two days after the vote"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from kg.extract.times.grammar import Expression

_EVENT_POS = frozenset({"NOUN", "VERB"})
# An article and some adjectives may stand before the noun: "after the last free vote".
_WINDOW = 5


def event_word(doc: Doc, expression: Expression) -> str | None:
    """Return the lemma of the event that follows "two days after", None of none.

    Of "after they voted" it is the verb, of "after the vote" the noun. Needs a parse.
    """
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    for token in doc[span.end : span.end + _WINDOW] if span is not None else ():
        if token.pos_ in _EVENT_POS and not token.dep_.startswith("compound"):
            event = token.head if _is_subject(token) else token
            return event.lemma_.lower()
    return None


def _is_subject(token: Token) -> bool:
    """Tell the noun of "after the troops left", where leaving is the event."""
    return token.dep_.startswith("nsubj") and token.head.i > token.i


def dated_words(place: Span, beside: Sequence[Expression]) -> set[str]:
    """Return the lemmas of a sentence whose events its only time may date.

    `beside` are the expressions before and after the time. Needs a parse.
    """
    doc = place.doc
    if not doc.has_annotation("DEP"):
        return set()
    sent = place.sent
    if any(sent.start_char <= one.start < sent.end_char for one in beside):
        return set()
    return {token.lemma_.lower() for token in sent if token.pos_ in _EVENT_POS}
