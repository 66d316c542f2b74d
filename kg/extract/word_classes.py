"""Classes of words by which mentions are told apart, from `mention_words.tsv`."""

from functools import cache
from importlib.resources import files


def words(name: str) -> frozenset[str]:
    """Return the lower-case words of one class, such as ``place nouns``."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    source = files("kg.extract").joinpath("mention_words.tsv").read_text("utf-8")
    lines = (line.partition("\t") for line in source.splitlines() if line[:1] != "#")
    return {name: frozenset(members.split()) for name, _, members in lines}
