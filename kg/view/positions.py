"""Place nodes on a plane, community by community, so that no name covers another.

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
_MAJORIZATIONS = 100
_SPREAD_ROUNDS = 300
_EVENNESS = 0.7
# A crowd needs room: all places move outward a little while any two overlap.
_SWELL = 1.002
# Parts as small as this start from their distances, which untangles them.
_FEW = 120
# Communities are drawn together by this factor, as often as it can be.
_TIGHTER, _TIGHTENINGS = 0.95, 60
_GAP = 14.0
# What a laptop's screen leaves beside the legend and the panel is about square.
_ASPECT = 1.5
# Room that edges need, as a multiple of what the boxes cover; communities start far
# apart and are drawn together.
_AIR, _AIR_BETWEEN = 1.5, 4.0


def positions(
    graph: "nx.Graph[int]", boxes: Mapping[int, Box]
) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
    """Return each node's place in pixels, and the number of its community.

    x runs to the right and y downwards; `boxes` gives the width and height that a node
    needs with its name. Each community is laid out by itself, then the communities of
    a connected part, and the parts are packed side by side, the largest first.
    """
    graph = _in_order(graph)
    parts = sorted(
        nx.connected_components(graph), key=lambda part: (-len(part), min(part))
    )
    placed: list[dict[int, Box]] = []
    communities: dict[int, int] = {}
    for part in parts:
        found = _communities(graph, part)
        start = len(set(communities.values()))
        communities |= {
            key: start + at for at, keys in enumerate(found) for key in keys
        }
        placed.append(_place_part(graph, found, boxes))
    return _pack(placed, boxes), communities


def _in_order(graph: "nx.Graph[int]") -> "nx.Graph[int]":
    """Copy a graph so that its nodes and edges come sorted, however it was made."""
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    edges = ((*sorted(pair), data) for *pair, data in graph.edges(data=True))
    ordered.add_edges_from(sorted(edges, key=lambda edge: edge[:2]))
    return ordered


def _communities(graph: "nx.Graph[int]", part: set[int]) -> list[list[int]]:
    """Return the communities of a connected part, the largest first."""
    found = nx.community.louvain_communities(
        _in_order(graph.subgraph(part)), seed=_SEED
    )
    ordered = sorted(found, key=lambda keys: (-len(keys), min(keys)))
    return [sorted(keys) for keys in ordered]


def _place_part(
    graph: "nx.Graph[int]", communities: list[list[int]], boxes: Mapping[int, Box]
) -> dict[int, Box]:
    """Lay out each community of a part, then the communities as if nodes."""
    inner = [_place(graph, keys, boxes, air=_AIR) for keys in communities]
    frames = [_frame(places, boxes) for places in inner]
    sizes = {
        at: (right - left, low - top)
        for at, (left, top, right, low) in enumerate(frames)
    }
    between = _joined(graph, communities)
    outer = _drawn_together(
        _place(between, sorted(sizes), sizes, air=_AIR_BETWEEN, even=False), sizes
    )
    placed: dict[int, Box] = {}
    for at, places in enumerate(inner):
        left, top, right, low = frames[at]
        x, y = outer[at][0] - (left + right) / 2, outer[at][1] - (top + low) / 2
        placed |= {key: (place[0] + x, place[1] + y) for key, place in places.items()}
    return placed


def _joined(graph: "nx.Graph[int]", communities: list[list[int]]) -> "nx.Graph[int]":
    """Return a graph of communities, with the weight of all edges between two."""
    home = {key: at for at, keys in enumerate(communities) for key in keys}
    joined: nx.Graph[int] = nx.empty_graph(len(communities))
    for source, target, weight in graph.edges(sorted(home), data="weight", default=1.0):
        ends = home[source], home[target]
        if ends[0] != ends[1]:
            held = joined.get_edge_data(*ends, default={"weight": 0.0})["weight"]
            joined.add_edge(*ends, weight=held + weight)
    return joined


def _place(
    graph: "nx.Graph[int]",
    keys: list[int],
    boxes: Mapping[int, Box],
    *,
    air: float,
    even: bool = True,
) -> dict[int, Box]:
    if len(keys) == 1:
        return {keys[0]: (0.0, 0.0)}
    sizes = np.array([boxes[key] for key in keys])
    points = _lying(_spring(graph, keys))
    points = _even(points) if even else points
    area = float((sizes[:, 0] * sizes[:, 1]).sum()) * air
    height = math.sqrt(area / _ASPECT)
    points = _stretch(points, np.array([height * _ASPECT, height]))
    points = _spread(points, sizes + _GAP)
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, points, strict=True)}


def _untangled(part: "nx.Graph[int]", start: Mapping[int, Points]) -> dict[int, Points]:
    """Move points until they lie about as far apart as there are links between them.

    Stress majorization (Gansner, Koren and North 2004), all pairs weighing the same;
    what no path joins is set as far apart as the farthest pair.
    """
    steps = np.asarray(nx.floyd_warshall_numpy(part, weight=None))
    steps[np.isinf(steps)] = steps[np.isfinite(steps)].max()
    points = np.array([start[key] for key in part])
    for _ in range(_MAJORIZATIONS):
        apart = np.linalg.norm(points[:, None] - points[None, :], axis=2)
        pull = -np.divide(steps, apart, out=np.zeros_like(steps), where=apart > 1e-9)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = pull @ points / len(points)
    # The springs that follow expect to start within a circle of radius one.
    points /= max(float(np.abs(points).max()), 1e-9)
    return dict(zip(part, points, strict=True))


def _drawn_together(
    places: Mapping[int, Box], boxes: Mapping[int, Box]
) -> dict[int, Box]:
    """Bring places closer along each axis in turn, as far as no two boxes touch."""
    points = np.array([places[key] for key in places])
    reach = _reach(np.array([boxes[key] for key in places]) + _GAP)
    for _ in range(_TIGHTENINGS):
        for axis in range(2):
            closer = points.copy()
            closer[:, axis] *= _TIGHTER
            if not _clash(closer, reach)[1].any():
                points = closer
    return {
        key: (float(x), float(y)) for key, (x, y) in zip(places, points, strict=True)
    }


def _reach(sizes: Points) -> Points:
    """Return how far apart the centres of each two boxes have to be on each axis."""
    reach: Points = (sizes[:, None, :] + sizes[None, :, :]) / 2
    return reach


def _clash(points: Points, reach: Points) -> tuple[Points, NDArray[np.bool_]]:
    """Return how much each two boxes overlap, and which do; each pair once."""
    delta = points[:, None, :] - points[None, :, :]
    overlap = reach - np.abs(delta)
    upper = np.triu(np.ones((len(points), len(points)), dtype=bool), k=1)
    return overlap, (overlap > 0).all(axis=2) & upper


def _spring(graph: "nx.Graph[int]", keys: list[int]) -> Points:
    """Lay one connected part out by its links, the heavier the closer."""
    part: nx.Graph[int] = nx.Graph()
    part.add_nodes_from(keys)
    weights = {
        (min(pair), max(pair)): weight
        for *pair, weight in graph.subgraph(keys).edges(data="weight", default=1.0)
    }
    part.add_weighted_edges_from((*pair, weights[pair]) for pair in sorted(weights))
    start = nx.circular_layout(part)
    if len(keys) <= _FEW:
        start = _untangled(part, start)
    laid = nx.spring_layout(
        part,
        k=1.6 / math.sqrt(len(keys)),
        pos=start,
        seed=_SEED,
        iterations=_ITERATIONS,
    )
    return np.array([laid[key] for key in keys])


def _lying(points: Points) -> Points:
    """Turn points so that they reach farthest from left to right, as screens do."""
    centred = points - points.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    # Which way an axis points is the library's choice: settle it.
    axes *= np.where(axes[:, :1] < 0, -1.0, 1.0)
    turned: Points = centred @ axes.T
    return turned


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
    reach = _reach(sizes)
    for _ in range(_SPREAD_ROUNDS):
        overlap, clash = _clash(points, reach)
        if not clash.any():
            break
        first, second = np.nonzero(clash)
        axis = overlap[first, second].argmin(axis=1)
        amount = overlap[first, second, axis] + 1.0
        before = points[first, axis] < points[second, axis]
        sign = np.where(before, -1.0, 1.0)
        np.add.at(points, (first, axis), sign * amount * 0.5)
        np.add.at(points, (second, axis), -sign * amount * 0.5)
        points *= _SWELL
    return points


def _pack(
    parts: list[dict[int, Box]], boxes: Mapping[int, Box]
) -> dict[int, tuple[int, int]]:
    """Set the parts in rows, left to right, as wide as the largest asks for."""
    frames = [_frame(part, boxes) for part in parts]
    area = sum((right - left) * (low - top) for left, top, right, low in frames)
    widest = max((right - left for left, _, right, _ in frames), default=0.0)
    width = max(widest, math.sqrt(area * _ASPECT))
    placed: dict[int, tuple[int, int]] = {}
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
    part: Mapping[int, Box], boxes: Mapping[int, Box]
) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a part with its names."""
    return (
        min(x - boxes[key][0] / 2 for key, (x, _) in part.items()) - _GAP,
        min(y - boxes[key][1] / 2 for key, (_, y) in part.items()) - _GAP,
        max(x + boxes[key][0] / 2 for key, (x, _) in part.items()) + _GAP,
        max(y + boxes[key][1] / 2 for key, (_, y) in part.items()) + _GAP,
    )
