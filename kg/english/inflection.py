"""What a form may come from: stems of verbs, singulars of nouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.english.lexicon import forms
from kg.english.trees import lemma

_IRREGULAR_VERBS = forms("irregular.verbs")
_IRREGULAR_NOUNS = forms("irregular.nouns")


def noun_forms(noun: Token) -> list[str]:
    """Return a noun's lemma and, should that be wrong, what its form may come from."""
    return [lemma(noun), noun.lower_, singular(noun.lower_)]


def base_forms(verb: Token) -> list[str]:
    """Return what a verb's dictionary form may be, likeliest first."""
    found = [lemma(verb), *_stems(verb.lower_)]
    base = _IRREGULAR_VERBS.get(verb.lower_)
    return found if base is None else [base, *found]


def _stems(form: str) -> Iterator[str]:
    """Yield what a regular verb form may come from: a lemmatiser errs at times."""
    if form.endswith("ied"):
        yield f"{form[:-3]}y"
    for ending in ("ing", "ed", "es", "d", "s"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def singular(word: str) -> str:
    """Return the singular of a noun; the tagger's lemmas invent rare ones."""
    if known := _IRREGULAR_NOUNS.get(word):
        return known
    if word.endswith(("men", "women")) and len(word) > 5:
        return f"{word[:-2]}an"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word
