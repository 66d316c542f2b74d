"""Which gender an article's pronouns tell of the persons that it names."""

from collections import Counter
from collections.abc import Iterator

from kg.english.pronouns import Gender
from kg.resolve.article.chains import Chain, Linking

# A single pronoun may mean somebody whom the model missed: two have to agree, and
# most of all where there are more.
_LEAST_VOTES = 2
_LEAST_SHARE = 0.75


def learn_genders(linking: Linking) -> None:
    """Set the gender of persons by the pronouns that follow their names.

    "Vex Quill left. She was late. Quill said she ..." tells that Quill is a woman. A
    "he" or "she" in a name's sentence or in the next one, with nobody else mentioned
    between, counts for it; two that agree settle it. Needs names to be linked.
    """
    votes: dict[str, Counter[Gender]] = {}
    for chain, gender in _pronouns_after_names(linking):
        votes.setdefault(chain.id, Counter())[gender] += 1
    for chain, gender in _speakers_alone(linking):
        votes.setdefault(chain.id, Counter())[gender] += _LEAST_VOTES
    for id_, counts in votes.items():
        chain = linking.chains[id_]
        gender, most = counts.most_common(1)[0]
        if most >= _LEAST_VOTES and most >= _LEAST_SHARE * counts.total():
            chain.gender = chain.gender or gender


def _pronouns_after_names(linking: Linking) -> Iterator[tuple[Chain, Gender]]:
    """Yield the persons whom "he" or "she" follows, with the pronoun's gender."""
    last: tuple[int, Chain] | None = None
    for index, candidate in enumerate(linking.candidates):
        person = _named_person(linking, index)
        gender = _gender_told(linking, index)
        if person is not None:
            last = candidate.sentence, person
        elif candidate.label == "PERSON":
            # "The minister" may be whom the next pronoun means.
            last = None
        elif last is not None and gender is not None:
            sentence, chain = last
            if candidate.sentence - sentence <= 1:
                yield chain, gender


def _speakers_alone(linking: Linking) -> Iterator[tuple[Chain, Gender]]:
    """Yield who alone speaks by name in a paragraph, and the one gender that does.

    'Vex Quill said he lied. "I saw it," she added': Quill is a woman.
    """
    named: dict[int, dict[str, Chain]] = {}
    told: dict[int, set[Gender]] = {}
    unnamed: set[int] = set()
    for index, candidate in enumerate(linking.candidates):
        if candidate.quotation is not None or not candidate.speaks:
            continue
        person = _named_person(linking, index)
        gender = _gender_told(linking, index)
        if person is not None:
            named.setdefault(candidate.paragraph, {})[person.id] = person
        elif gender is not None:
            told.setdefault(candidate.paragraph, set()).add(gender)
        else:
            unnamed.add(candidate.paragraph)
    for paragraph, genders in told.items():
        people = named.get(paragraph, {})
        if len(people) == len(genders) == 1 and paragraph not in unnamed:
            yield next(iter(people.values())), next(iter(genders))


def _named_person(linking: Linking, index: int) -> Chain | None:
    """Return the person whom a mention names, None for what is no such name."""
    chain = linking.only_chain_of(index)
    is_person = chain is not None and chain.type == "Person"
    return chain if is_person and linking.candidates[index].form == "name" else None


def _gender_told(linking: Linking, index: int) -> Gender | None:
    """Return the gender of "he", "she" and their forms, None for all else.

    In a quotation they mean whom the speaker speaks of, so they tell nothing.
    """
    candidate = linking.candidates[index]
    is_pronoun = candidate.form == "pronoun" and candidate.person == 3
    if not is_pronoun or candidate.quotation is not None:
        return None
    return candidate.gender if candidate.gender != "neuter" else None
