"""Tell a capital as a place from a capital as its state's government."""

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.nouns import noun_classes

# Before a place: "in Moscow", "outside Kyiv".
_PLACE_CASES = words("places.prepositions")
# Before a place only where something moves: "a visit to Moscow".
_MOTION_CASES = words("places.motion_prepositions") | words("places.goal_prepositions")
_MOTION = words("places.motion_words")
_VISITING = words("places.visiting_verbs")
# Whom a capital before them sends or has: "Moscow officials", not "Moscow bombings".
_GOVERNING = frozenset({"office", "body", "alliance", "people"})
_PLACE_NOUNS = words("places.nouns")


def is_place(token: Token) -> bool:
    """Tell whether a capital's name is used as a place, not as its government.

    "in Moscow", "a visit to Moscow" and "Moscow's airport" are places; "Moscow said",
    "Moscow's offensive" and "concessions from Moscow" are not. Needs a parse.
    """
    token = _first_of_coordination(token)
    # "MOSCOW" is a dateline: where the report was written.
    if token.is_upper and len(token.text) > 2:
        return True
    case = _case_of(token)
    if case in _PLACE_CASES:
        return True
    if case in _MOTION_CASES:
        return _lemma(token.head) in _MOTION
    if token.dep_ in {"nmod:poss", "compound", "amod"}:
        return _modifies_place(token)
    if token.dep_ in {"obj", "nsubj:pass"}:
        return _lemma(token.head) in _VISITING
    return _names_its_country(token)


def _first_of_coordination(token: Token) -> Token:
    """Return the first of "in Rabat and Madrid", whose preposition holds for all."""
    while (
        token.dep_ == "conj" and token.head.pos_ == "PROPN" and _case_of(token) is None
    ):
        token = token.head
    return token


def _case_of(token: Token) -> str | None:
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            return child.lower_
    return None


def _modifies_place(name: Token) -> bool:
    """Tell "Moscow's airport" and "Moscow's Red Square" from "Moscow's offensive".

    The "Moscow mayor" is of the town; "Moscow's" before an office may be the state's.
    """
    owned, is_possessor = name.head, name.dep_ == "nmod:poss"
    if owned.pos_ == "PROPN" and name.dep_ != "amod":
        return True
    if is_possessor and "office" in noun_classes(owned):
        return False
    if name.dep_ == "compound" and not noun_classes(owned) & _GOVERNING:
        # "offered Moscow cheap oil" may be parsed so, too.
        return not any(part.pos_ == "ADJ" for part in name.doc[name.i : owned.i])
    return _lemma(owned) in _PLACE_NOUNS


def _names_its_country(token: Token) -> bool:
    """Tell whether a comma and a larger place follow: "Kyiv, Ukraine"."""
    return any(
        child.dep_ in {"appos", "nmod:unmarked", "nmod:npmod"}
        and child.ent_type_ == "LOC"
        and child.i > token.i
        for child in token.children
    )


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
