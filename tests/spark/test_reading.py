"""Spark reads articles as `kg extract` does."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks.archive import make_archive
from pyspark.sql import SparkSession
from spark.test_joining import by_batch, by_spark
from store.pieces_dump import dump_pieces

from kg import reading
from kg.articles import read_articles
from kg.errors import ArticleError, raise_refusal
from kg.records import to_json
from kg.spark import extract

pytestmark = pytest.mark.spark
SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = 200


def read_alone(rows: Sequence[dict[str, str]], folder: Path) -> list[str]:
    """Return the lines that `kg extract` writes for rows of a file."""
    file = folder / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    articles = read_articles([str(file)], on_refused=raise_refusal)
    return [to_json(each).decode() for each in reading.extract(articles)]


@pytest.mark.model
def test_spark_reads_and_joins_what_one_machine_does(
    spark: SparkSession, tmp_path: Path
) -> None:
    rows = [
        {
            "id": each.id,
            "text": each.text,
            "published": f"{each.published}",
            "url": f"https://example.org/{each.id}",
        }
        for each in read_articles([str(SEEDS)], on_refused=raise_refusal)
    ]
    refused = [
        {"id": "none", "text": " "},
        {"id": "ill", "text": "A.", "published": "?"},
    ]
    table = spark.createDataFrame(
        [*rows, *refused],
        "id string, text string, published string, url string",
    )
    found = {each.id: each for each in extract(table).collect()}
    lines = read_alone(rows, tmp_path)
    assert [found[each["id"]].extraction for each in rows] == lines
    assert found["none"].refused == "none: is empty"
    assert found["ill"].refused.startswith("ill: published '?' is not a date")
    archive = list(make_archive([each.encode() for each in lines], ARTICLES))
    of_spark, said = by_spark(spark, [to_json(each).decode() for each in archive])
    assert said == []
    assert dump_pieces(of_spark) == dump_pieces(by_batch(archive))


@pytest.mark.parametrize(
    ("columns", "cause"),
    [
        ("id string, words string", "has no column text (columns found: id, words)"),
        ("id string, text array<string>", "column text is array, not text"),
    ],
)
def test_a_table_without_texts_is_refused(
    columns: str, cause: str, spark: SparkSession
) -> None:
    with pytest.raises(ArticleError) as refused:
        extract(spark.createDataFrame([], columns))
    assert cause in str(refused.value)
