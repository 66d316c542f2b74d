"""Whom an office may be of, by the name beside it."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan
from kg.english.lexicon import words

_PORTFOLIOS = words("titles.portfolios")
_OWNER_LABELS = frozenset({"LOC", "ORG", "NORP"})
_CONTINENTS = words("places.continents")
# Offices that bodies have, and no place.
_OF_BODIES = words("titles.of_bodies")
_OF_NATIONALS = words("titles.of_nationals")


def may_be_owner(doc: Doc, name: NameSpan) -> bool:
    """Tell whether somebody may hold an office of what a name stands for.

    Not of a continent: "Africa's first female president" is one of its states.
    """
    text = doc[name.start : name.end].text
    return name.label in _OWNER_LABELS and text.casefold() not in _CONTINENTS


def is_of_its_state(noun: Token, name: NameSpan) -> bool:
    """Tell whether a nation before an office says whom it serves: "Kenyan minister".

    A "Kenyan coach" and a "Kenyan owner" are Kenyans.
    """
    return name.label != "NORP" or noun.lower_ not in _OF_NATIONALS


def is_home(title: Iterable[Token], place: NameSpan) -> bool:
    """Tell whether a place behind a titled name is where its bearer comes from.

    "Chairwoman Ada Quill of Ohio", "Secretary General Ada Quill of Uruguay" serve some
    body; "Governor Ada Quill of Ohio" the place.
    """
    said = " ".join(token.lower_ for token in title)
    is_of_body = any(office in said for office in _OF_BODIES)
    return place.label == "LOC" and is_of_body


def is_portfolio(doc: Doc, name: NameSpan) -> bool:
    """Tell "Secretary of State", "of Foreign Affairs" from "Secretary of the Forum"."""
    first, last = doc[name.start], doc[name.end - 1]
    return first.lower_ in _PORTFOLIOS and last.lower_ in _PORTFOLIOS
