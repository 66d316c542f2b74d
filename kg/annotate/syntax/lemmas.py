"""Lemmas: words that the treebanks know, and the encoder's rules for all others."""

import re
from collections.abc import Iterator

# "classes" minus "s" is no noun: after a sibilant the ending is "es".
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz)e$")
# Consonants that an ending doubles: "stopped", "begging"; "fell" and "miss" end so.
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
# No silent "e" follows two vowels and these: "refrained" is of "refrain".
_NO_SILENT_E = re.compile(r"[aeiou]{2}[dklmnprt]e$")
# Stems that lose a silent "e" before an ending: "evolving", "producing", "forced".
_LOSES_E = ("v", "uc", "rc", "nc")
# Short stems are whole as they are: "ties" is of "tie", "added" of "add".
_MIN_STEM = 4
# The rule of a word that is its own lemma, as every infinitive is.
OWN = "1|0|"
_INFLECTED = frozenset({"ADJ", "ADV", "AUX", "NOUN", "VERB"})


class Lemmas:
    """Turn words into lemmas by part of speech: "cities", a NOUN, into "city".

    `known` has, for each UD tag, words in lower case with their lemmas, as the
    treebanks have them.
    """

    def __init__(self, known: dict[str, dict[str, str]]) -> None:
        self._known = known
        self._bases = {tag: set(words.values()) for tag, words in known.items()}
        self._found: dict[tuple[str, str, str], str] = {}

    def __call__(self, word: str, upos: str, rule: str) -> str:
        """Return a word's lemma; `rule` is the encoder's ``lower|cut|add``.

        Words that the treebanks hold have the lemma that they have there; others are
        cut by the rule and respelt until they are a base form that the treebanks hold.
        """
        key = (word, upos, rule)
        found = self._found.get(key)
        if found is None:
            found = self._known.get(upos, {}).get(word.lower())
            found = self._found[key] = found or self._unknown(word, upos, rule)
        return found

    def _unknown(self, word: str, upos: str, rule: str) -> str:
        # "co-sponsored": what comes last is inflected.
        before, hyphen, last = word.rpartition("-")
        if before and last and upos == "VERB":
            return before.lower() + hyphen + self(last, upos, rule)
        return self._by_rule(word, upos, rule)

    def _by_rule(self, word: str, upos: str, rule: str) -> str:
        found = lemma(word, upos, rule)
        bases = self._bases.get(upos, set())
        if upos not in _INFLECTED or rule == OWN or found in bases:
            return found
        return next((x for x in spellings(found) if x in bases), found)


def spellings(stem: str) -> Iterator[str]:
    """Yield what "clos", "stopp", "carri", "movy" or "backe" may stand for."""
    yield stem + "e"
    if stem[-2:-1] == stem[-1:]:
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem.endswith("ie"):
        yield stem[:-2] + "y"
    if stem.endswith("y"):
        yield stem[:-1] + "ie"
    if stem.endswith("e"):
        yield stem[:-1]


def lemma(word: str, upos: str, rule: str) -> str:
    """Apply a rule ``lower|cut|add`` to a word, and mend the spelling of what is left.

    "1|1|" writes "Wars" in lower case, cuts one letter and adds none: "war". "0|2|y"
    makes "say" of "said". A proper noun keeps its capitals, and so does an adjective
    such as "French" where the rule says so ("0"); other words lose a mere capital at
    the front.
    """
    lower, cut, add = rule.split("|", 2)
    form = word if _keeps_capitals(word, upos, lower) else word.lower()
    # A rule that would cut the whole word was learned on longer ones.
    stem = form[: len(form) - int(cut)] if int(cut) < len(form) or add else form
    return _respelt(form, stem + add, upos)


def _keeps_capitals(word: str, upos: str, lower: str) -> bool:
    if upos == "PROPN" or (upos == "PRON" and word == "I"):
        return True
    return lower == "0" and (upos == "ADJ" or not word.istitle())


def _respelt(form: str, found: str, upos: str) -> str:
    """Mend what cutting an ending leaves: "citie", "stopp", "evolv", "refraine"."""
    if upos in ("NOUN", "PROPN", "VERB") and form == found + "s":
        return _without_s(found)
    if upos != "VERB":
        return found
    if form == found + "d" and _NO_SILENT_E.search(found):
        return found[:-1]
    if form.removeprefix(found) in ("ed", "ing"):
        return _without_ed_or_ing(found)
    return found


def _without_s(found: str) -> str:
    """Return the base of a form in "s": "army" for "armie", "class" for "classe"."""
    if found.endswith("ie") and len(found) > _MIN_STEM:
        return found[:-2] + "y"
    return _SIBILANT.sub(lambda match: match[0][:-1], found)


def _without_ed_or_ing(found: str) -> str:
    """Return the base of a form in "ed" or "ing": "stop", "evolve"."""
    if len(found) > _MIN_STEM and _DOUBLED.search(found):
        return found[:-1]
    return found + "e" if found.endswith(_LOSES_E) else found
