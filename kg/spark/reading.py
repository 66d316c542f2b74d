"""Read articles on the workers of Spark, each with one model that it keeps."""

import logging
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import reading
from kg.articles.accept import accept
from kg.articles.columns import find_columns, guess_note
from kg.articles.tables import row_draft
from kg.errors import ArticleError
from kg.records import digest, to_json

if TYPE_CHECKING:
    import pandas
    from pyspark.sql import DataFrame

_logger = logging.getLogger(__name__)

COLUMNS = "id string, extraction string, refused string"
_NO_TEXT = frozenset({"array", "binary", "map", "struct", "variant"})
# Rows that a worker hands back at once: their extractions are held together.
_ROWS = 64


def extract(
    articles: "DataFrame", *, model: Path | None = None, timeout: float | None = None
) -> "DataFrame":
    """Return a row for each row of a table of articles, as `kg extract` reads them.

    `articles` has the columns ``text``, and ``id``, ``published``, ``title``,
    ``source`` and ``url`` or headings that are known for them. A row of the answer
    has ``id`` and either ``extraction``, the line of JSON that `kg extract` writes,
    or ``refused``, why there is none. `model` is a folder on each worker. Raises
    `ArticleError` where no column holds text.

    >>> extract(spark.read.parquet("articles")).count()      # doctest: +SKIP
    471
    """
    read = partial(_read, model=model, timeout=timeout)
    return _texts(articles).mapInPandas(read, COLUMNS)


def _texts(articles: "DataFrame") -> "DataFrame":
    """Return kg's columns of a table under their names, as text."""
    columns, guessed = find_columns(articles.columns, {})
    if "text" not in columns:
        found = ", ".join(articles.columns)
        raise ArticleError(f"the table has no column text (columns found: {found})")
    if guessed:
        _logger.warning(guess_note("the table", guessed))
    for heading in columns.values():
        type_ = articles.schema[heading].dataType.typeName()
        if type_ in _NO_TEXT:
            raise ArticleError(f"the table's column {heading} is {type_}, not text")
    return articles.select(
        *(articles[own].cast("string").alias(name) for name, own in columns.items())
    )


def _read(
    tables: "Iterator[pandas.DataFrame]", *, model: Path | None, timeout: float | None
) -> "Iterator[pandas.DataFrame]":
    import pandas

    for table in tables:
        for start in range(0, len(table), _ROWS):
            part = table.iloc[start : start + _ROWS]
            # Spark hands an absent text over as None, pandas may make NaN of it.
            rows = part.astype(object).where(part.notna(), None).to_dict("records")
            yield pandas.DataFrame(
                [_outcome(row, model, timeout) for row in rows],
                columns=["id", "extraction", "refused"],
            )


def _outcome(
    row: Mapping[str, str | None], model: Path | None, timeout: float | None
) -> tuple[str, str | None, str | None]:
    """Return a row's id, and its extraction or why there is none."""
    name = digest(row["text"] or "")
    where = row.get("id") or name
    refused: list[ArticleError] = []
    try:
        article = accept(row_draft(row, {each: each for each in row}, where, name))
    except ArticleError as error:
        return where, None, str(error)
    found = reading.extract(
        [article],
        model=model,
        processes=1,
        timeout=timeout,
        on_refused=refused.append,
    )
    for each in found:
        return article.id, to_json(each).decode(), None
    return article.id, None, str(refused[0])
