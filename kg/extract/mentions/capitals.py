"""Tell a capital as a place from a capital as its state's government."""

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.trees import name_of
from kg.gazetteer.states import find_state

# Before a place: "in Moscow", "outside Kyiv".
_PLACE_CASES = words("places.prepositions")
# Before a place only where something moves: "a visit to Moscow".
_MOTION_CASES = words("places.motion_prepositions") | words("places.goal_prepositions")
_MOTION = words("places.motion_words")
_VISITING = words("places.visiting_verbs")
# Whom a capital before them sends or has: "Moscow officials", not "Moscow bombings".
_GOVERNING = frozenset({"office", "body", "alliance", "people"})
_PLACE_NOUNS = words("places.nouns")
_TOWNS = frozenset({"capital", "city", "town"})
# Before what something is likened to.
_LIKENING = frozenset({"like", "than"})
_OUTSIDE_CLAUSE = frozenset({"ROOT", "nmod:unmarked", "ccomp"})


def is_place(token: Token) -> bool:
    """Tell whether a capital's name is used as a place, not as its government.

    "in Moscow", "a visit to Moscow", "the capital, Moscow" and "Moscow's airport" are
    places; "Moscow said", "Moscow's offensive" and "concessions from Moscow" are not.
    Needs a parse.
    """
    # "MOSCOW" is a dateline: where the report was written.
    if (token.is_upper and len(token.text) > 2) or _is_with_district(token):
        return True
    token = _first_of_coordination(token)
    if _is_town(token) or _is_beside_place(token):
        return True
    case = _case_of(token)
    if case is not None:
        return _is_led_to(token, case)
    if token.dep_ in {"nmod:poss", "compound", "amod"}:
        return _modifies_place(token)
    if token.dep_ in {"obj", "nsubj:pass"}:
        return _lemma(token.head) in _VISITING
    # What no clause takes is a line of its own, or is said of another: "it is Paris".
    return token.dep_ in _OUTSIDE_CLAUSE or _names_its_country(token)


def _is_with_district(token: Token) -> bool:
    """Tell "Washington, D.C." from the government of that name."""
    behind = token.doc[token.i + 1 : token.i + 3].text.replace(".", "")
    return behind.lstrip(", ").startswith("DC")


def _is_led_to(token: Token, case: str) -> bool:
    """Tell whether a preposition before a capital leads to a place."""
    if case in _PLACE_CASES | _LIKENING:
        return True
    if case not in _MOTION_CASES and not (case == "on" and token.head.pos_ == "VERB"):
        return False
    # "came back to Moscow" may have the capital on the adverb.
    above = token.head.head if token.head.pos_ == "ADV" else token.head
    return _lemma(above) in _MOTION or _is_end_of_way(token, case)


def _is_end_of_way(token: Token, case: str) -> bool:
    """Tell whether a capital is one end of a way: "the line from Sofia to Varna"."""
    other = {"from": "to", "to": "from"}.get(case)
    around = (*token.head.children, *token.children, token.head)
    return other is not None and any(
        _case_of(each) == other and each.ent_type_ == "LOC" for each in around
    )


def _is_town(token: Token) -> bool:
    """Tell whether what a capital is listed with is a town and no capital."""
    is_first = any(child.dep_ == "conj" for child in token.children)
    name = name_of(token).text
    return is_first and token.ent_type_ == "LOC" and find_state(name) is None


def _is_beside_place(token: Token) -> bool:
    """Tell whether what stands beside a name is a place: "the capital, Bonn"."""
    above = {token.head} if token.dep_ in {"appos", "compound", "flat"} else set()
    below = {
        child
        for child in token.children
        if child.dep_ in {"appos", "compound", "flat", "nmod:desc"}
    }
    before = token.doc[max(token.left_edge.i, token.i - 1)]
    if any(_lemma(noun) in _TOWNS for noun in (*above, *below, before)):
        return True
    # "the Defence Headquarters, Bonn"
    return token.dep_ == "appos" and token.head.ent_type_ in {"LOC", "ORG"}


def _first_of_coordination(token: Token) -> Token:
    """Return the first of "in Rabat and Madrid", whose preposition holds for all."""
    while (
        token.dep_ == "conj" and token.head.pos_ == "PROPN" and _case_of(token) is None
    ):
        token = token.head
    return token


def _case_of(token: Token) -> str | None:
    """Return the preposition before a name, the last of several: "while in Bonn"."""
    found = [child.lower_ for child in token.lefts if child.dep_ == "case"]
    return found[-1] if found else None


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
