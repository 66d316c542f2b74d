"""The network as pyvis makes it."""

from pyvis.network import Network
from store.extractions import make_rows

from kg.store import Store
from kg.view.notebook import draw


def test_draw_gives_a_pyvis_network_of_who_speaks_about_whom(store: Store) -> None:
    store.ingest([make_rows("a"), make_rows("b")])
    drawing = draw(store)
    assert isinstance(drawing, Network)
    labels = {node["id"]: node["label"] for node in drawing.nodes}
    lines = {
        (labels[edge["from"]], labels[edge["to"]]): edge["value"]
        for edge in drawing.edges
    }
    assert lines["Choe Son Hui", "Russia"] == 2
    # Who is tied to nobody by a statement is not drawn.
    assert set(labels.values()) == {name for line in lines for name in line}


def test_draw_shows_in_a_notebook_and_names_no_address(store: Store) -> None:
    store.ingest([make_rows("a")])
    html = draw(store).generate_html()
    assert "vis.Network" in html
    assert "cdn" not in html.replace("cdn_resources", "").split("<script>")[0]
    assert draw(store)._repr_html_().startswith("<iframe")


def test_draw_of_an_empty_graph_is_empty(store: Store) -> None:
    assert draw(store).nodes == []
