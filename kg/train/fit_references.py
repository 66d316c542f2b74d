"""Fit the head of references on a package's encoder, which stays as it is.

``python -m kg.train.fit_references MODEL_FOLDER DATA_FOLDER`` tells how often it is
right, each text by heads fitted to others, and writes ``references.onnx`` to
MODEL_FOLDER. What it learns is what the weights of grammar, fitted before by
``kg.train.fit_antecedents``, leave open.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor

from kg.annotate.encoder.arrays import Bools, Floats, Ints
from kg.annotate.pipeline import load_pipeline
from kg.annotate.references import MARKS, Pairs, pairs_of
from kg.resolve.article.antecedent_scores import Kind, by_grammar
from kg.train.export import write_graph
from kg.train.fit_antecedents import (
    LESS_OF_NOBODY,
    Labels,
    Row,
    corpora,
    read_antecedents,
    shown,
)
from kg.train.options import data_argument, model_argument
from kg.train.reference_head import References

_RATE, _DECAY, _WARM_STEPS, _BATCH = 2e-3, 0.05, 20, 64
_FOLDS = 5
# PolNeAR is the only news, and has few pronouns with a label. GAP chose its pronouns
# for being doubtful: by them alone, who is the subject tells less than in news.
_TIMES = {"GAP": 0.5, "PolNeAR": 4.0}
# What is written, with talk that somebody wrote down.
_GENRES = frozenset(
    {"news", "interview", "academic", "court", "bio", "voyage", "speech"}
)
# The encoder's width.
_WIDTH = 384
_LITTLE = 1e-9


class Pronoun(NamedTuple):
    """A pronoun with what it may mean, a row each, the last for nobody.

    `words` are the vectors of the pronoun, of the nouns and, for nobody, zeros;
    `grammar` has the log odds by grammar alone, `meant` numbers who is meant (0 is
    nobody), `right` tells which rows are right. `weight` is how much it counts.
    """

    words: Floats
    marks: Floats
    grammar: Floats
    meant: Ints
    right: Bools
    weight: float


@Language.component("collect_references")
def collect(doc: Doc) -> Doc:
    """Keep what the head reads, before the encoder's arrays go."""
    doc.user_data["pairs"] = pairs_of(doc)
    return doc


def load_reader(model: Path) -> Language:
    """Return the pipeline of a package that keeps what the head reads.

    A package that has no head yet is given one that tells nothing.
    """
    path = model / "references.onnx"
    if not path.exists():
        write_head(References(_WIDTH, MARKS), path)
    nlp = load_pipeline(model, threads=1)
    nlp.disable_pipe("kg_references")
    nlp.add_pipe("collect_references", before="kg_standing")
    return nlp


def read_pronouns(
    nlp: Language, labelled: Sequence[Labels], weight: float = 1.0
) -> Iterator[tuple[int, Pronoun]]:
    """Yield the labelled pronouns of some texts, each with its text's number."""
    for number, text in enumerate(labelled):
        doc = nlp(text.text)
        pairs: Pairs = doc.user_data["pairs"]
        places = {ends: row for row, ends in enumerate(pairs.ends)}
        for kind, start, rows in read_antecedents([doc], [text]):
            found = [(row, places.get((start, row.noun))) for row in rows]
            known = [(row, place) for row, place in found if place is not None]
            yield number, to_pronoun(kind, known, pairs, weight)


def to_pronoun(
    kind: Kind, found: Sequence[tuple[Row, int]], pairs: Pairs, weight: float
) -> Pronoun:
    """Turn a pronoun's rows, each with its place among the pairs, into arrays."""
    numbers: dict[object, int] = {(): 0}
    places = [place for _, place in found]
    # Nobody's weight by grammar is lowered for news after it was fitted.
    odds = [
        by_grammar(kind, row.features) + (0 if row.meant else LESS_OF_NOBODY[kind])
        for row, _ in found
    ]
    ends = pairs.rows[places]
    return Pronoun(
        words=np.vstack((pairs.words[ends[:1, 0]], pairs.words[ends[:, 1]])),
        marks=pairs.marks[places],
        grammar=np.array(odds, np.float32),
        meant=np.array([numbers.setdefault(r.meant, len(numbers)) for r, _ in found]),
        right=np.array([row.is_right for row, _ in found]),
        weight=weight,
    )


def fit(examples: Sequence[Pronoun], epochs: int, *, seed: int = 1) -> References:
    """Return a head fitted to examples, at a rate that falls to nothing."""
    torch.manual_seed(seed)
    first = examples[0]
    head = References(first.words.shape[1], first.marks.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    order = np.random.default_rng(seed)
    batches = -(-len(examples) // _BATCH)
    steps = epochs * batches
    head.train()
    for step in range(steps):
        if step % batches == 0:
            chosen = np.array_split(order.permutation(len(examples)), batches)
        rate = _RATE * min(1.0, (step + 1) / _WARM_STEPS) * (1 - step / steps)
        optimiser.param_groups[0]["lr"] = rate
        loss = _loss(head, [examples[i] for i in chosen[step % batches]])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.eval()


def _loss(head: References, some: Sequence[Pronoun]) -> Tensor:
    """Return how unlikely the right antecedents are, the mean over pronouns."""
    parts = _scores(head, some).split([len(one.right) for one in some])
    missed = [
        part.logsumexp(0) - part[torch.from_numpy(one.right)].logsumexp(0)
        for part, one in zip(parts, some, strict=True)
    ]
    weights = torch.tensor([one.weight for one in some])
    return (torch.stack(missed) * weights).sum() / weights.sum()


def _scores(head: References, some: Sequence[Pronoun]) -> Tensor:
    """Return the log odds of all rows of some pronouns, end to end."""
    sizes = [len(one.right) for one in some]
    # Each pronoun's vector stands before those of its nouns.
    starts = np.cumsum([0, *(size + 1 for size in sizes[:-1])])
    nouns = [start + 1 + np.arange(n) for start, n in zip(starts, sizes, strict=True)]
    rows = np.stack((np.repeat(starts, sizes), np.concatenate(nouns)), axis=1)
    words, marks, grammar = (
        torch.from_numpy(np.concatenate([getattr(one, name) for one in some]))
        for name in ("words", "marks", "grammar")
    )
    scores: Tensor = head(words.float(), torch.from_numpy(rows), marks) + grammar
    return scores


def likeliest(head: References, one: Pronoun) -> tuple[float, bool]:
    """Return the share of the likeliest antecedent, and whether it is right."""
    with torch.inference_mode():
        odds = torch.softmax(_scores(head, [one]), 0).numpy()
    sums = np.bincount(one.meant, odds)
    if len(sums) == 1:
        return 0.0, False
    best = 1 + int(sums[1:].argmax())
    return float(sums[best]), bool(one.right[one.meant == best].any())


def crossed(
    examples: Mapping[str, Sequence[tuple[int, Pronoun]]], epochs: int
) -> Iterator[tuple[str, list[tuple[float, bool]]]]:
    """Judge each corpus's pronouns by heads that are fitted to other texts."""
    judged: dict[str, list[tuple[float, bool]]] = {name: [] for name in examples}
    for fold in range(_FOLDS):
        every = [pair for found in examples.values() for pair in found]
        head = fit([one for text, one in every if text % _FOLDS != fold], epochs)
        for name, found in examples.items():
            held = [one for text, one in found if text % _FOLDS == fold]
            judged[name] += [likeliest(head, one) for one in held]
    yield from judged.items()


def write_head(head: References, path: Path) -> None:
    """Write ``references.onnx``."""
    rows = torch.tensor([[0, 1], [0, 2], [1, 2]])
    inputs = (torch.randn(4, head.width), rows, torch.zeros(3, head.marks))
    axes = {"words": {0: "words"}}
    axes |= {name: {0: "pairs"} for name in ("rows", "marks", "scores")}
    write_graph(head, inputs, path, (["words", "rows", "marks"], ["scores"], axes))


@click.command()
@model_argument
@data_argument
@click.option("--epochs", default=5, show_default=True)
@click.option("--crossed/--no-crossed", "is_crossed", default=True)
def main(model: Path, data: Path, epochs: int, is_crossed: bool) -> None:
    """Fit the head of references of the package in MODEL on the corpora of DATA."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    nlp = load_reader(model)
    examples = {
        name: list(read_pronouns(nlp, labelled, _TIMES.get(name, 1.0)))
        for name, labelled in corpora(data, _GENRES)
    }
    for name, judged in crossed(examples, epochs) if is_crossed else ():
        click.echo(f"{len(judged)} of {name}:")
        click.echo("\n".join(shown(judged)))
    every = [one for found in examples.values() for _, one in found]
    write_head(fit(every, epochs), model / "references.onnx")


if __name__ == "__main__":
    main()
