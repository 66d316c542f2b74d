"""Fit the weights by which kg ranks a pronoun's antecedents, on GAP.

``python -m kg.train.fit_antecedents MODEL_FOLDER DATA_FOLDER`` prints the weights for
`kg.resolve.article.antecedent_scores`, and how often the likeliest person is right.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from spacy.language import Language
from torch import Tensor

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article
from kg.resolve.article.antecedent_scores import person_features
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.entities import link_names, link_reference, reading_order
from kg.resolve.article.pronoun_antecedents import person_antecedents
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent

_PENALTY = 0.001
_FOLDS = 10
_STEPS = 200
Rows = list[tuple[Chain, dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun's antecedents: features of each mention, its person, is it right.

    `features` has a row a mention, `person` numbers the persons, `right` marks those
    that the pronoun means.
    """

    features: Tensor
    person: Tensor
    right: Tensor


@dataclass(frozen=True, slots=True)
class GapRow:
    """A row of GAP: a text, where its pronoun starts, the names that it means."""

    text: str
    start: int
    names: list[tuple[int, int]]


def gap_rows(path: Path) -> Iterator[GapRow]:
    """Read GAP's rows whose pronoun means one of the two names."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = [
                (int(row[f"{x}-offset"]), int(row[f"{x}-offset"]) + len(row[x]))
                for x in "AB"
                if row[f"{x}-coref"].upper() == "TRUE"
            ]
            if names:
                yield GapRow(row["Text"], int(row["Pronoun-offset"]), names)


def read_antecedents(nlp: Language, rows: Iterable[GapRow]) -> Iterator[Rows]:
    """Yield what kg knows of each pronoun's antecedents; right ones have "right"."""
    kept = list(rows)
    for row, doc in zip(kept, nlp.pipe(row.text for row in kept), strict=True):
        article = Article(id="gap", text=row.text)
        linking = link_names(article, find(doc, article).candidates)
        means = set(_meant(linking, row.names))
        for index in reading_order(linking):
            if linking.candidates[index].start == row.start:
                found = person_antecedents(linking, index)
                yield [
                    (chain, features | {"right": float(chain in means)})
                    for chain, features in person_features(linking, index, found)
                ]
                break
            link_reference(linking, index)


def _meant(linking: Linking, names: Sequence[tuple[int, int]]) -> Iterator[Chain]:
    for index, candidate in enumerate(linking.candidates):
        inside = any(candidate.start < b and a < candidate.end for a, b in names)
        if inside and candidate.form == "name":
            yield from linking.chains_of(index)


def pronouns(read: Iterable[Rows], names: Sequence[str]) -> Iterator[Pronoun]:
    """Turn rows into arrays; pronouns without a right antecedent teach nothing."""
    for rows in read:
        numbers: dict[Chain, int] = {}
        person = [numbers.setdefault(chain, len(numbers)) for chain, _ in rows]
        right = torch.tensor([features["right"] > 0 for _, features in rows])
        if right.any():
            table = [[x.get(name, 0.0) for name in names] for _, x in rows]
            yield Pronoun(torch.tensor(table), torch.tensor(person), right)


def fit(examples: Sequence[Pronoun]) -> Tensor:
    """Return the weights under which the right antecedents are likeliest."""
    features = torch.cat([one.features for one in examples])
    right = torch.cat([one.right for one in examples])
    sizes = torch.tensor([len(one.right) for one in examples])
    number = torch.arange(len(examples)).repeat_interleave(sizes)
    weights = torch.zeros(features.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS(
        [weights], max_iter=_STEPS, line_search_fn="strong_wolfe"
    )

    def loss() -> Tensor:
        optimiser.zero_grad()
        odds = (features @ weights).exp()
        all_ = torch.zeros(len(examples)).index_add(0, number, odds)
        ours = torch.zeros(len(examples)).index_add(0, number, odds * right)
        missed = (all_.log() - ours.log()).mean()
        total: Tensor = missed + _PENALTY * weights.square().sum()
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach()


def is_right(one: Pronoun, weights: Tensor) -> bool:
    """Tell whether the likeliest person is the right one."""
    odds = (one.features @ weights).exp()
    persons = torch.zeros(int(one.person.max()) + 1).index_add(0, one.person, odds)
    return bool(one.right[one.person == persons.argmax()].any())


def crossed(examples: Sequence[Pronoun]) -> int:
    """Count the pronouns that weights fitted to the other folds get right."""
    right = 0
    for fold in range(_FOLDS):
        rest = [one for i, one in enumerate(examples) if i % _FOLDS != fold]
        weights = fit(rest)
        right += sum(is_right(one, weights) for one in examples[fold::_FOLDS])
    return right


@click.command()
@model_argument
@data_argument
@click.option("--threads", type=int, default=0, show_default=True)
def main(model: Path, data: Path, threads: int) -> None:
    """Fit the weights with the package in MODEL on GAP in DATA."""
    nlp = load_pipeline(model, threads=threads)
    read = list(read_antecedents(nlp, gap_rows(data / "coref/gap-development.tsv")))
    names = sorted({x for rows in read for _, features in rows for x in features})
    names.remove("right")
    examples = list(pronouns(read, names))
    share = percent(crossed(examples), len(read))
    click.echo(f"right of {len(read)} pronouns, in {_FOLDS} folds: {share:.1f}")
    weights = zip(names, fit(examples).tolist(), strict=True)
    click.echo(json.dumps({name: round(weight, 2) for name, weight in weights}))


if __name__ == "__main__":
    main()
