"""Lemmas from the encoder's rules, and the spelling that the rules get wrong."""

import re
from functools import lru_cache

# "classes" minus "s" is no noun, "cities" minus "s" neither.
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz)e$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_MIN_STEM = 4


@lru_cache(maxsize=100_000)
def lemma(word: str, upos: str, rule: str) -> str:
    """Apply a rule ``lower|cut|add`` to a word: "1|1|" makes "Wars" a "war".

    A proper noun keeps its capitals, and so does an adjective such as "French" where
    the rule says so; other words lose a mere capital at the front.
    """
    lower, cut, add = rule.split("|", 2)
    form = word if _keeps_capitals(word, upos, lower) else word.lower()
    stem = form[: len(form) - int(cut)] if int(cut) < len(form) or add else form
    return _respelt(form, stem + add, upos)


def _keeps_capitals(word: str, upos: str, lower: str) -> bool:
    if upos == "PROPN" or (upos == "PRON" and word == "I"):
        return True
    return lower == "0" and (upos == "ADJ" or not word.istitle())


def _respelt(form: str, found: str, upos: str) -> str:
    """Mend what cutting an ending leaves: "citie", "classe", "stopp", "evolv"."""
    if upos in ("NOUN", "PROPN", "VERB") and form == found + "s":
        if found.endswith("ie") and len(found) > _MIN_STEM:
            return found[:-2] + "y"
        return _SIBILANT.sub(lambda match: match[0][:-1], found)
    if upos == "VERB" and form.removeprefix(found) in ("ed", "ing"):
        if len(found) > _MIN_STEM and _DOUBLED.search(found):
            return found[:-1]
        return found + "e" if found.endswith(("v", "uc", "rc", "nc")) else found
    return found
