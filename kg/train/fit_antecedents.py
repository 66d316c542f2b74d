"""Fit the weights by which kg ranks a pronoun's antecedents, to hand-made labels.

``python -m kg.train.fit_antecedents MODEL_FOLDER DATA_FOLDER`` prints the weights, for
``kg/resolve/article/antecedent_weights.json``, and on stderr how often they are right.
"""

import csv
import json
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
from scipy.optimize import minimize
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.encoder.arrays import Floats, Ints
from kg.annotate.pipeline import load_pipeline
from kg.english.pronouns import NOBODY
from kg.extract.article import find
from kg.records import Article
from kg.resolve.article.antecedent_scores import Features, Kind, Meant, feature_rows
from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import link_names, link_reference, reading_order
from kg.resolve.article.pronoun_antecedents import antecedents, kind_of
from kg.resolve.article.salience import coordination
from kg.train.gold_labels import SpeakerLabel, articles, labels
from kg.train.measure_chains import gold_chains
from kg.train.measure_syntax import raw_text
from kg.train.options import data_argument, model_argument
from kg.train.scores import percent
from kg.train.treebanks import CLEAR_GENRES, Tree, chain_brackets, trees

_KINDS: tuple[Kind, ...] = ("person", "thing", "plural")
# In news, a pronoun means somebody named more often than in these corpora, where names
# are missed (GAP) and "it" and "they" are mostly things (OntoGUM). So much less weight
# has nobody, as tuned on news read by hand.
LESS_OF_NOBODY: dict[Kind, float] = {"person": 1.5, "thing": 2.5, "plural": 2.0}
# PolNeAR is the only news, and has few pronouns with a label: each counts so often.
_TIMES = {"PolNeAR": 12}
_PENALTY = 0.3
_FOLDS = 10
# How likely the likeliest has to be, in the table of how often it is right.
_SHARES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Row(NamedTuple):
    """One mention that a pronoun may mean, or nobody: is it the right one?

    `noun` is where the mention's head starts.
    """

    meant: Meant
    features: Features
    is_right: bool
    noun: int = NOBODY


@dataclass(frozen=True, slots=True)
class Labels:
    """Whom the pronouns of a text mean.

    `chains` has the number of the chain of each word that a label is about, by where
    the word starts; `pronouns` are the starts of the pronouns to learn from.
    """

    text: str
    chains: dict[int, int]
    pronouns: frozenset[int]


class Pronoun(NamedTuple):
    """A pronoun's antecedents as arrays: features, who is meant by number, is it right.

    Number 0 is nobody.
    """

    features: Floats
    meant: Ints
    right: Floats


def gap_labels(path: Path) -> Iterator[Labels]:
    """Read GAP's rows whose pronoun means one of the two names."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = [
                range(int(row[f"{x}-offset"]), int(row[f"{x}-offset"]) + len(row[x]))
                for x in "AB"
                if row[f"{x}-coref"].upper() == "TRUE"
            ]
            start = int(row["Pronoun-offset"])
            if names:
                chains = {place: 1 for name in names for place in name}
                yield Labels(row["Text"], chains | {start: 1}, frozenset({start}))


def gum_labels(documents: Sequence[Tree], marks: Sequence[list[str]]) -> list[Labels]:
    """Return the labels of OntoGUM's documents; without a chain, nobody is meant."""
    found = []
    for tree, brackets in zip(documents, marks, strict=True):
        text, spans = raw_text(tree)
        numbers = gold_chains(tree, brackets).tolist()
        chains = {
            start: number
            for (start, _), number in zip(spans, numbers, strict=True)
            if number >= 0
        }
        words = frozenset(start for start, _ in spans)
        found.append(Labels(text, chains, words))
    return found


def polnear_labels(data: Path) -> Iterator[Labels]:
    """Read whom the pronouns mean that speak in PolNeAR.

    From the first half of ``gold/speakers.jsonl``; the second is for measuring.
    """
    for label in labels("speakers", SpeakerLabel)[::2]:
        is_news = label.corpus.startswith("attribution/")
        if label.kind != "pronoun" or label.anchor is None or not is_news:
            continue
        start = label.anchor[0]
        places = {place for name in chain(*label.speakers) for place in range(*name)}
        known = dict.fromkeys(places | {start}, 1) if places else {}
        [article] = articles(data, label.corpus, [label.document]).values()
        yield Labels(article.text, known, frozenset({start}))


def read_antecedents(
    docs: Iterable[Doc], labelled: Iterable[Labels]
) -> Iterator[tuple[Kind, int, list[Row]]]:
    """Yield each labelled pronoun's kind and start, and what it may mean."""
    for doc, text in zip(docs, labelled, strict=True):
        article = Article(id="labelled", text=text.text)
        linking = link_names(article, find(doc, article).candidates)
        for index in reading_order(linking):
            candidate = linking.candidates[index]
            is_third = candidate.form == "pronoun" and candidate.person == 3
            if is_third and candidate.start in text.pronouns:
                rows = rows_of(linking, index, text)
                yield kind_of(candidate), candidate.start, rows
            link_reference(linking, index)


def rows_of(linking: Linking, index: int, labelled: Labels) -> list[Row]:
    """Return the rows of one pronoun; where no other is right, nobody is."""
    number = labelled.chains.get(linking.candidates[index].start)
    found = list(antecedents(linking, index))
    right = {frozenset(meant) for meant in _named(linking, number, labelled)} | {
        frozenset(meant)
        for other, meant in found
        if number in _numbers(linking, _head_of(linking, other, meant), labelled)
    }
    rows = feature_rows(linking, index, found)
    is_anybody = any(frozenset(row.meant) in right for row in rows)
    return [
        Row(
            row.meant,
            row.features,
            frozenset(row.meant) in right if is_anybody else not row.meant,
            row.noun,
        )
        for row in rows
    ]


def _named(linking: Linking, number: int | None, labelled: Labels) -> Iterator[Meant]:
    """Yield the chains of names that are labelled with a number."""
    for other, candidate in enumerate(linking.candidates):
        is_right = number in _numbers(linking, other, labelled)
        named = linking.only_chain_of(other)
        if candidate.form == "name" and is_right and named is not None:
            yield (named,)


def _head_of(linking: Linking, other: int, meant: Meant) -> int:
    """Return the mention that a label stands on: the first of "Kenya and Ghana"."""
    return coordination(linking, other)[0] if len(meant) > 1 else other


def _numbers(linking: Linking, other: int, labelled: Labels) -> set[int]:
    """Return the numbers of the chains that a mention's head is labelled with."""
    candidate = linking.candidates[other]
    inside = range(candidate.start, candidate.end)
    places = inside if candidate.form == "name" else (candidate.head,)
    return {labelled.chains[place] for place in places if place in labelled.chains}


def to_pronoun(rows: Sequence[Row], names: Sequence[str]) -> Pronoun:
    """Turn a pronoun's rows into arrays, a column a feature."""
    numbers: dict[Meant, int] = {(): 0}
    meant = [numbers.setdefault(row.meant, len(numbers)) for row in rows]
    table = [[row.features.get(name, 0.0) for name in names] for row in rows]
    right = [float(row.is_right) for row in rows]
    return Pronoun(np.array(table), np.array(meant), np.array(right))


def fit(examples: Sequence[Pronoun]) -> Floats:
    """Return the weights under which the right antecedents are likeliest."""
    features = np.concatenate([one.features for one in examples])
    right = np.concatenate([one.right for one in examples])
    sizes = [len(one.right) for one in examples]
    starts = np.cumsum([0, *sizes[:-1]])
    number = np.repeat(np.arange(len(examples)), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = np.exp(features @ weights)
        all_ = np.add.reduceat(odds, starts)
        ours = np.add.reduceat(odds * right, starts)
        missed = float(np.log(all_).sum() - np.log(ours).sum())
        slope = (odds / all_[number] - odds * right / ours[number]) @ features
        return (
            missed + _PENALTY * float(weights @ weights),
            slope + 2 * _PENALTY * weights,
        )

    start = np.zeros(features.shape[1])
    found: Floats = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return found


def likeliest(one: Pronoun, weights: Floats) -> tuple[float, bool]:
    """Return the share of the likeliest antecedent, and whether it is right."""
    sums = np.bincount(one.meant, np.exp(one.features @ weights))
    if len(sums) == 1:
        return 0.0, False
    best = 1 + int(sums[1:].argmax())
    return float(sums[best] / sums.sum()), bool(one.right[one.meant == best].any())


def crossed(examples: Sequence[Pronoun]) -> list[tuple[float, bool]]:
    """Judge each pronoun, in order, by weights that are fitted to the other folds."""
    found: dict[int, tuple[float, bool]] = {}
    for fold in range(_FOLDS):
        weights = fit([one for i, one in enumerate(examples) if i % _FOLDS != fold])
        for number in range(fold, len(examples), _FOLDS):
            found[number] = likeliest(examples[number], weights)
    return [found[number] for number in range(len(examples))]


def shown(judged: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """Yield how many pronouns are linked from each share on, and how many rightly."""
    for least in _SHARES:
        linked = [right for share, right in judged if share >= least]
        part = f"{percent(sum(linked), len(linked)):.1f} % of {len(linked)} right"
        share = f"{percent(sum(linked), len(judged)):.1f} % of all"
        yield f"  from {least}: {part}, {share}"


def corpora(
    data: Path, genres: Container[str] = CLEAR_GENRES
) -> Iterator[tuple[str, list[Labels]]]:
    """Yield the labelled texts of each corpus, by its name; `genres` are OntoGUM's."""
    yield "GAP", list(gap_labels(data / "coref/gap-development.tsv"))
    documents = trees(data / "ud/gum-train.conllu")
    brackets = chain_brackets(data / "coref/ontogum-train.conll")
    pairs = zip(documents, brackets, strict=True)
    chosen = [(tree, marks) for tree, marks in pairs if tree.genre in genres]
    yield "OntoGUM", gum_labels([t for t, _ in chosen], [m for _, m in chosen])
    yield "PolNeAR", list(polnear_labels(data))


def read_labels(
    nlp: Language, data: Path
) -> Iterator[tuple[str, list[tuple[Kind, list[Row]]]]]:
    """Yield the corpora by name, with the antecedents of their pronouns."""
    for name, found in corpora(data):
        docs = nlp.pipe(labelled.text for labelled in found)
        yield name, [(kind, rows) for kind, _, rows in read_antecedents(docs, found)]


@click.command()
@model_argument
@data_argument
@click.option("--threads", type=int, default=0, show_default=True)
def main(model: Path, data: Path, threads: int) -> None:
    """Fit the weights with the package in MODEL to GAP, OntoGUM and PolNeAR in DATA."""
    read = dict(read_labels(load_pipeline(model, threads=threads), data))
    click.echo(json.dumps(dict(fitted(read)), indent=1))


def fitted(
    corpora: dict[str, list[tuple[Kind, list[Row]]]],
) -> Iterator[tuple[Kind, Features]]:
    """Yield the weights for each kind of pronoun, and tell how good they are."""
    for kind in _KINDS:
        read = {
            name: [rows for one, rows in found if one == kind]
            for name, found in corpora.items()
        }
        names = sorted(
            {x for all_ in read.values() for r in all_ for x in _features_in(r)}
        )
        examples = {
            name: [to_pronoun(rows, names) for rows in all_]
            for name, all_ in read.items()
        }
        judged = crossed(list(chain(*examples.values())))
        for name, of_corpus in examples.items():
            click.echo(f"{kind}, {len(of_corpus)} of {name}:", err=True)
            part, judged = judged[: len(of_corpus)], judged[len(of_corpus) :]
            click.echo("\n".join(shown(part)), err=True)
        counted = [of * _TIMES.get(name, 1) for name, of in examples.items()]
        weights = dict(zip(names, fit(list(chain(*counted))).tolist(), strict=True))
        weights["nobody"] -= LESS_OF_NOBODY[kind]
        yield kind, {name: round(weight, 2) for name, weight in weights.items()}


def _features_in(rows: Sequence[Row]) -> set[str]:
    return {name for row in rows for name in row.features}


if __name__ == "__main__":
    main()
