"""Sentences of our own whose words are marked with the event that they tell.

``gold/deed_sentences.txt`` has a short text a line; "{seized:COERCE}" tells an event of
that type, "{seized:NONE}" none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.annotate.deeds import KINDS
from kg.train.gold_labels import GOLD, GoldError
from kg.train.offsets import Offsets

_MARK = re.compile(r"\{([^{}:]+):(\w+)\}")
_FILE = GOLD / "deed_sentences.txt"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the types of some places in it."""

    text: str
    types: Mapping[Offsets, str]


def marked_sentences() -> Iterator[Marked]:
    """Read ``gold/deed_sentences.txt``; raises `GoldError`."""
    try:
        lines = _FILE.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldError(f"{_FILE}: {error}") from error
    for line in lines:
        yield unmarked(line)


def unmarked(line: str) -> Marked:
    """Take the marks out of a line; raises `GoldError` where a type is unknown."""
    text, end = "", 0
    types: dict[Offsets, str] = {}
    for mark in _MARK.finditer(line):
        if mark[2] not in KINDS:
            raise GoldError(f"{_FILE}: {mark[0]}: no type of event")
        text += line[end : mark.start()]
        types[len(text), len(text) + len(mark[1])] = mark[2]
        text, end = text + mark[1], mark.end()
    return Marked(text + line[end:], types)
