"""Which gender an article's pronouns tell of the persons that it names."""

from collections import Counter

from kg.english.pronouns import Gender
from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Draft

# Votes that settle a gender, and the share of them that must agree.
_LEAST = 2
_SHARE = 0.75


def learn_genders(draft: Draft) -> None:
    """Set the gender of persons by the pronouns that follow their names.

    "he" or "she" in a name's sentence or in the next one, with nobody else mentioned
    between, counts for it; two that agree settle it. Needs names to be linked.
    """
    votes: dict[str, Counter[Gender]] = {}
    last: tuple[int, Chain] | None = None
    for index, candidate in enumerate(draft.candidates):
        person = _person(draft, index)
        if person is not None:
            last = candidate.sentence, person
        elif candidate.label == "PERSON":
            last = None
        elif last is not None and _tells_gender(candidate):
            sentence, chain = last
            if candidate.sentence - sentence <= 1 and candidate.gender is not None:
                votes.setdefault(chain.id, Counter())[candidate.gender] += 1
    for id_, counts in votes.items():
        chain = draft.chains[id_]
        gender, most = counts.most_common(1)[0]
        if most >= _LEAST and most >= _SHARE * counts.total():
            chain.gender = chain.gender or gender


def _person(draft: Draft, index: int) -> Chain | None:
    chains = list(draft.of(index))
    is_one = len(chains) == 1 and chains[0].type == "Person"
    return chains[0] if is_one and draft.candidates[index].form == "name" else None


def _tells_gender(candidate: Candidate) -> bool:
    """Tell whether a mention is "he", "she" or a form of them outside quotations."""
    return (
        candidate.form == "pronoun"
        and candidate.person == 3
        and candidate.gender in {"feminine", "masculine"}
        and candidate.quotation is None
    )
