"""Nominals."""

from kg.resolve.chains import Draft


def link_nominal(draft: Draft, index: int) -> None:
    """Link."""
