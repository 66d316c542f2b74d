"""Measure relations between names and pronouns of one sentence.

``python -m kg.train.measure_relations MODEL_FOLDER DATA_FOLDER``
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.annotate.relations.component import related
from kg.train.options import data_argument, model_argument
from kg.train.relation_labels import (
    Labelled,
    is_met,
    knowledgenet,
    news,
    re3d,
    redocred,
)
from kg.train.scores import percent

_UNREAD = ("kg_quotes", "kg_attribution", "kg_layouts")
Row = tuple[str, str]
Heads = tuple[str, int, int]


def counts(labelled: Labelled, found: Iterable[Heads]) -> Counter[tuple[str, str]]:
    """Count by type what is found, right, wanted and met in one text.

    `found` are types with the offsets of both head words. What nobody was asked for
    counts neither way; each place where the corpus has a fact is wanted by itself.
    """
    tally: Counter[tuple[str, str]] = Counter()
    told = [fact for fact in labelled.facts if fact.is_told]
    wanted = [fact for fact in told if fact.type in labelled.asked]
    met = set()
    for heads in found:
        hits = [fact for fact in labelled.facts if is_met(fact, *heads)]
        is_asked = heads[0] in labelled.asked and _is_marked(labelled, heads)
        if hits or is_asked:
            tally[heads[0], "found"] += 1
            tally[heads[0], "right"] += bool(hits)
        met.update(hits)
    for fact in wanted:
        tally[fact.type, "wanted"] += 1
        tally[fact.type, "met"] += fact in met
    return tally


def _is_marked(labelled: Labelled, heads: Heads) -> bool:
    """Tell whether both words are of entities, where the corpus marks those."""
    places = labelled.entities
    return places is None or all(
        any(a <= head < b for entity in places for a, b in entity) for head in heads[1:]
    )


def rows(name: str, tally: Counter[tuple[str, str]]) -> Iterator[Row]:
    """Yield precision, recall and F1 of all types, then of each."""
    for type_ in (None, *sorted({key for key, _ in tally})):
        found, right, wanted, met = (
            sum(
                n
                for (key, part), n in tally.items()
                if part == each and type_ in {None, key}
            )
            for each in ("found", "right", "wanted", "met")
        )
        precision, recall = percent(right, found), percent(met, wanted)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        yield (
            f"{name}: {type_ or 'all'}",
            f"precision {precision:.1f} of {found}, recall {recall:.1f} of {wanted}, "
            f"F1 {f1:.1f}",
        )


def tally_of(nlp: Language, texts: Iterable[Labelled]) -> Counter[tuple[str, str]]:
    """Read texts and count all of them together."""
    total: Counter[tuple[str, str]] = Counter()
    for labelled in texts:
        doc = nlp(labelled.text)
        heads = [
            (each.type, each.subject.root.idx, each.object_.root.idx)
            for each in related(doc)
        ]
        total += counts(labelled, heads)
    return total


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Measure the package in MODEL on the test halves of the corpora in DATA."""
    nlp = load_pipeline(model, threads=1)
    for unread in _UNREAD:
        nlp.remove_pipe(unread)
    for name, corpus in (
        ("KnowledgeNet", knowledgenet),
        ("Re-DocRED", redocred),
        ("re3d", re3d),
        ("news", news),
    ):
        for row, shown in rows(name, tally_of(nlp, corpus(data, "test"))):
            click.echo(f"{row:36} {shown}")


if __name__ == "__main__":
    main()
