"""The head of relations: what two names of a sentence are to each other."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.annotate.relations.pairs import DISTANCES
from kg.annotate.relations.types import KINDS, TYPES
from kg.annotate.roles.paths import path_count

_MARK, _HIDDEN = 24, 128
# Most pairs stand in no relation: a chance of 0.02 to begin with.
_FIRST_BIAS = -4.0


class RelationHead(nn.Module):
    """Say of each pair which relations it stands in; they do not exclude each other."""

    def __init__(self, width: int, relations: int) -> None:
        super().__init__()
        ways = path_count(relations)
        sizes = (len(KINDS), len(KINDS), ways, ways, DISTANCES)
        self.marks = nn.ModuleList(nn.Embedding(size, _MARK) for size in sizes)
        self.read = nn.Linear(width, _HIDDEN)
        self.mark = nn.Linear(len(sizes) * _MARK, _HIDDEN)
        self.inner, self.norm = nn.Linear(_HIDDEN, _HIDDEN), nn.LayerNorm(_HIDDEN)
        self.out = nn.Linear(_HIDDEN, len(TYPES))
        self.drop = nn.Dropout(0.3)
        nn.init.constant_(self.out.bias, _FIRST_BIAS)

    def forward(self, vectors: Tensor, marks: Tensor) -> Tensor:
        """Return scores before the sigmoid (k, types) of what `Pairs` has."""
        parts = [embed(marks[:, row]) for row, embed in enumerate(self.marks)]
        marked = self.mark(self.drop(torch.cat(parts, 1)))
        hidden = functional.gelu(self.read(self.drop(vectors)) + marked)
        inner = functional.gelu(self.inner(self.drop(hidden)))
        scores: Tensor = self.out(self.drop(self.norm(hidden + inner)))
        return scores


class Chances(nn.Module):
    """The head as the package has it: probabilities in place of scores."""

    def __init__(self, head: RelationHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, vectors: Tensor, marks: Tensor) -> Tensor:
        """Return probabilities (k, types)."""
        return torch.sigmoid(self.head(vectors, marks))
