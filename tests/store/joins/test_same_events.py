"""One event in several articles, on either engine."""

from datetime import date

import msgspec
import pytest
from store.dump import dump
from store.extractions import EXTRACTOR, make_extraction

from kg.ask import answer
from kg.graph import GraphRows, to_rows
from kg.records import When
from kg.store import Store

DAY = date(2024, 11, 1)


def meeting(name: str, day: date | None = None, **options: str) -> GraphRows:
    """Return an article that tells of a meeting, on a day if one is given."""
    extraction = make_extraction(name, **options)
    (event,) = extraction.events
    when = When(from_=day, to=day, text="then", basis="relative") if day else None
    event = msgspec.structs.replace(event, when=when)
    extraction = msgspec.structs.replace(extraction, events=(event,), statements=())
    extraction = msgspec.structs.replace(
        extraction,
        figures=(),
        events=(msgspec.structs.replace(event, statement=None),),
    )
    return to_rows(extraction, extractor=EXTRACTOR)


def same(store: Store) -> set[tuple[str, str]]:
    rows = store.read_statement(
        "MATCH (article)<-[:REPORTED_IN]-(:Event)-[:SAME_AS]->(:Event)"
        "-[:REPORTED_IN]->(other) RETURN article.id AS one, other.id AS other",
        {},
    )
    return {(row["one"], row["other"]) for row in rows}


def timeline(store: Store) -> list[tuple[object, ...]]:
    rows = answer(store, "timeline", {"of": "Choe"}).rows
    return [(row["happened"], row["article"], row["alsoTold"]) for row in rows]


def test_same_events_lead_from_the_later_article_to_the_earlier(store: Store) -> None:
    store.ingest([meeting("b", published="2024-11-03")])
    store.ingest([meeting("a", DAY), meeting("c", published="2024-12-24")])
    store.ingest([meeting("d", DAY, minister="Bo Moe")])
    assert same(store) == {("b", "a")}
    assert list(store.check()) == []


def test_same_events_hang_on_no_order_and_go_with_their_article(store: Store) -> None:
    articles = [meeting("a", DAY), meeting("b"), meeting("c", DAY)]
    store.ingest(articles)
    before = dump(store)
    store.ingest([meeting("d")])
    assert len(same(store)) == 6
    store.retract("d")
    assert dump(store) == before
    for name in "abc":
        store.retract(name)
    for each in reversed(articles):
        store.ingest([each])
    assert dump(store) == before


def test_timeline_shows_an_event_once_with_all_its_evidence(store: Store) -> None:
    store.ingest([meeting("a"), meeting("b", DAY, published="2024-11-03")])
    # The earlier article does not date it, the later one does.
    assert timeline(store) == [(DAY, "Title of a", ["Title of b: They met."])]
    store.retract("a")
    assert timeline(store) == [(DAY, "Title of b", [])]


@pytest.mark.parametrize("place", ["north korea", "choe"])
def test_timeline_drops_no_event_whose_twin_it_does_not_show(
    store: Store, place: str
) -> None:
    extraction = make_extraction("a")
    (event,) = extraction.events
    placeless = msgspec.structs.replace(event, place=None, statement=None)
    extraction = msgspec.structs.replace(
        extraction, events=(placeless,), statements=(), figures=(), relations=()
    )
    store.ingest([to_rows(extraction, extractor=EXTRACTOR)])
    store.ingest([meeting("b", published="2024-11-03")])
    assert same(store) == {("b", "a")}
    rows = answer(store, "timeline", {"of": place}).rows
    told = "Title of a" if place == "choe" else "Title of b"
    assert [row["article"] for row in rows] == [told]
