"""Who is accused of the deed that an event noun tells: "charged with the murder of"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.trees import dependent_words, lemma
from kg.extract.events.predicate import Predicate

_CLAIMS = words("modality.reportive_nouns")
_PREPOSITIONS = frozenset({"of", "for", "with"})
# What a charge and a sentence have; who blames or mourns names nobody as the doer.
_OF_GUILT = frozenset({("ACCUSE", "allege"), ("SANCTION", "convict")})


def is_of_guilt(predicate: Predicate) -> bool:
    """Tell whether a predicate charges or convicts whom it is done to."""
    frame = predicate.frame
    return (frame.type, frame.mode) in _OF_GUILT


def verbs_of_guilt(deed: Token) -> Iterator[Token]:
    """Yield the words that may say who is guilty of a deed, from near to far.

    Of "convicted on charges of the murder of Ada" they are "charges" and "convicted",
    of "found guilty of the murder" "guilty" and "found". Needs a parse.
    """
    if _PREPOSITIONS.isdisjoint(dependent_words(deed, "case")):
        return
    governor = deed.head
    yield governor
    if lemma(governor) in _CLAIMS or governor.pos_ == "ADJ":
        yield governor.head
