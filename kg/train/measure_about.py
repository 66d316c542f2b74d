"""Measure what kg's statements are about, and count its errors by their causes.

``python -m kg.train.measure_about MODEL_FOLDER DATA_FOLDER``
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from kg.errors import KgError
from kg.records import Entity, Statement
from kg.train.gold_labels import (
    NAMING,
    AboutLabel,
    Half,
    Names,
    ReadingLabel,
    labels,
)
from kg.train.measure_reading import Pages, read_pages
from kg.train.offsets import share
from kg.train.options import data_argument, model_argument
from kg.train.reading_match import Page, content_of, has_cue, letters, spans
from kg.train.reading_verdict import about_of, is_named
from kg.train.scores import percent

# Contents that share so much of their letters are of one statement.
_SAME = 0.8
Judged = AboutLabel | ReadingLabel


@dataclass(frozen=True, slots=True)
class Errors:
    """Names that are right and those found, with what is lacking or wrong by cause."""

    right: int
    met: int
    lacking: Counter[str]
    wrong: Counter[str]


def errors(wanted: Sequence[Judged], pages: Pages) -> tuple[Errors, int]:
    """Count the errors in matched statements; also return how many labels matched."""
    found = Errors(0, 0, Counter(), Counter())
    pairs = list(_matched(wanted, pages))
    for label, statement, page in pairs:
        kgs = page.entities(statement.about)
        about = about_of(label.about, label.about_ok, kgs, page.text)
        lacking = Counter(_lacking(label, statement, page))
        wrong = Counter(
            _how(each, statement)
            for each in kgs
            if each.name in about.wrong
            and not _is_any(each, (*label.about, *label.about_ok), page)
        )
        found = Errors(
            found.right + len(about.right),
            found.met + len(about.met),
            found.lacking + lacking,
            found.wrong + wrong,
        )
    return found, len(pairs)


def _matched(
    wanted: Sequence[Judged], pages: Pages
) -> Iterator[tuple[Judged, Statement, Page]]:
    """Yield each label whose statement kg shows, by its content, then by its cue."""
    for label in wanted:
        page = pages[label.corpus, label.document]
        if not page.shown:
            continue
        likest = max(page.shown, key=lambda each: _likeness(label, each, page.text))
        if _likeness(label, likest, page.text)[0] >= _SAME:
            yield label, likest, page


def _likeness(label: Judged, statement: Statement, text: str) -> tuple[float, bool]:
    ours, theirs = (letters(text, x) for x in (label.content, content_of(statement)))
    return share(ours, theirs), has_cue(label, statement)


def _lacking(label: Judged, statement: Statement, page: Page) -> Iterator[str]:
    """Yield why each name is lacking that a label wants."""
    kgs = page.entities(statement.about)
    for names in label.about:
        if any(is_named(each, names, page.text) for each in kgs):
            continue
        same = [x for x in page.extraction.entities if is_named(x, names, page.text)]
        ways = [_how(each, statement) for each in same]
        yield min(ways, default="kg has no such entity")


def _is_any(entity: Entity, several: Sequence[Names], page: Page) -> bool:
    return any(is_named(entity, names, page.text) for names in several)


def _how(entity: Entity, statement: Statement) -> str:
    """Tell how the words of a statement have an entity."""
    within = spans(statement.content)
    forms = {
        mention.form
        for mention in entity.mentions
        if any(a <= mention.start and mention.end <= b for a, b in within)
    }
    if entity.id in statement.speakers:
        return "speaks"
    if forms & NAMING:
        return "named in its words"
    return "referred to in its words" if forms else "not in its words"


def figures(name: str, found: Errors, matched: int, all_: int) -> Iterator[str]:
    """Yield the lines that tell a set's figures."""
    right, wrong = found.right, found.wrong.total()
    met, lacking = found.met, found.lacking.total()
    yield f"{name}: {matched} statements of {all_}"
    yield f"  precision {percent(right, right + wrong):5.1f} % of {right + wrong}"
    yield f"  recall    {percent(met, met + lacking):5.1f} % of {met + lacking}"
    for what, causes in (("lacking", found.lacking), ("wrong", found.wrong)):
        for cause, count in sorted(causes.items()):
            yield f"  {what}, {cause}: {count}"


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    sets: dict[str, list[Judged]] = defaultdict(list)
    try:
        sets["about"] += labels("about", AboutLabel)
        for label in labels("reading", ReadingLabel):
            if label.class_ == "statement":
                sets[f"reading, {label.half}"].append(label)
        pages = read_pages(model, data, [x for each in sets.values() for x in each])
    except KgError as error:
        raise click.ClickException(str(error)) from error
    for name in ("about", *(f"reading, {half}" for half in get_args(Half))):
        found, matched = errors(sets[name], pages)
        for line in figures(name, found, matched, len(sets[name])):
            click.echo(line)


if __name__ == "__main__":
    main()
