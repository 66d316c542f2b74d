"""Sentences, tags and trees from what the encoder says; weights of our own."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.encoder.component import Block, Encoded, keep_encoded
from kg.annotate.encoder.weights import open_weights
from kg.annotate.encoder.windows import Window
from kg.annotate.encoder.wordpieces import WordReader
from kg.annotate.syntax.component import (
    Syntax,
    _earlier_objects,
    _raised_objects,
    _titles_after_stops,
    sentence_starts,
)

LABELS = {
    "upos": ["PRON", "VERB", "PROPN", "PART"],
    "feats": ["", "Number=Sing", "VerbForm=Inf", "Number=Plur"],
    "lemma": ["0|0|", "1|0|", "0|1|"],
    "rel": ["root", "nsubj", "obj", "iobj", "xcomp", "mark"],
}
LEXICON = {"lemmas": {"VERB": {"left": "leave"}}, "features": {}}


class FakeWeights:
    """Weights whose relation of each word is the one that a test has chosen."""

    def __init__(self, relations: list[str], lexicon: dict[str, Any] = LEXICON) -> None:
        self.labels, self.lexicon = LABELS, lexicon
        self.numbers = [LABELS["rel"].index(name) for name in relations]

    def session(self, name: str) -> "FakeWeights":
        assert name == "relation"
        return self

    def run(self, outputs: list[str], inputs: dict[str, Any]) -> list[np.ndarray]:
        return [np.eye(len(LABELS["rel"]), dtype=np.float32)[self.numbers]]


@pytest.fixture(scope="module")
def read() -> WordReader:
    return WordReader(open_weights(None, 1).wordpieces)


def _arrays(read: WordReader, doc: Doc, tags: str, heads: list[int]) -> Encoded:
    """Return arrays whose best tree has the given heads; a root's is its own."""
    arrays = Encoded.empty(read(doc), 1, 1)
    arrays.starts[:] = -1.0
    size = len(heads)
    arrays.tags[:] = [LABELS["upos"].index(tag) for tag in tags.split()]
    arc = np.zeros((size, size + 1), np.float32)
    for word, head in enumerate(heads):
        arc[word, 0 if head == word else head + 1] = 9.0
    vectors = np.zeros((size + 1, 1), np.float32)
    window = Window(0, size, 0, size)
    arrays.blocks.append(Block(window, arc, vectors[1:], vectors, vectors[1:]))
    keep_encoded(doc, arrays)
    return arrays


def _facts(doc: Doc) -> list[tuple[str, str, str, int]]:
    return [(t.pos_, t.lemma_, t.dep_, t.head.i) for t in doc]


def test_syntax_writes_tags_lemmas_and_trees(read: WordReader) -> None:
    doc = spacy.blank("en")("Ada left")
    _arrays(read, doc, "PROPN VERB", [1, 1])
    weights = FakeWeights(["nsubj", "obj"])
    Syntax(doc.vocab, weights)(doc)  # type: ignore[arg-type]
    assert _facts(doc) == [
        ("PROPN", "Ada", "nsubj", 1),
        ("VERB", "leave", "ROOT", 1),
    ]


def test_syntax_hangs_white_space_on_the_word_before(read: WordReader) -> None:
    doc = spacy.blank("en")("Ada\n\nleft  ")
    arrays = _arrays(read, doc, "PROPN VERB", [0, 1])
    arrays.starts[1] = 1.0
    Syntax(doc.vocab, FakeWeights(["obj", "obj"]))(doc)  # type: ignore[arg-type]
    spaces = [(t.pos_, t.dep_, t.head.i) for t in doc if t.is_space]
    assert spaces == [("SPACE", "dep", 0), ("SPACE", "dep", 2)]
    assert [t.dep_ for t in doc if not t.is_space] == ["ROOT", "ROOT"]


def test_syntax_leaves_infinitives_as_they_are(read: WordReader) -> None:
    doc = spacy.blank("en")("to pass")
    arrays = _arrays(read, doc, "PART VERB", [1, 1])
    arrays.lemmas[:] = [0, 2]
    weights = FakeWeights(["mark", "obj"])
    Syntax(doc.vocab, weights)(doc)  # type: ignore[arg-type]
    assert doc[1].lemma_ == "pas"
    arrays.features[1] = LABELS["feats"].index("VerbForm=Inf")
    Syntax(doc.vocab, weights)(doc)  # type: ignore[arg-type]
    assert doc[1].lemma_ == "pass"


def test_syntax_gives_a_word_the_features_of_the_house(read: WordReader) -> None:
    features = {"PRON": {"you": "\tNumber=Sing"}}
    doc = spacy.blank("en")("You left")
    arrays = _arrays(read, doc, "PRON VERB", [1, 1])
    arrays.features[1] = LABELS["feats"].index("Number=Plur")
    weights = FakeWeights(["nsubj", "obj"], {**LEXICON, "features": features})
    Syntax(doc.vocab, weights)(doc)  # type: ignore[arg-type]
    assert [str(token.morph) for token in doc] == ["Number=Sing", "Number=Plur"]


def test_syntax_gives_the_object_of_two_verbs_to_the_first(read: WordReader) -> None:
    doc = spacy.blank("en")("Ada urged Roe to leave")
    _arrays(read, doc, "PROPN VERB PROPN PART VERB", [1, 1, 4, 4, 1])
    weights = FakeWeights(["nsubj", "obj", "obj", "mark", "xcomp"])
    Syntax(doc.vocab, weights)(doc)  # type: ignore[arg-type]
    assert (doc[2].dep_, doc[2].head.text) == ("obj", "urged")


@pytest.mark.parametrize(
    ("text", "likely", "expected"),
    [
        ('He left . " One more', [0, 3, 4], [0, 3]),
        ("He left . ( “ One more", [0, 3, 4, 5], [0, 3]),
        ("He left ” One more", [0, 2, 3], [0, 2, 3]),
        ('He left " One more', [0, 3], [0, 3]),
        ('He left "\nOne more', [0, 2], [0, 2, 4]),
    ],
)
def test_sentence_starts_opens_a_quotation_with_its_first_sentence(
    read: WordReader, text: str, likely: list[int], expected: list[int]
) -> None:
    words = read(spacy.blank("en")(text))
    arrays = Encoded.empty(words, 1, 1)
    arrays.starts[:] = -1.0
    arrays.starts[likely] = 1.0
    found = words.tokens[np.flatnonzero(sentence_starts(arrays))]
    assert found.tolist() == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [("Ada is ill . Gov. Reed left", 4), ("in the U.S. Gov. Reed", None)],
)
def test_syntax_opens_a_sentence_with_a_title_after_a_full_stop(
    read: WordReader, text: str, place: int | None
) -> None:
    doc = spacy.blank("en")(text)
    words = read(doc)
    found = _titles_after_stops(doc, Encoded.empty(words, 1, 1))
    assert np.flatnonzero(found).tolist() == ([] if place is None else [place])


def test_sentence_starts_cuts_a_run_where_a_cut_is_likeliest(read: WordReader) -> None:
    arrays = Encoded.empty(read(spacy.blank("en")("on " * 400)), 1, 1)
    arrays.starts[:] = -9.0
    arrays.starts[[100, 200]] = -1.0
    assert np.flatnonzero(sentence_starts(arrays)).tolist() == [0, 200]


def test_raised_objects_stand_between_two_verbs() -> None:
    """ "Paris urged Ankara to free men": the head of "Ankara" is "free"."""
    heads = np.array([1, 1, 4, 4, 1, 4])
    is_object = np.array([0, 0, 1, 0, 0, 1], dtype=bool)
    is_open = np.array([0, 0, 0, 0, 1, 0], dtype=bool)
    assert _raised_objects(heads, is_object, is_open).tolist() == [2]
    assert _raised_objects(heads, is_object, ~is_open).tolist() == []


def test_earlier_objects_are_all_but_the_last_of_a_verb() -> None:
    heads = np.array([1, 1, 1, 1, 5, 5, 5])
    is_object = np.array([0, 0, 1, 1, 0, 0, 1], dtype=bool)
    assert _earlier_objects(heads, is_object).tolist() == [2]
