"""The relations, and what may stand at their ends."""

import pytest

from kg.annotate.relations.types import (
    _ENTITIES,
    KINDS,
    POSSIBLE,
    SYMMETRIC,
    TYPES,
    may_join,
)


@pytest.mark.parametrize(
    ("subject", "type_", "object_", "may"),
    [
        ("PERSON", "SPOUSE_OF", "HE", True),
        ("PERSON", "SPOUSE_OF", "ORG", False),
        ("PERSON", "WORKS_FOR", "ORG", True),
        ("ORG", "WORKS_FOR", "PERSON", False),
        ("ORG", "HEADQUARTERED_IN", "LOC", True),
        ("PERSON", "BORN_IN", "ORG", False),
    ],
)
def test_possible_holds_the_ends_of_relations(subject, type_, object_, may):
    at = KINDS.index(subject), KINDS.index(object_), TYPES.index(type_)
    assert POSSIBLE[at] == may


@pytest.mark.parametrize(
    ("type_", "subject", "object_", "may"),
    [
        ("LOCATED_IN", "Location", "State", True),
        ("LOCATED_IN", "State", "State", False),
        ("CITIZEN_OF", "Person", "Location", False),
        ("HOLDS_POSITION", "State", "Weapon", True),
    ],
)
def test_may_join_holds_entities(type_, subject, object_, may):
    assert may_join(type_, subject, object_) == may


def test_every_relation_says_what_it_may_join():
    assert _ENTITIES.keys() == set(TYPES)


def test_symmetric_relations_may_be_turned():
    for type_ in SYMMETRIC:
        ends = POSSIBLE[:, :, TYPES.index(type_)]
        assert (ends == ends.T).all()
