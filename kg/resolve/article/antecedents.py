"""How likely a mention is what a pronoun means, by where and how it stands."""

import re
from collections import Counter
from collections.abc import Iterable
from math import exp, log

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.article.salience import distance

# How many sentences back an antecedent may be.
WINDOW = 4
_BY_DISTANCE = (1.0, 0.8, 0.45, 0.3, 0.2)
PERSONAL = frozenset({"he", "she", "it", "they"})
_STEPS = 10
# Fitted to the pronouns of GAP by ``kg.train.fit_antecedents``.
WEIGHTS = {
    "both subjects": 0.8,
    "follows": 3.97,
    "further back": -1.39,
    "gender known": 0.38,
    "joined": 0.89,
    "last subject": 0.84,
    "name": 0.98,
    "nominal": -1.63,
    "owner close by": 0.27,
    "persons nearer": -0.21,
    "same sentence": 2.1,
    "steps back": -1.69,
    "subject": 0.4,
    "subject and possessive": -0.24,
    "times": 0.24,
    "two sentences back": -1.3,
}

Antecedents = Iterable[tuple[int, Chain]]


def person_shares(
    draft: Draft, index: int, antecedents: Antecedents
) -> dict[Chain, float]:
    """Return how likely each person is what a pronoun means; the shares add up to 1.

    `antecedents` are mentions with their persons, the nearest first. Each has the
    exponential of its features' weights, and a person the sum over its mentions: a
    log-linear model as of Denis and Baldridge (2008).
    """
    odds: dict[Chain, float] = {}
    for chain, features in person_features(draft, index, antecedents):
        total = sum(WEIGHTS[name] * value for name, value in features.items())
        odds[chain] = odds.get(chain, 0.0) + exp(total)
    whole = sum(odds.values())
    return {chain: share / whole for chain, share in odds.items()}


def person_features(
    draft: Draft, index: int, antecedents: Antecedents
) -> list[tuple[Chain, dict[str, float]]]:
    """Return what tells of each mention whether the pronoun means it.

    Features that a mention lacks are left out.
    """
    found = list(antecedents)
    times = Counter(chain for _, chain in found)
    nearer: set[Chain] = set()
    rows = []
    for other, chain in found:
        shown = _features(draft, index, other)
        shown |= {
            "gender known": float(chain.gender is not None),
            "times": log(times[chain]),
            "persons nearer": float(len(nearer - {chain})),
        }
        nearer.add(chain)
        rows.append((chain, {name: value for name, value in shown.items() if value}))
    return rows


def _features(draft: Draft, index: int, other: int) -> dict[str, float]:
    pronoun, candidate = draft.candidates[index], draft.candidates[other]
    if other > index:
        return {"follows": 1.0}
    back = distance(pronoun, candidate)
    owns = pronoun.lemma not in PERSONAL
    inside, subject = back == 0, candidate.is_subject
    shown = {
        "same sentence": inside,
        "steps back": min(index - other, _STEPS) / _STEPS if inside else 0.0,
        "two sentences back": back == 2,
        "further back": back > 2,
        "subject": subject,
        "last subject": _is_last_subject(draft, index, other),
        "both subjects": subject and pronoun.is_subject,
        "subject and possessive": subject and owns and inside,
        "joined": _is_adjoined(draft, index, other),
        "owner close by": _is_owner(draft, other) and _is_close(pronoun, candidate),
        "name": candidate.form == "name",
        "nominal": candidate.form == "nominal",
    }
    return {name: float(value) for name, value in shown.items()}


def score(draft: Draft, index: int, other: int) -> float:
    """Return how well a mention suits "it" or "they"; the best have about 1.5."""
    pronoun, candidate = draft.candidates[index], draft.candidates[other]
    back = distance(pronoun, candidate)
    total = _BY_DISTANCE[min(back, WINDOW)]
    total += 0.35 if candidate.is_subject else 0.0
    total += 0.1 if candidate.form == "pronoun" else 0.0
    total -= 0.3 if candidate.form == "demonym" else 0.0
    total += 0.1 if _is_last_subject(draft, index, other) else 0.0
    total += 0.5 if _is_adjoined(draft, index, other) else 0.0
    if _is_owner(draft, other):
        total += 0.25 if _is_close(pronoun, candidate) else -0.1
    if candidate.quotation is not None and candidate.quotation != pronoun.quotation:
        total -= 0.4
    if back == 0:
        total -= 0.02 * min(index - other, _STEPS)
    if pronoun.paragraph != candidate.paragraph:
        total -= 0.05
    return total


def _is_last_subject(draft: Draft, index: int, other: int) -> bool:
    """Tell whether a mention is the subject nearest before the pronoun."""
    later = draft.candidates[other + 1 : index]
    return draft.candidates[other].is_subject and not any(c.is_subject for c in later)


def _is_adjoined(draft: Draft, index: int, other: int) -> bool:
    """Tell whether a possessive pronoun is joined on: "Kim Il Sung and his visit"."""
    pronoun = draft.candidates[index]
    gap = draft.between(draft.candidates[other].end, pronoun.start)
    return pronoun.lemma not in PERSONAL and re.fullmatch(r",? and ", gap) is not None


def _is_owner(draft: Draft, other: int) -> bool:
    """Tell whether a mention is a possessor: "Moscow's"."""
    end = draft.candidates[other].end
    return draft.article.text[end : end + 2] in {"'s", "’s"}


def _is_close(pronoun: Candidate, candidate: Candidate) -> bool:
    same = pronoun.sentence == candidate.sentence
    return same and pronoun.start - candidate.end < 60
