"""Placing nodes."""

from itertools import combinations

import networkx as nx
import pytest

from kg.view.positions import positions

BOX = (120.0, 40.0)


def overlapping(placed, boxes):
    return [
        (a, b)
        for a, b in combinations(placed, 2)
        if abs(placed[a][0] - placed[b][0]) < (boxes[a][0] + boxes[b][0]) / 2
        and abs(placed[a][1] - placed[b][1]) < (boxes[a][1] + boxes[b][1]) / 2
    ]


@pytest.fixture
def graph() -> "nx.Graph[str]":
    """Return a star of forty, a pair, and three nodes alone."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(("hub", f"leaf{number}") for number in range(40))
    graph.add_edge("left", "right")
    graph.add_nodes_from(["alone1", "alone2", "alone3"])
    return graph


def test_positions_keep_names_apart(graph):
    boxes = dict.fromkeys(graph, BOX)
    assert overlapping(positions(graph, boxes), boxes) == []


def test_positions_are_the_same_whatever_the_order_of_nodes(graph):
    boxes = dict.fromkeys(graph, BOX)
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from(reversed(list(graph)))
    other.add_edges_from(
        (target, source) for source, target in reversed(list(graph.edges))
    )
    assert positions(other, boxes) == positions(graph, boxes)


def test_positions_of_an_empty_graph_are_none():
    assert positions(nx.Graph(), {}) == {}


def test_positions_follow_links():
    graph: nx.Graph[str] = nx.path_graph(["a", "b", "c", "d", "e", "f"])
    graph = nx.relabel_nodes(graph, str)
    placed = positions(graph, dict.fromkeys(graph, (10.0, 10.0)))

    def distance(first, second):
        (ax, ay), (bx, by) = placed[first], placed[second]
        return (ax - bx) ** 2 + (ay - by) ** 2

    assert distance("a", "b") < distance("a", "f")
