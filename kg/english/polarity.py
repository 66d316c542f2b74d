"""Whether a predicate or noun phrase is negated, and its modal verbs.

Everything here reads a parse in Universal Dependencies (UD).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.trees import lemma

WILL = words("modality.will")
MODALS = words("modality.modals")
_NEGATORS = words("polarity.negators")
_NEAR_NEGATORS = words("polarity.near_negators")
_FOCUS = words("polarity.focus")
_NEGATIVE_DETERMINERS = words("polarity.determiners") | words("polarity.few")
_NEGATOR_DEPS = frozenset({"advmod", "cc", "cc:preconj", "mark", "aux"})
_ARGUMENT_DEPS = frozenset({"nsubj", "nsubj:pass", "obj"})
_DETERMINING_DEPS = frozenset({"det", "cc:preconj", "amod"})
# "a few" are some, "the few who came" are known.
_ARTICLES = frozenset({"a", "an", "the"})


def is_negated(predicate: Token) -> bool:
    """Tell whether a predicate or its subject or object is negated.

    "did not attack", "no longer meets", "nobody attacked" and "signed nothing" are,
    "a few attacked" is not. Needs a parse.
    """
    return has_negator(predicate) or any(
        child.dep_ in _ARGUMENT_DEPS and is_negative_phrase(child)
        for child in predicate.children
    )


def has_negator(predicate: Token) -> bool:
    """Tell whether a word before a predicate negates it, or nearly does.

    "did not say", "hardly says" and "no longer says" are negated; "not only says" is
    not. Needs a parse.
    """
    return any(True for _ in negators(predicate))


def negators(predicate: Token) -> Iterator[Token]:
    """Yield the words before a predicate that negate it: "did not say" has "not"."""
    for child in predicate.children:
        if child.dep_ not in _NEGATOR_DEPS or child.i >= predicate.i:
            continue
        if _is_negator(child) or _is_no_longer(child):
            yield child


def is_negative_phrase(noun: Token) -> bool:
    """Tell whether a phrase means nobody or hardly anybody.

    "no official", "few people", "not one official" and "neither side" do, "a few
    people" does not. Needs a parse.
    """
    lemmas = {lemma(noun)} | {
        lemma(child) for child in noun.children if child.dep_ in _DETERMINING_DEPS
    }
    if "neither" in lemmas:
        return True
    if any(child.lower_ in _ARTICLES for child in noun.children):
        return False
    return bool(lemmas & _NEGATIVE_DETERMINERS) or _has_negator_before(noun)


def _has_negator_before(noun: Token) -> bool:
    return any(
        child.lower_ in {"not", "hardly"} and child.i < noun.i
        for child in noun.children
    )


def modals(verb: Token) -> set[str]:
    """Return the modal verbs of a predicate, in lower case.

    "could have left" gives {"could"} for "left". Needs a parse.
    """
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in {"aux", "aux:pass"}
        and (child.lower_ in MODALS or lemma(child) in MODALS)
    }


def _is_negator(word: Token) -> bool:
    if lemma(word) in _NEAR_NEGATORS:
        return True
    # "not only says": the word after "not" takes the negation.
    after = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return not {lemma(word), word.lower_}.isdisjoint(_NEGATORS) and after not in _FOCUS


def _is_no_longer(word: Token) -> bool:
    return word.lower_ in {"longer", "more"} and any(
        child.lower_ == "no" for child in word.children
    )
