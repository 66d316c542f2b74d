"""Weights to a package: ONNX graphs, 8-bit encoder, label lists, wordpieces.

``python -m kg.train.export DATA_FOLDER RUN_FOLDER MODEL_FOLDER``
"""

import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.annotate.encoder.weights import Weights
from kg.train.base import VOCABULARY, empty_encoder
from kg.train.batches import collate
from kg.train.checkpoints import load_checkpoint, load_labels
from kg.train.corpora import CORES
from kg.train.head_labels import FOLDED
from kg.train.model import Inputs, Model, build
from kg.train.options import data_argument
from kg.train.package import PackageError, average
from kg.train.smoothing import WHOLE, smooth
from kg.train.texts import Reader, Text
from kg.train.treebank_words import FILE
from kg.train.treebanks import CLEAR_GENRES, trees

log = logging.getLogger(__name__)

OUTPUTS = (
    *("upos", "feats", "lemma", "sent", "arc", "rel_d", "rel_h"),
    *("ner", "anchor", "attr", "coref", "nominal"),
)
_OPSET = 17
_CALIBRATION_STRIDE = 6


class EncoderGraph(nn.Module):
    """The encoder with every head that reads one word; types we fold join "O"."""

    def __init__(self, model: Model, names: list[str]) -> None:
        super().__init__()
        self.model = model
        kept = [i for i, name in enumerate(names) if name[2:] not in FOLDED and i]
        folded = [i for i, name in enumerate(names) if name[2:] in FOLDED]
        self.register_buffer("kept", torch.tensor(kept))
        self.register_buffer("outside", torch.tensor([0, *folded]))

    def forward(
        self, ids: Tensor, case: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """Return `OUTPUTS`, in order."""
        model = self.model
        layers = model.layers(Inputs(ids, case, mask, first))
        root, names = model.mixed(layers, "syntax"), model.mixed(layers, "names")
        root = root + model.treebank.weight[0]
        said, chains = model.mixed(layers, "attribution"), model.mixed(layers, "chains")
        words, named = root[:, 1:], names[:, 1:]
        tags = [model.tag[head](words) for head in ("upos", "feats", "lemma", "sent")]
        return (
            *tags,
            model.arc(words, root),
            model.dependent(words),
            model.head(root),
            self._fold(model.names(named, (first > 0).to(named.dtype))),
            model.anchor(said[:, 1:]),
            said[:, 1:],
            chains[:, 1:],
            model.nominal(named),
        )

    def _fold(self, scores: Tensor) -> Tensor:
        outside = scores[..., self.outside].logsumexp(-1, keepdim=True)
        return torch.cat([outside, scores[..., self.kept]], -1)


def folded_labels(labels: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the label lists as the package has them."""
    kept = [name for name in labels["ner"] if name[2:] not in FOLDED]
    return {**labels, "ner": kept}


def load_model(run: Path) -> Model:
    """Build the model of a run with the mean of its weights."""
    point = load_checkpoint(run)
    model = build(empty_encoder(), load_labels(run))
    model.load_state_dict({**point.model, **point.mean})
    return model.eval()


def export(
    data: Path,
    run: Path,
    folder: Path,
    *,
    rounds: Sequence[Path] = (),
    bits: int = 8,
) -> None:
    """Write the package of a run's checkpoint; with 32 bits nothing is quantized.

    Its weights are the mean of the run's and those of the packages in `rounds`. The 8
    bits are fitted to what the encoder reads in some of GUM's documents. Raises
    `PackageError` for a package with other labels.
    """
    folder.mkdir(parents=True, exist_ok=True)
    labels, model = load_labels(run), load_model(run)
    for package in rounds:
        if Weights(package).labels != folded_labels(labels):
            raise PackageError(f"package {package}: its labels are not those of {run}")
    average(model, rounds)
    reader = Reader(str(run / VOCABULARY))
    (folder / "labels.json").write_text(
        json.dumps(folded_labels(labels), indent=0), encoding="utf-8"
    )
    shutil.copyfile(run / VOCABULARY, folder / VOCABULARY)
    shutil.copyfile(run / FILE, folder / FILE)
    card = files("kg.train").joinpath("card.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(card, encoding="utf-8")
    _write_pair(model, folder / "pair.onnx")
    _write_relation(model, folder / "relation.onnx")
    if bits == 8:
        smooth(model, calibration(data, reader))
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) if bits == 8 else folder
        _write_chains(model, whole / "coref.onnx")
        _write_encoder(EncoderGraph(model, labels["ner"]), whole / "encoder.onnx")
        for path in Path(scratch).iterdir():
            quantize(path, folder / path.name)


def calibration(data: Path, reader: Reader) -> Iterator[Inputs]:
    """Yield windows of documents that training has read too."""
    documents = trees(data / "ud/gum-train.conllu")
    clear = [tree for tree in documents if tree.genre in CLEAR_GENRES]
    for tree in clear[::_CALIBRATION_STRIDE]:
        words = [row[1] for row in tree.rows]
        text = Text(words, np.zeros(len(words), dtype=bool))
        for example in reader.examples(text, max(CORES)):
            yield collate([example]).inputs


def quantize(whole: Path, small: Path) -> None:
    """Write a graph with 8-bit weights, a scale a channel.

    Activations are scaled by what one call reads; kg gives it one window a call, so
    that no text's numbers hang on another's.
    """
    nodes = onnx.load(whole, load_external_data=False).graph.node
    quantize_dynamic(
        whole,
        small,
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=[node.name for node in nodes if WHOLE in node.name],
    )


def _write_encoder(graph: EncoderGraph, path: Path) -> None:
    ids = torch.randint(999, 9999, (2, 24))
    first = torch.arange(1, 18)[None].expand(2, -1).contiguous()
    inputs = (ids, torch.randint(0, 7, (2, 24)), torch.ones(2, 24), first)
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    axes = {"ids": pieces, "case": pieces, "mask": pieces, "first": words}
    axes |= {name: words for name in OUTPUTS}
    axes["rel_h"] = {0: "batch", 1: "heads"}
    axes["arc"] = {0: "batch", 1: "words", 2: "heads"}
    write_graph(
        graph, inputs, path, (["ids", "case", "mask", "first"], [*OUTPUTS], axes)
    )


def _write_pair(model: Model, path: Path) -> None:
    zeros = torch.zeros(17, dtype=torch.long)
    words = torch.randn(17, model.encoder.config.hidden_size)
    inputs = (words, torch.tensor([1, 5, 9]), zeros, zeros)
    names = ["words", "index", "unit", "quote"]
    axes = {name: {0: "words"} for name in names} | {"index": {0: "anchors"}}
    axes["labels"] = {0: "anchors", 1: "words"}
    write_graph(model.pair, inputs, path, (names, ["labels"], axes))


def _write_relation(model: Model, path: Path) -> None:
    size = model.dependent.out_features
    inputs = (torch.randn(5, size), torch.randn(5, size))
    names = ["dependent", "head"]
    axes = {name: {0: "words"} for name in [*names, "labels"]}
    write_graph(model.relation, inputs, path, (names, ["labels"], axes))


def _write_chains(model: Model, path: Path) -> None:
    width = model.encoder.config.hidden_size
    inputs = (torch.randn(60, width), torch.arange(60), torch.arange(0, 60, 2))
    names, found = ["words", "strings", "rows"], ["mention", "scores", "index"]
    axes = {name: {0: "words"} for name in ["words", "strings", "mention"]}
    axes |= {"rows": {0: "rows"}}
    axes |= {"scores": {0: "rows", 1: "k1"}, "index": {0: "rows", 1: "k"}}
    write_graph(model.chains, inputs, path, (names, found, axes))


Signature = tuple[list[str], list[str], dict[str, dict[int, str]]]


def write_graph(
    graph: nn.Module, inputs: tuple[Tensor, ...], path: Path, signature: Signature
) -> None:
    """Write a module as an ONNX graph; the inputs are an example of what it takes.

    `signature` has the names of what it takes and gives, and of each its axes whose
    size may change.
    """
    names, found, axes = signature
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            graph.eval(),
            inputs,
            str(path),
            input_names=names,
            output_names=found,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
    log.info("%s: %.1f MB", path.name, path.stat().st_size / 1e6)


@click.command()
@data_argument
@click.argument("run", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--with",
    "rounds",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="Take the mean with the weights of this package; may be repeated.",
)
@click.option("--bits", type=click.Choice([8, 32]), default=8, show_default=True)
def main(data: Path, run: Path, folder: Path, **more: Any) -> None:
    """Write the package of the checkpoint in RUN to FOLDER, for ``kg --model``."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    export(data, run, folder, **more)


if __name__ == "__main__":
    main()
