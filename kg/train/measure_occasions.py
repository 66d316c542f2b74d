"""Measure when statements were said, against the gold labels.

``python -m kg.train.measure_occasions MODEL_FOLDER DATA_FOLDER``
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from spacy.tokens import Doc

from kg.annotate.pipeline import load_pipeline
from kg.records import Article
from kg.train.gold_labels import SaidLabel, labels
from kg.train.measure_speakers import Judged, Read, Told, judged, read_documents
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent

Row = tuple[str, str]


def is_right_day(label: SaidLabel, told: Told) -> bool:
    """Tell whether kg has the day of a label, or says that the article has none."""
    said, basis = told.statement.said, told.statement.said_basis
    if label.said is None or said is None:
        return label.said is None and basis in {"article", None}
    return basis != "article" and (said.from_, said.to) == label.said


def rows(pairs: Judged[SaidLabel]) -> Iterator[Row]:
    """Yield the figures of all labels, of dated ones and of those without a day."""
    for name, chosen in (
        ("when", pairs),
        ("  a day told", [pair for pair in pairs if pair[0].said is not None]),
        ("  only the article's", [pair for pair in pairs if pair[0].said is None]),
    ):
        found = [(label, told) for label, told in chosen if told is not None]
        right = sum(is_right_day(*pair) for pair in found)
        yield name, f"right {right} of {len(found)}, {percent(right, len(found)):.1f}"


def figures(read: Read, data: Path) -> Iterator[Row]:
    """Yield the table's rows."""
    gold = labels("dates", SaidLabel)
    yield from rows(judged(gold, read_documents(read, data, gold)))


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    nlp = load_pipeline(model)

    def read(chosen: Iterable[Article]) -> Iterator[Doc]:
        yield from nlp.pipe(article.text for article in chosen)

    for name, shown in figures(read, data):
        click.echo(f"{name:24} {shown}")


if __name__ == "__main__":
    main()
