"""Measure when statements were said, against the gold labels.

``python -m kg.train.measure_occasions MODEL_FOLDER DATA_FOLDER``
"""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import click
from spacy.tokens import Doc

from kg.annotate.pipeline import load_pipeline
from kg.records import Article
from kg.train.gold_labels import Draw, Half, SaidLabel, labels
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


def judged_days(read: Read, data: Path) -> Judged[SaidLabel]:
    """Pair the gold labels with kg's statements."""
    gold = labels("dates", SaidLabel)
    days = {(x.corpus, x.document): x.published for x in gold if x.published}
    return judged(gold, read_documents(read, data, gold, days))


def wrong_days(pairs: Judged[SaidLabel]) -> Iterator[str]:
    """Yield a line for each wrong day: the right one, kg's, its basis, the words."""
    for label, told in pairs:
        if told is not None and not is_right_day(label, told):
            each = told.statement
            right = "article" if label.said is None else f"{label.said[0]}"
            found = each.said.from_ if each.said else None
            where = f"{label.corpus}:{label.document}:{each.evidence.start}"
            cue = each.cue.text if each.cue else "-"
            yield f"{where}\t{right}\t{found}\t{each.said_basis}\t{cue}"


@click.command()
@model_argument
@data_argument
@click.option(
    "--rows", "listed", is_flag=True, help="List wrong days, in the half to tune on."
)
def main(model: Path, data: Path, *, listed: bool) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    nlp = load_pipeline(model)

    def read(chosen: Iterable[Article]) -> Iterator[Doc]:
        yield from nlp.pipe(article.text for article in chosen)

    pairs = judged_days(read, data)
    for draw, half in product(get_args(Draw), get_args(Half)):
        chosen = [x for x in pairs if (x[0].draw, x[0].half) == (draw, half)]
        for name, shown in rows(chosen):
            click.echo(f"{draw} {half:7} {name:24} {shown}")
        if listed and half == "tune":
            for line in wrong_days(chosen):
                click.echo(line)


if __name__ == "__main__":
    main()
