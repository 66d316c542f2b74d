"""What nouns and verbs say of an office: whose it is, and whether it is past."""

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.nouns import is_chief, is_office_noun
from kg.english.trees import dependent_words, has_dependent, has_feature, lemma

_ELECT = words("titles.elect")
_PAST_AUX = frozenset({"was", "were", "been"})
_PRESENT_AUX = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


def is_given_to_object(verb: Token) -> bool:
    """Tell "Moss named Quill chair", "as chair" from "Quill named chair" in a headline.

    The parse may take the two for one: "named [Ada Quill chair]".
    """
    given = [child for child in verb.children if child.dep_ in {"iobj", "obj", "xcomp"}]
    has_as = any("as" in dependent_words(x, "case", "mark") for x in verb.children)
    people = (part for each in given for part in each.lefts if part.dep_ == "compound")
    return (
        has_dependent(verb, "nsubj")
        and bool(given)
        and (len(given) > 1 or has_as or any(x.ent_type_ == "PERSON" for x in people))
    )


def is_over(predicate: Token) -> bool:
    """Tell whether somebody served and no longer does: "he served as mayor"."""
    if lemma(predicate) != "serve" or has_dependent(predicate, "aux", "aux:pass"):
        return False
    return has_feature(predicate, "Tense", "Past")


def is_office(noun: Token) -> bool:
    """Tell whether a noun names an office.

    So does the "elect" of "president-elect", and of executives the chief one.
    """
    if noun.lower_ in _ELECT:
        return any(is_office_noun(child.lower_) for child in noun.lefts)
    return is_chief(noun) or is_office_noun(noun.lemma_.lower())


def is_plural(noun: Token) -> bool:
    """Tell "leaders of the party" from the leader: nobody holds an office of many."""
    return has_feature(noun, "Number", "Plur")


def has_past_copula(token: Token) -> bool:
    """Tell "she was mayor" from "she is mayor" and "she has been mayor since May"."""
    auxiliaries = {child.lower_ for child in token.children if child.dep_ == "aux"}
    return not auxiliaries & _PRESENT_AUX and any(
        child.dep_ == "cop" and child.lower_ in _PAST_AUX for child in token.children
    )
