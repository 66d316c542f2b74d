"""Scores: agreement of what was found with what is right, in percent."""

from collections import Counter
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Chains = list[frozenset[Hashable]]


@dataclass(slots=True)
class Agreement:
    """Counts of what is right, found, and both."""

    right: int = 0
    found: int = 0
    both: int = 0

    def add(self, right: AbstractSet[Any], found: AbstractSet[Any]) -> None:
        """Count one text's sets."""
        self.count(len(right), len(found), len(right & found))

    def count(self, right: int, found: int, both: int) -> None:
        """Add what was counted elsewhere."""
        self.right += right
        self.found += found
        self.both += both

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent; 0 where all is empty."""
        total = self.right + self.found
        return 200 * self.both / total if total else 0.0


def percent(part: int, whole: int) -> float:
    """Return a share in percent; 0 of nothing is 0."""
    return 100 * part / whole if whole else 0.0


def conll_f1(key: Chains, response: Chains) -> dict[str, float]:
    """Return MUC, B³, CEAFe (entities) and their mean, CoNLL, in percent."""
    muc = _f1(_muc(key, response), _muc(response, key))
    cubed = _f1(_b_cubed(key, response), _b_cubed(response, key))
    both = _similarity(key, response)
    ceaf = _f1((both, len(key)), (both, len(response)))
    conll = (muc + cubed + ceaf) / 3
    return {"CoNLL": conll, "MUC": muc, "B3": cubed, "CEAFe": ceaf}


def _f1(recall: tuple[float, int], precision: tuple[float, int]) -> float:
    shares = [part / whole if whole else 0.0 for part, whole in (recall, precision)]
    return 200 * shares[0] * shares[1] / sum(shares) if sum(shares) else 0.0


def _owners(chains: Chains) -> dict[Hashable, int]:
    return {mention: i for i, chain in enumerate(chains) for mention in chain}


def _muc(key: Chains, response: Chains) -> tuple[float, int]:
    """Return links of the key that the response has, and all of the key's links."""
    owners = _owners(response)
    kept = 0
    for chain in key:
        inside = {owners[m] for m in chain if m in owners}
        alone = sum(m not in owners for m in chain)
        kept += len(chain) - len(inside) - alone
    return kept, sum(len(chain) - 1 for chain in key)


def _b_cubed(key: Chains, response: Chains) -> tuple[float, int]:
    owners = _owners(response)
    total = 0.0
    for chain in key:
        shared = Counter(owners[m] for m in chain if m in owners)
        total += sum(count * count for count in shared.values()) / len(chain)
    return total, sum(len(chain) for chain in key)


def _similarity(key: Chains, response: Chains) -> float:
    """Return the best one-to-one overlap of the chains, as CEAFe counts it."""
    if not key or not response:
        return 0.0
    owners = _owners(response)
    table = np.zeros((len(key), len(response)))
    for row, chain in enumerate(key):
        for column, count in Counter(owners[m] for m in chain if m in owners).items():
            table[row, column] = 2 * count / (len(chain) + len(response[column]))
    rows, columns = linear_sum_assignment(-table)
    return float(table[rows, columns].sum())


def chains_of(numbers: Iterable[tuple[Hashable, int]]) -> Chains:
    """Gather mentions by their chain's number; negative ones and lone ones are none."""
    found: dict[int, set[Hashable]] = {}
    for mention, number in numbers:
        if number >= 0:
            found.setdefault(number, set()).add(mention)
    return [frozenset(chain) for chain in found.values() if len(chain) > 1]
