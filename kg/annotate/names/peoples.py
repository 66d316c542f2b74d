"""Names of peoples: those that lists have, and those that their text tells."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.things import Found
from kg.english.inflection import noun_forms
from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.trees import has_feature

_PEOPLES = words("people.peoples")
_OLD_PEOPLES = words("people.old_peoples")
# Nouns that a people's name stands before.
_TRIBES = words("people.tribes")
_MODIFIERS = frozenset({"amod", "compound"})
# Where places stand, and no people.
_PLACING = frozenset({"across", "at", "in", "into", "near", "of", "outside"})
_MISTAKEN = frozenset({"LOC", "ORG"})
_AUXILIARIES = frozenset({"aux", "cop"})
_PLURAL = frozenset({"are", "have", "were"})


def is_listed_people(token: Token) -> bool:
    """Tell whether a name is a people's, or of old says whose troops are meant.

    "Hazaras"; "Norman" of "Norman troops".
    """
    is_modifier = token.dep_ in _MODIFIERS and token.head.pos_ == "NOUN"
    is_old = token.lower_ in _OLD_PEOPLES and is_modifier
    return is_old or token.lower_ in _PEOPLES


def untold_peoples(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield peoples and followers without a span: "common ground with Democrats"."""
    taken = {i for start, end in found for i in range(start, end)}
    for token in doc:
        is_name = token.pos_ == "PROPN" and token.text[:1].isupper()
        if is_name and token.lower_ in _PEOPLES and token.i not in taken:
            yield token.i, token.i + 1


def told_peoples(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the names that their text tells to be a people's, everywhere.

    "The Quilla say", "the Quilla are", "a Quilla tribe"; not where some mention
    stands as a place does, "in Quilla". Needs a parse.
    """
    spans = [
        (start, end)
        for (start, end), label in found.items()
        if label in _MISTAKEN
        and end == start + 1
        and not doc[start].is_upper
        and known_label(doc[start].text) is None
    ]
    placed = {doc[a].text for a, _ in spans if _is_placed(doc[a])}
    told = {doc[a].text for a, b in spans if _is_told(doc[a], found[a, b])} - placed
    for span in spans:
        if doc[span[0]].text in told:
            yield span


def _is_placed(name: Token) -> bool:
    """Tell whether a name stands where a place does: "in Quilla"."""
    before = name.doc[name.i - 1].lower_ if name.i else ""
    return before in _PLACING and name.dep_ not in _MODIFIERS


def _is_told(name: Token, label: str) -> bool:
    """Tell whether a name stands as a people's does; "the Treasury say" is a body's."""
    if name.dep_ in _MODIFIERS and name.head.i == name.i + 1:
        return not _TRIBES.isdisjoint(noun_forms(name.head))
    is_the = any(child.lower_ == "the" for child in name.lefts)
    is_one = not name.lower_.endswith("s") and noun_classes(name).isdisjoint({"body"})
    first = name.head if name.dep_ == "conj" else name
    is_people = label == "LOC" and is_the and is_one
    return is_people and first.dep_ == "nsubj" and _is_of_many(first.head)


def _is_of_many(predicate: Token) -> bool:
    """Tell whether a predicate is in the plural: "say", "are", "have gone"."""
    auxiliaries = [x for x in predicate.children if x.dep_ in _AUXILIARIES]
    if auxiliaries:
        return any(each.lower_ in _PLURAL for each in auxiliaries)
    return has_feature(predicate, "Number", "Plur")
