"""Spark joins what articles say to the very graph of a batch."""

from collections.abc import Iterable, Sequence

import msgspec
import pytest
from pyspark.sql import SparkSession
from store.extractions import make_extraction
from store.joins.test_namesakes import STATES
from store.joins.test_namesakes import person as named
from store.pieces_dump import dump_pieces

from kg.build import load
from kg.errors import ArticleError
from kg.records import Extraction, to_json
from kg.spark import pieces
from kg.store.batch import Batch
from kg.store.pieces import Piece

pytestmark = pytest.mark.spark


def by_batch(extractions: Iterable[Extraction]) -> list[Piece]:
    with Batch() as batch:
        load(extractions, batch, on_note=print)
        return list(batch.pieces())


def by_spark(
    spark: SparkSession, lines: Sequence[str]
) -> tuple[list[Piece], list[str]]:
    said: list[str] = []
    table = spark.createDataFrame([(each,) for each in lines], "extraction string")

    def refuse(error: ArticleError) -> None:
        said.append(str(error))

    return list(pieces(table, on_note=said.append, on_refused=refuse)), said


def told(id_: str, text: str = "", **options: str | None) -> Extraction:
    return make_extraction(id_, text, **options)  # type: ignore[arg-type]


def naming(id_: str, person: str, published: str = "2024-11-02") -> Extraction:
    """Return an extraction that names a person and some states, and no more."""
    nobody = msgspec.structs.replace(
        told(id_, published=published), statements=(), events=(), relations=()
    )
    entities = (named(person), *STATES)
    return msgspec.structs.replace(nobody, entities=entities, figures=())


NEWS = [
    # Statements, events and offices that recur.
    *(told(x) for x in "cab"),
    # A family name alone, in and out of season.
    naming("d", "Sergey Lavrov"),
    naming("e", "Lavrov"),
    naming("f", "Lavrov", published="2026-10-01"),
    # The same text under two ids, and on two days.
    told("h", "One text."),
    told("g", "One text."),
    told("i", "Two texts.", published="2024-11-05"),
    told("j", "Two texts.", published="2024-11-02"),
    # Another text under an id that is held.
    told("a", "Another."),
    # One that another dates.
    told("k", published="2024-11-03", said=None),
    # Days at and beyond the window.
    *(
        told(f"{day:02}", published=f"2024-12-{day:02}", said=None)
        for day in (1, 2, 5, 6, 9, 20)
    ),
]


def test_spark_makes_the_graph_of_a_batch(spark: SparkSession) -> None:
    found, said = by_spark(spark, [to_json(each).decode() for each in NEWS])
    expected = by_batch(NEWS)
    assert dump_pieces(found) == dump_pieces(expected)
    for rows in ("nodes", "edges"):
        of_spark, of_batch = (
            [row for piece in some for row in getattr(piece, rows)]
            for some in (found, expected)
        )
        assert of_spark == of_batch
    types = {edge.type for piece in found for edge in piece.edges}
    assert {"RESTATES", "SAME_AS", "NAMED_ALONE_IN"} <= types
    assert len(said) == 1 and "is another article's id" in said[0]


def test_what_no_graph_can_hold_is_told_and_the_others_go_on(
    spark: SparkSession,
) -> None:
    whole = told("a")
    unknown = msgspec.structs.replace(told("b"), entities=())
    long = told("c" * 9000)
    lines = [to_json(each).decode() for each in (whole, unknown, long)]
    found, said = by_spark(spark, [*lines, "{"])
    assert dump_pieces(found) == dump_pieces(by_batch([whole]))
    assert [each.partition(":")[0] for each in said[:2]] == [
        "extraction 2",
        "extraction 4",
    ]
    assert "an id of 9,000 bytes" in said[2]
