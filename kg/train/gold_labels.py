"""Hand-made labels of statements: who speaks, who is spoken to, what went unsaid.

The files in ``gold/`` hold facts alone: corpus, document number, character offsets and
the answer. The texts stay in the corpora.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from kg.errors import KgError
from kg.records import Article
from kg.train.jsonl import json_lines
from kg.train.measure_syntax import raw_text
from kg.train.treebanks import trees

GOLD = Path(__file__).parent / "gold"
Offsets = tuple[int, int]
Kind = Literal["pronoun", "title", "state"]


class GoldError(KgError):
    """A file of labels is missing, or names a document that its corpus lacks."""


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled statement; `anchor` is its source or cue, where it has one."""

    corpus: str
    document: int
    content: tuple[Offsets, ...]
    anchor: Offsets | None = None


class SpeakerLabel(Label, frozen=True, kw_only=True):
    """Who speaks: for each speaker, names that the article gives; none if unnamed."""

    kind: Kind
    speakers: tuple[tuple[Offsets, ...], ...]


class AddresseeLabel(Label, frozen=True, kw_only=True):
    """Who is spoken to: the phrases in the statement, none where it has no hearer."""

    addressees: tuple[Offsets, ...]


class NegationLabel(Label, frozen=True, kw_only=True):
    """Whether the article reports that something was not said."""

    negated: bool


class SaidLabel(Label, frozen=True, kw_only=True):
    """When it was said: first and last day, null where only the article's is known."""

    said: tuple[date, date] | None


AnyLabel = TypeVar("AnyLabel", bound=Label)


def labels(name: str, kind: type[AnyLabel]) -> list[AnyLabel]:
    """Read ``gold/{name}.jsonl``; raises `GoldError`."""
    path = GOLD / f"{name}.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=kind) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def articles(data: Path, corpus: str, numbers: Iterable[int]) -> dict[int, Article]:
    """Return the documents of a corpus that have these numbers, counted from 0.

    A treebank's documents are rebuilt from its words. Raises `GoldError`.
    """
    path = data / corpus
    wanted = set(numbers)
    if path.suffix == ".conllu":
        found = {
            n: Article(id=f"{n}", text=raw_text(tree)[0])
            for n, tree in enumerate(trees(path))
            if n in wanted
        }
    else:
        rows = enumerate(json_lines(path))
        found = {n: _article(n, row) for n, row in rows if n in wanted}
    if missing := sorted(wanted - found.keys()):
        raise GoldError(f"{path}: no documents {missing}")
    return found


def _article(number: int, row: dict[str, Any]) -> Article:
    day = row.get("published")
    return Article(
        id=f"{number}",
        text=row["text"],
        published=date.fromisoformat(day) if day else None,
        published_basis="given" if day else "none",
    )
