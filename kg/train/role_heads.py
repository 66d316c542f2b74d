"""The heads of roles: which words are predicates, and what other words are to them.

They read the encoder's words, which stay as they are, and the tree that kg reads there.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.annotate.roles.paths import path_count
from kg.annotate.roles.propositions import KINDS, ROLES

_STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 36)
_MARKS = 32
_HEADS = 8


class Context(nn.Module):
    """Move each word by the others of its sentence: one layer of attention."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.read = nn.Linear(width, 3 * width)
        self.write = nn.Linear(width, width)
        self.inner, self.outer = (
            nn.Linear(width, 2 * width),
            nn.Linear(2 * width, width),
        )
        self.drop = nn.Dropout(0.15)

    def forward(self, words: Tensor, unit: Tensor) -> Tensor:
        """Return moved words (..., n, width); `unit` (..., n) numbers sentences."""
        size = words.shape[-1] // _HEADS
        asks, has, gives = (
            part.unflatten(-1, (_HEADS, size)).transpose(-3, -2)
            for part in self.read(self.first(words)).chunk(3, -1)
        )
        scores = asks @ has.transpose(-2, -1) * size**-0.5
        apart = unit[..., None, :, None] != unit[..., None, None, :]
        shares = scores.masked_fill(apart, -1e9).softmax(-1)
        heard = (shares @ gives).transpose(-3, -2).flatten(-2)
        words = words + self.drop(self.write(heard))
        inner = functional.gelu(self.inner(self.second(words)))
        moved: Tensor = words + self.drop(self.outer(self.drop(inner)))
        return moved


class Predicates(nn.Module):
    """Say of each word whether it is a predicate, and whether what it says is so."""

    def __init__(self, width: int, sizes: tuple[int, int], hidden: int = 256) -> None:
        super().__init__()
        self.tag = nn.Embedding(sizes[0], _MARKS)
        self.relation = nn.Embedding(sizes[1], _MARKS)
        self.inner = nn.Linear(width + 2 * _MARKS, hidden)
        self.context = Context(hidden)
        self.norm = nn.LayerNorm(hidden)
        self.kind, self.fact = (
            nn.Sequential(
                nn.Linear(hidden, 128), nn.GELU(), nn.Dropout(0.2), nn.Linear(128, size)
            )
            for size in (len(KINDS), 1)
        )
        self.drop, self.drop_marks = nn.Dropout(0.3), nn.Dropout(0.15)

    def forward(
        self, words: Tensor, tag: Tensor, relation: Tensor, unit: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return words for `Roles` (n, hidden), scores of kinds (n, 3) and of fact (n).

        `words` (n, width), `tag`, `relation` and `unit`, the sentence's number, (n). In
        training all have one more dimension before these, that of sentences.
        """
        marks = self.drop_marks(torch.cat([self.tag(tag), self.relation(relation)], -1))
        inner = self.inner(torch.cat([self.drop(words), marks], -1))
        hidden = self.norm(self.context(inner, unit))
        return hidden, self.kind(hidden), self.fact(hidden)[..., 0]


class Roles(nn.Module):
    """Say what words are to predicates, pair by pair."""

    def __init__(self, width: int, relations: int, hidden: int = 128) -> None:
        super().__init__()
        self.predicate, self.gate = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.word = nn.Linear(width, hidden)
        self.distance = nn.Embedding(2 * len(_STEPS) + 2, hidden)
        self.path = nn.Embedding(path_count(relations), hidden)
        self.inner = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.out = nn.Linear(hidden, len(ROLES))
        self.drop = nn.Dropout(0.15)
        self.register_buffer("steps", torch.tensor(_STEPS), persistent=False)

    def forward(
        self, words: Tensor, predicate: Tensor, other: Tensor, path: Tensor
    ) -> Tensor:
        """Return scores (k, roles) for k pairs of places in `words`, given their ways.

        The distance is that of the places: give a text's words in their order.
        """
        far = other - predicate
        bucket = torch.bucketize(far.abs(), self.steps)
        bucket = torch.where(far < 0, bucket, bucket + len(_STEPS) + 1)
        gated = self.word(words)[other] * (1 + torch.tanh(self.gate(words)))[predicate]
        hidden = gated + self.predicate(words)[predicate] + self.distance(bucket)
        hidden = self.drop(functional.gelu(hidden + self.drop(self.path(path))))
        moved = self.norm(hidden + self.drop(functional.gelu(self.inner(hidden))))
        scores: Tensor = self.out(moved)
        return scores
