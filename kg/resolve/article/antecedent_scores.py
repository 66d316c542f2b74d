"""How likely a mention is what a pronoun means, by where and how it stands."""

import re
from collections import Counter
from collections.abc import Iterable
from math import exp, log

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import distance

# How many sentences back an antecedent may be.
WINDOW = 4
# Of a mention in the pronoun's sentence, in the one before, and so on.
_BY_DISTANCE = (1.0, 0.8, 0.45, 0.3, 0.2)
# Any other form is possessive ("his") or reflexive ("himself").
PERSONAL = frozenset({"he", "she", "it", "they"})
# Beyond so many mentions, one more makes none less likely.
_MOST_STEPS = 10
# The most characters from an owner to the pronoun in "Kenya's army and its allies".
_CLOSE = 60
# Fitted to GAP (Webster et al. 2018) by ``kg.train.fit_antecedents``: GAP
# has "he" and "she" alone.
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
# For "it" and "they", which GAP has not: set by hand.
_WEIGHTS_OF_THINGS = {
    "subject": 0.35,
    "pronoun": 0.1,
    "demonym": -0.3,
    "last subject": 0.1,
    "joined": 0.5,
    "owner close by": 0.25,
    "owner far away": -0.1,
    "in other words": -0.4,
    "steps back": -0.02,
    "other paragraph": -0.05,
}

Antecedents = Iterable[tuple[int, Chain]]


def person_shares(
    linking: Linking, index: int, antecedents: Antecedents
) -> dict[Chain, float]:
    """Return how likely each person is what a pronoun means; the shares add up to 1.

    `antecedents` are mentions with their persons, the nearest first. Each has the
    exponential of its features' weights, and a person the sum over its mentions: a
    log-linear model as of Denis and Baldridge (2008). In "Ada Quill ran. Quill met Eve
    Stone. She ..." Quill has two mentions and the greater share.
    """
    odds: dict[Chain, float] = {}
    for chain, features in person_features(linking, index, antecedents):
        total = sum(WEIGHTS[name] * value for name, value in features.items())
        odds[chain] = odds.get(chain, 0.0) + exp(total)
    whole = sum(odds.values())
    return {chain: share / whole for chain, share in odds.items()}


def person_features(
    linking: Linking, index: int, antecedents: Antecedents
) -> list[tuple[Chain, dict[str, float]]]:
    """Return what tells of each mention whether the pronoun means it.

    A row a mention: its person, and the features by the names of `WEIGHTS`. Features
    that a mention lacks are left out.
    """
    found = list(antecedents)
    times = Counter(chain for _, chain in found)
    nearer: set[Chain] = set()
    rows = []
    for other, chain in found:
        shown = _features(linking, index, other)
        shown |= {
            "gender known": float(chain.gender is not None),
            "times": log(times[chain]),
            "persons nearer": float(len(nearer - {chain})),
        }
        nearer.add(chain)
        rows.append((chain, {name: value for name, value in shown.items() if value}))
    return rows


def _features(linking: Linking, index: int, other: int) -> dict[str, float]:
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    if other > index:
        # Only a subject that a fronted phrase precedes: its place says it all.
        return {"follows": 1.0}
    back = distance(pronoun, candidate)
    is_in_sentence, is_subject = back == 0, candidate.is_subject
    is_possessive = pronoun.lemma not in PERSONAL
    steps = min(index - other, _MOST_STEPS) / _MOST_STEPS
    shown = {
        "same sentence": is_in_sentence,
        "steps back": steps if is_in_sentence else 0.0,
        "two sentences back": back == 2,
        "further back": back > 2,
        "subject": is_subject,
        "last subject": _is_last_subject(linking, index, other),
        "both subjects": is_subject and pronoun.is_subject,
        "subject and possessive": is_subject and is_possessive and is_in_sentence,
        "joined": _is_joined_on(linking, index, other),
        "owner close by": _is_owner(linking, other) and _is_close(pronoun, candidate),
        "name": candidate.form == "name",
        "nominal": candidate.form == "nominal",
    }
    return {name: float(value) for name, value in shown.items()}


def thing_score(linking: Linking, index: int, other: int) -> float:
    """Return how well a mention suits "it" or "they"; the best have about 1.5.

    In "Kenya thanked Ghana. It ..." the subject, Kenya, has the better score.
    """
    back = distance(linking.candidates[index], linking.candidates[other])
    total = _BY_DISTANCE[min(back, WINDOW)]
    features = _features_of_thing(linking, index, other)
    for name, weight in _WEIGHTS_OF_THINGS.items():
        total += weight * features[name]
    return total


def _features_of_thing(linking: Linking, index: int, other: int) -> dict[str, float]:
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    is_owner, is_close = _is_owner(linking, other), _is_close(pronoun, candidate)
    is_in_sentence = distance(pronoun, candidate) == 0
    return {
        "subject": candidate.is_subject,
        "pronoun": candidate.form == "pronoun",
        "demonym": candidate.form == "demonym",
        "last subject": _is_last_subject(linking, index, other),
        "joined": _is_joined_on(linking, index, other),
        "owner close by": is_owner and is_close,
        "owner far away": is_owner and not is_close,
        "in other words": candidate.quotation not in {None, pronoun.quotation},
        "steps back": min(index - other, _MOST_STEPS) if is_in_sentence else 0,
        "other paragraph": pronoun.paragraph != candidate.paragraph,
    }


def _is_last_subject(linking: Linking, index: int, other: int) -> bool:
    """Tell whether a mention is the subject nearest before the pronoun."""
    later = linking.candidates[other + 1 : index]
    return linking.candidates[other].is_subject and not any(c.is_subject for c in later)


def _is_joined_on(linking: Linking, index: int, other: int) -> bool:
    """Tell whether "and" joins a possessive pronoun on: "Quill and his son"."""
    pronoun = linking.candidates[index]
    gap = linking.text_between(linking.candidates[other].end, pronoun.start)
    return pronoun.lemma not in PERSONAL and re.fullmatch(r",? and ", gap) is not None


def _is_owner(linking: Linking, other: int) -> bool:
    """Tell whether a mention is a possessor: "Moscow's"."""
    return linking.article.text.startswith(("'s", "’s"), linking.candidates[other].end)


def _is_close(pronoun: Candidate, candidate: Candidate) -> bool:
    is_same_sentence = pronoun.sentence == candidate.sentence
    return is_same_sentence and pronoun.start - candidate.end < _CLOSE
