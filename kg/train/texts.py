"""Texts: the words of a corpus with what it says about them, cut into windows."""

from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.encoder.arrays import Bools, Ints
from kg.annotate.encoder.vocabulary import WordPieces
from kg.annotate.encoder.windows import Window, WindowSizes, windows
from kg.annotate.encoder.wordpieces import WordReader, Words
from kg.train.head_labels import IGNORED

# Layers that hold a number (or a row) for each word and are cut with the words.
Layers = dict[str, np.ndarray]


@dataclass(slots=True)
class Text:
    """Words of one document, the paragraphs' first words, and its layers.

    Layers: upos, feats, lemma, rel, sent, nominal, anchor (label numbers), head
    (0 the root, else the head's index plus one), treebank (its number), ner (allowed
    tags, a row a word), chain (a number for each word that heads a mention, else -1),
    unit, quote.
    `pairs` are attributions: the anchor word and a label for each word.
    """

    words: list[str]
    breaks: Bools
    layers: Layers = field(default_factory=dict)
    pairs: list[tuple[int, Ints]] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One window as the encoder reads it, with its layers and attributions."""

    words: list[str]
    read: Words
    layers: Layers
    pairs: list[tuple[int, Ints]]

    @property
    def size(self) -> int:
        """How many wordpieces the window has."""
        return len(self.read.pieces)


class Reader:
    """Read words as kg's own encoder does: pieces, capitals, borders."""

    def __init__(self, vocabulary: str) -> None:
        self._read = WordReader(WordPieces.of_file(vocabulary))
        self._vocab = Vocab()

    def __call__(self, words: list[str]) -> Words:
        """Read a list of words; blank ones are read as underscores."""
        safe = [word if word.strip() else "_" for word in words]
        return self._read(Doc(self._vocab, words=safe))

    def windows(self, text: Text, core: int) -> list[Window]:
        """Cut a text as kg does, with at most `core` wordpieces in a window."""
        read = self(text.words)
        return windows(read.counts, text.breaks, read.borders, WindowSizes(core=core))

    def examples(self, text: Text, core: int) -> list[Example]:
        """Cut a text into examples without context, each word in one of them."""
        return [self.example(text, w.start, w.end) for w in self.windows(text, core)]

    def example(self, text: Text, start: int, end: int) -> Example:
        """Make one example of the words from `start` to `end`."""
        words = text.words[start:end]
        layers = {name: rows[start:end] for name, rows in text.layers.items()}
        if "head" in layers:
            layers["head"] = _heads_inside(layers["head"], start, end)
        pairs = [
            (anchor - start, labels[start:end])
            for anchor, labels in text.pairs
            if start <= anchor < end and _mostly_inside(labels, start, end)
        ]
        return Example(words, self(words), layers, pairs)


def _heads_inside(heads: Ints, start: int, end: int) -> Ints:
    inside = (heads > start) & (heads <= end)
    moved: Ints = np.where(inside, heads - start, np.where(heads == 0, 0, IGNORED))
    return moved


def _mostly_inside(labels: Ints, start: int, end: int) -> bool:
    """Whether half of an attribution's content lies in the window."""
    content = labels == 2
    return bool(content[start:end].sum() * 2 >= content.sum() > 0)
