"""Choosing what a page shows."""

import networkx as nx
import pytest

from kg.view.choose import choose, importance


@pytest.fixture
def network() -> "nx.MultiDiGraph[str]":
    """Return a chain a-b-c-d, the state c most important, and e that says nothing."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    said = {"a": 1, "b": 2, "c": 9, "d": 1, "e": 0}
    for key, number in said.items():
        label = "State" if key == "c" else "Person"
        counts = {"about": 0, "events": 0, "articles": 1}
        network.add_node(key, name=key, label=label, said=number, **counts)
    for source, target in ("ab", "bc", "cd"):
        network.add_edge(source, target, key="SAID_ABOUT", type="SAID_ABOUT", count=1)
    return network


def test_choose_takes_the_most_important_first(network):
    choice = choose(network, limit=2)
    assert choice.keys == ("c", "b")


def test_choose_counts_what_it_leaves_out_by_label(network):
    choice = choose(network, limit=2)
    assert choice.total == 5
    assert choice.less_important == (("Person", 2),)
    assert choice.unlinked == (("Person", 1),)
    assert choice.farther == ()


def test_choose_breaks_ties_by_key(network):
    assert choose(network, limit=4).keys == ("c", "b", "a", "d")


def test_choose_around_takes_the_nearest_first(network):
    choice = choose(network, limit=10, around=["a"], hops=2)
    assert choice.keys == ("a", "b", "c")
    assert choice.farther == (("Person", 2),)


def test_choose_around_follows_links_against_their_direction(network):
    assert choose(network, limit=10, around=["d"], hops=1).keys == ("d", "c")


def test_choose_around_shows_even_what_says_nothing(network):
    assert choose(network, limit=10, around=["e"], hops=2).keys == ("e",)


def test_choose_around_keeps_what_was_asked_for_under_a_limit(network):
    assert choose(network, limit=1, around=["a"], hops=2).keys == ("a",)


def test_choose_of_an_empty_network_is_empty():
    assert choose(nx.MultiDiGraph(), limit=10).keys == ()


def test_importance_adds_statements_events_and_articles(network):
    assert importance(network, "c") == 10
