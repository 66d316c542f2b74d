"""The types of arrays that the components pass among themselves."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def log_softmax(scores: Floats) -> Floats:
    """Turn scores along the last axis into natural logarithms of probabilities.

    Two equal scores become log 0.5 each. The greatest score is taken off first, so that
    no exponential runs over.
    """
    shifted = scores - scores.max(axis=-1, keepdims=True)
    total = np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    logs: Floats = shifted - total
    return logs
