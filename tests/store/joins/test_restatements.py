"""One utterance in several articles, on either engine."""

from datetime import date

import msgspec
from store.dump import dump
from store.extractions import EXTRACTOR, make_extraction, make_span

from kg.ask import answer
from kg.graph import GraphRows, to_rows
from kg.store import Store

QUOTED = '"The government has squandered every opportunity to negotiate peacefully"'


def quoting(name: str, *, named: bool = True, **options: str | None) -> GraphRows:
    """Return an article that quotes; without `named` it does not say whom."""
    extraction = make_extraction(name, **options)  # type: ignore[arg-type]
    (statement,) = extraction.statements
    statement = msgspec.structs.replace(
        statement,
        form="direct",
        content=(make_span(QUOTED),),
        speakers=statement.speakers if named else (),
    )
    extraction = msgspec.structs.replace(extraction, statements=(statement,))
    return to_rows(extraction, extractor=EXTRACTOR)


def restated(store: Store) -> set[tuple[str, ...]]:
    rows = store.read_statement(
        "MATCH (article)<-[:REPORTED_IN]-(:Statement)-[:RESTATES]->(:Statement)"
        "-[:REPORTED_IN]->(other) RETURN article.id AS one, other.id AS other",
        {},
    )
    return {(row["one"], row["other"]) for row in rows}


def test_restatement_of_the_same_words_needs_neither_days_nor_both_speakers(
    store: Store,
) -> None:
    undated = quoting("b", published=None, said=None)
    unnamed = quoting("c", named=False, published="2025-02-01", said=None)
    stranger = quoting("d", minister="Bo Moe", published=None, said=None)
    store.ingest([unnamed])
    store.ingest([stranger, quoting("a")])
    store.ingest([undated])
    # Without a day an article comes last; two speakers are two utterances.
    assert restated(store) == {("b", "a"), ("b", "c"), ("c", "a"), ("d", "c")}
    assert list(store.check()) == []


def test_restatement_of_the_same_words_hangs_on_no_order(
    store: Store,
) -> None:
    articles = [
        quoting("a"),
        quoting("b", published=None, said=None),
        quoting("c", named=False, said=None),
    ]
    store.ingest(articles)
    before = dump(store)
    for name in "abc":
        store.retract(name)
    for each in reversed(articles):
        store.ingest([each])
    assert dump(store) == before
    store.ingest([quoting("d", published="2024-12-01", said=None)])
    store.retract("d")
    assert dump(store) == before


def test_a_day_told_elsewhere_goes_when_its_article_goes(store: Store) -> None:
    def days() -> list[tuple[date | None, str | None]]:
        found = answer(store, "who-said-what", {"article": "b"}).rows
        return [(row["said"], row["saidBasis"]) for row in found]

    store.ingest([quoting("b", published=None, said=None)])
    assert days() == [(None, None)]
    store.ingest([quoting("a")])
    assert days() == [(date(2024, 11, 1), "other article")]
    store.retract("a")
    assert days() == [(None, None)]
