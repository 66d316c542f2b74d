"""Hand-made rows, as the queries of `cypher/view` return them."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.network import Links
from kg.view import Choice, ViewRows
from kg.view.tallies import event_entries, statement_entries

HOSTILE = "</script><img src=x onerror=alert(1)>"
ARTICLE_TEXT = (
    'Preamble. "We will stand by them," Choe Son Hui told Sergei Lavrov on Friday. '
    "She met Lavrov in Moscow."
)


def _end(key: str, name: str) -> dict[str, str]:
    return {"key": key, "name": name}


CHOE, LAVROV = _end("p:choe", "Choe Son Hui"), _end("p:lavrov", "Sergei Lavrov")
RUSSIA, KOREA = _end("s:rus", "Russia"), _end("s:prk", "North Korea")
MOSCOW = _end("l:moscow", "Moscow")
VILLAIN = _end("p:x", HOSTILE)
PUBLISHED = {"a1": "2024-11-02", "a2": "2024-10-21", "a3": None}


def _entity(end: dict[str, str], label: str, **more: Any) -> dict[str, Any]:
    counts = {"said": 0, "about": 0, "events": 0, "articles": 1, "mentions": 1}
    row = {"aliases": [end["name"]], "iso3": None, "wikidata": None, **counts, **more}
    return {**end, "type": label, "label": label, **row}


@pytest.fixture
def make_statement() -> Callable[..., dict[str, Any]]:
    """Return a builder of one statement's row: '"We will stand by them," Choe told'."""

    def build(key: str = "st1", **more: Any) -> dict[str, Any]:
        evidence = ARTICLE_TEXT[10:78]
        row = {
            "key": key,
            "form": "direct",
            "cue": "told",
            "negated": False,
            "day": "2024-11-01",
            "dayTo": "2024-11-01",
            "dayText": "on Friday",
            "dayBasis": "stated",
            "said_by": "Choe Son Hui",
            "speakers": [CHOE],
            "about": [RUSSIA],
            "addressees": [LAVROV],
            "restates": [],
            "article": "a1",
            "start": 10,
            "evidence": evidence,
            "sourceStart": 35,
            "sourceEnd": 47,
            "cueStart": 48,
            "cueEnd": 52,
            "contentStarts": [10],
            "contentEnds": [34],
        }
        return {**row, **more}

    return build


@pytest.fixture
def make_event() -> Callable[..., dict[str, Any]]:
    """Return a builder of one event's row: "She met Lavrov in Moscow."."""

    def build(key: str = "ev1", **more: Any) -> dict[str, Any]:
        row = {
            "key": key,
            "type": "CONSULT",
            "mode": "meet",
            "factuality": "actual",
            "actors": [CHOE],
            "recipients": [LAVROV],
            "places": [MOSCOW],
            "asserted": False,
            "article": "a1",
            "start": ARTICLE_TEXT.index("She met"),
            "evidence": "She met Lavrov in Moscow.",
            "triggerStart": ARTICLE_TEXT.index("met"),
            "triggerEnd": ARTICLE_TEXT.index("met") + 3,
        }
        row = {**row, **more}
        day = PUBLISHED[row["article"]]
        return {"day": day, "dayTo": day, "dayBasis": "article", **row}

    return build


def _flat(statements: list[dict[str, Any]], side: str) -> list[dict[str, Any]]:
    """Return who said what, or about whom, as the flat queries give it."""
    return [
        {"entity": end["key"], "statement": row["key"]}
        for row in statements
        for end in row[side]
    ]


def _parties(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    roles = {"actors": "ACTOR", "recipients": "RECIPIENT", "places": "TOOK_PLACE_IN"}
    return [
        {"entity": end["key"], "role": role, "event": row["key"]}
        for row in events
        for side, role in roles.items()
        for end in row[side]
    ]


@pytest.fixture
def rows(
    make_statement: Callable[..., dict[str, Any]],
    make_event: Callable[..., dict[str, Any]],
) -> ViewRows:
    """Return six entities, four statements, one event and one office.

    The third article and the last entity are hostile: title, address, name, sentence.
    """
    hostile = {
        "speakers": [VILLAIN],
        "about": [CHOE],
        "addressees": [],
        "day": PUBLISHED["a3"],
        "dayTo": PUBLISHED["a3"],
        "dayText": None,
        "dayBasis": "article",
        "article": "a3",
        "evidence": f"{HOSTILE} href {{{{7*7}}}} said",
        "start": 0,
        "sourceStart": 0,
        "sourceEnd": len(HOSTILE),
        "cueStart": None,
        "cueEnd": None,
        "contentStarts": [len(HOSTILE)],
        "contentEnds": [len(HOSTILE) + 5],
    }
    statements = [
        make_statement("st1", restates=["st2"]),
        make_statement("st2", article="a2", restates=["st1"]),
        make_statement(
            "st3",
            speakers=[LAVROV],
            about=[KOREA],
            addressees=[],
            article="a2",
            day="2024-10-20",
            dayTo="2024-10-21",
        ),
        make_statement("st4", **hostile),
    ]
    links = Links(
        said=_flat(statements, "speakers"),
        subjects=_flat(statements, "about"),
        parties=_parties([make_event()]),
    )
    return ViewRows(
        said=statement_entries(links, statements),
        acts=event_entries(links, [make_event()]),
        entities=[
            _entity(CHOE, "Person", aliases=["Choe Son Hui", "Choe"], said=2, about=1),
            _entity(RUSSIA, "State", iso3="RUS", about=2),
            _entity(LAVROV, "Person", said=1, events=1),
            _entity(KOREA, "State", iso3="PRK", about=1),
            _entity(MOSCOW, "Location", events=1),
            _entity(VILLAIN, "Person", said=1),
        ],
        statements=statements,
        events=[make_event()],
        offices=[
            {
                "holder": CHOE,
                "institution": KOREA,
                "title": "foreign minister",
                "article": "a1",
                "start": ARTICLE_TEXT.index("She met"),
                "evidence": "She met Lavrov in Moscow.",
            }
        ],
        mentions=[
            {"entity": "p:choe", "article": "a1", "published": None, "count": 2},
            {"entity": "p:choe", "article": "a2", "published": None, "count": 1},
        ],
        articles=[
            {
                "key": "a1",
                "id": "one",
                "title": "A visit",
                "source": "Wire",
                "url": "https://example.org/a-visit",
                "published": "2024-11-02",
            },
            {
                "key": "a2",
                "id": "two",
                "title": None,
                "source": None,
                "url": None,
                "published": "2024-10-21",
            },
            {
                "key": "a3",
                "id": "three",
                "title": HOSTILE,
                "source": "{{7*7}}",
                "url": "javascript:alert(1)",
                "published": None,
            },
        ],
        totals={
            "articles": 3,
            "undated": 1,
            "statements": 4,
            "events": 1,
            "published_from": "2024-10-21",
            "published_to": "2024-11-02",
        },
    )


@pytest.fixture
def choice(rows: ViewRows) -> Choice:
    """Return a choice of all six entities out of nine."""
    keys = tuple(row["key"] for row in rows.entities)
    return Choice(keys=keys, total=9, unlinked=(("Location", 2), ("Person", 1)))
