"""Tell whom a family name alone means, from articles that name people in full.

An article that says "Lavrov" and never "Sergei Lavrov" has a person of its own, known
by the family name alone. Where the articles of the months around it name exactly one
person of that family, and in like surroundings, that person is meant. A wrong join is
worse than none: two people of the family, or strange surroundings, give None.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.english.lexicon import words
from kg.gazetteer.family_names import (
    is_common_family_name,
    is_east_asian_family_name,
)
from kg.judgements.judgement import mentioned
from kg.resolve.across.surroundings import context, towns
from kg.resolve.one_article import without_article_key
from kg.resolve.person_names import family_name

# Months before and after an article's own in which people are looked for.
_MONTHS = 3
_PREFIX = "Person:"
# How many states and organizations have to be met around both, and what share that is
# of the article's own. With the full name hidden in 1,447 mentions of 1,106 articles,
# 397 were joined, 2 of them to another person; with two states shared, such as the
# United States and one more, Clintons and Chois were mixed.
_LEAST_SHARED = 3
_LEAST_SCORE = 0.3
# A family name of East Asia is shared by too many people for less.
_LEAST_SCORE_OF_COMMON = 0.6
_SCORE_OF_TOWN = 0.7
_PARTICLES = words("names.particles")
# Ids that are asked about again and again, while an article and a block are read.
_REMEMBERED = 2**16


@dataclass(frozen=True, slots=True)
class Namesake:
    """The judgement that an article's lone name means a person: how sure, and why."""

    entity: str
    person: str
    score: float
    reason: str


@lru_cache(_REMEMBERED)
def family_of(entity: str) -> str | None:
    """Return the family name in a person's id: "lavrov" of "Person:sergey lavrov".

    None for what is no such id: "State:RUS". The id of a name that stands alone may
    hold its article.
    """
    key = name_of(entity)
    is_person = entity.startswith(_PREFIX)
    return family_name(key) if is_person and key.strip() else None


@lru_cache(_REMEMBERED)
def is_lone(entity: str) -> bool:
    """Tell whether an id holds a family name alone: "Person:lavrov"."""
    if family_of(entity) is None:
        return False
    return all(word in _PARTICLES for word in name_of(entity).split()[:-1])


def name_of(entity: str) -> str:
    """Return a person's id without type and article: "lavrov"."""
    return without_article_key(mentioned(entity)[0]).removeprefix(_PREFIX)


def is_full(entity: str) -> bool:
    """Tell whether an id holds a person's full name: "Person:sergey lavrov"."""
    return family_of(entity) is not None and not is_lone(entity)


def itself(person: str) -> str:
    """Return the id under which a person is known where no name has other forms."""
    return person


def namesake(
    entity: str,
    published: date | None,
    entities: Collection[str],
    people: Mapping[str, Collection[str]],
    meant: Callable[[str], str] = itself,
) -> Namesake | None:
    """Return whom a lone name means in an article, None where that is not certain.

    `entity` is the id of the lone name, `published` the article's day, `entities` are
    the ids of all that the article mentions; `people` are those of the name's family
    that articles name in full, each with its surroundings. "Person:lavrov" means
    "Person:sergey lavrov" where he alone of his family is in articles of those months,
    among much the same states. `meant` gives the person known by several names one id.
    """
    family = family_of(entity)
    only = only_person_around(published, people, meant)
    if published is None or only is None:
        return None
    # Where the article names another of the family, the lone name may be that one's.
    if any(each != entity and family_of(each) == family for each in entities):
        return None
    months, own = months_around(published), context(entities)
    met = {each for name in _near(published, people) for each in people[name]}
    shared = {each for each in own if _is_met_with(met, months, each)}
    in_town = [
        each for each in sorted(towns(entities)) if _is_met_with(met, months, each)
    ]
    return _judgement(entity, only, own, shared) or _townsman(entity, only, in_town)


def only_person_around(
    published: date | None,
    people: Mapping[str, Collection[str]],
    meant: Callable[[str], str] = itself,
) -> str | None:
    """Return the one of these people who is met in the months around a day.

    `people` are ids, each with its surroundings; `meant` is as for `namesake`. None
    where there are two, or no day.
    """
    near = _near(published, people)
    if not near:
        return None
    only = meant(near[0])
    return only if all(meant(each) == only for each in near[1:]) else None


def _near(published: date | None, people: Mapping[str, Collection[str]]) -> list[str]:
    if published is None:
        return []
    months = months_around(published)
    return [person for person in sorted(people) if _is_met(people[person], months)]


def _judgement(
    entity: str, person: str, own: Collection[str], shared: Collection[str]
) -> Namesake | None:
    score = round(len(shared) / len(own), 2) if own else 0.0
    is_common = is_east_asian_family_name(family_of(entity) or "")
    least = _LEAST_SCORE_OF_COMMON if is_common else _LEAST_SCORE
    if len(shared) < _LEAST_SHARED or score < least:
        return None
    reason = (
        f"the only full name of the family within {_MONTHS} months; in both: "
        f"{len(shared)} of {len(own)} states and organizations"
    )
    return Namesake(entity, person, score, reason)


def _townsman(entity: str, person: str, in_town: Sequence[str]) -> Namesake | None:
    """Return the one of a rare family name who is met in the same town."""
    if not in_town or is_common_family_name(family_of(entity) or ""):
        return None
    reason = (
        f"the only full name of the family within {_MONTHS} months, which is rare; in "
        f"both: {in_town[0].partition(':')[2]}"
    )
    return Namesake(entity, person, _SCORE_OF_TOWN, reason)


def months_around(day: date) -> list[str]:
    """Return the months, in order, in which a person of the name counts.

    >>> months_around(date(2024, 2, 29))[0]
    '2023-11'
    """
    middle = day.year * 12 + day.month - 1
    # Whole months, so that the graph counts surroundings by month and not by article.
    months = range(middle - _MONTHS, middle + _MONTHS + 1)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]


def _is_met(met: Collection[str], months: Iterable[str]) -> bool:
    # A person whose day nobody knows may be the one meant in any month.
    return "" in met or any(map(met.__contains__, months))


def _is_met_with(met: Collection[str], months: Iterable[str], entity: str) -> bool:
    return any(f"{month} {entity}" in met for month in months)
