"""Place nodes on a plane so that neither they nor their names overlap.

All of it is computed before the page is written: the same graph gives the same
picture, and the browser moves nothing.
"""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float]
Points = NDArray[np.float64]

_SEED = 7
_ITERATIONS = 150
_SPREAD_ROUNDS = 300
_EVENNESS = 0.7
# A crowd needs room: all places move outward a little while any two overlap.
_SWELL = 1.002
# Parts as small as this start from their distances, which untangles them.
_FEW = 120
_GAP = 14.0
# What a laptop's screen leaves beside the legend and the panel is about square.
_ASPECT = 1.1
# Room that edges and their arrows need, as a multiple of what the boxes cover.
_AIR = 1.6


def positions(
    graph: "nx.Graph[str]", boxes: Mapping[str, Box]
) -> dict[str, tuple[int, int]]:
    """Return each node's place in pixels, with x to the right and y downwards.

    `boxes` gives the width and height that a node needs with its name. Connected
    parts are laid out one by one and packed side by side, the largest first.
    """
    parts = sorted(
        nx.connected_components(graph), key=lambda part: (-len(part), min(part))
    )
    placed = [_place_part(graph, sorted(part), boxes) for part in parts]
    return _pack(placed, boxes)


def _place_part(
    graph: "nx.Graph[str]", keys: list[str], boxes: Mapping[str, Box]
) -> dict[str, Box]:
    if len(keys) == 1:
        return {keys[0]: (0.0, 0.0)}
    sizes = np.array([boxes[key] for key in keys])
    points = _spring(graph, keys)
    area = float((sizes[:, 0] * sizes[:, 1]).sum()) * _AIR
    height = math.sqrt(area / _ASPECT)
    points = _stretch(_even(points), np.array([height * _ASPECT, height]))
    points = _spread(points, sizes + _GAP)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, points, strict=True)}


def _spring(graph: "nx.Graph[str]", keys: list[str]) -> Points:
    """Lay one connected part out by its links, the heavier the closer."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(keys)
    weights = {
        (min(pair), max(pair)): weight
        for *pair, weight in graph.subgraph(keys).edges(data="weight", default=1.0)
    }
    part.add_weighted_edges_from((*pair, weights[pair]) for pair in sorted(weights))
    start = nx.circular_layout(part)
    if len(keys) <= _FEW:
        start = nx.kamada_kawai_layout(part, pos=start, weight=None)
    laid = nx.spring_layout(
        part,
        k=1.6 / math.sqrt(len(keys)),
        pos=start,
        seed=_SEED,
        iterations=_ITERATIONS,
    )
    return np.array([laid[key] for key in keys])


def _even(points: Points) -> Points:
    """Draw stragglers in and loosen crowds: bring each place closer to its rank."""
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    last = max(len(points) - 1, 1)
    evened: Points = (1 - _EVENNESS) * _stretch(points, np.ones(2))
    evened += _EVENNESS * (ranks / last - 0.5)
    return evened


def _stretch(points: Points, extent: Points) -> Points:
    """Scale points so that they fill a rectangle around the origin."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.where(high - low > 1e-9, high - low, 1.0)
    stretched: Points = ((points - low) / span - 0.5) * extent
    return stretched


def _spread(points: Points, sizes: Points) -> Points:
    """Push boxes apart, along the axis where they overlap least, until none does."""
    points = points.copy()
    reach = (sizes[:, None, :] + sizes[None, :, :]) / 2
    upper = np.triu(np.ones((len(points), len(points)), dtype=bool), k=1)
    for _ in range(_SPREAD_ROUNDS):
        delta = points[:, None, :] - points[None, :, :]
        overlap = reach - np.abs(delta)
        clash = (overlap > 0).all(axis=2) & upper
        if not clash.any():
            break
        first, second = np.nonzero(clash)
        axis = overlap[first, second].argmin(axis=1)
        amount = overlap[first, second, axis] + 1.0
        sign = np.where(delta[first, second, axis] >= 0, 1.0, -1.0)
        np.add.at(points, (first, axis), sign * amount * 0.5)
        np.add.at(points, (second, axis), -sign * amount * 0.5)
        points *= _SWELL
    return points


def _pack(
    parts: list[dict[str, Box]], boxes: Mapping[str, Box]
) -> dict[str, tuple[int, int]]:
    """Set the parts in rows, left to right, as wide as the largest asks for."""
    frames = [_frame(part, boxes) for part in parts]
    area = sum((right - left) * (low - top) for left, top, right, low in frames)
    widest = max((right - left for left, _, right, _ in frames), default=0.0)
    width = max(widest, math.sqrt(area * _ASPECT))
    placed: dict[str, tuple[int, int]] = {}
    x = y = row_height = 0.0
    for part, (left, top, right, low) in zip(parts, frames, strict=True):
        if x > 0 and x + right - left > width:
            x, y, row_height = 0.0, y + row_height + _GAP, 0.0
        for key, (point_x, point_y) in part.items():
            placed[key] = (round(x + point_x - left), round(y + point_y - top))
        x += right - left + _GAP
        row_height = max(row_height, low - top)
    return placed


def _frame(
    part: dict[str, Box], boxes: Mapping[str, Box]
) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a part with its names."""
    return (
        min(x - boxes[key][0] / 2 for key, (x, _) in part.items()) - _GAP,
        min(y - boxes[key][1] / 2 for key, (_, y) in part.items()) - _GAP,
        max(x + boxes[key][0] / 2 for key, (x, _) in part.items()) + _GAP,
        max(y + boxes[key][1] / 2 for key, (_, y) in part.items()) + _GAP,
    )
