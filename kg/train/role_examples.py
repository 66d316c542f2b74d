"""Sentences of PropBank and its kin as the heads of roles read them, in batches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

import numpy as np
import torch
from spacy.language import Language
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from kg.annotate.roles.component import Sentences, cut, pairs_of
from kg.annotate.roles.paths import paths
from kg.train.measure_roles import read_sentences
from kg.train.propbank import Annotated

UNKNOWN = -100
# Words of a batch, with those that fill up its sentences.
_BATCH = 1100


@dataclass(slots=True)
class Example:
    """A sentence as the heads read it, with what they should say.

    `kinds` (n) has the kinds' numbers or -100; `pairs` (3, k) predicates, other words
    and ways between them, `roles` (k) their roles; `facts` (n, 2) how factual, and how
    sure that is: 0 where it is unknown.
    """

    states: np.ndarray
    marks: np.ndarray
    kinds: np.ndarray
    pairs: np.ndarray
    roles: np.ndarray
    facts: np.ndarray

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.kinds)


def examples(nlp: Language, documents: Iterable[Annotated]) -> Iterator[Example]:
    """Read documents with a pipeline; yield an example for each sentence."""
    for document, _, sentences in read_sentences(nlp, documents):
        bounds = [*document.tree.starts, len(document.tree.rows)]
        for start, end in zip(bounds, bounds[1:], strict=False):
            yield _example(sentences, document, start, end)


def _example(
    sentences: Sentences, document: Annotated, start: int, end: int
) -> Example:
    size = end - start
    kinds, facts = np.full(size, UNKNOWN), np.zeros((size, 2), np.float32)
    for place in range(start, end):
        kinds[place - start] = document.kinds.get(place, UNKNOWN)
        facts[place - start] = document.facts.get(place, (0.0, 0.0))
    predicates = np.array([x - start for x in document.roles if start <= x < end], int)
    pairs = pairs_of(predicates, np.zeros(size, np.int64))
    roles = [document.roles[p + start].get(w + start, 0) for p, w in pairs.T.tolist()]
    own = cut(sentences, slice(start, end))
    return Example(
        own.states.astype(np.float16),
        np.stack([own.tags, own.trees.relations]),
        kinds,
        np.concatenate([pairs, paths(own.trees, *pairs)[None]]),
        np.array(roles, np.int64),
        facts,
    )


def batches(found: list[Example], random: Random) -> list[list[Example]]:
    """Group examples of like lengths, so many that they fill a batch, in new order."""
    lengths = [x.size + 3 * random.random() for x in found]
    order = sorted(range(len(found)), key=lengths.__getitem__)
    groups: list[list[Example]] = [[]]
    for place in order:
        if (len(groups[-1]) + 1) * found[place].size > _BATCH and groups[-1]:
            groups.append([])
        groups[-1].append(found[place])
    random.shuffle(groups)
    return groups


@dataclass(slots=True)
class Joined:
    """A batch as tensors: sentences are rows, as long as the longest of them.

    `unit` is -1 where a sentence has no more words. Places of `pairs` count through
    the rows.
    """

    states: Tensor
    tags: Tensor
    relations: Tensor
    unit: Tensor
    kinds: Tensor
    pairs: Tensor
    roles: Tensor
    facts: Tensor


def join(batch: list[Example]) -> Joined:
    """Put sentences below one another."""
    longest = max(x.size for x in batch)
    places = [
        x.pairs + np.array([[row], [row], [0]])
        for row, x in zip(count(0, longest), batch, strict=False)
    ]
    return Joined(
        _padded([x.states for x in batch]).float(),
        _padded([x.marks[0] for x in batch]),
        _padded([x.marks[1] for x in batch]),
        _padded([np.zeros(x.size, np.int64) for x in batch], -1),
        _padded([x.kinds for x in batch], UNKNOWN),
        torch.from_numpy(np.concatenate(places, 1)),
        torch.from_numpy(np.concatenate([x.roles for x in batch])),
        _padded([x.facts for x in batch]),
    )


def _padded(arrays: list[np.ndarray], value: int = 0) -> Tensor:
    rows = [torch.from_numpy(array) for array in arrays]
    return pad_sequence(rows, batch_first=True, padding_value=value)
