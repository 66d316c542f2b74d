"""Which organisation a text means by "the company", "the agency", "the union"."""

from collections.abc import Iterator

from kg.english.lexicon import words
from kg.english.nouns import classes_of
from kg.folding import name_key
from kg.resolve.article.chains import Chain, Draft
from kg.resolve.article.salience import before

_SENTENCES = 4
_DECAY = 0.7
_LEAD = 1.15
_TAKING_UP = words("bodies.taking_up")
_AGENCIES = words("bodies.agencies")
# Nouns that fit bodies of every kind.
_ANY = frozenset({"organisation", "organization"})


def prominent_body(draft: Draft, index: int) -> Iterator[tuple[Chain, float, str]]:
    """Yield the organisation that the text speaks of where a noun may stand for it.

    "Wells Fargo paid. The bank said ..." yields the bank; "the court" yields nothing,
    nor does "the company" where two are about as prominent.
    """
    candidate = draft.candidates[index]
    if candidate.lemma not in _TAKING_UP:
        return
    weights: dict[str, float] = {}
    for other in before(draft, index, _SENTENCES):
        there = draft.candidates[other]
        if there.quotation is not None:
            continue
        weight = 1.5 if there.is_subject else 1.0
        weight *= _DECAY ** (candidate.sentence - there.sentence)
        for chain in draft.of(other):
            if chain.type == "Organization" and _fits(chain, candidate.lemma):
                weights[chain.id] = weights.get(chain.id, 0.0) + weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    rest = ranked[1][1] if len(ranked) > 1 else 0.0
    if ranked and ranked[0][1] >= _LEAD * rest:
        yield draft.chains[ranked[0][0]], 0.6, "body the text speaks of"


def _fits(chain: Chain, lemma: str) -> bool:
    """Tell whether a noun may stand for a body, by the kind that its name tells."""
    if not chain.is_entity or lemma in _ANY:
        return chain.is_entity
    kinds = {
        word for word in name_key(chain.name).split() if "body" in classes_of(word)
    } | chain.words
    return not kinds or lemma in kinds or (lemma == "agency" and kinds <= _AGENCIES)
