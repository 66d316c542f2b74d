"""Pronouns."""

from kg.resolve.chains import Draft


def link_pronoun(draft: Draft, index: int) -> None:
    """Link."""
