"""Pairs of names and pronouns that one sentence may relate, as the model reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from kg.annotate.encoder.arrays import Bools, Floats, Ints
from kg.annotate.relations.types import KINDS, POSSIBLE
from kg.annotate.roles.component import Sentences
from kg.annotate.roles.paths import Trees, paths
from kg.english.lexicon import words

# So far apart in one sentence few names are related, and a list of hundreds has
# tens of thousands of pairs.
_FAR = 60
_STEPS = np.array((1, 2, 3, 4, 6, 9, 14, 22, 36))
# Numbers of distances: so many backwards, and as many forwards.
DISTANCES = 2 * (len(_STEPS) + 1)
_PERSONAL = words("function_words.for_persons")
_OTHER = words("function_words.for_things")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or pronoun: its words, its head among them, the number of its kind.

    Places count the words that the encoder reads.
    """

    start: int
    end: int
    head: int
    kind: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions as the model reads them, a row each.

    `ends` (k, 2) are numbers of mentions, subject first; `vectors` (k, 4 * width) those
    of both heads, of the way between them in the tree and of the words between;
    `marks` (k, 5) kinds, ways and distance.
    """

    ends: Ints
    vectors: Floats
    marks: Ints


def mentions(doc: Doc, places: Ints) -> list[Mention]:
    """Return a doc's names and pronouns in text order.

    `places` has the place of each token among the words; names need the spans of
    "names".
    """
    found: dict[int, Mention] = {}
    inside: set[int] = set()
    for name in doc.spans["names"]:
        kind = KINDS.index(name.label_ if name.label_ in KINDS else "OTHER")
        start, last = int(places[name.start]), int(places[name.end - 1])
        head = int(places[name.root.i])
        found[head] = Mention(start, last + 1, head, kind)
        inside.update(range(name.start, name.end))
    for token in doc:
        kind = -1 if token.i in inside else _pronoun(token)
        if kind >= 0:
            at = int(places[token.i])
            found[at] = Mention(at, at + 1, at, kind)
    return [found[head] for head in sorted(found)]


def _pronoun(token: Token) -> int:
    if token.lower_ in _PERSONAL:
        return KINDS.index("HE")
    return KINDS.index("IT") if token.lower_ in _OTHER else -1


def pairs_of(sentences: Sentences, found: Sequence[Mention]) -> Pairs:
    """Return the pairs of mentions that some relation may join.

    Both stand in one sentence and its tree, not too far apart, and neither holds the
    other; each pair comes in both orders where it may.
    """
    ends = np.array(list(_ends(sentences, found)), np.int64).reshape(-1, 2)
    spans = np.array([(m.start, m.end, m.head, m.kind) for m in found], np.int64)
    left, right = spans.reshape(-1, 4)[ends].transpose(1, 0, 2)
    up_down_top = _ways(sentences.trees.heads, left[:, 2], right[:, 2])
    is_joined = up_down_top[2] >= 0
    ends, left, right = ends[is_joined], left[is_joined], right[is_joined]
    ways = up_down_top[:, is_joined]
    return Pairs(
        ends,
        _vectors(sentences, left, right, ways),
        _marks(sentences.trees, left, right),
    )


def _ends(sentences: Sentences, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    for one, left in enumerate(found):
        for other in range(one + 1, len(found)):
            right = found[other]
            is_near = right.head - left.head <= _FAR
            if not is_near or sentences.unit[left.head] != sentences.unit[right.head]:
                break
            if left.end > right.start and right.end > left.start:
                continue
            if POSSIBLE[left.kind, right.kind].any():
                yield one, other
            if POSSIBLE[right.kind, left.kind].any():
                yield other, one


def _ways(heads: Ints, left: Ints, right: Ints) -> Ints:
    """Return steps up, steps down and the topmost word of each way; -1 without one."""
    depth = _depths(heads)
    left, right = left.copy(), right.copy()
    up, down = np.zeros_like(left), np.zeros_like(left)
    is_apart: Bools = left != right
    while is_apart.any():
        rises = is_apart & (depth[left] >= depth[right])
        sinks = is_apart & (depth[right] >= depth[left])
        stuck = is_apart & (heads[left] == left) & (heads[right] == right)
        left[rises], right[sinks] = heads[left[rises]], heads[right[sinks]]
        up += rises
        down += sinks
        left[stuck] = right[stuck] = -1
        is_apart = left != right
    found: Ints = np.stack([up, down, left])
    return found


def _depths(heads: Ints) -> Ints:
    depth = np.zeros_like(heads)
    below, above = np.arange(len(heads)), heads
    while (moves := above != below).any():
        depth += moves
        below, above = above, heads[above]
    return depth


def _vectors(sentences: Sentences, left: Ints, right: Ints, ways: Ints) -> Floats:
    states, heads = sentences.states, sentences.trees.heads
    up, down, top = ways
    rising = _sums_to_root(states, heads)
    a, b = left[:, 2], right[:, 2]
    # Both ends are words of the way, but count by themselves.
    on_way = rising[a] + rising[b] - 2 * rising[top] + states[top]
    on_way = _mean(on_way - states[a] - states[b], up + down - 1)
    low = np.minimum(left[:, 1], right[:, 1])
    high = np.maximum(left[:, 0], right[:, 0])
    running = np.concatenate([np.zeros_like(states[:1]), states]).cumsum(axis=0)
    between = _mean(running[high] - running[low], high - low)
    found: Floats = np.concatenate([states[a], states[b], on_way, between], axis=1)
    return found


def _mean(sums: Floats, sizes: Ints) -> Floats:
    means = sums / np.maximum(sizes, 1)[:, None]
    found: Floats = np.where(sizes[:, None] > 0, means, 0).astype(np.float32)
    return found


def _sums_to_root(states: Floats, heads: Ints) -> Floats:
    """Return the sum of the vectors of each word and all words above it."""
    sums = states.copy()
    depth = _depths(heads)
    for level in range(1, int(depth.max(initial=0)) + 1):
        rows = np.flatnonzero(depth == level)
        sums[rows] += sums[heads[rows]]
    return sums


def _marks(trees: Trees, left: Ints, right: Ints) -> Ints:
    a, b = left[:, 2], right[:, 2]
    far = b - a
    steps = np.searchsorted(_STEPS, np.abs(far)) + np.where(far < 0, 0, DISTANCES // 2)
    columns = (left[:, 3], right[:, 3], paths(trees, a, b), paths(trees, b, a), steps)
    found: Ints = np.stack(columns, axis=1).astype(np.int64)
    return found
