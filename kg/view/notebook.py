"""The network as pyvis makes it, for a notebook that restyles or extends it.

The page of `kg view` draws by itself; this is the same names in the same places as a
`pyvis.network.Network`, which works offline, too.
"""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.network import SAID_ABOUT, to_network
from kg.view import looks
from kg.view.choose import choose, importance
from kg.view.frame import inline
from kg.view.positions import positions

if TYPE_CHECKING:
    from kg.store import Store

_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
# vis-network's names for d3's symbols.
_SHAPES = {
    "circle": "dot",
    "square": "square",
    "triangle": "triangle",
    "diamond": "diamond",
    "cross": "hexagon",
    "star": "star",
    "wye": "triangleDown",
}
# Names stay readable on lines, and lines stay behind names.
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 150},
    "edges": {
        "smooth": False,
        "color": {"color": looks.KINDS["said"][1], "opacity": 0.7},
        "arrows": {"to": {"scaleFactor": 0.4}},
        "scaling": {"min": 1, "max": 6},
    },
}


class Drawing(Network):  # type: ignore[misc]
    """A `pyvis.network.Network` that a notebook shows in place, without a network."""

    def __init__(self) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        environment = Environment(
            loader=PackageLoader("kg.view", "."),
            autoescape=True,
            undefined=StrictUndefined,
        )
        environment.globals["library"] = Markup(_library())
        self.templateEnv, self.path = environment, "network.html.j2"
        self.options = _OPTIONS

    def _repr_html_(self) -> str:
        return str(inline(self.generate_html(), height=560))


def draw(
    store: "Store", *, around: tuple[str, ...] = (), hops: int = 2, limit: int = 60
) -> Drawing:
    """Return the most important names, or those around some keys, as a pyvis network.

    A line runs from who speaks to whom it is about; its value is how many statements
    that were, in the whole graph. Names without a line are left out.
    """
    network = to_network(store)
    choice = choose(network, limit=limit, around=around, hops=hops)
    places = {key: at for at, key in enumerate(choice.keys)}
    said = {
        (places[source], places[target]): count
        for source, target, type_, count in _edges(network)
        if type_ == SAID_ABOUT and source in places and target in places
    }
    most = max((importance(network, key) for key in choice.keys), default=1)
    drawing = Drawing()
    drawn = [
        looks.node(network.nodes[key]["name"], importance(network, key) / max(most, 1))
        for key in choice.keys
    ]
    for at, place in _places(said, drawn).items():
        node = network.nodes[choice.keys[at]]
        drawing.add_node(at, **_node(node, drawn[at]), x=place[0], y=place[1])
    for (source, target), count in sorted(said.items()):
        if source != target:
            drawing.add_edge(source, target, value=count, title=f"{count:,}")
    return drawing


def _edges(network: "nx.MultiDiGraph[str]") -> list[tuple[str, str, str, int]]:
    return [
        (source, target, edge["type"], edge["count"])
        for source, target, edge in network.edges(data=True)
    ]


def _places(
    said: dict[tuple[int, int], int], drawn: list[dict[str, Any]]
) -> dict[int, tuple[int, int]]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(pair for pair in said if pair[0] != pair[1])
    return positions(graph, {at: looks.box(each) for at, each in enumerate(drawn)})[0]


def _node(node: dict[str, Any], drawn: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": "\n".join(drawn["lines"]),
        "title": f"{node['name']} ({node['label']}): says {node['said']:,}, "
        f"spoken about {node['about']:,}",
        "color": looks.LIGHT[node["label"]],
        "shape": _SHAPES[looks.SHAPES[node["label"]]],
        "size": drawn["size"],
        "font": {"size": drawn["font"], "strokeWidth": 4, "strokeColor": "#ffffff"},
        "physics": False,
    }


@cache
def _library() -> str:
    return files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8")
