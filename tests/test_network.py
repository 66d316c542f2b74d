"""The graph as networkx, read from either engine."""

import networkx as nx
from store.extractions import entity_id, make_rows

from kg.network import to_network
from kg.store import Store

CHOE = entity_id("Person", "Choe")
RUSSIA = entity_id("State", "Russia")
HOME = entity_id("State", "North Korea")


def test_to_network_has_an_entity_a_node(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    network = to_network(store)
    assert network.nodes[CHOE] == {
        "name": "Choe Son Hui",
        "label": "Person",
        "said": 2,
        "about": 0,
        "events": 2,
        "articles": 2,
        "mentions": 4,
    }
    assert network.nodes[RUSSIA]["about"] == 2
    # Article a: speaker, subject, home, own group, treaty; b: another group.
    assert len(network) == 6


def test_to_network_joins_entities_by_statements_acts_and_offices(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    network = to_network(store)
    assert network.edges[CHOE, RUSSIA, "SAID_ABOUT"]["count"] == 2
    assert network.edges[CHOE, RUSSIA, "CONSULT"] == {"type": "CONSULT", "count": 2}
    assert network.edges[CHOE, HOME, "TOOK_PLACE_IN"]["count"] == 2
    assert network.edges[CHOE, HOME, "HOLDS_POSITION: foreign minister"] == {
        "type": "HOLDS_POSITION",
        "title": "foreign minister",
        "count": 2,
    }
    assert not network.has_edge(RUSSIA, CHOE)


def test_to_network_counts_within_days(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b", said="2024-10-01")])
    network = to_network(store, since="2024-11-01", until="2024-11-01")
    assert network.edges[CHOE, RUSSIA, "SAID_ABOUT"]["count"] == 1
    assert network.nodes[CHOE]["said"] == 1
    # The events have no date of their own and count by their article's, 2 November.
    assert not network.has_edge(CHOE, RUSSIA, key="CONSULT")
    assert to_network(store, since="2024-11-02").has_edge(CHOE, RUSSIA, key="CONSULT")


def test_to_network_of_an_empty_graph_is_empty(store: Store) -> None:
    assert len(to_network(store)) == 0


def test_to_network_can_be_written_as_graphml(store: Store, tmp_path) -> None:
    store.ingest([make_rows("a")])
    network = to_network(store)
    nx.write_graphml(network, tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert set(read) == set(network)
