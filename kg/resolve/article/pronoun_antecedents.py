"""Third-person pronouns to the chains that they refer back to."""

import re
from collections.abc import Iterator
from typing import Literal

from kg.extract.findings import Candidate
from kg.resolve.article.antecedent_scores import (
    PERSONAL,
    WINDOW,
    person_shares,
    thing_score,
)
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import before, coordination, distance

_Kind = Literal["person", "thing", "plural"]
# What the best antecedent must score, and be ahead of the next; a person's score is
# its probability.
_THRESHOLDS: dict[_Kind, tuple[float, float]] = {
    "person": (0.4, 0.1),
    "thing": (1.2, 0.15),
    "plural": (0.75, 0.05),
}
# How sure a link is that is ahead of the next by nothing, and at the most.
_LEAST_SURE, _MOST_SURE = 0.5, 0.9
# What "they" may mean together: "Kenya and Ghana", but not "Ada Quill and Ghana".
_TYPES_OF_THEY = frozenset({"Person", "State", "Organization"})
_TYPES_OF_IT = frozenset({"State", "Organization"})
# How many mentions after "In his speech," its subject may be.
_AFTER_FRONTED = 7
_WHO = re.compile(r",?\s+who\b")
_Scored = tuple[float, tuple[Chain, ...]]


def link_pronoun(linking: Linking, index: int) -> None:
    """Link "he", "she", "it", "they" and their other forms to an antecedent.

    "Ada Quill met Bob Reed. She left." links "She" to Ada Quill. Where two antecedents
    are about as likely, or the likeliest is no entity, the pronoun stays unresolved; so
    does "it" as an object, which is mostly a thing. "I" and "we" wait for the speaker
    of their quotation.
    """
    pronoun = linking.candidates[index]
    is_mostly_a_thing = pronoun.lemma == "it" and not pronoun.is_subject
    if pronoun.person != 3 or is_mostly_a_thing:
        return
    kind = _kind_of(pronoun)
    ranked = _ranked_antecedents(linking, index, kind)
    if not ranked:
        return
    threshold, margin = _THRESHOLDS[kind]
    score, chains = ranked[0]
    ahead = score - (ranked[1][0] if len(ranked) > 1 else 0.0)
    if score >= threshold and ahead >= margin:
        _link(linking, index, chains, ahead)


def _kind_of(pronoun: Candidate) -> _Kind:
    if pronoun.number == "plural":
        return "plural"
    return "thing" if pronoun.gender == "neuter" else "person"


def _ranked_antecedents(linking: Linking, index: int, kind: _Kind) -> list[_Scored]:
    """Return what a pronoun may mean, each by its best mention, the likeliest first."""
    best: dict[tuple[str, ...], _Scored] = {}
    for scored in _antecedents(linking, index, kind):
        ids = tuple(sorted(chain.id for chain in scored[1]))
        if ids not in best or scored[0] > best[ids][0]:
            best[ids] = scored
    return sorted(best.values(), key=lambda scored: -scored[0])


def _link(
    linking: Linking, index: int, chains: tuple[Chain, ...], ahead: float
) -> None:
    """Link a pronoun to chains; a person without a gender takes the pronoun's."""
    pronoun = linking.candidates[index]
    score = round(min(_LEAST_SURE + ahead, _MOST_SURE), 2)
    for chain in chains:
        linking.link(index, chain, score, "antecedent")
        if chain.type == "Person" and pronoun.gender and chain.gender is None:
            chain.gender = pronoun.gender


def _antecedents(linking: Linking, index: int, kind: _Kind) -> Iterator[_Scored]:
    if kind == "person":
        antecedents = person_antecedents(linking, index)
        for chain, share in person_shares(linking, index, antecedents).items():
            yield share, (chain,)
        return
    for other, chains in _fitting(linking, index, kind):
        yield thing_score(linking, index, other), chains


def person_antecedents(linking: Linking, index: int) -> Iterator[tuple[int, Chain]]:
    """Yield the mentions of persons that "he" or "she" may mean, with their chains.

    The nearest comes first, a subject after the pronoun last: "In his speech, Bob Reed
    said". Persons of the other gender and those that syntax bars are left out.
    """
    for other, chains in _fitting(linking, index, "person"):
        yield other, chains[0]
    yield from _subject_after_fronted(linking, index)


def _fitting(
    linking: Linking, index: int, kind: _Kind
) -> Iterator[tuple[int, tuple[Chain, ...]]]:
    """Yield the mentions before a pronoun that it may mean, with their chains."""
    for other in before(linking, index, WINDOW):
        chains = _chains_that_agree(linking, index, other, kind)
        if chains and not _is_barred(linking, index, other):
            yield other, chains


def _chains_that_agree(
    linking: Linking, index: int, other: int, kind: _Kind
) -> tuple[Chain, ...]:
    """Return the chains of a mention that agree with the pronoun, all or none."""
    if kind == "plural":
        return _chains_of_they(linking, other)
    chain = linking.only_chain_of(other)
    if chain is None:
        return ()
    if kind == "person":
        is_meant = _is_person_of_gender(chain, linking.candidates[index])
    else:
        is_meant = chain.type in _TYPES_OF_IT and chain.number == "singular"
    return (chain,) if is_meant else ()


def _is_person_of_gender(chain: Chain, pronoun: Candidate) -> bool:
    """Tell whether a person's gender is the pronoun's, or not known."""
    return chain.type == "Person" and chain.gender in (pronoun.gender, None)


def _chains_of_they(linking: Linking, other: int) -> tuple[Chain, ...]:
    """Return what "they" may mean by a mention: a list that it closes, or a plural."""
    chains = tuple(linking.chains_of(other))
    if len(chains) > 1:
        return chains
    members = tuple(
        chain
        for member in coordination(linking, other)
        for chain in linking.chains_of(member)
    )
    # A person and a state in one list are rarely "they" together.
    types = {chain.type for chain in members}
    if len(members) > 1 and len(types & _TYPES_OF_THEY) == 1:
        return members
    return chains if any(chain.number == "plural" for chain in chains) else ()


def _is_barred(linking: Linking, index: int, other: int) -> bool:
    """Tell whether syntax or the quotation keeps a pronoun from meaning a mention."""
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    return (
        _is_said_by_pronoun(pronoun, candidate)
        or _is_speaker_around(pronoun, candidate)
        or _is_subject_of_object(linking, index, other)
    )


def _is_said_by_pronoun(pronoun: Candidate, candidate: Candidate) -> bool:
    """Tell whether a mention stands in the words whose source is the pronoun.

    '"Bob is late," he said' was not said by Bob.
    """
    return (
        pronoun.speaks
        and pronoun.quotation is None
        and candidate.quotation is not None
        and distance(pronoun, candidate) <= 1
    )


def _is_speaker_around(pronoun: Candidate, candidate: Candidate) -> bool:
    """Tell whether a mention speaks the quotation that holds the pronoun.

    'Bob said: "He is late"' is not about Bob: who speaks says "I".
    """
    is_quoted = pronoun.quotation is not None and candidate.quotation is None
    return is_quoted and candidate.speaks and distance(pronoun, candidate) == 0


def _is_subject_of_object(linking: Linking, index: int, other: int) -> bool:
    """Tell whether the pronoun is an object of the clause whose subject a mention is.

    "Lavrov met him" and "Hunt, who met him" are not about Lavrov and Hunt; in "Lavrov
    said that Choe met him" Choe alone is barred.
    """
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    is_object = pronoun.lemma in PERSONAL and not pronoun.is_subject
    if not is_object or distance(pronoun, candidate) > 0:
        return False
    subjects = [i for i in range(other, index) if _is_subject_or_its_who_is(linking, i)]
    return subjects == [other]


def _is_subject_or_its_who_is(linking: Linking, index: int) -> bool:
    """Tell whether a mention is a subject, or "who" after it is one."""
    candidate = linking.candidates[index]
    after = _WHO.match(linking.article.text, candidate.end)
    return candidate.is_subject or after is not None


def _subject_after_fronted(linking: Linking, index: int) -> Iterator[tuple[int, Chain]]:
    """Yield the subject after a fronted phrase: "In his speech, Putin said".

    Elsewhere, a pronoun before the name that it means is rare in news.
    """
    pronoun = linking.candidates[index]
    if pronoun.is_subject or linking.is_after_subject(index):
        return
    subject = _next_subject(linking, index)
    if subject is None or linking.candidates[subject].form != "name":
        return
    chain = linking.only_chain_of(subject)
    gap = linking.text_between(pronoun.end, linking.candidates[subject].start)
    if chain is not None and "," in gap and _is_person_of_gender(chain, pronoun):
        yield subject, chain


def _next_subject(linking: Linking, index: int) -> int | None:
    """Return the subject that comes next after a mention in its sentence."""
    sentence = linking.candidates[index].sentence
    last = min(index + _AFTER_FRONTED, len(linking.candidates) - 1)
    for other in range(index + 1, last + 1):
        candidate = linking.candidates[other]
        if candidate.sentence != sentence:
            return None
        if candidate.is_subject:
            return other
    return None
