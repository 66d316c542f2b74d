"""The head of deeds: what type of event a word tells, from it and its arguments."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.annotate.deeds import KINDS, PLACES

_HIDDEN = 160
# In training so many of the words around are hidden, so that none is relied on alone.
_HIDE = 0.1


class Deeds(nn.Module):
    """Say of each row which type it is; a row has the vectors of `PLACES` words."""

    def __init__(self, width: int, marks: int) -> None:
        super().__init__()
        self.width = width
        self.inner = nn.Linear(PLACES * width + marks, _HIDDEN)
        self.norm = nn.LayerNorm(_HIDDEN)
        self.middle = nn.Linear(_HIDDEN, _HIDDEN)
        self.out = nn.Linear(_HIDDEN, len(KINDS))
        self.drop = nn.Dropout(0.3)

    def forward(self, words: Tensor, marks: Tensor) -> Tensor:
        """Return scores (rows, types) of `words` (rows, places * width) and marks."""
        if self.training:
            kept = torch.rand(len(words), PLACES, 1) >= _HIDE
            kept[:, 0] = True
            words = (words.view(-1, PLACES, self.width) * kept).flatten(1)
        read = torch.cat([self.drop(words), marks], -1)
        hidden = functional.gelu(self.norm(self.inner(read)))
        hidden = hidden + functional.gelu(self.middle(self.drop(hidden)))
        scores: Tensor = self.out(self.drop(hidden))
        return scores


class Together(nn.Module):
    """The mean of what several heads say, which differ in where they began."""

    def __init__(self, heads: Sequence[Deeds]) -> None:
        super().__init__()
        self.width = heads[0].width
        self.heads = nn.ModuleList(heads)

    def forward(self, words: Tensor, marks: Tensor) -> Tensor:
        """Return mean log chances (rows, types)."""
        each = [torch.log_softmax(head(words, marks), -1) for head in self.heads]
        return torch.stack(each).mean(0)
