"""Common nouns that stand for people, bodies and states, by class."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from kg.english.inflection import noun_forms
from kg.english.lexicon import words

NounClass = Literal["office", "person", "people", "body", "alliance", "state"]

_LISTS: dict[NounClass, str] = {
    "office": "people.office",
    "person": "people.person",
    "people": "people.people",
    "body": "bodies.body",
    "alliance": "bodies.alliance",
    "state": "bodies.state",
}
# The classes of one person's nouns.
HUMAN = frozenset({"office", "person"})
_ENDINGS = ("man", "woman", "person", "men", "women", "people", "ologist", "ologists")


def noun_classes(token: Token) -> frozenset[str]:
    """Return the classes of a noun, by its lemma or form; empty for other nouns.

    "minister" is an office, "officials" are persons, "alliance" a body and an
    alliance. Compounds such as "policewoman" count as persons.
    """
    classes = _classes()
    word = token.lower_
    found = next(filter(None, map(classes.get, noun_forms(token))), None)
    if found is None and len(word) > 6 and word.endswith(_ENDINGS):
        return frozenset({"person"})
    return found or frozenset()


def classes_of(word: str) -> frozenset[str]:
    """Return the classes of a lemma."""
    return _classes().get(word.casefold(), frozenset())


def is_office_noun(word: str) -> bool:
    """Tell whether a word names an office or rank, such as "minister"."""
    return "office" in _classes().get(word.casefold().strip("."), ())


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the classes of each noun."""
    classes: dict[str, set[str]] = {}
    for name, listed in _LISTS.items():
        for noun in words(listed):
            classes.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in classes.items()}
