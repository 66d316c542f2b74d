"""Measure the types and parties of events on PLV, sentences with one dyad each.

``python -m kg.train.measure_events MODEL_FOLDER DATA_FOLDER`` reads
``events/plv-train.tsv`` in the data folder, which is for measuring alone, the articles
of ``gold/events.jsonl`` and ``event_days.jsonl``, and the sentences of
``gold/figurative.tsv``, which tell no event that PLOVER has a type for.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.errors import KgError
from kg.extract.article import find
from kg.records import Article, Event, Extraction, ParticipantRole
from kg.resolve.article.assemble import assemble
from kg.train.event_tally import (
    DayTally,
    EventDay,
    EventLabel,
    EventTally,
    event_days,
    event_labels,
)
from kg.train.gold_labels import GOLD, Half, articles
from kg.train.offsets import Offsets, overlaps
from kg.train.options import data_argument, model_argument
from kg.train.scores import Agreement, percent

_MARK = re.compile("</?([st])>")
# PLV keeps CAMEO's name for what PLOVER has made two types of.
_PLOVER = {"YIELD": frozenset({"CONCEDE", "RETREAT"})}
# What CAMEO's manual files elsewhere than PLOVER's of 2021: intents to yield under 03,
# blockades and occupied land under 19, convictions under 11.
_CAMEO: Mapping[tuple[str, str | None], frozenset[str]] = {
    ("CONCEDE", None): frozenset({"AGREE"}),
    ("COERCE", "restrict"): frozenset({"ASSAULT"}),
    ("COERCE", "seize"): frozenset({"ASSAULT"}),
    ("SANCTION", "convict"): frozenset({"ACCUSE"}),
}


Places = Sequence[Offsets]
# A corpus and the number of a document in it.
Place = tuple[str, int]
_Label = TypeVar("_Label", EventLabel, EventDay)


class PlvError(KgError):
    """A file of PLV's sentences does not have the columns that it should have."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """A sentence of PLV: who did to whom an event of what CAMEO root.

    A party that the sentence does not name has no places.
    """

    article: Article
    root: str
    places: Mapping[ParticipantRole, tuple[Offsets, ...]]


def read_dyads(path: Path) -> list[Dyad]:
    """Read PLV's tab-separated sentences, parties marked ``<s>`` and ``<t>``.

    Raises `PlvError`, naming the file, where a column is missing.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        wanted = {"sentence_id", "marked_sentence", "gold_root"}
        if missing := wanted - set(rows.fieldnames or ()):
            raise PlvError(f"{path}: lacks the columns {sorted(missing)}")
        return [_dyad(row) for row in rows]


def _dyad(row: Mapping[str, str]) -> Dyad:
    marked = row["marked_sentence"]
    return Dyad(
        article=Article(id=row["sentence_id"], text=_MARK.sub("", marked)),
        root=row["gold_root"],
        places={"actor": _marked(marked, "s"), "recipient": _marked(marked, "t")},
    )


def _marked(text: str, letter: str) -> tuple[Offsets, ...]:
    """Return where the marked words are once all marks are taken out."""
    ends: list[int] = []
    removed = 0
    for mark in _MARK.finditer(text):
        if mark[1] == letter:
            ends.append(mark.start() - removed)
        removed += len(mark[0])
    return tuple(zip(ends[::2], ends[1::2], strict=True))


def is_right_type(event: Event, root: str, *, cameo: bool) -> bool:
    """Tell whether an event is of a root, by PLOVER's manual or by CAMEO's too."""
    if event.type in _PLOVER.get(root, {root}):
        return True
    return cameo and root in _CAMEO.get((event.type, event.mode), ())


def is_right_dyad(event: Event, dyad: Dyad, mentions: Mapping[str, Places]) -> bool:
    """Tell whether each party of a sentence is met by words or by mentions in its role.

    `mentions` has the places of each entity: "it" stands for whom it means.
    """
    return all(
        not wanted
        or any(
            overlaps(place, right)
            for each in event.participants
            if each.role == role
            for place in ((each.start, each.end), *mentions.get(each.entity or "", ()))
            for right in wanted
        )
        for role, wanted in dyad.places.items()
    )


Judged = Sequence[tuple[Dyad, Extraction]]


def figures(judged: Judged) -> Iterator[tuple[str, str]]:
    """Yield the table's rows: shares of sentences, in both readings, and a macro-F1."""
    yield "sentences", str(len(judged))
    found = sum(bool(extraction.events) for _, extraction in judged)
    yield "with any event", f"{percent(found, len(judged)):.1f}"
    for cameo in (False, True):
        counts = _counts(judged, cameo=cameo)
        reading = "CAMEO's roots" if cameo else "PLOVER's manual"
        for name in ("any event of the right type", "first event", "type and dyad"):
            yield f"{name}, {reading}", f"{percent(counts[name], len(judged)):.1f}"
        yield f"macro-F1 of the first event, {reading}", f"{_macro(judged, cameo):.1f}"


def _counts(judged: Judged, *, cameo: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for dyad, extraction in judged:
        mentions = {
            entity.id: [(each.start, each.end) for each in entity.mentions]
            for entity in extraction.entities
        }
        right = [
            event
            for event in extraction.events
            if is_right_type(event, dyad.root, cameo=cameo)
        ]
        counts["any event of the right type"] += bool(right)
        counts["first event"] += right[:1] == list(extraction.events[:1]) != []
        counts["type and dyad"] += any(
            is_right_dyad(event, dyad, mentions) for event in right
        )
    return counts


def _macro(judged: Judged, cameo: bool) -> float:
    """Return the mean F1 of the roots, by the first event of each sentence."""
    scores: dict[str, Agreement] = {dyad.root: Agreement() for dyad, _ in judged}
    for dyad, extraction in judged:
        scores[dyad.root].count(1, 0, 0)
        for event in extraction.events[:1]:
            root = _root(event, dyad.root, cameo=cameo)
            if root in scores:
                scores[root].count(0, 1, root == dyad.root)
    return sum(each.f1 for each in scores.values()) / len(scores) if scores else 0.0


def _root(event: Event, right: str, *, cameo: bool) -> str:
    if is_right_type(event, right, cameo=cameo):
        return right
    return next((r for r, types in _PLOVER.items() if event.type in types), event.type)


def read_all(nlp: Language, chosen: Sequence[Article]) -> Iterator[Extraction]:
    """Run kg over articles, each by itself."""
    docs = nlp.pipe(article.text for article in chosen)
    for doc, article in zip(docs, chosen, strict=True):
        yield assemble(find(doc, article))


def labelled_figures(nlp: Language, data: Path) -> Iterator[tuple[str, str]]:
    """Yield precision and recall of what is labelled by hand in articles.

    Of events and their parties by half: of "tune" the errors were read, so "report"
    alone tells how kg does. Then of the days of those events that kg finds.
    """
    events, days = _by_article(event_labels()), _by_article(event_days())
    tallies: dict[Half, EventTally] = {"report": EventTally(), "tune": EventTally()}
    of_days = DayTally()
    for place, extraction in _read_labelled(nlp, data, {*events, *days}):
        of_days.add(days.get(place, ()), extraction)
        if place in events:
            tallies[events[place][0].half].add(events[place], extraction)
    for half, tally in tallies.items():
        yield from ((f"{name}, {half}", shown) for name, shown in tally.figures())
    yield from of_days.figures()


def _by_article(labels: Iterable[_Label]) -> dict[Place, list[_Label]]:
    found: dict[Place, list[_Label]] = {}
    for label in labels:
        found.setdefault((label.corpus, label.document), []).append(label)
    return found


def _read_labelled(
    nlp: Language, data: Path, places: Iterable[Place]
) -> Iterator[tuple[Place, Extraction]]:
    """Run kg over documents of corpora, each once."""
    numbers: dict[str, list[int]] = {}
    for corpus, number in sorted(places):
        numbers.setdefault(corpus, []).append(number)
    for corpus, wanted in numbers.items():
        chosen = articles(data, corpus, wanted)
        found = read_all(nlp, list(chosen.values()))
        for number, extraction in zip(chosen, found, strict=True):
            yield (corpus, number), extraction


def figurative_figures(nlp: Language) -> Iterator[tuple[str, str]]:
    """Yield the share of sentences with an event that has none, by field."""
    lines = (GOLD / "figurative.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    chosen = [Article(id=f"{n}", text=text) for n, (_, text) in enumerate(rows)]
    found = [bool(each.events) for each in read_all(nlp, chosen)]
    fields = Counter(kind for kind, _ in rows)
    wrong = Counter(
        kind for (kind, _), is_wrong in zip(rows, found, strict=True) if is_wrong
    )
    shown = ", ".join(
        f"{kind} {wrong[kind]} of {count}" for kind, count in fields.items()
    )
    yield "figurative sentences with an event", f"{percent(sum(found), len(found)):.1f}"
    yield "", shown


@click.command()
@model_argument
@data_argument
@click.option("--threads", type=int, default=0, show_default=True)
def main(model: Path, data: Path, threads: int) -> None:
    """Measure events as the package in MODEL reads them, on DATA and on `gold`."""
    nlp = load_pipeline(model, threads=threads)
    for name, shown in (*figurative_figures(nlp), *labelled_figures(nlp, data)):
        click.echo(f"{name:52} {shown}")
    dyads = read_dyads(data / "events" / "plv-train.tsv")
    found = read_all(nlp, [dyad.article for dyad in dyads])
    for name, shown in figures(list(zip(dyads, found, strict=True))):
        click.echo(f"{name:52} {shown}")


if __name__ == "__main__":
    main()
