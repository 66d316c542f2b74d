"""When an event happened: a day that its own words give, or those of its verb."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Span, Token

from kg.english.inflection import base_forms
from kg.english.trees import CLAUSE_POS, dependent_words
from kg.extract.events.frames import load_lexicon
from kg.extract.events.restating import is_in_course, is_simultaneous
from kg.extract.times.attachment import predicate_of_same_time, when_of
from kg.records import Factuality, When

# Verbs with a deed as object or subject and its time beside: "May saw a riot".
_TIMING = frozenset({"plan", "postpone", "schedule", "see", "witness"})


def day_of(
    trigger: Span,
    factuality: Factuality,
    times: Sequence[When],
    published: date | None,
) -> When | None:
    """Return the time of an event, None where the text gives it none.

    In "called on Monday for Oslo to withdraw" the withdrawal has no day, and in
    "condemned the raid on Monday" the raid has none: neither has to be of that Monday.
    `times` are the article's. Needs a parse with morphology.
    """
    above = _aim if factuality == "hypothetical" else _carrier
    return when_of(trigger.doc, trigger, times, published, above=above)


def _aim(predicate: Token) -> Token | None:
    """Return the word for whose time something is meant: "came on Monday to talk"."""
    is_only_said = predicate.dep_ in {"xcomp", "ccomp"}
    return None if is_only_said else _carrier(predicate)


def _carrier(predicate: Token) -> Token | None:
    """Return the word whose time is a predicate's too; a noun's only in its course."""
    if predicate.pos_ in CLAUSE_POS:
        if is_simultaneous(predicate):
            return predicate.head
        return predicate_of_same_time(predicate)
    head = predicate_of_same_time(predicate)
    return head if head is not None and _happens_in(predicate, head) else None


def _happens_in(noun: Token, head: Token) -> bool:
    """Whether what a noun tells happens when the word above it does.

    "the raid killed two", "held talks", "died in the raid", "the end of the war" and
    "talks and a raid" tell so, "condemned the raid" and "spoke of the raid" do not.
    """
    if noun.dep_ in {"nsubj", "conj"}:
        return True
    if noun.dep_ in {"obj", "nsubj:pass"}:
        carrying = load_lexicon().light_verbs | _TIMING
        return not carrying.isdisjoint(base_forms(head))
    if noun.dep_ == "nmod":
        return dependent_words(noun, "case") == {"of"}
    return is_in_course(noun)
