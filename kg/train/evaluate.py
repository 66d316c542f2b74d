"""One table of figures: ``python -m kg.train.evaluate MODEL_FOLDER DATA_FOLDER``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.train.measure_chains import score_chains
from kg.train.measure_names import (
    gmb_documents,
    score_names,
    uner_documents,
    worldwide_documents,
)
from kg.train.measure_roles import score_roles
from kg.train.measure_statements import score_statements
from kg.train.measure_syntax import from_raw_text, on_gold_words, sentence_starts
from kg.train.options import data_argument, model_argument
from kg.train.polnear import reports
from kg.train.propbank import propbank
from kg.train.scores import Agreement
from kg.train.treebanks import Tree, chain_brackets, trees

Row = tuple[str, str]
PARTS = ("syntax", "names", "statements", "chains", "roles")


def figures(model: Path, data: Path, parts: tuple[str, ...]) -> Iterator[Row]:
    """Yield the table's rows: what is measured, and the figures."""
    nlp = load_pipeline(model)
    measures: dict[str, Callable[[], Iterator[Row]]] = {
        "syntax": lambda: _syntax(nlp, data),
        "names": lambda: _names(nlp, data),
        "statements": lambda: _statements(nlp, data),
        "chains": lambda: _chains(nlp, model, data),
        "roles": lambda: _roles(nlp, model, data),
    }
    for part in parts:
        yield from measures[part]()


def _syntax(nlp: Language, data: Path) -> Iterator[Row]:
    documents = trees(data / "ud/gum-dev.conllu")
    genres = sorted({tree.genre for tree in documents}, key=lambda g: (g != "news", g))
    yield "GUM dev, gold words", _shown(on_gold_words(nlp, documents))
    yield "GUM dev, from raw text, F1", _shown(from_raw_text(nlp, documents))
    yield "sentence starts, GUM dev, F1", f"{sentence_starts(nlp, documents):.1f}"
    for genre in genres:
        own = [tree for tree in documents if tree.genre == genre]
        starts = {"starts": sentence_starts(nlp, own)}
        yield f"  {genre}", _shown(on_gold_words(nlp, own) | starts)


def _names(nlp: Language, data: Path) -> Iterator[Row]:
    corpora = {
        "worldwide-dev": worldwide_documents(data / "ner/worldwide-dev"),
        "UNER-EWT dev": uner_documents(data / "ner/uner-ewt-dev.iob2"),
        "GMB dev": gmb_documents(data / "ner/gmb-dev.conll"),
    }
    for name, documents in corpora.items():
        scores = score_names(nlp, documents)
        yield f"names, {name}, exact F1 (support)", _by_type(scores)


def _by_type(scores: dict[str, Agreement]) -> str:
    kinds = sorted(scores, key=lambda kind: (kind != "names", -scores[kind].right))
    return " ".join(
        f"{kind} {scores[kind].f1:.1f} ({scores[kind].right})"
        for kind in kinds
        if scores[kind].right
    )


def _statements(nlp: Language, data: Path) -> Iterator[Row]:
    said = reports(data / "attribution/polnear-dev.jsonl")
    yield "attribution, PolNeAR dev, F1", _shown(score_statements(nlp, said))


def _chains(nlp: Language, model: Path, data: Path) -> Iterator[Row]:
    documents: list[Tree] = trees(data / "ud/gum-dev.conllu")
    brackets = chain_brackets(data / "coref/ontogum-dev.conll")
    found = score_chains(nlp, model, documents, brackets)
    yield "coreference, OntoGUM dev, head words", _shown(found) or "no coref.onnx"


def _roles(nlp: Language, model: Path, data: Path) -> Iterator[Row]:
    if "kg_roles" not in nlp.pipe_names:
        nlp.add_pipe("kg_roles", config={"model": str(model)}, before="kg_attribution")
    found = score_roles(nlp, propbank(data, "dev"))
    yield "roles, PropBank-EWT dev, F1", _shown(found)


def _shown(scores: dict[str, float]) -> str:
    return " ".join(f"{name} {x:.1f}" for name, x in scores.items())


@click.command()
@model_argument
@data_argument
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS))
def main(model: Path, data: Path, parts: tuple[str, ...]) -> None:
    """Measure the package in MODEL, through kg's pipeline, on the dev sets of DATA."""
    for name, shown in figures(model, data, parts or PARTS):
        click.echo(f"{name:40} {shown}")


if __name__ == "__main__":
    main()
