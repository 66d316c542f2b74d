"""The model: a small pretrained encoder with all heads on it."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

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


class Model(nn.Module):
    """An encoder with a learned mix of layers for each family of heads."""

    def __init__(self, encoder: BertModel, sizes: dict[str, int]) -> None:
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


def build(encoder: BertModel, labels: dict[str, list[str]]) -> Model:
    """Put the heads on an encoder, whose word embeddings stay as they are.

    Names that training has not seen keep their place beside those that it has, and a
    third of the weights need no update.
    """
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return Model(encoder, {head: len(names) for head, names in labels.items()})
