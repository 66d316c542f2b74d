"""Measure which mentions of two articles are one entity, against pairs judged by hand.

``python -m kg.train.measure_identity MODEL_FOLDER DATA_FOLDER --half report``
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import click
import msgspec

from kg.reading import extract
from kg.records import Extraction
from kg.resolve.across.bearers import Bearers
from kg.resolve.across.body_names import called
from kg.resolve.across.name_forms import block_of, may_have_forms
from kg.resolve.across.surroundings import surroundings
from kg.train.gold_labels import GOLD, GoldError, Half, articles
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent

Kind = Literal["Person", "Organization", "Group", "Location"]


class Place(msgspec.Struct, frozen=True):
    """Where a mention is: its document in a corpus, and its characters."""

    corpus: str
    document: int
    start: int
    end: int

    @property
    def article(self) -> tuple[str, int]:
        """The corpus and the number of the document."""
        return self.corpus, self.document


class PairLabel(msgspec.Struct, frozen=True):
    """Two mentions of different articles, and whether they mean one entity."""

    type: Kind
    half: Half
    first: Place
    second: Place
    same: bool


Found = Mapping[tuple[str, int], Extraction]
Ids = dict[Place, str]


def pairs() -> list[PairLabel]:
    """Read the labelled pairs; raises `GoldError`."""
    path = GOLD / "entities.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=PairLabel) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def joined(found: Found) -> Ids:
    """Return the entity of each mention, names joined as a graph joins them.

    The graph is that of all the articles `found`.
    """
    bearers = _bearers(found.values())
    ids: Ids = {}
    for (corpus, document), each in found.items():
        to = _namesakes(each, bearers)
        # The first entity of a mention counts, as for the graph's own questions.
        for entity in reversed(each.entities):
            id_ = to.get(entity.id, entity.id)
            for mention in entity.mentions:
                ids[Place(corpus, document, mention.start, mention.end)] = id_
    return ids


def _bearers(found: Iterable[Extraction]) -> dict[str, Bearers]:
    """Return by block who may bear a name, each with what is met around them."""
    met: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for each in found:
        own = [entity.id for entity in each.entities]
        around = surroundings(each.article.published, own)
        for entity in each.entities:
            if may_have_forms(entity.id):
                texts = [mention.text for mention in entity.mentions]
                counts = met[block_of(entity.id) or ""][entity.id]
                counts.update((*around, *called(entity.id, texts)))
    return {block: Bearers(own) for block, own in met.items()}


def _namesakes(found: Extraction, bearers: Mapping[str, Bearers]) -> dict[str, str]:
    own = [entity.id for entity in found.entities]
    day: date | None = found.article.published
    judged = (
        bearers[block].judge(id_, day, own)
        for id_ in own
        if (block := block_of(id_) or "") in bearers
    )
    return {each.entity: each.person for each in judged if each is not None}


def rows(gold: Sequence[PairLabel], ids: Ids) -> Iterator[tuple[str, str]]:
    """Yield precision and recall by type; a mention that kg lacks is joined to none."""
    counts: dict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
    for pair in gold:
        first, second = ids.get(pair.first), ids.get(pair.second)
        is_joined = first is not None and first == second
        counts[pair.type][is_joined, pair.same] += 1
    for type_, counted in counts.items():
        both = counted[True, True]
        right, all_joined = both + counted[False, True], both + counted[True, False]
        yield (
            type_,
            f"precision {percent(both, all_joined):.1f} ({both} of {all_joined}), "
            f"recall {percent(both, right):.1f} ({both} of {right})",
        )


def read(model: Path, data: Path, gold: Sequence[PairLabel]) -> Found:
    """Extract the articles of the pairs; raises `GoldError` where one is missing."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for pair in gold:
        for place in (pair.first, pair.second):
            numbers[place.corpus].add(place.document)
    found: dict[tuple[str, int], Extraction] = {}
    for corpus in sorted(numbers):
        chosen = articles(data, corpus, numbers[corpus])
        extracted = extract(chosen.values(), model=model)
        found |= zip(((corpus, n) for n in chosen), extracted, strict=True)
    return found


@click.command()
@model_argument
@data_argument
@click.option("--half", type=click.Choice(["tune", "report"]), default="report")
def main(model: Path, data: Path, half: Half) -> None:
    """Measure the package in MODEL on the pairs of texts in DATA."""
    gold = pairs()
    ids = joined(read(model, data, gold))
    for name, shown in rows([pair for pair in gold if pair.half == half], ids):
        click.echo(f"{name:14} {shown}")


if __name__ == "__main__":
    main()
