"""Where every name of the network stands, for few names and for many."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.view import looks
from kg.view.positions import positions
from kg.view.ties import Tie, to_graph


def nodes(entities: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return how each entity is drawn; rows run from the most important on."""
    weights = [weight(row) for row in entities]
    most = max(weights, default=1)
    return [
        looks.node(row["name"], own / most)
        for row, own in zip(entities, weights, strict=True)
    ]


def weight(row: Mapping[str, Any]) -> int:
    """Add up what makes an entity important, as `kg.view.choose` does."""
    return max(
        1, sum(row.get(name) or 0 for name in ("said", "about", "events", "articles"))
    )


def levels(
    ties: Sequence[Tie], drawn: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return a picture for each number of names: place and community of each name.

    Who has no tie among them is left out. `places` are rows of an entity's place in
    the list, x, y and community.
    """
    counts = [level for level in looks.LEVELS if level < len(drawn)] + [len(drawn)]
    return [{"names": count, "places": _places(ties, drawn, count)} for count in counts]


def _places(
    ties: Sequence[Tie], drawn: Sequence[Mapping[str, Any]], count: int
) -> list[tuple[int, int, int, int]]:
    boxes = {at: looks.box(each) for at, each in enumerate(drawn)}
    placed, communities = positions(to_graph(ties, first=count), boxes)
    return [
        # A name stands below its node: the node goes up from the centre of its box.
        (at, x, round(y - boxes[at][1] / 2 + drawn[at]["size"]), communities[at])
        for at, (x, y) in sorted(placed.items())
    ]
