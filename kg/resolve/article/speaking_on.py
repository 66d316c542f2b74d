"""Whom a phrase means that goes on speaking: "the official added"."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.english.nouns import HUMAN, classes_of
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.noun_phrases import states_of
from kg.resolve.article.salience import before

# How far back somebody speaks on, and who else has spoken counts.
_SENTENCES = 4
_SENTENCES_OF_OTHERS = 60
# What a speaker is called anew by: "the official", neither "his aide" nor "an aide".
_THE = re.compile(r"the\b(?!.*['’]s\b)", re.IGNORECASE)
_ROLES = frozenset({"calling", "office"})
# Offices by which a text calls the holders of others.
_ANYBODY = frozenset({"boss", "chief", "head", "leader", "official", "speaker"})
_PAST = words("titles.past")
# What tells which one it is, and so that it is another: "the officer on duty".
_TOLD_APART = re.compile(r" (?:at|behind|from|in|on|with) |, an? ")


def who_spoke_last(linking: Linking, index: int) -> Link | None:
    """Return the person who spoke last, for a phrase that speaks on: "the official".

    Only where no other named person has spoken, or nothing told yet what that one is;
    "his aide" and "the Kenyan minister" after a Ghanaian are somebody else.
    """
    candidate = linking.candidates[index]
    if not candidate.speaks or candidate.quotation is not None:
        return None
    last = next(_spoke_before(linking, index, _SENTENCES), None)
    chain = linking.only_chain_of(last) if last is not None else None
    if last is None or chain is None or not _speaks_on(linking, index, chain):
        return None
    if linking.candidates[last].sentence == candidate.sentence:
        return None
    others = _spoke_before(linking, index, _SENTENCES_OF_OTHERS)
    told = {each for other in others for each in linking.chains_of(other)}
    is_alone = not any(_is_named_person(each) and each is not chain for each in told)
    is_told = any(classes_of(word) & HUMAN for word in chain.words)
    # "Senator Quill said ... The opposition senator added".
    is_called = candidate.lemma in chain.words
    is_anybody = candidate.lemma in _ANYBODY or not classes_of(candidate.lemma) & _ROLES
    if is_told and not (is_called or is_anybody):
        # "Ada Quill, her sister, said so. The judge said": somebody else.
        return None
    is_meant = is_alone or not is_told or is_called
    return Link(chain, 0.6, "who spoke last") if is_meant else None


def _spoke_before(linking: Linking, index: int, sentences: int) -> Iterator[int]:
    """Yield who spoke before a mention, in nobody's quotation, the nearest first."""
    for other in before(linking, index, sentences):
        there = linking.candidates[other]
        if there.speaks and there.quotation is None:
            yield other


def is_after_speaker(linking: Linking, index: int) -> bool:
    """Tell whether somebody with a name spoke shortly before a mention."""
    return any(
        _is_named_person(chain)
        for other in _spoke_before(linking, index, _SENTENCES)
        for chain in linking.chains_of(other)
    )


def _is_named_person(chain: Chain) -> bool:
    return chain.type == "Person" and chain.is_entity


def _is_of_another(linking: Linking, index: int, chain: Chain) -> bool:
    """Tell whether the text told of "a clerk" before "the clerk", and of no name."""
    candidate = linking.candidates[index]
    return any(
        other.form == "nominal"
        and other.lemma == candidate.lemma
        and other.text.casefold().startswith(("a ", "an "))
        and chain not in linking.chains_of(place)
        for place, other in enumerate(linking.candidates[:index])
    )


def _speaks_on(linking: Linking, index: int, chain: Chain) -> bool:
    """Tell whether nothing in a phrase says that it is somebody other than a person."""
    candidate = linking.candidates[index]
    if not _is_named_person(chain) or not _THE.match(candidate.text):
        return False
    if not _PAST.isdisjoint(candidate.modifiers) or _TOLD_APART.match(
        linking.article.text, candidate.end
    ):
        return False
    if {candidate.gender, chain.gender} == {"feminine", "masculine"}:
        return False
    if _is_of_another(linking, index, chain):
        return False
    # Who speaks says "I": in his words the minister is another one.
    around = (i for head in candidate.said_by for i in linking.with_head(head))
    if any(chain in linking.chains_of(i) for i in around):
        return False
    states = states_of(linking, index)
    if states:
        return bool(states & chain.states)
    inside = linking.mentions_inside(index)
    named = [linking.candidates[i] for i in inside]
    return all(chain.words & set(each.text.casefold().split()) for each in named)
