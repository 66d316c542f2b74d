"""Put rows, layout and pyvis' own network script into one HTML page.

The page asks nothing of the network. Text from articles reaches it as JSON that is
never run; a content security policy holds the page to its own two scripts, by their
digests, so that markup in an article could not run even where it got into the page.
"""

import base64
import hashlib
import math
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kg.view import style
from kg.view.caption import Undrawn, heading, left_out, shows
from kg.view.choose import Choice
from kg.view.contents import (
    article_cards,
    entity_cards,
    event_cards,
    keep_newest,
    office_cards,
    statement_cards,
)
from kg.view.drawing import (
    EventNode,
    Link,
    event_links,
    event_nodes,
    office_links,
    said_links,
)
from kg.view.positions import positions
from kg.view.rows import Scope, ViewRows

MAX_STATEMENTS = 4000

_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("lists.js", "panel.js", "search.js", "page.js")


def page(
    rows: ViewRows,
    choice: Choice,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    max_statements: int = MAX_STATEMENTS,
) -> str:
    """Return the HTML of one page that shows the rows; it works without a network."""
    articles = article_cards(rows)
    dates = {card["key"]: card["date"] for card in articles}
    entities = entity_cards(rows)
    statements, statements_left = keep_newest(
        statement_cards(rows, dates), max_statements
    )
    events, offices = event_cards(rows, dates), office_cards(rows)
    nodes, lone, rarer = event_nodes(events, entities, limit=scope.limit // 2)
    links = [
        *event_links(nodes),
        *office_links(offices, entities),
        *said_links(statements, entities),
    ]
    undrawn = Undrawn(
        statements_left=statements_left,
        lone_events=lone,
        rarer_events=rarer,
    )
    contents = {
        "entities": entities,
        "statements": statements,
        "events": events,
        "offices": offices,
        "articles": {card["key"]: card for card in articles},
        "groups": {node.key: asdict(node) for node in nodes},
        "links": [asdict(link) for link in links],
        "labels": style.legend(entities.values(), nodes),
        "kinds": style.kinds(link.kind for link in links),
        "leftOut": left_out(choice, undrawn, scope),
        "around": [key for key in choice.keys if key in choice.around],
    }
    return _render(
        _network(rows, nodes, links),
        title=_title(scope),
        counts=heading(rows.totals),
        shows=shows(choice, scope),
        contents=contents,
    )


def _title(scope: Scope) -> str:
    return "Who said what about whom" + (
        f": around {', '.join(scope.around)}" if scope.around else ""
    )


def _network(rows: ViewRows, events: list[EventNode], links: list[Link]) -> Network:
    """Return pyvis' network with every node placed and physics off."""
    most = max((row_weight(row) for row in rows.entities), default=1)
    crowd = len(rows.entities) + len(events)
    nodes = [
        style.entity_node(row, row_weight(row) / most, crowd) for row in rows.entities
    ]
    nodes += [style.event_node(node.key, node.type, len(node.items)) for node in events]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node["id"] for node in nodes)
    graph.add_weighted_edges_from(
        (link.source, link.target, 1 + math.log2(len(link.items)))
        for link in links
        if link.source != link.target
    )
    boxes = {node["id"]: style.box(node) for node in nodes}
    placed = positions(graph, boxes)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [_placed(node, placed[node["id"]], boxes) for node in nodes]
    network.edges = style.edges(links)
    network.options = style.OPTIONS
    return network


def _placed(
    node: dict[str, Any],
    centre: tuple[int, int],
    boxes: dict[str, tuple[float, float]],
) -> dict[str, Any]:
    """Move a node up from the centre of its box, since its name stands below it."""
    _, height = boxes[node["id"]]
    return {
        **node,
        "x": centre[0],
        "y": round(centre[1] - height / 2 + node["size"]),
    }


def row_weight(row: dict[str, Any]) -> int:
    """Add up what makes an entity important, as `kg.view.choose` does."""
    return max(
        1, sum(row.get(name) or 0 for name in ("said", "about", "events", "articles"))
    )


def _render(network: Network, **context: Any) -> str:
    """Let pyvis fill our template: it brings nodes, edges and options itself."""
    code = _code(_SCRIPTS)
    library = _library()
    environment = Environment(
        loader=PackageLoader("kg.view", "."),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    # The order of keys is the order of importance.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    environment.globals.update(
        context,
        library=Markup(library),
        code=Markup(code),
        css=Markup(_read("page.css")),
        script_digests=[_digest(library), _digest(code)],
    )
    network.templateEnv, network.path = environment, "page.html.j2"
    html: str = network.generate_html()
    return html


@cache
def _library() -> str:
    source = files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8")
    return _for_script(source)


@cache
def _code(names: tuple[str, ...]) -> str:
    return _for_script("\n".join(_read(name) for name in names))


@cache
def _read(name: str) -> str:
    return files("kg.view").joinpath(name).read_text(encoding="utf-8")


def _for_script(source: str) -> str:
    """Return a script as a browser will read it, with its lines ended alike."""
    if "</script" in source.lower():
        raise ValueError("a script of the page would end itself")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _digest(script: str) -> str:
    """Return a script's SHA-256 as a content security policy names it."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")
