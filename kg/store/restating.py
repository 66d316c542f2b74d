"""Join statements of different articles that say the same thing."""

from collections.abc import Sequence

from kg.store.copies import ArticleState
from kg.store.engine import Transaction


def write_restatements(
    transaction: Transaction, states: Sequence[ArticleState]
) -> None:
    """Write which statements of these articles restate others, or are restated."""
