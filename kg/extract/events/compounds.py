"""Compounds that are written in two words and are one in the lexicon: "cease-fire"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.english.inflection import noun_forms
from kg.english.memory import remembered
from kg.english.trees import lemma
from kg.extract.events.frames import load_lexicon

_HYPHENS = frozenset("-‐‑")


@remembered
def forms_of(noun: Token) -> Sequence[str]:
    """Return what to look a noun up by: "cease-fire" is "ceasefire" and no fire.

    Needs a parse.
    """
    return _whole_words(noun) or noun_forms(noun)


def first_part(noun: Token) -> Token | None:
    """Return the word that a noun is one with, as "cease" of "cease-fire", if any."""
    return _part_before(noun) if _whole_words(noun) else None


def _whole_words(noun: Token) -> list[str]:
    """Return the spellings that the lexicon has for a noun and the word before it."""
    before = _part_before(noun)
    if before is None:
        return []
    pair = (before.lower_, lemma(noun))
    known = load_lexicon().known_nouns
    return [word for word in ("".join(pair), "-".join(pair)) if word in known]


def _part_before(noun: Token) -> Token | None:
    doc, at = noun.doc, noun.i - 1
    if at > 0 and doc[at].text in _HYPHENS:
        at -= 1
    is_part = at >= 0 and doc[at].dep_ == "compound" and doc[at].head == noun
    return doc[at] if is_part else None
