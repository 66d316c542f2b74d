"""Third-person pronouns to the chains that they refer back to."""

import re
from collections.abc import Iterator

from kg.extract.findings import Candidate
from kg.resolve.article.antecedents import PERSONAL, WINDOW, person_shares, score
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.article.salience import before, coordination, distance

# What the best antecedent must score, and be ahead of the next; a person's score is
# its probability.
_THRESHOLDS = {"person": (0.4, 0.1), "thing": (1.2, 0.15), "plural": (0.75, 0.05)}
_WHO = re.compile(r",?\s+who\b")
_Scored = tuple[float, tuple[Chain, ...]]


def link_pronoun(draft: Draft, index: int) -> None:
    """Link "he", "she", "it", "they" and their other forms to an antecedent.

    Where two antecedents are about as likely, or the likeliest is no entity, the
    pronoun stays unresolved; so does "it" as an object, which is mostly a thing. "I"
    and "we" wait for the speaker of their quotation.
    """
    pronoun = draft.candidates[index]
    if pronoun.person != 3:
        return
    kind = _kind(pronoun)
    if pronoun.lemma == "it" and not pronoun.is_subject:
        return
    best: dict[tuple[str, ...], _Scored] = {}
    for scored in _antecedents(draft, index, kind):
        ids = tuple(sorted(chain.id for chain in scored[1]))
        if ids not in best or scored[0] > best[ids][0]:
            best[ids] = scored
    ranked = sorted(best.values(), key=lambda scored: -scored[0])
    if not ranked:
        return
    threshold, margin = _THRESHOLDS[kind]
    ahead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    if ranked[0][0] >= threshold and ahead >= margin:
        _link(draft, index, ranked[0][1], ahead)


def _kind(pronoun: Candidate) -> str:
    if pronoun.number == "plural":
        return "plural"
    return "thing" if pronoun.gender == "neuter" else "person"


def _link(draft: Draft, index: int, chains: tuple[Chain, ...], ahead: float) -> None:
    pronoun = draft.candidates[index]
    for chain in chains:
        draft.link(index, chain, round(min(0.5 + ahead, 0.9), 2), "antecedent")
        if chain.type == "Person" and pronoun.gender and chain.gender is None:
            chain.gender = pronoun.gender


def _antecedents(draft: Draft, index: int, kind: str) -> Iterator[_Scored]:
    if kind == "person":
        shares = person_shares(draft, index, person_antecedents(draft, index))
        yield from ((share, (chain,)) for chain, share in shares.items())
        return
    for other, chains in _fitting(draft, index, kind):
        yield score(draft, index, other), chains


def person_antecedents(draft: Draft, index: int) -> Iterator[tuple[int, Chain]]:
    """Yield the mentions of persons that "he" or "she" may mean, the nearest first."""
    for other, chains in _fitting(draft, index, "person"):
        yield other, chains[0]
    yield from _following_subject(draft, index)


def _fitting(
    draft: Draft, index: int, kind: str
) -> Iterator[tuple[int, tuple[Chain, ...]]]:
    """Yield the mentions before a pronoun that it may mean, with their chains."""
    for other in before(draft, index, WINDOW):
        chains = _eligible(draft, other, draft.candidates[index], kind)
        if chains and not _is_barred(draft, index, other):
            yield other, chains


def _eligible(
    draft: Draft, other: int, pronoun: Candidate, kind: str
) -> tuple[Chain, ...]:
    """Return the chains of a mention that agree with the pronoun, all or none."""
    chains = tuple(draft.of(other))
    if kind == "plural":
        return _plural(draft, other, chains)
    if len(chains) != 1:
        return ()
    chain = chains[0]
    if kind == "person":
        return chains if chain.type == "Person" and _agrees(chain, pronoun) else ()
    is_thing = chain.type in {"State", "Organization"} and chain.number == "singular"
    return chains if is_thing else ()


def _agrees(chain: Chain, pronoun: Candidate) -> bool:
    return chain.gender in (pronoun.gender, None)


def _plural(draft: Draft, other: int, chains: tuple[Chain, ...]) -> tuple[Chain, ...]:
    if len(chains) > 1:
        return chains
    together = coordination(draft, other)
    members = tuple(chain for each in together for chain in draft.of(each))
    types = {chain.type for chain in members}
    if len(members) > 1 and len(types & {"Person", "State", "Organization"}) == 1:
        return members
    is_plural = any(chain.number == "plural" for chain in chains)
    return chains if is_plural else ()


def _is_barred(draft: Draft, index: int, other: int) -> bool:
    """Tell whether syntax or the quotation keeps a pronoun from meaning a mention.

    An object is not its own clause's subject ("Lavrov met him", "Hunt, who met him");
    who speaks in a quotation says "I".
    """
    pronoun, candidate = draft.candidates[index], draft.candidates[other]
    if _is_speakers_own(pronoun, candidate):
        return True
    is_quoted = pronoun.quotation is not None and candidate.quotation is None
    if is_quoted and candidate.speaks and distance(pronoun, candidate) == 0:
        return True
    is_object = pronoun.lemma in PERSONAL and not pronoun.is_subject
    if not is_object or distance(pronoun, candidate) > 0:
        return False
    subjects = [i for i in range(other, index) if _has_clause(draft, i)]
    return subjects == [other]


def _has_clause(draft: Draft, index: int) -> bool:
    """Tell whether a mention is a subject, or "who" after it is one."""
    candidate = draft.candidates[index]
    after = _WHO.match(draft.article.text, candidate.end)
    return candidate.is_subject or after is not None


def _is_speakers_own(pronoun: Candidate, candidate: Candidate) -> bool:
    """Tell whether a mention is in words that the pronoun's bearer says.

    '"Bob is late," he said' was not said by Bob.
    """
    return (
        pronoun.speaks
        and pronoun.quotation is None
        and candidate.quotation is not None
        and distance(pronoun, candidate) <= 1
    )


def _following_subject(draft: Draft, index: int) -> Iterator[tuple[int, Chain]]:
    """Yield the subject after a fronted phrase: "In his speech, Putin said"."""
    pronoun = draft.candidates[index]
    if draft.is_after_subject(index) or pronoun.is_subject:
        return
    for other in range(index + 1, min(index + 8, len(draft.candidates))):
        candidate = draft.candidates[other]
        if candidate.sentence != pronoun.sentence:
            return
        if candidate.is_subject:
            gap = draft.between(pronoun.end, candidate.start)
            chains = tuple(draft.of(other)) if candidate.form == "name" else ()
            is_person = len(chains) == 1 and chains[0].type == "Person"
            if is_person and "," in gap and _agrees(chains[0], pronoun):
                yield other, chains[0]
            return
