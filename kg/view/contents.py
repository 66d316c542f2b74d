"""Rows to what the page's panel shows: cards of statements, events and offices.

Everything here is plain lists, strings and numbers; the page writes them as text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any
from urllib.parse import urlsplit

from kg.view.marks import marked
from kg.view.rows import Row, ViewRows

Card = dict[str, Any]

_LINK_SCHEMES = ("http", "https")


def article_cards(rows: ViewRows) -> list[Card]:
    """Return the articles, newest first; an address is kept only where it is http."""
    cards = [
        {
            "key": row["key"],
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


def statement_cards(rows: ViewRows, dates: Mapping[str, str]) -> list[Card]:
    """Return the statements, newest first; `dates` gives each article's day."""
    cards = [_statement_card(row, dates) for row in rows.statements]
    return _newest_first(cards)


def keep_newest(cards: list[Card], limit: int) -> tuple[list[Card], int]:
    """Keep `limit` statements, the newest of each pair; also return how many go.

    Every pair of speaker and subject keeps its newest statement before any keeps a
    second one, so that no link of the drawing is lost. `cards` run newest first.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for number, card in enumerate(cards):
        pairs = list(product(_keys(card["speakers"]), _keys(card["about"])))
        ranked.append((min(seen[pair] for pair in pairs), number))
        seen.update(pairs)
    kept = sorted(number for _, number in sorted(ranked)[:limit])
    return [cards[number] for number in kept], len(cards) - len(kept)


def event_cards(rows: ViewRows, dates: Mapping[str, str]) -> list[Card]:
    """Return the events, newest first; `dates` gives each article's day."""
    return _newest_first([_event_card(row, dates) for row in rows.events])


def office_cards(rows: ViewRows) -> list[Card]:
    """Return one card an office, with each sentence that says so."""
    grouped: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows.offices:
        ends = row["holder"]["key"], row["institution"]["key"]
        grouped[(*ends, row["title"].casefold())].append(row)
    return [
        {
            "holder": _name(reports[0]["holder"]),
            "institution": _name(reports[0]["institution"]),
            "title": reports[0]["title"],
            "reports": [
                {"article": row["article"], "marks": marked(row)} for row in reports
            ],
        }
        for _, reports in sorted(grouped.items())
    ]


def entity_cards(rows: ViewRows) -> dict[str, Card]:
    """Return the entities by key, with aliases, codes, counts and articles."""
    mentions: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows.mentions:
        mentions[row["entity"]].append((row["article"], row["count"]))
    return {
        row["key"]: {
            "name": row["name"],
            "label": row["label"],
            "aliases": [
                alias for alias in row.get("aliases") or () if alias != row["name"]
            ],
            "codes": [code for code in (row.get("iso3"), row.get("wikidata")) if code],
            "articles": sorted(mentions[row["key"]]),
        }
        for row in rows.entities
    }


def iso(day: Any) -> str:
    """Return a store's date as an ISO day, or "" where there is none."""
    return "" if day is None else str(day)[:10]


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


def _statement_card(row: Row, dates: Mapping[str, str]) -> Card:
    return {
        "key": row["key"],
        "speakers": _names(row["speakers"]),
        "source": row.get("said_by") or "",
        "cue": row.get("cue") or "",
        "about": _names(row["about"]),
        "to": _names(row["addressees"]),
        "form": row["form"],
        "negated": bool(row["negated"]),
        "when": row.get("saidText") or "",
        "restates": sorted(set(row["restates"])),
        "article": row["article"],
        "marks": marked(row),
        **_said(row, dates[row["article"]]),
    }


def _said(row: Row, published: str) -> Card:
    """Return a statement's days; the article's own only say when it was reported."""
    period = _period(row.get("saidFrom"), row.get("saidTo"), published)
    return period | {"dated": period["dated"] and row.get("saidBasis") != "article"}


def _event_card(row: Row, dates: Mapping[str, str]) -> Card:
    return {
        "key": row["key"],
        "type": row["type"],
        "mode": row.get("mode") or "",
        "factuality": row["factuality"],
        "asserted": bool(row["asserted"]),
        "actors": _names(row["actors"]),
        "recipients": _names(row["recipients"]),
        "places": _names(row["places"]),
        "article": row["article"],
        "marks": marked(row),
        **_period(row.get("from"), row.get("to"), dates[row["article"]]),
    }


def _period(start: Any, end: Any, published: str) -> Card:
    """Return first and last day, and whether only the article's date gives them."""
    if start is None and end is None:
        return {"from": published, "until": published, "dated": False}
    first, last = iso(start) or iso(end), iso(end) or iso(start)
    return {"from": first, "until": last, "dated": True}


def _names(ends: Iterable[Row]) -> list[tuple[str, str]]:
    return sorted({_name(end) for end in ends}, key=lambda pair: (pair[1], pair[0]))


def _keys(names: list[tuple[str, str]]) -> list[str]:
    return [key for key, _ in names] or [""]


def _name(end: Row) -> tuple[str, str]:
    return end["key"], end["name"]


def _newest_first(cards: Sequence[Card]) -> list[Card]:
    ordered = sorted(cards, key=lambda card: (card["article"], card["key"]))
    ordered.sort(key=lambda card: card["from"], reverse=True)
    return ordered
