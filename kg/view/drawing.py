"""Cards to the nodes and edges of the drawing, with what each edge stands for."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from kg.view.contents import Card

ACT, OFFICE, SAID = "act", "office", "said"
_ROLES = ("actors", "recipients", "places")

Pair = tuple[str, str]


@dataclass(slots=True)
class Link:
    """An edge of the drawing: `items` are places in the list of cards of its kind."""

    kind: str
    source: str
    target: str
    items: list[int] = field(default_factory=list)
    role: str = ""


@dataclass(frozen=True, slots=True)
class EventNode:
    """Events of one type among the same parties, drawn as one node."""

    key: str
    type: str
    items: tuple[int, ...]
    ends: tuple[tuple[str, str], ...]


def said_links(statements: list[Card], shown: Mapping[str, Any]) -> list[Link]:
    """Collapse statements to one link from each speaker to each other subject."""
    links: dict[Pair, Link] = {}
    for number, card in enumerate(statements):
        for source, _ in card["speakers"]:
            for target, _ in card["about"]:
                if source != target and source in shown and target in shown:
                    link = links.setdefault(
                        (source, target), Link(SAID, source, target)
                    )
                    link.items.append(number)
    return list(links.values())


def office_links(offices: list[Card], shown: Mapping[str, Any]) -> list[Link]:
    """Join holders of offices to the states and organizations they serve."""
    links: dict[Pair, Link] = {}
    for number, card in enumerate(offices):
        source, target = card["holder"][0], card["institution"][0]
        if source in shown and target in shown:
            link = links.setdefault((source, target), Link(OFFICE, source, target))
            link.items.append(number)
    return list(links.values())


def event_nodes(
    events: list[Card], shown: Mapping[str, Any], *, limit: int
) -> tuple[list[EventNode], int, int]:
    """Group events that join two entities or more, the largest groups first.

    Also return how many events are not drawn: those with fewer than two parties on
    the page, and those past `limit` groups.
    """
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, card in enumerate(events):
        if len(_parties(card) & shown.keys()) > 1:
            groups[_signature(card)].append(number)
    ordered = sorted(groups.values(), key=lambda items: (-len(items), items))
    nodes = [_event_node(events, items, shown) for items in ordered[:limit]]
    joining = sum(len(items) for items in ordered)
    drawn = sum(len(node.items) for node in nodes)
    return nodes, len(events) - joining, joining - drawn


def event_links(nodes: list[EventNode]) -> list[Link]:
    """Join each event's node to those who took part and to its places."""
    return [_event_link(node, role, key) for node in nodes for role, key in node.ends]


def _event_link(node: EventNode, role: str, key: str) -> Link:
    """Point from the actor to the event, and from it to the recipient or place."""
    ends = (key, node.key) if role == "actors" else (node.key, key)
    return Link(ACT, *ends, items=list(node.items), role=role)


def _signature(card: Card) -> tuple[str, ...]:
    """Return type and parties: events that agree in them share one node."""
    parties = (f"{role}:{key}" for role in _ROLES[:2] for key, _ in card[role])
    return (card["type"], *parties)


def _parties(card: Card) -> set[str]:
    return {key for key, _ in chain.from_iterable(card[role] for role in _ROLES)}


def _event_node(
    events: list[Card], items: list[int], shown: Mapping[str, Any]
) -> EventNode:
    first = events[items[0]]
    ends = {
        (role, key): None
        for item in items
        for role in _ROLES
        for key, _ in events[item][role]
        if key in shown
    }
    return EventNode(f"event:{first['key']}", first["type"], tuple(items), tuple(ends))
