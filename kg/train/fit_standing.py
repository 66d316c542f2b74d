"""Fit what tells statements from other attributions, to judged rows.

``python -m kg.train.fit_standing MODEL_FOLDER DATA_FOLDER`` reads the documents of
``gold/standing.jsonl`` with the weights of the folder, prints how the regression does
on articles held out, and writes ``standing.json`` beside them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args, get_type_hints

import click
import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.encoder.weights import StandingWeights
from kg.annotate.layout.pieces import by_number, pieces
from kg.annotate.pipeline import load_pipeline
from kg.annotate.standing import STATEMENT, Rows, inputs
from kg.train.gold_labels import StandingLabel, articles, labels
from kg.train.offsets import Offsets
from kg.train.options import data_argument, model_argument

CLASSES = get_args(get_type_hints(StandingLabel)["class_"])
_RIDGE = 0.1
# A feature that hardly varies is not blown up.
_LEAST_SPREAD = 0.05
_FOLDS = 5
_STEPS = 150
# A feature of fewer rows tells nothing.
_SEEN = 5
# What a new package has until it is fitted.
_NONE = StandingWeights(features=(), grammar=(), vectors=(), bias=(0.0, 0.0, 0.0))
Matrix = NDArray[np.float64]


class Judged:
    """The judged rows as arrays: vectors, features, class and document of each."""

    def __init__(self) -> None:
        self.vectors: list[NDArray[np.float32]] = []
        self.features: list[Sequence[str]] = []
        self.classes: list[int] = []
        self.documents: list[int] = []

    def add(self, rows: Rows, places: Sequence[tuple[int, str]], document: int) -> None:
        """Take over the rows of a document that have a label."""
        for row, label in places:
            self.vectors.append(rows.vectors[row])
            self.features.append(rows.features[row])
            self.classes.append(CLASSES.index(label))
            self.documents.append(document)


def judged_rows(nlp: Language, data: Path) -> tuple[Judged, int]:
    """Read the labels' documents; also return how many labels found no attribution."""
    wanted: dict[tuple[str, int], list[StandingLabel]] = {}
    for label in labels("standing", StandingLabel):
        wanted.setdefault((label.corpus, label.document), []).append(label)
    found, lost = Judged(), 0
    for corpus in sorted({corpus for corpus, _ in wanted}):
        numbers = [number for each, number in wanted if each == corpus]
        for number, article in articles(data, corpus, numbers).items():
            doc = nlp(article.text)
            here = wanted[corpus, number]
            places = list(_places(doc, here))
            lost += len(here) - len(places)
            found.add(inputs(doc), places, len(found.documents))
    return found, lost


def _places(doc: Doc, here: Sequence[StandingLabel]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the attributions that have a label, with its class."""
    classes = {(label.anchor, label.content): label.class_ for label in here}
    groups = by_number(doc.spans["attribution"]).values()
    for row, spans in enumerate(groups):
        content = tuple(map(_offsets, pieces(spans, "CONTENT")))
        anchors = [*pieces(spans, "CUE")[:1], *pieces(spans, "SOURCE")]
        for anchor in [*map(_offsets, anchors), None]:
            if (anchor, content) in classes:
                yield row, classes.pop((anchor, content))
                break


def _offsets(span: Span) -> Offsets:
    return span.start_char, span.end_char


def fit(judged: Judged, rows: NDArray[np.bool_]) -> StandingWeights:
    """Fit the regression to the rows that are marked, by L-BFGS."""
    counts: dict[str, int] = {}
    for place in np.flatnonzero(rows):
        for name in judged.features[place]:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= _SEEN)
    table = _table(judged, names)
    middle, spread = table[rows].mean(0), table[rows].std(0) + _LEAST_SPREAD
    scaled = (table[rows] - middle) / spread
    right = np.eye(len(CLASSES))[np.array(judged.classes)[rows]]
    weights = _minimum(scaled, right)
    slopes = weights[:-1] / spread[:, None]
    bias = weights[-1] - middle @ slopes
    size = len(judged.vectors[0])
    return StandingWeights(
        features=tuple(names),
        vectors=_rounded(slopes[:size]),
        grammar=_rounded(slopes[size:]),
        bias=_rounded(bias[None])[0],
    )


def _table(judged: Judged, names: Sequence[str]) -> Matrix:
    index = {name: place for place, name in enumerate(names)}
    grammar = np.zeros((len(judged.classes), len(names)))
    for row, features in zip(grammar, judged.features, strict=True):
        row[[index[name] for name in features if name in index]] = 1.0
    return np.hstack([np.array(judged.vectors, np.float64), grammar])


def _minimum(scaled: Matrix, right: Matrix) -> Matrix:
    """Return the weights of least loss, the last row for the bias."""
    size, classes = scaled.shape[1], right.shape[1]

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(size + 1, classes)
        scores = scaled @ weights[:-1] + weights[-1]
        scores -= np.log(np.exp(scores).sum(1, keepdims=True))
        slope = (np.exp(scores) - right) / len(right)
        down = np.vstack([scaled.T @ slope + _RIDGE * weights[:-1], slope.sum(0)])
        ridge = _RIDGE * (weights[:-1] ** 2).sum() / 2
        return float(ridge - (scores * right).sum() / len(right)), down.ravel()

    start = np.zeros((size + 1) * classes)
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    )
    return np.asarray(found.x).reshape(size + 1, classes)


def _rounded(rows: Matrix) -> tuple[tuple[float, float, float], ...]:
    return tuple((round(a, 4), round(b, 4), round(c, 4)) for a, b, c in rows.tolist())


def held_out(judged: Judged) -> Matrix:
    """Return each row's probabilities by a fit to the documents of other folds."""
    folds = np.array(judged.documents) % _FOLDS
    found = np.zeros((len(folds), len(CLASSES)))
    for fold in range(_FOLDS):
        weights = fit(judged, folds != fold)
        table = _table(judged, weights.features)
        slopes = np.array([*weights.vectors, *weights.grammar])
        scores = table @ slopes + np.array(weights.bias)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        inside = folds == fold
        found[inside] = (shares / shares.sum(1, keepdims=True))[inside]
    return found


def report(judged: Judged, shares: Matrix) -> Iterator[str]:
    """Yield a line for each threshold: what of the statements stays, how pure it is."""
    classes = np.array(judged.classes)
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65):
        kept = shares[:, STATEMENT] >= least
        stays = (kept & (classes == STATEMENT)).sum() / (classes == STATEMENT).sum()
        pure = (classes[kept] == STATEMENT).mean()
        yield f"statement >= {least}: {stays:.1%} stay, {pure:.1%} of what stays"
    for least in (0.5, 0.6, 0.7, 0.8):
        gone = shares[:, -1] >= least
        pure = (classes[gone] == len(CLASSES) - 1).mean()
        yield f"neither >= {least}: {gone.sum()} rows, {pure:.1%} of them neither"


@click.command()
@model_argument
@data_argument
def main(model: Path, data: Path) -> None:
    """Fit, print how it does on held-out articles, and write the weights."""
    path = model / "standing.json"
    if not path.exists():
        path.write_bytes(msgspec.json.encode(_NONE))
    nlp = load_pipeline(model, threads=1)
    nlp.disable_pipe("kg_standing")
    judged, lost = judged_rows(nlp, data)
    click.echo(f"{len(judged.classes)} rows, {lost} labels without an attribution")
    for line in report(judged, held_out(judged)):
        click.echo(line)
    weights = fit(judged, np.ones(len(judged.classes), bool))
    path.write_bytes(msgspec.json.encode(weights) + b"\n")


if __name__ == "__main__":
    main()
