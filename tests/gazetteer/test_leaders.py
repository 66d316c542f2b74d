"""Leaders of states by name and day."""

from datetime import date

from kg.gazetteer.leaders import load_leaders, was_in_office


def test_was_in_office_counts_every_term_of_a_leader() -> None:
    terms = [t for t in load_leaders() if t.name == "Joe Biden"]
    assert len({t.title for t in terms}) > 1
    assert all(was_in_office("Joe Biden", term.since) for term in terms)
    assert not was_in_office("Joe Biden", date(1950, 1, 1))
