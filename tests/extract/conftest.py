"""Texts read with the model, for the tests of extractors."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article, Statement
from kg.resolve.article.assemble import assemble


class Told:
    """A statement as its reader sees it: texts and names, no offsets."""

    def __init__(self, statement: Statement, names: dict[str, str]) -> None:
        self.source = statement.source.text if statement.source else None
        self.cue = statement.cue.text if statement.cue else None
        self.content = " … ".join(span.text for span in statement.content)
        self.speakers = [names[id_] for id_ in statement.speakers]
        self.addressees = [names[id_] for id_ in statement.addressees]
        self.form = statement.form
        self.kind = statement.kind


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
