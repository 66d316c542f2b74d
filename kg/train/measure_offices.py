"""Measure who holds which office where, against the gold labels.

``python -m kg.train.measure_offices MODEL_FOLDER DATA_FOLDER``
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import click
import msgspec
from spacy.tokens import Doc

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article, Entity, Extraction, Relation
from kg.resolve.article.assemble import assemble
from kg.train.gold_labels import GOLD, GoldError, Half, articles
from kg.train.measure_speakers import Read, Row
from kg.train.offsets import Offsets, overlaps
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent

_TYPE = "HOLDS_POSITION"
_PAST = frozenset({"former", "then"})
_FILLERS = frozenset({"the", "a", "an"})


class OfficeLabel(msgspec.Struct, frozen=True, kw_only=True):
    """One office: places where the article has its holder, its title and its owner.

    `optional` are those that kg may give or not: whom they serve stands elsewhere in
    the article, or they are no more than a profession.
    """

    holder: Offsets
    title: Offsets
    owner: Offsets
    status: Literal["former"] | None = None
    optional: bool = False


class OfficesLabel(msgspec.Struct, frozen=True, kw_only=True):
    """All offices of one article; `half` is what kg was mended by, or only counted."""

    corpus: str
    document: int
    half: Half
    offices: tuple[OfficeLabel, ...]


def office_labels() -> list[OfficesLabel]:
    """Read ``gold/offices.jsonl``; raises `GoldError`."""
    path = GOLD / "offices.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=OfficesLabel) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


class Offices:
    """One article's offices as kg has them, and what the labels say of them."""

    def __init__(self, gold: OfficesLabel, text: str, read: Extraction) -> None:
        self.gold = gold
        self._text = text
        self._entities = {entity.id: entity for entity in read.entities}
        self.found = [each for each in read.relations if each.type == _TYPE]

    def is_right(self, relation: Relation, label: OfficeLabel) -> bool:
        """Tell whether holder, owner and whole title are those of a label."""
        start, end = label.title
        title = " ".join([label.status or "", self._text[start:end]])
        return (
            _is_named(self._entities[relation.subject], label.holder)
            and _is_named(self._entities[relation.object_], label.owner)
            and _words(relation.title or "") == _words(title)
        )

    def counts(self) -> Counter[str]:
        """Return how many offices kg has, how many are right, and how many are met."""
        labels = self.gold.offices
        wanted = [label for label in labels if not label.optional]
        return Counter(
            kg=len(self.found),
            right=len(self.found) - len(list(self.wrong())),
            gold=len(wanted),
            met=len(wanted) - len(list(self.missed())),
        )

    def wrong(self) -> Iterator[Relation]:
        """Yield kg's offices that no label has."""
        for relation in self.found:
            if not any(self.is_right(relation, label) for label in self.gold.offices):
                yield relation

    def missed(self) -> Iterator[OfficeLabel]:
        """Yield the labels that kg should have and has not."""
        for label in self.gold.offices:
            if not label.optional and not any(
                self.is_right(relation, label) for relation in self.found
            ):
                yield label

    def rows(self) -> Iterator[str]:
        """Yield a line for each office that is wrong or missed."""
        for each in self.wrong():
            ends = (self._entities[key].name for key in (each.subject, each.object_))
            yield f"wrong: {' | '.join((*ends, str(each.title)))}"
        for label in self.missed():
            spans = (label.holder, label.owner, label.title)
            shown = [self._text[start:end] for start, end in spans]
            yield f"missed: {' | '.join((*shown, label.status or ''))}"


def _words(title: str) -> list[str]:
    """Return what makes two titles one: "Then-Chair" and "former chair" are."""
    found = title.casefold().replace("-", " ").split()
    past = ["former"] if found and found[0] in _PAST else []
    return past + [word for word in found[len(past) :] if word not in _FILLERS]


def _is_named(entity: Entity, place: Offsets) -> bool:
    return any(overlaps(place, (each.start, each.end)) for each in entity.mentions)


def read_offices(
    read: Read, data: Path, gold: Iterable[OfficesLabel]
) -> Iterator[Offices]:
    """Yield the offices that kg finds in the labelled articles."""
    for label in gold:
        article = articles(data, label.corpus, [label.document])[label.document]
        for doc in read([article]):
            yield Offices(label, article.text, assemble(find(doc, article)))


def figures(found: list[Offices]) -> Iterator[Row]:
    """Yield the table's rows: of all articles, and of each half."""
    for name in ("all", "tune", "report"):
        chosen = [each for each in found if name in ("all", each.gold.half)]
        counts = sum((each.counts() for each in chosen), Counter[str]())
        precision = percent(counts["right"], counts["kg"])
        recall = percent(counts["met"], counts["gold"])
        yield (
            f"offices, {name}",
            f"precision {precision:.1f} of {counts['kg']}, "
            f"recall {recall:.1f} of {counts['gold']}",
        )


@click.command()
@model_argument
@data_argument
@click.option("--rows", is_flag=True, help="List what is wrong or missed in tune.")
def main(model: Path, data: Path, rows: bool) -> None:
    """Measure the package in MODEL, through kg's pipeline, on texts in DATA."""
    nlp = load_pipeline(model, threads=1)

    def read(chosen: Iterable[Article]) -> Iterator[Doc]:
        yield from nlp.pipe(article.text for article in chosen)

    found = list(read_offices(read, data, office_labels()))
    for name, shown in figures(found):
        click.echo(f"{name:16} {shown}")
    for each in found:
        if rows and each.gold.half == "tune":
            for line in each.rows():
                click.echo(f"{Path(each.gold.corpus).stem} {each.gold.document} {line}")


if __name__ == "__main__":
    main()
