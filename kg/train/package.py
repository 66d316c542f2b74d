"""The weights of a package, read back from its graphs for training to go on from.

Export renames factors of products, cuts them to 8 bits, splits the smoothed layers and
folds what is constant. What it leaves out, the customs of treebanks other than the one
that kg goes by, starts anew. The word embeddings, which training never moves, are the
base's.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from kg.errors import KgError
from kg.train.model import MIXES, Model

_PRODUCT = re.compile(r"^/(.+)/MatMul(?:_quant)?$")
_HEADS = {"pair": "pair.", "relation": "relation.", "coref": "chains."}
_BASE = "encoder.embeddings.word_embeddings.weight"
# The customs that kg goes by are one row.
_CUSTOMS = "treebank.weight"
_DISTANCES = "chains.onnx::Gather_"


class PackageError(KgError):
    """A folder whose graphs do not hold the weights of a model of this recipe."""


@torch.no_grad()
def warm_start(model: Model, folder: Path) -> None:
    """Fill a model with a package's weights; raises `PackageError` where one lacks.

    A package without ``coref.onnx``, as kg ships it, leaves the head of coreference
    as it is.
    """
    stored = _encoder(folder)
    has_chains = (folder / "coref.onnx").is_file()
    heads = {x: prefix for x, prefix in _HEADS.items() if has_chains or x != "coref"}
    for name, prefix in heads.items():
        found = _weights(_graph(folder / f"{name}.onnx"))
        stored |= {prefix + key: weight for key, weight in found.items()}
    # The one column of distances, which export makes a constant.
    for name in [key for key in stored if key.startswith(_DISTANCES)]:
        stored["chains.distance.weight"] = stored[name]
    state = model.state_dict()
    for name, weight in state.items():
        if name in (_BASE, _CUSTOMS):
            continue
        if name.startswith("chains.") and not has_chains:
            continue
        if name not in stored or stored[name].size != weight.numel():
            raise PackageError(f"package {folder}: no {name} of {list(weight.shape)}")
        weight.copy_(torch.from_numpy(stored[name].copy()).reshape(weight.shape))
    state[_CUSTOMS][0] = torch.from_numpy(stored[_CUSTOMS].copy())


@torch.no_grad()
def average(model: Model, folders: Iterable[Path]) -> None:
    """Replace a model's weights by their mean with those of packages.

    Rounds of training that go on from one another lie close enough together for it
    (model soups; Wortsman et al., 2022). Raises `PackageError`.
    """
    states = [model.state_dict()]
    for folder in folders:
        other = deepcopy(model)
        warm_start(other, folder)
        states.append(other.state_dict())
    for name, weight in model.state_dict().items():
        if weight.is_floating_point():
            weight.copy_(torch.stack([state[name] for state in states]).mean(0))


def _graph(path: Path) -> onnx.GraphProto:
    try:
        return onnx.load(path).graph
    except OSError as error:
        raise PackageError(f"package {path}: {error}") from error


def _encoder(folder: Path) -> dict[str, np.ndarray]:
    graph = _graph(folder / "encoder.onnx")
    found = _joined(_weights(graph))
    found |= {f"tag.{name}": found[name] for name in list(found)}
    return found | _folded(graph)


def _weights(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    """Return a graph's weights by the names that they have in its module."""
    stored = {x.name: numpy_helper.to_array(x) for x in graph.initializer}
    found = {}
    for name in stored:
        plain = name.removesuffix("_quantized")
        if name != plain or not re.search(r"_(?:scale|zero_point)$", name):
            weight = _whole(stored, name)
            turned = plain.endswith("_Transposed")
            plain = plain.removesuffix("_Transposed").removeprefix("model.")
            found[plain] = weight.T if turned else weight
    for node in graph.node:
        product = _PRODUCT.match(node.name)
        if product and len(node.input) > 1 and node.input[1] in stored:
            name = product[1].replace("/", ".") + ".weight"
            found.setdefault(name, _whole(stored, node.input[1]).T)
    return found


def _whole(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Return a stored array, scaled back where it is quantized; columns have scales."""
    if not name.endswith("_quantized"):
        return stored[name]
    plain = name.removesuffix("_quantized")
    zero = stored[f"{plain}_zero_point"].astype(np.float32)
    scaled: np.ndarray = (stored[name].astype(np.float32) - zero) * stored[
        f"{plain}_scale"
    ]
    return scaled


def _joined(found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Put the two parts of smoothed layers together again.

    The channels apart are those that the rest divides away; layers with the same ones
    share their list.
    """
    for name in [x for x in found if x.endswith(".rest.weight")]:
        layer = name.removesuffix(".rest.weight")
        divisor = found[f"{layer}.divisor"]
        weight = found[name] * divisor
        weight[:, divisor == 0] = found[f"{layer}.whole.weight"]
        found[f"{layer}.weight"] = weight
        found[f"{layer}.bias"] = found[f"{layer}.whole.bias"]
    return found


def _folded(graph: onnx.GraphProto) -> dict[str, np.ndarray]:
    """Return the shares of layers and kg's own customs, which export makes constants.

    Their order is that of `EncoderGraph.forward`; a share's logarithm is its weight.
    Some packages have customs of corpora of names after those of the treebank.
    """
    constants = {x.name: numpy_helper.to_array(x) for x in graph.initializer}
    first = [x for name, x in constants.items() if _is(name, "Mul") and not x.ndim]
    rest = [x for name, x in constants.items() if _is(name, "Split")]
    customs = [x for name, x in constants.items() if _is(name, "Add")]
    if (len(first), len(rest)) != (len(MIXES), len(MIXES)) or not customs:
        raise PackageError("package: its encoder's layers are not mixed as here")
    shares = {
        f"mix.{family}.weight": np.log([one, *others])
        for family, one, others in zip(MIXES, first, rest, strict=True)
    }
    return shares | {_CUSTOMS: customs[0]}


def _is(name: str, kind: str) -> bool:
    return re.fullmatch(rf"onnx::{kind}_\d+", name) is not None
