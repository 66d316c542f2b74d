"""GraphML that networkx reads."""

from pathlib import Path

import networkx as nx

from kg.export.formats import export
from kg.store.pieces import Piece


def test_networkx_reads_every_node_and_edge(
    pieces: list[Piece], tmp_path: Path
) -> None:
    export(pieces, "graphml", tmp_path / "out", on_note=print)
    graph = nx.read_graphml(tmp_path / "out", force_multigraph=True)
    nodes = [node for each in pieces for node in each.nodes]
    assert set(graph) == {f"{node.label}:{node.key}" for node in nodes}
    assert graph.number_of_edges() == sum(len(each.edges) for each in pieces)
    types = {each["type"] for *_, each in graph.edges(data=True)}
    assert {"SAID", "RESTATES", "REPORTED_IN"} <= types


def test_properties_keep_their_types(pieces: list[Piece], tmp_path: Path) -> None:
    export(pieces, "graphml", tmp_path / "out", on_note=print)
    graph = nx.read_graphml(tmp_path / "out", force_multigraph=True)
    (figure, *_) = (x for _, x in graph.nodes(data=True) if x["label"] == "Figure")
    assert figure["value"] == 8000.0
    statement = next(x for _, x in graph.nodes(data=True) if x["label"] == "Statement")
    assert statement["negated"] is False
    assert statement["saidFrom"] == "2024-11-01"


def test_what_xml_cannot_hold_is_replaced(pieces: list[Piece], tmp_path: Path) -> None:
    export(pieces, "graphml", tmp_path / "out", on_note=print)
    graph = nx.read_graphml(tmp_path / "out", force_multigraph=True)
    titles = [x.get("title", "") for _, x in graph.nodes(data=True)]
    assert any("\ufffd <i>&amp;\\" in each for each in titles)
