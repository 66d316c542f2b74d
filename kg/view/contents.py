"""Rows to what the page's panel shows: cards of statements, events and offices.

Everything here is plain lists, strings and numbers; the page writes them as text. An
entity of the page stands in a card as its place in the list of entities, any other as
its name.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from kg.view.days import days_of, iso
from kg.view.marks import marked
from kg.view.rows import Row, ViewRows

Card = dict[str, Any]
# Entities by key, articles by key: where each stands in its list.
Places = Mapping[str, int]

# As the page writes it, without blanks.
_SEPARATORS = (",", ":")
# Of an office that hundreds of articles name, a few sentences prove it.
_REPORTS = 3
_LINK_SCHEMES = ("http", "https")


def article_cards(rows: ViewRows) -> list[Card]:
    """Return the articles, newest first; an address is kept only where it is http."""
    cards = [
        {
            "key": row["key"],
            "id": row["id"],
            "title": row.get("title") or row["id"],
            "source": row.get("source") or "",
            "url": web_address(row.get("url")),
            "date": iso(row.get("published")),
        }
        for row in rows.articles
    ]
    cards.sort(key=lambda card: card["key"])
    cards.sort(key=lambda card: card["date"], reverse=True)
    return cards


def statement_cards(
    rows: ViewRows, entities: Places, articles: Places, *, room: int
) -> list[Card]:
    """Return the statements that `room` bytes hold, newest first.

    Rows that stand first have the better claim to a place. What restates a statement
    is given as its place in this list.
    """
    made = (_statement_card(row, entities, articles) for row in rows.statements)
    cards = _newest_first(_that_fit(made, room))
    numbers = {card["key"]: number for number, card in enumerate(cards)}
    for card in cards:
        keys = sorted(set(card["restates"]) & numbers.keys())
        card["restates"] = [numbers[key] for key in keys]
    return cards


def event_cards(
    rows: ViewRows, entities: Places, articles: Places, *, room: int
) -> list[Card]:
    """Return the events that `room` bytes hold, newest first."""
    made = (_event_card(row, entities, articles) for row in rows.events)
    return _newest_first(_that_fit(made, room))


def office_cards(rows: ViewRows, entities: Places, articles: Places) -> list[Card]:
    """Return one card an office, with each sentence that says so."""
    grouped: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows.offices:
        ends = row["holder"]["key"], row["institution"]["key"]
        grouped[(*ends, row["title"].casefold())].append(row)
    return [
        {
            "holder": _names([reports[0]["holder"]], entities)[0],
            "institution": _names([reports[0]["institution"]], entities)[0],
            "title": reports[0]["title"],
            **_term(reports, articles),
            **_told(reports, articles),
        }
        for _, reports in sorted(grouped.items())
    ]


def relation_cards(
    rows: ViewRows, entities: Places, articles: Places, *, room: int
) -> list[Card]:
    """Return one card a pair and type of relation, as many as `room` bytes hold.

    What more articles say comes first.
    """
    grouped: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows.relations:
        grouped[identity(row)].append(row)
    told = sorted(grouped.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    cards = (
        {
            "subject": _names([reports[0]["subject"]], entities)[0],
            "words": reports[0]["type"].replace("_", " ").lower(),
            "object": _names([reports[0]["object"]], entities)[0],
            **_told(reports, articles),
        }
        for _, reports in told
    )
    return list(_that_fit(cards, room))


def identity(relation: Row) -> tuple[str, str, str]:
    """Return what tells one relation from another: its type and two ends."""
    return relation["type"], relation["subject"]["key"], relation["object"]["key"]


def _told(reports: Sequence[Row], articles: Places) -> Card:
    """Return how often something is told, and the first sentences that tell it."""
    return {
        "reports": [
            {"article": articles[row["article"]], "marks": marked(row)}
            for row in reports[:_REPORTS]
        ],
        "count": len(reports),
    }


def _term(reports: Sequence[Row], articles: Places) -> Card:
    """Return whether and since when an office is held, as the newest article says."""
    newest = min(reports, key=lambda row: (articles[row["article"]], -row["start"]))
    return {
        "status": newest.get("status") or "",
        "since": min(
            (iso(row["since"]) for row in reports if row.get("since")), default=""
        ),
        "until": max(
            (iso(row["until"]) for row in reports if row.get("until")), default=""
        ),
    }


def entity_cards(rows: ViewRows, articles: Places) -> list[Card]:
    """Return the entities with aliases, codes and the newest articles that name them.

    `articles` counts all of these; each pair of `newest` is an article's place and how
    often it names the entity.
    """
    mentions: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows.mentions:
        mentions[row["entity"]].append((articles[row["article"]], row["count"]))
    return [
        {
            "key": row["key"],
            "name": row["name"],
            "label": row["label"],
            "aliases": [
                alias for alias in row.get("aliases") or () if alias != row["name"]
            ],
            "codes": [code for code in (row.get("iso3"), row.get("wikidata")) if code],
            "articles": row.get("articles") or 0,
            "newest": sorted(mentions[row["key"]]),
        }
        for row in rows.entities
    ]


def web_address(address: str | None) -> str:
    """Return an address that a reader may follow, or "" where it is no web page.

    Addresses come from the input, so ``javascript:`` and ``data:`` must not pass.
    """
    if not address:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in _LINK_SCHEMES and parts.netloc else ""


def _statement_card(row: Row, entities: Places, articles: Places) -> Card:
    return {
        "key": row["key"],
        "speakers": _names(row["speakers"], entities),
        "source": row.get("said_by") or "",
        "cue": row.get("cue") or "",
        "about": _names(row["about"], entities),
        "to": _names(row["addressees"], entities),
        "form": row["form"],
        "negated": bool(row["negated"]),
        "when": row.get("dayText") or "",
        "restates": list(row["restates"]),
        "article": articles[row["article"]],
        "marks": marked(row),
        **_period(row),
    }


def _event_card(row: Row, entities: Places, articles: Places) -> Card:
    return {
        "key": row["key"],
        "type": row["type"],
        "mode": row.get("mode") or "",
        "factuality": row["factuality"],
        "asserted": bool(row["asserted"]),
        "actors": _names(row["actors"], entities),
        "recipients": _names(row["recipients"], entities),
        "places": _names(row["places"], entities),
        "article": articles[row["article"]],
        "marks": marked(row),
        **_period(row),
    }


def _period(row: Row) -> Card:
    days = days_of(row)
    return {"from": days.first, "until": days.last, "basis": days.basis}


def _names(ends: Iterable[Row], entities: Places) -> list[int | str]:
    """Return each end once: its place in the list of entities, or else its name."""
    named = {end["key"]: end["name"] for end in ends}
    ordered = sorted(named.items(), key=lambda pair: (pair[1], pair[0]))
    return [entities.get(key, name) for key, name in ordered]


def _that_fit(cards: Iterable[Card], room: int) -> list[Card]:
    """Keep cards, the first ones first, until `room` bytes hold no other."""
    kept = []
    for card in cards:
        room -= len(json.dumps(card, separators=_SEPARATORS)) + 1
        if room < 0:
            break
        kept.append(card)
    return kept


def _newest_first(cards: Sequence[Card]) -> list[Card]:
    ordered = sorted(cards, key=lambda card: (card["article"], card["key"]))
    ordered.sort(key=lambda card: card["from"], reverse=True)
    return ordered
