"""When and where an entity is met: the month, and the states and bodies beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

# Persons are left out: their own names may be lone, and so stand for other ids.
_CONTEXT = ("State:", "Organization:")
_TOWN = "Location:"


def surroundings(published: date | None, entities: Iterable[str]) -> list[str]:
    """Return what an article says of when and where the people in it are met.

    The month, and the month with each state, organization and place that the article
    mentions: "2024-11", "2024-11 State:RUS". An article without a day has an empty
    month.
    """
    month = "" if published is None else f"{published:%Y-%m}"
    met = sorted(each for each in entities if each.startswith((*_CONTEXT, _TOWN)))
    return [month, *(f"{month} {each}" for each in met)]


def context(entities: Iterable[str]) -> frozenset[str]:
    """Return the states and organizations among entities."""
    return frozenset(each for each in entities if each.startswith(_CONTEXT))


def towns(entities: Iterable[str]) -> frozenset[str]:
    """Return the places among entities that are no states, as the gazetteer has them.

    Who is met in the same town is likelier the same than who is met in the same state.
    """
    return frozenset(each for each in entities if each.startswith(_TOWN))


def articles_in(met: Mapping[str, int]) -> int:
    """Return how many articles are in surroundings that were counted."""
    # Each article has one month, or its absence.
    return sum(
        count for each, count in met.items() if " " not in each and "=" not in each
    )


def counted_with(met: Mapping[str, int], type_: str = "") -> Counter[str]:
    """Return in how many articles each entity is met there, whatever the month.

    `type_` is what the ids have to begin with: "State:".
    """
    counts: Counter[str] = Counter()
    for each, count in met.items():
        entity = each.partition(" ")[2]
        if entity and entity.startswith(type_):
            counts[entity] += count
    return counts
