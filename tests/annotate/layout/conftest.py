"""Fixtures of the room of layout: Docs made of text, without the model."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.quotes import Quotes

TextDoc = Callable[..., Doc]


@pytest.fixture(scope="session")
def text_doc() -> TextDoc:
    """Return a builder of Docs from text, people's names and a few parts of speech.

    Words with a capital are proper nouns, other words nouns, unless `pos` says
    otherwise; verbs are finite. Each occurrence of a name is a PERSON. Quotations are
    marked, nothing is attributed.
    """
    nlp = spacy.blank("en")
    quotes = Quotes(spans_key="quotes")

    def make(text: str, *people: str, pos: dict[str, str] | None = None) -> Doc:
        doc = nlp.make_doc(text)
        for token in doc:
            named = "PROPN" if token.text[:1].isupper() else "NOUN"
            guessed = named if token.is_alpha else "PUNCT"
            token.pos_ = (pos or {}).get(token.text, guessed)
            token.lemma_ = token.lower_
            if token.pos_ == "VERB":
                token.set_morph("VerbForm=Fin")
        names = [
            doc.char_span(at, at + len(name), "PERSON")
            for name in people
            for at in range(len(text))
            if text.startswith(name, at)
        ]
        doc.ents = [name for name in names if name is not None]
        doc.spans["attribution"] = []
        return quotes(doc)

    return make
