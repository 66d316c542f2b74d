"""Common nouns that stand for people, bodies and states, by class."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from kg.english.inflection import noun_forms
from kg.english.lexicon import forms, words
from kg.english.memory import remembered, text_of
from kg.english.pronouns import Gender

NounClass = Literal[
    "office", "person", "calling", "people", "body", "alliance", "state"
]

_LISTS: dict[NounClass, str] = {
    "office": "people.office",
    "person": "people.person",
    "calling": "people.calling",
    "people": "people.people",
    "body": "bodies.body",
    "alliance": "bodies.alliance",
    "state": "bodies.state",
}
# The classes of nouns that stand for one person.
HUMAN = frozenset({"office", "person", "calling"})
# And those of nouns for one person or several.
PEOPLE = HUMAN | {"people"}
_KINDS = forms("names.kinds")
# Who holds an office only as the chief one: "chief information officer".
_OF_CHIEFS = frozenset({"executive", "officer"})
_LONGEST_CHIEF = 3
_CALLING = frozenset({"calling"})
_EVERYWHERE = forms("titles.initials_everywhere")
_IN_INITIALS = forms("titles.initials")
_BEFORE_OFFICES = frozenset({"a", "former", "new", "the", "then"})
_PERSON_ENDINGS = tuple(sorted(words("people.person_endings")))
# So long that "human", "woman" and "german" are no compounds.
_SHORTEST_COMPOUND = 7


@remembered
def noun_classes(token: Token) -> frozenset[str]:
    """Return the classes of a noun, by its lemma or form; empty for other nouns.

    "minister" gives {"office"}, "officials" {"person"}, "alliance" {"alliance"},
    "table" nothing. A compound such as "boatwoman" is a person.
    """
    if office_in_initials(token):
        return frozenset({"office"})
    classes = _classes()
    word = token.lower_
    found = next(filter(None, map(classes.get, noun_forms(token))), None)
    # Many a family name says what somebody's forebears were: "Baker", "Mason".
    if found == _CALLING and token.pos_ == "PROPN":
        return frozenset()
    is_long = len(word) >= _SHORTEST_COMPOUND
    if found is None and is_long and word.endswith(_PERSON_ENDINGS):
        return frozenset({"person"})
    return found or frozenset()


def classes_of(word: str) -> frozenset[str]:
    """Return the classes of a lemma in any case: "Alliance" gives {"alliance"}."""
    return _classes().get(word.casefold(), frozenset())


def kind_of_thing(noun: str) -> str:
    """Return the noun for a wider kind of thing, else itself: "ship" for "tanker"."""
    return _KINDS.get(noun, noun)


@remembered
def office_in_initials(token: Token) -> tuple[str, ...]:
    """Return the words of an office in initials: "prime", "minister" for "the PM".

    Those that are not known everywhere ("the CS") need the office in full in the text.
    """
    word = token.lower_
    known = _EVERYWHERE.get(word)
    office = known or _IN_INITIALS.get(word)
    before = token.nbor(-1).lower_ if token.i else ""
    if office is None or not token.is_upper or before not in _BEFORE_OFFICES:
        return ()
    is_told = known is not None or office in text_of(token.doc).lower()
    return tuple(office.split()) if is_told else ()


def is_office_noun(word: str) -> bool:
    """Tell whether a lemma in any case names an office or rank: "Captain" does."""
    return "office" in _classes().get(word.casefold().strip("."), ())


def is_chief(token: Token) -> bool:
    """Tell "chief executive" and "chief financial officer" from other executives."""
    return chief_before(token) is not None


def chief_before(token: Token) -> Token | None:
    """Return the "chief" before an executive or officer, None where there is none."""
    if token.lower_ not in _OF_CHIEFS:
        return None
    before = token.doc[max(token.i - _LONGEST_CHIEF, 0) : token.i]
    return next((each for each in before if each.lower_ == "chief"), None)


def gender_of_noun(word: str) -> Gender | None:
    """Return the gender that a lemma in any case tells: "mother", "boatwoman"."""
    lemma = word.casefold()
    if lemma.endswith("woman") or lemma in words("people.feminine"):
        return "feminine"
    is_man = lemma.endswith("man") and lemma not in {"human", "german"}
    return "masculine" if is_man or lemma in words("people.masculine") else None


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the classes of each noun: a word may be in several lists."""
    classes: dict[str, set[str]] = {}
    for name, listed in _LISTS.items():
        for noun in words(listed):
            classes.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in classes.items()}
