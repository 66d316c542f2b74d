"""Whom a pronoun does not mean, by what its clause tells of him."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.english.pronouns import REACH
from kg.extract.findings import Candidate
from kg.resolve.article.antecedent_scores import OF_OTHERS
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import before, distance

_ACCUSED = words("people.accused")
_KIN = words("people.kin")
# What tells that somebody is dead: nobody speaks of his own death.
_OF_THE_DEAD = re.compile(
    r" (?:(?:had |has |was |is )?(?:dead|died|killed|buried|murdered)|(?:death|funeral"
    r"|killing|murder|passing|widow|widower))\b"
)


def goes_on_in_doubt(linking: Linking, index: int) -> bool:
    """Tell whether a pronoun speaks on as one does whom nothing told.

    '"I am ill," he said. He said ...': of two men nobody knows which spoke, and then
    the second "He" does not mean who spoke before.
    """
    pronoun = linking.candidates[index]
    if not pronoun.speaks or pronoun.quotation is not None:
        return False
    for other in range(index - 1, -1, -1):
        earlier = linking.candidates[other]
        if distance(pronoun, earlier) > 1:
            return False
        if earlier.speaks and earlier.quotation is None:
            is_other = (
                earlier.lemma != pronoun.lemma or earlier.sentence == pronoun.sentence
            )
            return not is_other and other not in linking.links
    return False


def not_of_the_court(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield who tries or defends or heals, for a pronoun that is accused or tried.

    "Judge Quill said it was theft. He was fined": not the judge, unless the text says
    that he was tried.
    """
    if not linking.candidates[index].kinds:
        return
    for other in before(linking, index, REACH):
        for chain in linking.chains_of(other):
            if chain.words & OF_OTHERS and not chain.words & _ACCUSED:
                yield chain


def bystanders(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield those by name whom nothing ties to a deed that somebody unnamed is tied to.

    "Judge Quill sentenced a teacher. He had abused boys": not the judge. Better nobody
    than the one who has a name.
    """
    pronoun = linking.candidates[index]
    if not (pronoun.involved or pronoun.kinds) or pronoun.number != "singular":
        return
    near = list(before(linking, index, REACH))
    if not any(_is_unnamed_in_deed(linking, other, pronoun) for other in near):
        return
    for other in near:
        for chain in linking.chains_of(other):
            is_named = chain.type == "Person" and chain.is_entity
            if is_named and not _is_involved(linking, chain, index):
                yield chain


def owners_of_kin(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield whose kin a text speaks of right before "she", as a subject.

    "Quill's mother wept. She said her son was ill": not Quill.
    """
    pronoun = linking.candidates[index]
    for other in before(linking, index, 1):
        candidate = linking.candidates[other]
        if not candidate.is_subject:
            continue
        is_kin = candidate.form == "nominal" and candidate.lemma in _KIN
        if is_kin and candidate.gender == pronoun.gender:
            for inner in linking.mentions_inside(other):
                yield from linking.chains_of(inner)
        return


def _is_unnamed_in_deed(linking: Linking, other: int, pronoun: Candidate) -> bool:
    candidate = linking.candidates[other]
    is_one = candidate.label == "PERSON" and candidate.number == "singular"
    is_alike = candidate.gender in (pronoun.gender, None)
    is_tied = candidate.involved or candidate.lemma in _ACCUSED
    chains = list(linking.chains_of(other))
    is_unnamed = all(each.type != "Person" or not each.is_entity for each in chains)
    return (
        candidate.form == "nominal" and is_one and is_alike and is_tied and is_unnamed
    )


def _is_involved(linking: Linking, chain: Chain, index: int) -> bool:
    """Tell whether a person is tied to a deed before a mention."""
    return bool(chain.words & _ACCUSED) or any(
        candidate.involved or "accused" in candidate.kinds
        for other, candidate in enumerate(linking.candidates[:index])
        if chain in linking.chains_of(other)
    )


def who_tells_of_death(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield who speaks, for a pronoun of one who is dead: "Ada said she died"."""
    pronoun = linking.candidates[index]
    if _OF_THE_DEAD.match(linking.article.text, pronoun.end):
        for head in pronoun.said_by:
            for other in linking.with_head(head):
                yield from linking.chains_of(other)
