"""The relations that kg reads, and what may stand at their ends."""

from typing import Final

import numpy as np

from kg.annotate.encoder.arrays import Bools

# In the order of the model's scores; each reads from its subject to its object.
TYPES: Final = (
    *("SPOUSE_OF", "PARENT_OF", "SIBLING_OF", "MEMBER_OF", "WORKS_FOR", "FOUNDED"),
    *("PART_OF", "HEADQUARTERED_IN", "LOCATED_IN", "BORN_IN", "CITIZEN_OF"),
    *("ALLY_OF", "EDUCATED_AT"),
)
# Relations that hold in both directions.
SYMMETRIC: Final = frozenset({"SPOUSE_OF", "SIBLING_OF", "ALLY_OF"})
# What a mention may be: a name by its label, or a pronoun for a person or a thing.
KINDS: Final = ("PERSON", "ORG", "LOC", "NORP", "OTHER", "HE", "IT")

_PERSONS = frozenset({"PERSON", "HE", "IT"})
_BODIES = frozenset({"ORG", "IT", "OTHER", "NORP"})
_PLACES = frozenset({"LOC", "NORP"})
_ANY = _PERSONS | _BODIES | _PLACES
_ENDS: Final = {
    "SPOUSE_OF": (_PERSONS, _PERSONS),
    "PARENT_OF": (_PERSONS, _PERSONS),
    "SIBLING_OF": (_PERSONS, _PERSONS),
    "MEMBER_OF": (_ANY, _BODIES | _PLACES),
    "WORKS_FOR": (_PERSONS, _BODIES | _PLACES),
    "FOUNDED": (_ANY, _BODIES | _PLACES),
    "PART_OF": (_BODIES | _PLACES, _BODIES | _PLACES | {"PERSON", "HE"}),
    "HEADQUARTERED_IN": (_BODIES | _PLACES, _PLACES),
    "LOCATED_IN": (_BODIES | _PLACES, _PLACES),
    "BORN_IN": (_PERSONS, _PLACES),
    "CITIZEN_OF": (_PERSONS, _PLACES),
    "ALLY_OF": (_ANY, _ANY),
    "EDUCATED_AT": (_PERSONS, _BODIES),
}


_PERSON = frozenset({"Person"})
_BODY = frozenset({"Organization", "Group"})
_PLACE = frozenset({"State", "Location"})
_THING = frozenset({"Organization", "Group", "Location", "Other"})
# What the entities at the ends are, as far as one label of names holds several: a state
# is a place, but lies in none.
_ENTITIES: Final = {
    "SPOUSE_OF": (_PERSON, _PERSON),
    "PARENT_OF": (_PERSON, _PERSON),
    "SIBLING_OF": (_PERSON, _PERSON),
    "MEMBER_OF": (_PERSON | _BODY | {"State"}, _BODY),
    "WORKS_FOR": (_PERSON, _BODY | {"State"}),
    "FOUNDED": (_PERSON | _BODY | {"State"}, _THING | {"State"}),
    "PART_OF": (_THING, _BODY | _PLACE),
    "HEADQUARTERED_IN": (_BODY, _PLACE),
    "LOCATED_IN": (_THING, _PLACE),
    "BORN_IN": (_PERSON, _PLACE),
    "CITIZEN_OF": (_PERSON, frozenset({"State"})),
    "ALLY_OF": (_PERSON | _BODY | _PLACE, _PERSON | _BODY | _PLACE),
    "EDUCATED_AT": (_PERSON, _BODY),
}


def may_join(name: str, subject: str, object_: str) -> bool:
    """Tell whether a relation may join entities of two types: no state in a state.

    What is none of `TYPES`, an office, may join any.
    """
    subjects, objects = _ENTITIES.get(name, ((subject,), (object_,)))
    return subject in subjects and object_ in objects


def possible() -> Bools:
    """Return which relations there may be between mentions of two kinds.

    The axes are the subject's kind, the object's, and the relation, by their numbers.
    """
    found = np.zeros((len(KINDS), len(KINDS), len(TYPES)), np.bool_)
    for number, name in enumerate(TYPES):
        subjects, objects = _ENDS[name]
        for row, subject in enumerate(KINDS):
            for column, object_ in enumerate(KINDS):
                found[row, column, number] = subject in subjects and object_ in objects
    return found


POSSIBLE: Final = possible()
