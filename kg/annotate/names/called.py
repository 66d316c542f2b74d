"""Names that a text says something is called by: "a ship named Borea Star"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.things import Found
from kg.english.inflection import noun_forms
from kg.english.lexicon import words
from kg.english.nouns import PEOPLE, noun_classes
from kg.english.trees import has_feature

_CALLED = frozenset({"called", "named"})
_PLACES = words("places.divisions") | words("places.sites") | words("places.taken_up")


def relabel_called(doc: Doc, found: Found) -> None:
    """Give the names that something is called by the type of what it is, in place.

    "A ship named Ada Quill" is a thing, "a company called Quill" a body, "a village
    called Quill" a place; who a "man named Quill" is the model knows. So they are
    wherever they stand. Needs a parse.
    """
    told = dict(_told(doc, found))
    for (start, end), label in found.items():
        text = doc[start:end].text
        if label != "NORP" and text in told:
            found[start, end] = told[text]


def _told(doc: Doc, found: Found) -> Iterator[tuple[str, str]]:
    for start, end in found:
        text = doc[start:end].text
        verb = doc[max(start - 1, 0)]
        is_called = verb.lower_ in _CALLED and verb.dep_ == "acl"
        if not is_called or known_label(text) or verb.head.pos_ != "NOUN":
            continue
        if label := _label_of(verb.head):
            yield text, label


def _label_of(noun: Token) -> str | None:
    """Return the type of what a noun says; None of people and of several things."""
    classes = noun_classes(noun)
    if classes & PEOPLE or has_feature(noun, "Number", "Plur"):
        return None
    if classes:
        return "ORG"
    return "OTHER" if _PLACES.isdisjoint(noun_forms(noun)) else "LOC"
