"""Hand-made labels of statements: who speaks, of whom, to whom, and what went unsaid.

The files in ``gold/`` hold facts alone: corpus, document number, character offsets and
the answer. The texts stay in the corpora.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from kg.errors import KgError
from kg.records import Article
from kg.train.jsonl import json_lines
from kg.train.measure_syntax import raw_text
from kg.train.namebanks import bio_sentences
from kg.train.offsets import Offsets
from kg.train.running_text import column_text, running_text
from kg.train.treebanks import trees

GOLD = Path(__file__).parent / "gold"
# So many sentences make a document of a corpus that does not part them.
_BLOCK = 25
# Where one name stands in an article; its other names there count with it.
Names = tuple[Offsets, ...]
# Forms of mentions that name an entity.
NAMING = frozenset({"name", "demonym", "metonym"})
Kind = Literal["pronoun", "title", "state"]
Half = Literal["tune", "report"]
Draw = Literal[1, 2]


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
    speakers: tuple[Names, ...]


class AddresseeLabel(Label, frozen=True, kw_only=True):
    """Who is spoken to: the phrases in the statement, none where it has no hearer."""

    addressees: tuple[Offsets, ...]


class NegationLabel(Label, frozen=True, kw_only=True):
    """Whether the article reports that something was not said."""

    negated: bool


class ReadingLabel(Label, frozen=True, kw_only=True):
    """One statement of the reading set, by field; `anchor` is its cue.

    `unnamed` are the source words of speakers whom the article never names.
    `about_ok` may be in a statement's `about` or not. `said` is the first and the last
    day on which it may have been said, null where the article does not tell;
    `addressees` is null where no clause reports the statement, so none could tell.
    """

    half: Half
    class_: Literal["statement", "beyond", "doubtful"] = msgspec.field(name="class")
    speakers: tuple[Names, ...]
    unnamed: tuple[Offsets, ...]
    about: tuple[Names, ...]
    about_ok: tuple[Names, ...]
    addressees: tuple[Names, ...] | None
    said: tuple[date, date] | None
    negated: bool


class AboutLabel(Label, frozen=True, kw_only=True):
    """What one statement of kg's is about; `anchor` is its cue, where it has one.

    `about_ok` may be in a statement's `about` or not.
    """

    about: tuple[Names, ...]
    about_ok: tuple[Names, ...]


class StandingLabel(Label, frozen=True, kw_only=True):
    """What one attribution of kg's is; `anchor` is its cue, else its source."""

    class_: Literal["statement", "beyond", "neither"] = msgspec.field(name="class")


class SaidLabel(Label, frozen=True, kw_only=True):
    """When it was said: first and last day, null where only the article's is known.

    `published` is the day of an article whose corpus has none for it; `half` is as in
    the reading set. `draw` tells the first articles from those drawn after them, whose
    figures stand alone.
    """

    half: Half
    draw: Draw = 1
    published: date | None = None
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

    Documents that are given as words are rebuilt from them; a file of words and tags
    (`.tsv`) is one document, and where one does not part its documents (`.conll`,
    `.txt`), the sentences from that number on stand for one. Raises `GoldError`.
    """
    path = data / corpus
    wanted = set(numbers)
    try:
        documents = (
            _blocks(path, wanted)
            if path.suffix in {".conll", ".txt"}
            else enumerate(_documents(path))
        )
        found = {n: each for n, each in documents if n in wanted}
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: {error}") from error
    if missing := sorted(wanted - found.keys()):
        raise GoldError(f"{path}: no documents {missing}")
    return found


def _blocks(path: Path, starts: Iterable[int]) -> Iterator[tuple[int, Article]]:
    sentences = [words for words, _ in bio_sentences(path)]
    for start in sorted(starts):
        if block := sentences[start : start + _BLOCK]:
            yield start, Article(id=f"{start}", text=running_text(block))


def _documents(path: Path) -> Iterator[Article]:
    if path.suffix == ".tsv":
        yield Article(id="0", text=column_text(path))
    elif path.suffix == ".conllu":
        for n, tree in enumerate(trees(path)):
            yield Article(id=f"{n}", text=raw_text(tree)[0])
    else:
        for n, row in enumerate(json_lines(path)):
            yield _article(n, row)


def _article(number: int, row: dict[str, Any]) -> Article:
    day = row.get("published")
    return Article(
        id=f"{number}",
        text=row["text"],
        published=date.fromisoformat(day) if day else None,
        published_basis="given" if day else "none",
    )
