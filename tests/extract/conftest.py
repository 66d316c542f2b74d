"""Hand-made Docs, and texts read with the model, for the tests of extractors."""

import itertools
import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article, Statement
from kg.resolve.article.assemble import assemble

MakeDoc = Callable[..., Doc]

# word/head/relation/entity[/part of speech]; anything else is a plain word.
_ANNOTATED = re.compile(
    r"(?P<word>.+?)/(?P<head>\d+)/(?P<dep>[A-Za-z:]+)"
    r"/(?P<ent>O|[BI]-[A-Z_]+)(?:/(?P<pos>[A-Z]+))?"
)
_CLOSING = re.compile(r"(?:[.,;:!?%)\]”]|['’](?:s|re|ve|ll|d|m)?|n['’]t)", re.I)
_OPENING = re.compile(r"(?:[A-Z]{0,2}[$£€(\[“‘])")


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """Return the vocabulary that all hand-made Docs share."""
    return spacy.blank("en").vocab


@pytest.fixture(scope="session")
def make_doc(vocab: Vocab) -> MakeDoc:
    """Return a builder of Docs with the annotation a test needs, and no more.

    `words` is a list of words or one string split at blanks. A word may carry
    `word/head/relation/entity[/part of speech]`: head is the index of the head word
    in the Doc (a root's is its own), entity is `B-PERSON`, `I-PERSON` or `O`.
    Keyword arguments hold one value a word and win over what the words carry. Spaces
    are guessed from the punctuation, lemmas are the lower-case words; without heads
    the Doc has no parse, and `sent_starts` (indices of the first words) cuts it.
    """

    def make(  # noqa: PLR0913
        words: list[str] | str,
        *,
        heads: Sequence[int] | None = None,
        deps: Sequence[str] | None = None,
        pos: Sequence[str] | None = None,
        lemmas: Sequence[str] | None = None,
        ents: Sequence[str] | None = None,
        morphs: Sequence[str] | None = None,
        sent_starts: Sequence[int] | None = None,
        spaces: Sequence[bool] | None = None,
    ) -> Doc:
        given = words.split() if isinstance(words, str) else list(words)
        parts = [_ANNOTATED.fullmatch(word) for word in given]
        plain = [
            part["word"] if part else word
            for part, word in zip(parts, given, strict=True)
        ]
        if heads is None and any(parts):
            heads = [
                int(part["head"]) if part else index for index, part in enumerate(parts)
            ]
            deps = deps or [part["dep"] if part else "ROOT" for part in parts]
        if ents is None and any(parts):
            ents = [part["ent"] if part else "O" for part in parts]
        if pos is None and any(part and part["pos"] for part in parts):
            pos = [(part["pos"] or "X") if part else "X" for part in parts]
        if heads is not None and deps is None:
            deps = ["ROOT" if at == head else "dep" for at, head in enumerate(heads)]
        starts = None
        if heads is None:
            starts = [at in set(sent_starts or (0,)) for at in range(len(plain))]
        return Doc(
            vocab,
            words=plain,
            spaces=list(spaces) if spaces is not None else _spaces(plain),
            heads=list(heads) if heads is not None else None,
            deps=list(deps) if deps is not None else None,
            pos=list(pos) if pos is not None else None,
            lemmas=list(lemmas) if lemmas else [word.lower() for word in plain],
            ents=list(ents) if ents is not None else None,
            morphs=list(morphs) if morphs is not None else None,
            sent_starts=starts,
        )

    return make


def _spaces(words: list[str]) -> list[bool]:
    """Guess which words a space follows."""
    return [
        not _CLOSING.fullmatch(after) and not _OPENING.fullmatch(word)
        for word, after in itertools.pairwise(words)
    ] + [False] * bool(words)


class Told:
    """A statement as its reader sees it: texts and names, no offsets."""

    def __init__(self, statement: Statement, names: dict[str, str]) -> None:
        self.source = statement.source.text if statement.source else None
        self.cue = statement.cue.text if statement.cue else None
        self.content = " … ".join(span.text for span in statement.content)
        self.speakers = [names[id_] for id_ in statement.speakers]
        self.addressees = [names[id_] for id_ in statement.addressees]
        self.form = statement.form


class Statements(list[Told]):
    """A text's statements, in text order."""

    def holding(self, words: str) -> Told:
        """Return the one whose content holds the words, the longest of them."""
        fitting = [each for each in self if words in each.content]
        assert fitting, f"no content holds {words!r}: {[x.content for x in self]}"
        return max(fitting, key=lambda each: len(each.content))


@pytest.fixture(scope="session")
def read() -> Callable[[str], Statements]:
    """Return a function that reads a text with the packaged weights."""
    nlp = load_pipeline(threads=1)

    def read_text(text: str) -> Statements:
        article = Article(id="text", text=text, published=date(2024, 11, 2))
        extraction = assemble(find(nlp(text), article))
        names = {entity.id: entity.name for entity in extraction.entities}
        return Statements(Told(each, names) for each in extraction.statements)

    return read_text
