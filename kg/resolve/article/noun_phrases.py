"""What a noun phrase tells by itself: is it definite, and whose minister is it."""

import re
from collections.abc import Iterator

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Linking

# Nouns that tell a person's sex and nothing more.
PLAIN_PERSONS = frozenset({"man", "woman", "boy", "girl"})
_NAMING_FORMS = frozenset({"name", "demonym", "metonym"})
_DEFINITE = re.compile(r"(?:the|this|that|these|those|both|neither)\b", re.IGNORECASE)
_SPOKEN_FOR = re.compile(r" spokes(?:man|person|woman)\b")
_INDEFINITE = re.compile(r"an? ", re.IGNORECASE)
_SENTENCES_ON = 3
_OF = re.compile(r"\w+ of (?:the )?")
_SHARED_OF = re.compile(r" and (?:the )?\w+ of (?:the )?")
_POSSESSIVE = re.compile(r".*['’]s? |(?:his|her|its|their|our|my)\b", re.IGNORECASE)


def is_definite(linking: Linking, index: int) -> bool:
    """Tell whether a phrase means something known: "the king", "his aide", "both men".

    In "the secretary and president" the one "the" holds for two persons, so that
    "president" is definite, too. "A king" and "kings" are not. Of "a ministry
    spokesman" the ministry is known.
    """
    candidate = linking.candidates[index]
    if _SPOKEN_FOR.match(linking.article.text, candidate.end):
        return candidate.label == "ORG"
    if _DEFINITE.match(candidate.text) or _POSSESSIVE.match(candidate.text):
        return True
    return _shares_determiner(linking, index) and is_definite(linking, index - 1)


def is_told_of_another(linking: Linking, index: int) -> bool:
    """Tell whether a phrase takes up what the text told of without a name: "a man".

    "A rebel led a faction. The faction": no named body. In "a firm, Quill" the firm
    has its name.
    """
    candidate = linking.candidates[index]
    for other in range(index - 1, -1, -1):
        there = linking.candidates[other]
        if candidate.sentence - there.sentence > _SENTENCES_ON:
            return False
        is_same = there.form == "nominal" and there.lemma == candidate.lemma
        if is_same and there.end <= candidate.start and there.number == "singular":
            chains = list(linking.chains_of(other))
            is_named = any(chain.is_entity for chain in chains)
            return _INDEFINITE.match(there.text) is not None and not is_named
    return False


def _shares_determiner(linking: Linking, index: int) -> bool:
    """Tell whether a person is the second of two that "and" alone joins."""
    if not index:
        return False
    earlier, candidate = linking.candidates[index - 1], linking.candidates[index]
    if earlier.form != "nominal" or not earlier.label == candidate.label == "PERSON":
        return False
    gap = linking.text_between(earlier.end, candidate.start)
    return re.fullmatch(r"\s+and\s+", gap) is not None


def opening_words(candidate: Candidate) -> list[str]:
    """Return the first three words of a phrase in lower case: "the two men"."""
    # Three, for a count may follow an article and "other": "the other two men".
    return re.findall(r"\w+", candidate.text.casefold())[:3]


def states_of(linking: Linking, index: int) -> set[str]:
    """Return the ids of the states that a noun phrase tells it to be of.

    "The Kenyan president", "its president" (of Kenya) and "the president of Kenya" give
    Kenya's; "the president in Kenya" gives none, for that may be a visitor.
    """
    return {chain.key for _, chain in _owning_states(linking, index)}


def named_states(linking: Linking, index: int) -> set[str]:
    """Return the ids of the states that a phrase names to be of.

    "Kenyan troops" names one; "its troops" refers to one without naming it.
    """
    return {
        chain.key
        for inner, chain in _owning_states(linking, index)
        if linking.candidates[inner].form in _NAMING_FORMS
    }


def _owning_states(linking: Linking, index: int) -> Iterator[tuple[int, Chain]]:
    inside = linking.mentions_inside(index)
    owners = [inner for inner in inside if _tells_owner(linking, index, inner)]
    for owner in owners or _shared_owner(linking, index):
        for chain in linking.chains_of(owner):
            if chain.type == "State":
                yield owner, chain


def _shared_owner(linking: Linking, index: int) -> Iterator[int]:
    """Yield the name after "the government and people of", which is that of both."""
    shared = _SHARED_OF.match(linking.article.text, linking.candidates[index].end)
    if shared is not None:
        for other in linking.starting_in(shared.end(), shared.end() + 1):
            if linking.candidates[other].form == "name":
                yield other
                return


def _tells_owner(linking: Linking, index: int, inner: int) -> bool:
    """Tell whether a mention says whose a phrase is: before its head, or after "of".

    All else that follows is where somebody is, or whom somebody deals with; "the
    president of Kenya's union" is not Kenya's.
    """
    whole, part = linking.candidates[index], linking.candidates[inner]
    if part.start < whole.head:
        return True
    gap = linking.text_between(whole.head, part.start)
    return part.end == whole.end and _OF.fullmatch(gap) is not None


def named_organisations(linking: Linking, index: int) -> set[str]:
    """Return the keys of organisations that a phrase names: "Pentagon officials"."""
    return {
        chain.key
        for inner in linking.mentions_inside(index)
        if linking.candidates[inner].form == "name"
        for chain in linking.chains_of(inner)
        if chain.type == "Organization"
    }


def names_its_owner(linking: Linking, index: int) -> bool:
    """Tell whether a phrase names a state, body or place: "a Kremlin aide".

    "An aide" and "his aide" name none.
    """
    return any(
        linking.candidates[inner].form in _NAMING_FORMS
        for inner in linking.mentions_inside(index)
        if inner in linking.links
    )
