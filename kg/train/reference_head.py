"""The head of references: what a pronoun means, by its word and each noun's."""

import torch
from torch import Tensor, nn
from torch.nn import functional

_NARROW, _HIDDEN = 48, 64


class References(nn.Module):
    """Weigh pairs of a pronoun and a noun, by their vectors and marks of grammar."""

    def __init__(self, width: int, marks: int) -> None:
        super().__init__()
        self.width, self.marks = width, marks
        self.pronoun = nn.Linear(width, _NARROW)
        self.noun = nn.Linear(width, _NARROW)
        self.inner = nn.Linear(marks + 3 * _NARROW, _HIDDEN)
        self.out = nn.Linear(_HIDDEN, 1)
        self.drop = nn.Dropout(0.4)
        # It adds to what grammar tells, and starts from that.
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, words: Tensor, rows: Tensor, marks: Tensor) -> Tensor:
        """Return log odds (pairs) that add to those of grammar.

        `words` (words, width) are vectors, `rows` (pairs, 2) those of each pair's
        pronoun and noun, `marks` (pairs, marks) what grammar tells of the pair.
        """
        words = self.drop(words)
        pronoun, noun = self.pronoun(words)[rows[:, 0]], self.noun(words)[rows[:, 1]]
        read = torch.cat([marks, pronoun, noun, pronoun * noun], -1)
        scores: Tensor = self.out(self.drop(functional.gelu(self.inner(read))))[:, 0]
        return scores
