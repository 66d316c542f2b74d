"""Heads: small networks over the encoder's words."""

import torch
from torch import Tensor, nn
from torch.nn import functional

_PAIR_STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 36, 60, 100)
_CHAIN_STEPS = (1, 2, 3, 4, 6, 9, 16, 32, 64, 128, 256)
_CANDIDATES = 40


class Mix(nn.Module):
    """A task's own weighted mean of the layers; it starts near the last one."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(layers))
        self.weight.data[-1] = 1.0

    def forward(self, states: list[Tensor]) -> Tensor:
        """Return the mean of the layers' states."""
        shares = self.weight.softmax(0)
        mixed = states[0] * shares[0]
        for state, share in zip(states[1:], shares[1:], strict=True):
            mixed = mixed + state * share
        return mixed


class Biaffine(nn.Module):
    """Score each pair of a dependent and a head."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(width, hidden)
        self.head = nn.Linear(width, hidden)
        self.product = nn.Linear(hidden, hidden, bias=False)
        self.prior = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(0.2)
        nn.init.normal_(self.product.weight, std=0.01)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return scores (batch, words, heads)."""
        left = self.drop(functional.gelu(self.dependent(words)))
        right = self.drop(functional.gelu(self.head(heads)))
        scores = self.product(left) @ right.transpose(1, 2)
        return scores + self.prior(right).transpose(1, 2)


class Neighbours(nn.Module):
    """Label words by their own states and those of the words on both sides."""

    def __init__(self, width: int, hidden: int, labels: int) -> None:
        super().__init__()
        self.inner = nn.Linear(width, hidden)
        self.sides = nn.Linear(3 * hidden, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.out = nn.Linear(hidden, labels)
        self.drop = nn.Dropout(0.15)

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        """Return scores (batch, words, labels); `mask` is 0 where there is no word."""
        inner = functional.gelu(self.inner(words)) * mask[..., None]
        none = torch.zeros_like(inner[:, :1])
        before = torch.cat([none, inner[:, :-1]], 1)
        after = torch.cat([inner[:, 1:], none], 1)
        around = functional.gelu(self.sides(torch.cat([before, inner, after], -1)))
        scores: Tensor = self.out(self.drop(self.norm(inner + self.drop(around))))
        return scores


class Relation(nn.Module):
    """Label an arc by its two words, each given as a projection."""

    def __init__(self, hidden: int, labels: int) -> None:
        super().__init__()
        self.out = nn.Linear(hidden, labels)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Return scores of relations; works row by row."""
        scores: Tensor = self.out(functional.gelu(dependent + head))
        return scores


class Around(nn.Module):
    """Move words by those at fixed steps on both sides: a convolution by a product."""

    def __init__(self, hidden: int, step: int, reach: int = 2) -> None:
        super().__init__()
        self.step, self.reach = step, reach
        self.inner = nn.Linear((2 * reach + 1) * hidden, hidden)
        self.norm = nn.LayerNorm(hidden)

    def forward(self, rows: Tensor) -> Tensor:
        """Return the moved words, (rows, words, hidden) like `rows`."""
        edge = self.step * self.reach
        wide = functional.pad(rows, (0, 0, edge, edge))
        size = rows.shape[1]
        starts = range(0, 2 * edge + 1, self.step)
        near = torch.cat([wide[:, start : start + size] for start in starts], -1)
        moved: Tensor = self.norm(rows + functional.gelu(self.inner(near)))
        return moved


class Pair(nn.Module):
    """Say of each word of a window what it is to an anchor: source, content, cue."""

    def __init__(self, width: int, hidden: int = 128) -> None:
        super().__init__()
        self.anchor = nn.Linear(width, hidden)
        self.gate = nn.Linear(width, hidden)
        self.word = nn.Linear(width, hidden)
        self.distance = nn.Embedding(2 * len(_PAIR_STEPS) + 2, hidden)
        self.unit = nn.Embedding(7, hidden)
        self.quote = nn.Embedding(2, hidden)
        self.around = nn.ModuleList(Around(hidden, step) for step in (1, 3, 9))
        self.out = nn.Linear(hidden, 4)
        self.drop = nn.Dropout(0.15)
        self.register_buffer("steps", torch.tensor(_PAIR_STEPS), persistent=False)

    def forward(
        self, words: Tensor, index: Tensor, unit: Tensor, quote: Tensor
    ) -> Tensor:
        """Return scores (anchors, words, 4) for the anchors of one window.

        `words` (words, width), `index` (anchors) their places, `unit` the number of
        each word's sentence, `quote` whether it is quoted (words).
        """
        rows = torch.zeros_like(index)
        mask = torch.ones_like(words[None, :, 0])
        return self.many(words[None], (rows, index), (unit[None], quote[None]), mask)

    def many(
        self,
        windows: Tensor,
        anchors: tuple[Tensor, Tensor],
        marks: tuple[Tensor, Tensor],
        mask: Tensor,
    ) -> Tensor:
        """Return scores for anchors (window, word) of several padded windows."""
        row, index = anchors
        unit, quote = marks
        far = torch.arange(windows.shape[1])[None] - index[:, None]
        bucket = torch.bucketize(far.abs(), self.steps)
        bucket = torch.where(far < 0, bucket, bucket + len(_PAIR_STEPS) + 1)
        anchor = windows[row, index]
        units = (unit[row] - unit[row, index][:, None]).clamp(-3, 3) + 3
        words = self.word(windows) + self.quote(quote)
        gated = words[row] * (1 + torch.tanh(self.gate(anchor)))[:, None]
        hidden = gated + self.anchor(anchor)[:, None]
        hidden = hidden + self.distance(bucket) + self.unit(units)
        inside = mask[row][..., None]
        hidden = functional.gelu(hidden) * inside
        for layer in self.around:
            hidden = layer(hidden) * inside
        scores: Tensor = self.out(self.drop(hidden))
        return scores


class Chains(nn.Module):
    """Score, for each word that heads a mention, the words it may refer back to."""

    def __init__(self, width: int, hidden: int = 256, fine: int = 96) -> None:
        super().__init__()
        self.mention = nn.Sequential(
            nn.Linear(width, hidden), nn.GELU(), nn.Dropout(0.2), nn.Linear(hidden, 1)
        )
        self.left, self.right = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.product = nn.Linear(hidden, hidden, bias=False)
        self.product.weight.data = torch.eye(hidden) * 0.05
        self.distance = nn.Embedding(len(_CHAIN_STEPS) + 1, 1)
        self.same = nn.Parameter(torch.zeros(1))
        self.fine_left, self.fine_right = nn.Linear(width, fine), nn.Linear(width, fine)
        self.fine_gate = nn.ModuleList(nn.Linear(width, fine) for _ in range(2))
        self.fine_distance = nn.Embedding(len(_CHAIN_STEPS) + 1, fine)
        self.fine_same = nn.Embedding(2, fine)
        self.fine_out = nn.Linear(fine, 1)
        self.drop = nn.Dropout(0.3)
        self.register_buffer("steps", torch.tensor(_CHAIN_STEPS), persistent=False)

    def forward(
        self, words: Tensor, strings: Tensor, rows: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of mentions (n), of antecedents (r, 1 + k), and their indices.

        `words` (n, width) are all words of a text, `strings` their numbers by form in
        lower case, `rows` (r) the words to find antecedents for. Column 0 of the
        scores stands for no antecedent and is 0.
        """
        place = torch.arange(words.shape[0])
        mention = self.mention(words)[:, 0]
        far = (rows[:, None] - place[None, :]).clamp(min=1)
        bucket = torch.bucketize(far, self.steps)
        same = (strings[rows][:, None] == strings[None, :]).long()
        some = words[rows]
        left, right = self.drop(self.left(some)), self.drop(self.right(words))
        rough = self.product(left) @ right.T + mention[rows][:, None] + mention[None]
        rough = rough + self.distance.weight[:, 0][bucket] + self.same * same
        rough = torch.where(rows[:, None] > place[None, :], rough, -1e9)
        # Room for a text of fewer words than candidates; an ONNX graph needs one size.
        rough = functional.pad(rough, (0, _CANDIDATES), value=-1e9)
        best, index = rough.topk(_CANDIDATES, dim=1)
        index = index.clamp(max=words.shape[0] - 1)
        hidden = self.fine_left(some)[:, None] + self.fine_right(words)[index]
        gates = self.fine_gate[0](some)[:, None] * self.fine_gate[1](words)[index]
        hidden = hidden + gates + self.fine_distance(bucket.gather(1, index))
        hidden = hidden + self.fine_same(same.gather(1, index))
        fine = self.fine_out(functional.gelu(hidden))[..., 0]
        total = torch.where(best > -1e8, best + fine, best)
        return mention, torch.cat([torch.zeros_like(total[:, :1]), total], 1), index
