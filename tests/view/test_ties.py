"""What ties two entities."""

from kg.view.days import Days
from kg.view.tallies import Entry
from kg.view.ties import ties, to_graph

SHOWN = {"a": 0, "b": 1, "c": 2}
DAYS = Days("1970-01-02", "1970-01-02", "stated")


def entry(key, sources, targets):
    return Entry(key, tuple(sources), tuple(targets), DAYS)


def test_ties_keep_the_two_directions_of_a_pair_apart():
    said = [entry("1", "a", "b"), entry("2", "b", "a"), entry("3", "b", "a")]
    (tie,) = ties(said, [], [], SHOWN)
    assert (tie.first, tie.second) == (0, 1)
    assert (tie.there, tie.back) == ([1, 0, 1], [1, 0, 2])


def test_ties_count_an_event_of_two_once():
    (tie,) = ties([], [entry("1", "ab", "ab")], [], SHOWN)
    assert (tie.acts, tie.there, tie.weight) == ([1, 0, 1], [], 1)


def test_ties_hold_the_offices_between_two():
    cards = [{"holder": 2, "institution": 0}, {"holder": 2, "institution": 0}]
    cards.append({"holder": 2, "institution": "Elsewhere"})
    (tie,) = ties([], [], cards, SHOWN)
    assert (tie.first, tie.second, tie.offices) == (0, 2, [0, 1])


def test_ties_leave_out_what_is_not_shown_and_the_speaker_itself():
    said = [entry("1", "a", "z"), entry("2", "a", "a"), entry("3", "", "a")]
    assert ties(said, [], [{"holder": 1, "institution": 1}], SHOWN) == []


def test_to_graph_holds_the_first_names_alone():
    found = ties([entry("1", "a", "b"), entry("2", "a", "c")], [], [], SHOWN)
    assert set(to_graph(found, first=2)) == {0, 1}
    assert set(to_graph(found, first=3)) == {0, 1, 2}
