"""Measure who speaks, who is spoken to and what went unsaid, against the gold labels.

``python -m kg.train.measure_speakers MODEL_FOLDER DATA_FOLDER``
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
from msgspec.structs import replace
from spacy.tokens import Doc

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.extract.findings import FoundStatement
from kg.records import Article, Entity, Extraction, Statement
from kg.resolve.article.assemble import assemble
from kg.train.gold_labels import (
    NAMING,
    AddresseeLabel,
    Label,
    NegationLabel,
    SpeakerLabel,
    articles,
    labels,
)
from kg.train.offsets import Offsets, overlaps, places, share
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent

_ENOUGH = 0.5
Row = tuple[str, str]
Read = Callable[[Iterable[Article]], Iterator[Doc]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What kg made of one article: its statements before and after resolution."""

    extraction: Extraction
    found: tuple[FoundStatement, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The statement that kg has for a label, with the article's entities."""

    statement: Statement
    found: FoundStatement
    entities: dict[str, Entity]


Documents = dict[tuple[str, int], Reading]
AnyLabel = TypeVar("AnyLabel", bound=Label)
Judged = list[tuple[AnyLabel, Told | None]]


def read_documents(
    read: Read,
    data: Path,
    wanted: Sequence[Label],
    days: Mapping[tuple[str, int], date] | None = None,
) -> Documents:
    """Run kg's pipeline over the documents that the labels speak of.

    `read` annotates articles; `days` are those of publication that the corpora lack.
    Raises `GoldError` where a document is missing.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    for label in wanted:
        numbers[label.corpus].add(label.document)
    readings: Documents = {}
    for corpus in sorted(numbers):
        chosen = {
            number: _published(article, (days or {}).get((corpus, number)))
            for number, article in articles(data, corpus, numbers[corpus]).items()
        }
        for (number, article), doc in zip(
            chosen.items(), read(chosen.values()), strict=True
        ):
            findings = find(doc, article)
            readings[corpus, number] = Reading(assemble(findings), findings.statements)
    return readings


def _published(article: Article, day: date | None) -> Article:
    if day is None:
        return article
    return replace(article, published=day, published_basis="given")


def judged(gold: Iterable[AnyLabel], readings: Documents) -> Judged[AnyLabel]:
    """Pair each label with kg's statement, or with None where kg has none."""
    return [
        (label, statement_of(label, readings[label.corpus, label.document]))
        for label in gold
    ]


def statement_of(label: Label, reading: Reading) -> Told | None:
    """Return the statement that a label is about.

    Its content overlaps the label's, and so does its source or cue with the label's
    anchor. A statement with another source, or one that no clause reports, may still be
    the one where the contents share half of their characters; one with another cue is
    another statement.
    """
    best: tuple[tuple[bool, float], Told] | None = None
    entities = {entity.id: entity for entity in reading.extraction.entities}
    for statement, found in zip(
        reading.extraction.statements, reading.found, strict=True
    ):
        spans = [(span.start, span.end) for span in statement.content]
        shared = share(places(label.content), places(spans))
        anchored = label.anchor is not None and any(
            overlaps(label.anchor, (span.start, span.end))
            for span in (statement.source, statement.cue)
            if span is not None
        )
        is_by_content = isinstance(label, SpeakerLabel) or label.anchor is None
        by_content = is_by_content and shared >= _ENOUGH
        if not shared or not (anchored or by_content):
            continue
        if best is None or (anchored, shared) > best[0]:
            best = (anchored, shared), Told(statement, found, entities)
    return best[1] if best else None


def is_right_speaker(label: SpeakerLabel, told: Told) -> bool:
    """Tell whether kg names exactly the speakers of a label.

    Where the article names none, kg may give none or only described ones.
    """
    speakers = [told.entities[id_] for id_ in told.statement.speakers]
    if not label.speakers:
        return not any(_is_named(speaker) for speaker in speakers)
    return len(speakers) == len(label.speakers) and all(
        any(_has_name(speaker, names) for speaker in speakers)
        for names in label.speakers
    )


def _is_named(entity: Entity) -> bool:
    return any(mention.form in NAMING for mention in entity.mentions)


def _has_name(entity: Entity, names: Sequence[Offsets]) -> bool:
    """Tell whether one of the names is a mention, such as "Moon" of "Moon Jae-in"."""
    spans = [(each.start, each.end) for each in entity.mentions]
    return any(
        overlaps(name, span)
        and (name[1] == span[1] or share(places([name]), places([span])) >= _ENOUGH)
        for name in names
        for span in spans
    )


def speaker_rows(pairs: Judged[SpeakerLabel]) -> Iterator[Row]:
    """Yield the share of right speakers, by kind of source and named or not."""
    groups: dict[str, Judged[SpeakerLabel]] = {
        "pronouns and titles": [p for p in pairs if p[0].kind != "state"]
    }
    for kind in ("pronoun", "title", "state"):
        groups[f"  {kind}"] = [p for p in pairs if p[0].kind == kind]
    groups["  named in the article"] = [p for p in pairs if p[0].speakers]
    groups["  not named"] = [p for p in pairs if not p[0].speakers]
    for name, group in groups.items():
        verdicts = [
            is_right_speaker(label, told) if told else None for label, told in group
        ]
        yield f"speakers, {name}", _shares(verdicts)


def _shares(verdicts: Sequence[bool | None]) -> str:
    found = [verdict for verdict in verdicts if verdict is not None]
    right = sum(found)
    return (
        f"{percent(right, len(verdicts)):.1f} of all {len(verdicts)}, "
        f"{percent(right, len(found)):.1f} of the {len(found)} found"
    )


def addressee_rows(pairs: Judged[AddresseeLabel]) -> Iterator[Row]:
    """Yield precision and recall of the phrases, and of those that are entities."""
    yield "addressees, phrases", _agreement(pairs, _phrases)
    yield "addressees, entities", _agreement(pairs, _entities)


def _phrases(told: Told) -> list[list[Offsets]]:
    return [[(each.start, each.end)] for each in told.found.addressees]


def _entities(told: Told) -> list[list[Offsets]]:
    found = [told.entities[id_] for id_ in told.statement.addressees]
    return [[(each.start, each.end) for each in one.mentions] for one in found]


def _agreement(
    pairs: Judged[AddresseeLabel], spans_of: Callable[[Told], list[list[Offsets]]]
) -> str:
    counts: Counter[str] = Counter()
    for label, told in pairs:
        counts["gold"] += len(label.addressees)
        if told is None:
            continue
        found = spans_of(told)
        counts["gold found"] += len(label.addressees)
        counts["kg"] += len(found)
        counts["right"] += sum(
            any(overlaps(a, b) for a in one for b in label.addressees) for one in found
        )
        counts["met"] += sum(
            any(overlaps(a, b) for one in found for b in one) for a in label.addressees
        )
    return _precision_recall(counts)


def negation_rows(pairs: Judged[NegationLabel]) -> Iterator[Row]:
    """Yield precision and recall of what went unsaid."""
    counts: Counter[str] = Counter()
    for label, told in pairs:
        counts["gold"] += label.negated
        if told is None:
            continue
        right = label.negated and told.statement.negated
        counts["gold found"] += label.negated
        counts["kg"] += told.statement.negated
        counts["right"] += right
        counts["met"] += right
    yield "negation", _precision_recall(counts)


def _precision_recall(counts: Counter[str]) -> str:
    return (
        f"precision {percent(counts['right'], counts['kg']):.1f} of {counts['kg']}, "
        f"recall {percent(counts['met'], counts['gold']):.1f} of all {counts['gold']}, "
        f"{percent(counts['met'], counts['gold found']):.1f} of the "
        f"{counts['gold found']} in statements found"
    )


def figures(read: Read, data: Path) -> Iterator[Row]:
    """Yield the table's rows, for all labels and for each half of them.

    kg's rules were mended by the errors of the first half only.
    """
    speakers = labels("speakers", SpeakerLabel)
    addressees = labels("addressees", AddresseeLabel)
    negations = labels("negation", NegationLabel)
    wanted: list[Label] = [*speakers, *addressees, *negations]
    readings = read_documents(read, data, wanted)
    for name, half in (
        ("all", slice(None)),
        ("1st half", slice(0, None, 2)),
        ("2nd half", slice(1, None, 2)),
    ):
        for rows in (
            speaker_rows(judged(speakers[half], readings)),
            addressee_rows(judged(addressees[half], readings)),
            negation_rows(judged(negations[half], readings)),
        ):
            for row, shown in rows:
                yield f"{name}: {row}", shown


@click.command()
@model_argument
@data_argument
@click.option("--threads", type=int, default=0, show_default=True)
def main(model: Path, data: Path, threads: int) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    nlp = load_pipeline(model, threads=threads)

    def read(chosen: Iterable[Article]) -> Iterator[Doc]:
        yield from nlp.pipe(article.text for article in chosen)

    for name, shown in figures(read, data):
        click.echo(f"{name:40} {shown}")


if __name__ == "__main__":
    main()
