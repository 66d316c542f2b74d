"""Placing nodes."""

import sys
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
def graph() -> "nx.Graph[int]":
    """Return a star of forty, two cliques with a bridge, and a pair."""
    graph: nx.Graph[int] = nx.star_graph(40)
    graph.add_edges_from(combinations(range(100, 106), 2))
    graph.add_edges_from(combinations(range(110, 116), 2))
    graph.add_edge(100, 110)
    graph.add_edge(200, 201)
    return graph


def test_positions_keep_names_apart(graph):
    boxes = dict.fromkeys(graph, BOX)
    assert overlapping(positions(graph, boxes)[0], boxes) == []


def test_positions_are_the_same_whatever_the_order_of_nodes(graph):
    boxes = dict.fromkeys(graph, BOX)
    other: nx.Graph[int] = nx.Graph()
    other.add_nodes_from(reversed(list(graph)))
    other.add_edges_from(
        (target, source) for source, target in reversed(list(graph.edges))
    )
    assert positions(other, boxes) == positions(graph, boxes)


def test_positions_of_an_empty_graph_are_none():
    assert positions(nx.Graph(), {}) == ({}, {})


def test_positions_take_no_library_that_kg_does_not_install(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    assert positions(graph, dict.fromkeys(graph, BOX))[0]


def test_positions_name_the_communities(graph):
    _, communities = positions(graph, dict.fromkeys(graph, BOX))
    assert communities.keys() == set(graph)
    cliques = [
        {communities[key] for key in range(start, start + 6)} for start in (100, 110)
    ]
    assert [len(found) for found in cliques] == [1, 1]
    assert cliques[0] != cliques[1]


def test_positions_set_communities_side_by_side(graph):
    placed, communities = positions(graph, dict.fromkeys(graph, BOX))

    def frame(community):
        xs, ys = zip(
            *(placed[key] for key in placed if communities[key] == community),
            strict=True,
        )
        return min(xs), min(ys), max(xs), max(ys)

    frames = [frame(each) for each in sorted(set(communities.values()))]
    for (left, top, right, low), (left2, top2, right2, low2) in combinations(frames, 2):
        assert right < left2 or right2 < left or low < top2 or low2 < top
