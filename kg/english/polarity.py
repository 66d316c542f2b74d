"""Negators and modals of a predicate."""

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.trees import lemma

WILL = words("modality.will")
_MODALS = WILL | words("modality.modals")
_NEGATORS = words("polarity.negators")
_NEGATIVE_DETERMINERS = words("polarity.determiners")


def is_negated(predicate: Token) -> bool:
    """Tell whether a predicate or its subject or object is negated."""
    for child in predicate.children:
        if child.lower_ in _NEGATORS and child.dep_ in {
            *("advmod", "cc", "cc:preconj", "aux", "neg")
        }:
            return True
        if child.dep_ in {"nsubj", "nsubj:pass", "obj"} and is_negative_phrase(child):
            return True
    return False


def modals(verb: Token) -> set[str]:
    """Return the modal verbs of a predicate, in lower case."""
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in {"aux", "aux:pass"}
        and (child.lower_ in _MODALS or lemma(child) in _MODALS)
    }


def is_negative_phrase(noun: Token) -> bool:
    return lemma(noun) in _NEGATIVE_DETERMINERS or any(
        child.lower_ in _NEGATIVE_DETERMINERS and child.dep_ in {"det", "cc:preconj"}
        for child in noun.children
    )
