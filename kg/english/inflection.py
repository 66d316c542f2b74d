"""What a form may come from: base forms of verbs, singulars of nouns."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from kg.english.lexicon import forms
from kg.english.trees import lemma

_IRREGULAR_VERBS = forms("irregular.verbs")
_IRREGULAR_NOUNS = forms("irregular.nouns")
# What a regular verb form adds to its base. "es" stands before "s" and "ed" before
# "d": all are tried, and the likelier base comes first.
_VERB_ENDINGS = ("ing", "ed", "es", "d", "s")
_REPEATING = frozenset({"re", "co"})
_SIBILANT_PLURALS = ("sses", "xes", "ches", "shes")
# Singulars that only look like plurals: "press", "virus", "crisis".
_SINGULARS_IN_S = ("ss", "us", "is")


def noun_forms(noun: Token) -> Sequence[str]:
    """Return a noun's lemma and, should that be wrong, what its form may come from.

    "Talks" gives "talk" (its lemma), "talks" and "talk".
    """
    form = noun.lower_
    return lemma(noun), form, singular(form)


def base_forms(verb: Token) -> Sequence[str]:
    """Return what a verb's dictionary form may be, likeliest first.

    "begun" with the wrong lemma "begun" gives "begin" first. Not all that is returned
    are words: "planned" also gives "plann". Look them up.
    """
    return _base_forms(verb.lower_, lemma(verb))


@lru_cache(maxsize=16384)
def _base_forms(form: str, lemma_: str) -> tuple[str, ...]:
    found = [lemma_, *_regular_bases(form)]
    found += [other for each in found for other in _without_hyphen(each)]
    base = _IRREGULAR_VERBS.get(form)
    return tuple(found if base is None else [base, *found])


def _without_hyphen(form: str) -> Iterator[str]:
    """Yield other spellings of a prefixed verb, and the verb that is done again.

    "re-elect" gives "reelect" and "elect", "de-escalate" only "deescalate".
    """
    prefix, hyphen, rest = form.partition("-")
    if hyphen:
        yield prefix + rest
        if prefix in _REPEATING:
            yield rest


def _regular_bases(form: str) -> Iterator[str]:
    """Yield what a regular verb form may come from, for lemmatisers err at times.

    "tried" gives "try", "planned" gives "plan", "making" gives "make", all among others
    that are no words.
    """
    if form.endswith("ied"):
        yield f"{form[:-3]}y"
    for ending in _VERB_ENDINGS:
        stem = form.removesuffix(ending)
        # Two letters are no stem: "red" is not "r" with an ending.
        if stem != form and len(stem) > 2:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """Return the singular of a noun in lower case: "policewomen" gives "policewoman".

    A word that is no plural is returned as it is: "crisis". For what the tagger's
    lemmas get wrong, which invent some for rare nouns.
    """
    if known := _IRREGULAR_NOUNS.get(word):
        return known
    # Shorter words are others: "omen", and "pies", whose singular is "pie".
    if word.endswith(("men", "women")) and len(word) > 5:
        return f"{word[:-2]}an"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(_SIBILANT_PLURALS):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(_SINGULARS_IN_S)
    return word[:-1] if is_plural else word
