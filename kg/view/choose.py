"""Choose the entities that a page shows, by importance or around some of them."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import networkx as nx

# An entity counts as linked where one of these says something of it.
_LINKING_COUNTS = ("said", "about", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The entities that a page shows and what it leaves out, by label.

    `keys` run from the most to the least important. `total` counts the whole graph.
    """

    keys: tuple[str, ...]
    total: int
    around: tuple[str, ...] = ()
    unlinked: tuple[tuple[str, int], ...] = ()
    farther: tuple[tuple[str, int], ...] = ()
    less_important: tuple[tuple[str, int], ...] = ()


def choose(
    network: "nx.MultiDiGraph[str]",
    *,
    limit: int,
    around: Collection[str] = (),
    hops: int = 2,
) -> Choice:
    """Choose at most `limit` entities of a network made by `kg.network.to_network`.

    With `around` (keys), only entities that `hops` links or fewer reach, nearest
    first; else the most important. What only occurs, with no statement, event or
    office, is left out unless asked for.
    """
    steps = _steps(network, around, hops)
    near = [key for key in network if key in steps]
    linked = [key for key in near if _is_linked(network, key) or key in around]
    order = sorted(linked, key=lambda key: (steps[key], -importance(network, key), key))
    return Choice(
        keys=tuple(order[:limit]),
        total=len(network),
        around=tuple(sorted(around)),
        unlinked=_by_label(network, set(near) - set(linked)),
        farther=_by_label(network, set(network) - set(near)),
        less_important=_by_label(network, order[limit:]),
    )


def importance(network: "nx.MultiDiGraph[str]", key: str) -> int:
    """Add up an entity's statements by and about it, events and articles."""
    node = network.nodes[key]
    return int(node["said"] + node["about"] + node["events"] + node["articles"])


def _steps(
    network: "nx.MultiDiGraph[str]", around: Collection[str], hops: int
) -> dict[str, int]:
    """Return how many links each entity in reach is away; 0 for all without around."""
    if not around:
        return dict.fromkeys(network, 0)
    undirected = network.to_undirected(as_view=True)
    steps: dict[str, int] = {}
    for start in sorted(around):
        reached = nx.single_source_shortest_path_length(undirected, start, cutoff=hops)
        for key, distance in reached.items():
            steps[key] = min(distance, steps.get(key, distance))
    return steps


def _is_linked(network: "nx.MultiDiGraph[str]", key: str) -> bool:
    node = network.nodes[key]
    return any(node[name] for name in _LINKING_COUNTS) or network.degree(key) > 0


def _by_label(
    network: "nx.MultiDiGraph[str]", keys: Iterable[str]
) -> tuple[tuple[str, int], ...]:
    counts = Counter(str(network.nodes[key]["label"]) for key in keys)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
