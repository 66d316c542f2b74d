"""PolNeAR: news articles with who said what, to texts with anchors and pairs."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.attribution.component import quoted_words
from kg.annotate.encoder.arrays import Bools, Ints
from kg.annotate.encoder.component import Encoded
from kg.annotate.encoder.wordpieces import WordReader, Words
from kg.annotate.quotes import Quotes
from kg.train.jsonl import json_lines
from kg.train.texts import Text

SOURCE, CONTENT, CUE = 1, 2, 3
_O, _B_CUE, _I_CUE, _NOCUE = range(4)
# Marks that end a clause, not a sentence, although kg may cut a window there.
_CLAUSE_END = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, as character spans of an article's text."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]


@dataclass(frozen=True, slots=True)
class Report:
    """An article's text with its attributions."""

    text: str
    attributions: list[Attribution]


def reports(path: Path) -> list[Report]:
    """Read a PolNeAR file."""
    found = []
    for row in json_lines(path):
        spans = [
            Attribution(one["source"], one["cue"], one["content"])
            for one in row["attributions"]
        ]
        found.append(Report(row["text"], spans))
    return found


class ReportReader:
    """Turn reports into texts, with the quotations and units that kg will see."""

    def __init__(self, reader: WordReader) -> None:
        self._nlp: Language = spacy.blank("en")
        self._quotes = Quotes(spans_key="quotes")
        self._read = reader

    def __call__(self, report: Report) -> Text:
        """Read one report."""
        doc = self._quotes(self._nlp.make_doc(report.text))
        read = self._read(doc)
        words = [doc[i].text for i in read.tokens.tolist()]
        text = Text(words, read.breaks)
        quoted = text.layers["quote"] = quoted_words(doc, Encoded.empty(read, 1, 1))
        text.layers["unit"] = np.cumsum(opening_words(words, read, quoted))
        text.layers["anchor"] = np.zeros(len(words), np.int64)
        for attribution in report.attributions:
            add_attribution(text, attribution, _bounds(doc, read))
        return text


def opening_words(words: list[str], read: Words, quoted: Ints) -> Bools:
    """Guess by punctuation which words open a sentence; a quotation's mark does."""
    opens = read.breaks | read.borders
    clause = np.fromiter((w in _CLAUSE_END for w in words), bool, len(words))
    opens[1:] &= ~clause[:-1] | read.breaks[1:]
    straight = np.fromiter((w == '"' for w in words), bool, len(words))
    marks = straight & (quoted == 1) & np.append(opens[1:], False)
    opens[1:] &= ~marks[:-1]
    guessed: Bools = opens | marks
    return guessed


def _bounds(doc: Doc, read: Words) -> Ints:
    """Return start and end characters of each word, a row a word."""
    rows = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in read.tokens.tolist()]
    return np.array(rows, np.int64).reshape(-1, 2)


def add_attribution(text: Text, attribution: Attribution, bounds: Ints) -> None:
    """Add one attribution: its anchor and the label of each word.

    The anchor is the cue's first word, or the content's where there is no cue. An
    attribution without content is left out: kg keeps none.
    """
    content = _words_in(bounds, attribution.content)
    if not len(content):
        return
    cue = _words_in(bounds, attribution.cue)
    labels = np.zeros(len(bounds), np.int64)
    labels[content] = CONTENT
    labels[_words_in(bounds, attribution.source)] = SOURCE
    labels[cue] = CUE
    anchors = text.layers["anchor"]
    anchor = int(cue[0]) if len(cue) else int(content[0])
    if len(cue):
        anchors[cue[1:]] = np.where(anchors[cue[1:]] == _O, _I_CUE, anchors[cue[1:]])
        anchors[anchor] = _B_CUE
    elif anchors[anchor] == _O:
        anchors[anchor] = _NOCUE
    text.pairs.append((anchor, labels))


def _words_in(bounds: Ints, spans: list[list[int]]) -> Ints:
    inside = np.zeros(len(bounds), dtype=bool)
    for start, end in spans:
        inside |= (bounds[:, 0] < end) & (bounds[:, 1] > start)
    return np.flatnonzero(inside)
