"""Measure times: where they are, and which days they name.

``python -m kg.train.measure_times MODEL_FOLDER DATA_FOLDER``
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.extract.times.calendar import Days
from kg.extract.times.times import times
from kg.records import When
from kg.train.options import data_argument, model_argument
from kg.train.scores import Agreement, percent
from kg.train.time_labels import DatedText, TimeLabel, gum_dates, wikiwars

Row = tuple[str, str]
# So much of both stretches a loose label shares with what is right.
_ENOUGH = 0.5


class TimeScores:
    """Counts of times found and of days right, over the texts of one corpus.

    A time is right in its place where it overlaps a mark that names days; anywhere
    else it is wrong. One time over two marks ("from May to June 1941") stands for both:
    its first day is of the first, its last of the last.
    """

    def __init__(self) -> None:
        self.places, self.values = Agreement(), Agreement()

    def add(self, labels: Sequence[TimeLabel], found: Iterable[When]) -> None:
        """Count one text."""
        dated = [label for label in labels if label.days is not None]
        self._count(right=len(dated))
        matched: set[TimeLabel] = set()
        for when in found:
            own = [one for one in dated if _overlaps(one, when) and one not in matched]
            matched.update(own)
            right_days = sum(_verdicts(own, when))
            self._count(found=max(1, len(own)), both=len(own), right_days=right_days)

    def _count(
        self, *, right: int = 0, found: int = 0, both: int = 0, right_days: int = 0
    ) -> None:
        self.places.count(right, found, both)
        self.values.count(right, found, right_days)

    def shown(self) -> str:
        """Return the figures on one line, in percent."""
        places, values = self.places, self.values
        return (
            f"recognised P {percent(places.both, places.found):.1f}"
            f" R {percent(places.both, places.right):.1f} F1 {places.f1:.1f},"
            f" value F1 {values.f1:.1f},"
            f" of those recognised {percent(values.both, places.both):.1f}"
            f" ({places.right} marks)"
        )


def _overlaps(label: TimeLabel, when: When) -> bool:
    return (
        when.start is not None
        and when.end is not None
        and (label.start < when.end and when.start < label.end)
    )


def _verdicts(labels: Sequence[TimeLabel], when: When) -> list[bool]:
    """Tell of each mark under one time whether the time has its days."""
    found = Days(when.from_, when.to)
    if len(labels) == 1:
        return [is_right(labels[0], found)]
    last = len(labels) - 1
    return [
        label.days is not None
        and (at > 0 or found.first == label.days.first)
        and (at < last or found.last == label.days.last)
        for at, label in enumerate(labels)
    ]


def is_right(label: TimeLabel, found: Days) -> bool:
    """Tell whether days are those of a mark: the same, or of a loose one most or part.

    "mid-June 1941", marked as June 1941, may be its middle third.
    """
    right = label.days
    if right is None or found == right or not label.is_loose:
        return found == right
    if right.first <= found.first and found.last <= right.last:
        return True
    shared = _size(Days(max(right.first, found.first), min(right.last, found.last)))
    return shared >= _ENOUGH * (_size(right) + _size(found) - shared)


def _size(days: Days) -> int:
    return max(0, (days.last - days.first).days + 1)


def score_times(nlp: Language, texts: Sequence[DatedText]) -> TimeScores:
    """Run kg over the texts of one corpus, and count."""
    scores = TimeScores()
    docs = nlp.pipe(text.text for text in texts)
    for text, doc in zip(texts, docs, strict=True):
        scores.add(text.labels, times(doc, text.published))
    return scores


def figures(nlp: Language, data: Path) -> Iterator[Row]:
    """Yield the table's rows: the corpus, and its figures."""
    wars = list(wikiwars(data / "time/wikiwars-train"))
    yield "WikiWars train", score_times(nlp, wars).shown()
    marked = list(gum_dates(data / "time/gum-dates-dev.jsonl"))
    yield "GUM dates dev", score_times(nlp, marked).shown()


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Measure the package in MODEL, through kg's pipeline, on the dates of DATA."""
    for name, shown in figures(load_pipeline(model), data):
        click.echo(f"{name:16} {shown}")


if __name__ == "__main__":
    main()
