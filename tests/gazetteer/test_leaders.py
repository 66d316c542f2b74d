"""Leaders of states by name and day."""

from datetime import date

import pytest

from kg.gazetteer.leaders import leader_by_name, load_leaders, was_in_office


def test_was_in_office_counts_every_term_of_a_leader() -> None:
    terms = [t for t in load_leaders() if t.name == "Joe Biden"]
    assert len({t.title for t in terms}) > 1
    assert all(was_in_office("Joe Biden", term.since) for term in terms)
    assert not was_in_office("Joe Biden", date(1950, 1, 1))


@pytest.mark.parametrize(
    ("short", "surname", "state"),
    [
        ("Gustavo Petro", "Petro", "COL"),
        ("Lula da Silva", "Lula", "BRA"),
        ("Prabowo Subianto", "Prabowo", "IDN"),
        ("Bongbong Marcos", "Marcos", "PHL"),
        ("Bhumibol Adulyadej", "Phumiphon Bhumibol", "THA"),
    ],
)
def test_leader_by_name_knows_the_names_that_papers_use(short, surname, state) -> None:
    leader = leader_by_name(short)
    assert leader is not None
    assert (leader.surname, leader.state) == (surname, state)


def test_leaders_of_one_state_alone_have_their_given_names_in_short() -> None:
    names = {leader.name for leader in load_leaders()}
    assert {"Joseph Kabila", "Joe Biden"} < names
    assert not any("," in name or '"' in name for name in names)
