"""Colours, sizes and lines of the drawing, as vis-network takes them."""

import math
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.view.drawing import ACT, OFFICE, SAID, EventNode, Link

Attributes = dict[str, Any]

# Told apart by people who see no red or no green, too, and readable on white.
COLOURS = {
    "Person": "#2563eb",
    "State": "#c2410c",
    "Organization": "#0f766e",
    "Location": "#a16207",
    "Group": "#7e22ce",
    "Weapon": "#475569",
    "Other": "#78716c",
    "Event": "#db2777",
}
KINDS = {
    SAID: ("said about", "#7c8aa0"),
    ACT: ("takes part in", "#e58bb4"),
    OFFICE: ("holds office", "#3f9d8f"),
}

_INK, _EVENT_INK = "#1f2937", "#9d174d"

OPTIONS: Attributes = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.6,
    },
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 4,
        "scaling": {"label": {"drawThreshold": 7, "maxVisible": 30}},
        "font": {
            "face": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
            "color": _INK,
            "strokeWidth": 4,
            "strokeColor": "#ffffff",
            "vadjust": -2,
        },
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "selectionWidth": 2,
        "hoverWidth": 1,
        "arrowStrikethrough": False,
    },
}

_WRAP = 18
# As many nodes as a screen shows with every name legible.
_FEW = 60
_SMALLEST, _LARGEST = 7, 26
_SMALLEST_FONT, _LARGEST_FONT = 14, 26
_EVENT_SIZE, _EVENT_FONT = 6, 11
# Mean width of a letter, and a line's height, as parts of the font's size.
_LETTER, _LINE = 0.56, 1.25


def entity_node(row: Mapping[str, Any], share: float, crowd: int) -> Attributes:
    """Return an entity's node; `share` is its importance against the greatest.

    In a crowd of nodes the important ones grow, so that their names can be read where
    the whole picture is small.
    """
    root = math.sqrt(share)
    zoom = max(1.0, math.sqrt(crowd / _FEW))
    size = _SMALLEST + (_LARGEST * zoom - _SMALLEST) * root
    font = _SMALLEST_FONT + (_LARGEST_FONT * zoom - _SMALLEST_FONT) * root
    colour = COLOURS[row["label"]]
    return {
        "id": row["key"],
        "label": textwrap.fill(row["name"], _WRAP, max_lines=3, placeholder=" …"),
        "group_label": row["label"],
        "shape": "dot",
        "size": round(size, 1),
        "font": {"size": round(font), "color": _INK},
        "color": _node_colour(colour),
        "title": f"{row['name']} ({row['label']})",
    }


def event_node(key: str, event_type: str, number: int) -> Attributes:
    """Return the node of events of one type among the same parties."""
    label = event_type.lower() + (f" ×{number}" if number > 1 else "")
    return {
        "id": key,
        "label": label,
        "group_label": "Event",
        "shape": "diamond",
        "borderWidthSelected": 2,
        "size": round(_EVENT_SIZE + 2.5 * math.log2(number), 1),
        "font": {"size": _EVENT_FONT, "color": _EVENT_INK},
        "color": _node_colour(COLOURS["Event"]),
        "title": f"{label} (event)",
    }


def box(node: Attributes) -> tuple[float, float]:
    """Return the width and height that a node takes with its name under it."""
    lines = node["label"].split("\n")
    font = node["font"]["size"]
    width = max(len(line) for line in lines) * font * _LETTER
    return max(width, 2 * node["size"]), 2 * node["size"] + len(lines) * font * _LINE


def edges(links: list[Link]) -> list[Attributes]:
    """Return one edge a link, bent so that those between the same two part."""
    bends: defaultdict[tuple[str, str], int] = defaultdict(int)
    drawn = []
    for number, link in enumerate(links):
        pair = (link.source, link.target)
        bends[pair] += 1
        drawn.append(_edge(number, link, bends[pair]))
    return drawn


def legend(
    entities: Iterable[Mapping[str, Any]], events: list[EventNode]
) -> list[Attributes]:
    """Return the labels on the page with colour and count, in the schema's order."""
    counts = Counter(card["label"] for card in entities)
    if events:
        counts["Event"] = len(events)
    return [
        {"label": label, "colour": colour, "count": counts[label]}
        for label, colour in COLOURS.items()
        if counts[label]
    ]


def kinds(found: Iterable[str]) -> list[Attributes]:
    """Return the kinds of link on the page with name, colour and count."""
    counts = Counter(found)
    return [
        {"kind": kind, "name": name, "colour": colour, "count": counts[kind]}
        for kind, (name, colour) in KINDS.items()
        if counts[kind]
    ]


def _edge(number: int, link: Link, bend: int) -> Attributes:
    _, colour = KINDS[link.kind]
    edge: Attributes = {
        "id": number,
        "from": link.source,
        "to": link.target,
        "width": round(1.2 + 1.1 * math.log2(len(link.items)), 1),
        "color": {"color": colour, "highlight": colour, "hover": colour},
        "dashes": [7, 5] if link.kind == OFFICE else link.role == "places",
        "smooth": {
            "enabled": link.kind != ACT,
            "type": "curvedCW",
            "roundness": round(0.13 * bend, 2),
        },
    }
    if link.kind == ACT:
        edge["arrows"] = {"to": {"enabled": link.role != "places"}}
    return edge


def _node_colour(colour: str) -> Attributes:
    state = {"background": colour, "border": "#ffffff"}
    chosen = {"background": colour, "border": "#111827"}
    return {**state, "highlight": chosen, "hover": chosen}
