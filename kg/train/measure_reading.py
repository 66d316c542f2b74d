"""Measure kg's statements, field by field, against the reading set.

``python -m kg.train.measure_reading MODEL_FOLDER DATA_FOLDER --half report``
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click
from msgspec.structs import replace

from kg.errors import KgError
from kg.reading import extract
from kg.train.gold_labels import Half, Label, ReadingLabel, articles, labels
from kg.train.options import data_argument, model_argument
from kg.train.reading_match import Page
from kg.train.reading_tally import Row, Tally, tally
from kg.train.reading_verdict import Verdict
from kg.train.scores import percent

Pages = dict[tuple[str, int], Page]


def figures(tallies: Sequence[Tally]) -> Iterator[tuple[str, str]]:
    """Yield the table's rows: a name, and a share with its counts."""
    rows = [row for each in tallies for row in each.rows]
    classes = Counter(row.class_ for row in rows)
    rated = len(rows) - classes["doubtful"]
    real = [row.verdict for row in rows if row.verdict is not None]
    faults = Counter(fault for each in real for fault in each.faults)
    labelled = sum(each.labelled for each in tallies)
    missed = sum(len(each.missed) for each in tallies)
    named = sum(bool(row.statement.speakers) for row in rows if row.verdict)
    yield "accepted", _of(sum(each.is_accepted for each in real), rated)
    yield "right in every field", _of(sum(not each.faults for each in real), rated)
    nested = sum(len(each.nested) for each in tallies)
    yield "missed, of labelled", _of(missed, labelled)
    yield "missed but for those nested in another", _of(missed - nested, labelled)
    yield "speaker wrong, of those given", _of(faults["speaker wrong"], named)
    for name in ("speaker empty", "speaker partial"):
        yield f"{name}, of real", _of(faults[name], len(real))
    yield from _about(real)
    for name in ("addressees", "date", "negation"):
        yield f"{name} not right, of real", _of(faults[name], len(real))
    yield "no statement: beyond", _of(classes["beyond"], rated)
    yield "no statement: none", _of(classes["none"], rated)
    yield "content wrong", _of(faults["content wrong"], rated)
    yield "doubtful, counted nowhere", f"{classes['doubtful']}"


def _about(real: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    right = sum(len(each.about.right) for each in real)
    wrong = sum(len(each.about.wrong) for each in real)
    met = sum(len(each.about.met) for each in real)
    lacking = sum(len(each.about.lacking) for each in real)
    yield "about, precision", _of(right, right + wrong)
    yield "about, recall", _of(met, met + lacking)


def _of(part: int, whole: int) -> str:
    return f"{percent(part, whole):5.1f} %  ({part} of {whole})"


def read_pages(model: Path, data: Path, wanted: Sequence[Label]) -> Pages:
    """Run kg over the articles that labels speak of; raises `GoldError`."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for label in wanted:
        numbers[label.corpus].add(label.document)
    chosen = {
        (corpus, number): replace(article, id=f"{corpus}:{number}")
        for corpus in sorted(numbers)
        for number, article in articles(data, corpus, numbers[corpus]).items()
    }
    found = extract(chosen.values(), model=model)
    return {
        key: Page(article.text, extraction)
        for (key, article), extraction in zip(chosen.items(), found, strict=True)
    }


def tallies_of(wanted: Sequence[ReadingLabel], pages: Pages) -> list[Tally]:
    """Judge article by article, those that labels speak of."""
    by_article: dict[tuple[str, int], list[ReadingLabel]] = defaultdict(list)
    for label in wanted:
        by_article[label.corpus, label.document].append(label)
    return [tally(by_article[key], pages[key]) for key in sorted(by_article)]


def faulty(tallies: Sequence[Tally]) -> Iterator[str]:
    """Yield a line for each statement that is not fully right, and each missed one.

    "+Leeds" is a name that kg's `about` has and should not, "-Leeds" one that it lacks.
    """
    for each in tallies:
        name = each.page.extraction.article.id
        for row in each.rows:
            if row.faults:
                yield f"{name}\t{_fault_line(row)}"
        for label in each.missed:
            words = " … ".join(each.page.text[a:b] for a, b in label.content)
            yield f"{name}\tmissed\t\t{_flat(words)}"


def _fault_line(row: Row) -> str:
    said = row.statement
    source, cue = (part.text if part else "-" for part in (said.source, said.cue))
    why = ", ".join(row.faults)
    if row.verdict:
        why += "".join(f" +{each}" for each in row.verdict.about.wrong)
        why += "".join(f" -{each}" for each in row.verdict.about.lacking)
    return f"{why}\t{_flat(f'{source} | {cue}')}\t{_flat(said.text)}"


def _flat(text: str) -> str:
    return " ".join(text.split())


@click.command()
@model_argument
@data_argument
@click.option(
    "--half",
    "chosen",
    type=click.Choice([*get_args(Half), "both"]),
    default="both",
    show_default=True,
)
@click.option(
    "--rows", is_flag=True, help="List what is not right, in the half to tune on alone."
)
def main(model: Path, data: Path, chosen: str, *, rows: bool) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    if rows and chosen == "report":
        raise click.UsageError("--rows lists the half to tune on alone")
    halves = [half for half in get_args(Half) if chosen in (half, "both")]
    try:
        wanted = [x for x in labels("reading", ReadingLabel) if x.half in halves]
        pages = read_pages(model, data, wanted)
    except KgError as error:
        raise click.ClickException(str(error)) from error
    for half in halves:
        found = tallies_of([x for x in wanted if x.half == half], pages)
        click.echo(f"{half}: {len(found)} articles")
        for name, shown in figures(found):
            click.echo(f"  {name:32} {shown}")
        if rows and half == "tune":
            for line in faulty(found):
                click.echo(line)


if __name__ == "__main__":
    main()
