"""Colours, shapes and sizes of the drawing, in a light and in a dark room."""

import math
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kg.view.ties import Tie

# Any two classes differ by at least 10 in CIE Delta E 2000, also for people who see no
# red or no green; a test holds them to that.
LIGHT = {
    "Person": "#4381d2",
    "State": "#ab3511",
    "Organization": "#27605b",
    "Location": "#c2973a",
    "Group": "#6a0092",
    "Weapon": "#031826",
    "Other": "#8f8f8f",
}
DARK = {
    "Person": "#4db8fe",
    "State": "#c2612d",
    "Organization": "#8ef9b3",
    "Location": "#f4af1f",
    "Group": "#8f55aa",
    "Weapon": "#717171",
    "Other": "#aeaeae",
}
# Names of d3's symbols.
SHAPES = {
    "Person": "circle",
    "State": "square",
    "Organization": "triangle",
    "Location": "diamond",
    "Group": "cross",
    "Weapon": "star",
    "Other": "wye",
}
# Kinds of line: what it is called, its colours, how it is dashed.
KINDS = {
    "said": ("said about", "#7da1d0", "#5174a0", ""),
    "acts": ("event", "#d3896b", "#c36034", "2 4"),
    "offices": ("office", "#07453c", "#b3ece0", "8 5"),
}
# How many names a picture shows at once, the fewest first.
LEVELS = (15, 30, 60, 120)

_WRAP = 18
_SMALLEST, _LARGEST = 5, 17
_SMALLEST_FONT, _LARGEST_FONT = 12, 18
# Mean width of a letter, and a line's height, as parts of the font's size.
_LETTER, _LINE = 0.56, 1.2


def node(name: str, share: float) -> dict[str, Any]:
    """Return a node's lines of text and sizes; `share` is against the most important.

    >>> node("Choe Son Hui", 1.0)
    {'lines': ['Choe Son Hui'], 'size': 17, 'font': 18}
    """
    root = math.sqrt(share)
    return {
        "lines": textwrap.wrap(name, _WRAP, max_lines=3, placeholder=" …") or [""],
        "size": round(_SMALLEST + (_LARGEST - _SMALLEST) * root),
        "font": round(_SMALLEST_FONT + (_LARGEST_FONT - _SMALLEST_FONT) * root),
    }


def box(drawn: Mapping[str, Any]) -> tuple[float, float]:
    """Return the width and height that a node takes with its name under it."""
    width = max(len(line) for line in drawn["lines"]) * drawn["font"] * _LETTER
    height = 2 * drawn["size"] + len(drawn["lines"]) * drawn["font"] * _LINE
    return max(width, 2 * drawn["size"]), height


def legend(entities: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the labels on the page with shape and count, in the schema's order."""
    counts = Counter(card["label"] for card in entities)
    return [
        {"label": label, "shape": SHAPES[label], "count": counts[label]}
        for label in LIGHT
        if counts[label]
    ]


def kinds(found: Iterable[Tie]) -> list[dict[str, Any]]:
    """Return the kinds of line on the page with name and dashes."""
    ties = list(found)
    there = {
        "said": any(tie.there or tie.back for tie in ties),
        "acts": any(tie.acts for tie in ties),
        "offices": any(tie.offices for tie in ties),
    }
    return [
        {"kind": kind, "name": name, "dashes": dashes}
        for kind, (name, _, _, dashes) in KINDS.items()
        if there[kind]
    ]


def colour_rules() -> str:
    """Return the colours as rules of a style sheet, for light and for dark."""
    light = {**LIGHT, **{kind: each[1] for kind, each in KINDS.items()}}
    dark = {**DARK, **{kind: each[2] for kind, each in KINDS.items()}}
    fills = (f".fill-{name} {{ fill: var(--of-{name}); }}" for name in (*LIGHT, "said"))
    strokes = (f".stroke-{kind} {{ stroke: var(--of-{kind}); }}" for kind in KINDS)
    return "\n".join(
        [
            f":root {{ {_variables(light)} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(dark)} }} }}",
            *fills,
            *strokes,
            "",
        ]
    )


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--of-{name}: {colour};" for name, colour in colours.items())
