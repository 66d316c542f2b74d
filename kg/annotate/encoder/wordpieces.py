"""Words as the encoder reads them: wordpieces, capitals, plain punctuation."""

from dataclasses import dataclass
from itertools import chain

import numpy as np
from spacy.attrs import IS_SPACE, ORTH
from spacy.strings import StringStore
from spacy.tokens import Doc

from kg.annotate.encoder.arrays import Bools, Ints
from kg.annotate.encoder.vocabulary import WordPieces

# What the training corpora write, for what typesetters write; “ and ” they have, too.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-", "«": '"', "»": '"', "„": '"'})
_NEWLINES = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_FINAL = frozenset({".", "!", "?", "...", "…", "?!", "!!", "??", "....", ";", ":"})
_CLOSING = frozenset({'"', "”", "’", "'", "''", ")", "]", "»"})
_OPENING = frozenset({'"', "“", "‘", "'", "``", "(", "[", "«", "„"})
# An address can run to hundreds of pieces; a word is read by its first one anyway.
_MAX_PIECES = 24
# A bound on memory in runs over many articles; English needs far fewer.
_CACHED_WORDS = 200_000
# A line of more words without a full stop is a sentence that lacks it.
_LONGEST_HEADING = 16


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a doc, which are its tokens without white space.

    `tokens` are their indices in the doc. `pieces` holds the wordpiece ids of all
    words end to end, `counts` how many each word has (at least one), `cases` the
    class of each word's capitals. `breaks` marks words after a newline, `borders`
    those that may open a sentence by the punctuation before them, `openers` quotation
    marks and brackets that may open what follows. `headings` marks the first words of
    lines that are titles or crossheads, and of the lines after them.
    """

    tokens: Ints
    pieces: Ints
    counts: Ints
    cases: Ints
    breaks: Bools
    borders: Bools
    openers: Bools
    headings: Bools


class WordReader:
    """Turn docs into `Words`; remembers the pieces of words seen before."""

    def __init__(self, wordpieces: WordPieces) -> None:
        self._wordpieces = wordpieces
        self._seen: dict[int, tuple[list[int], int]] = {}

    def __call__(self, doc: Doc) -> Words:
        """Return a doc's words: for "Ada left" two, with one piece each or more."""
        array = doc.to_array([ORTH, IS_SPACE])
        is_space = array[:, 1].astype(bool)
        tokens = np.flatnonzero(~is_space)
        orths: list[int] = array[tokens, 0].tolist()
        self._learn(set(orths), doc.vocab.strings)
        read = [self._seen[orth] for orth in orths]
        flat = chain.from_iterable(pieces for pieces, _ in read)
        breaks = _breaks(doc, tokens, np.flatnonzero(is_space))
        return Words(
            tokens=tokens.astype(np.int64),
            pieces=np.fromiter(flat, dtype=np.int64),
            counts=np.fromiter((len(pieces) for pieces, _ in read), dtype=np.int64),
            cases=np.fromiter((case for _, case in read), dtype=np.int64),
            breaks=breaks,
            borders=_borders(orths, doc.vocab.strings),
            openers=_marked(orths, doc.vocab.strings, _OPENING),
            headings=_headings(doc, tokens, breaks),
        )

    def _learn(self, orths: set[int], strings: StringStore) -> None:
        """Look up the pieces of words that have not been seen."""
        if len(self._seen) > _CACHED_WORDS:
            self._seen.clear()
        for orth in orths - self._seen.keys():
            text = strings[orth]
            found = self._wordpieces(text.translate(_PLAIN))[:_MAX_PIECES]
            self._seen[orth] = (found or [self._wordpieces.unknown], case_class(text))


def case_class(word: str) -> int:
    """Return the class of a word's capitals, as the encoder learned them.

    1 digits, 2 punctuation, 3 lower case, 4 all capitals, 5 capitalised, 6 mixed. So
    "2024" is 1, "UN" 4, "A" and "Ada" 5, "McKay" 6. The wordpieces themselves are in
    lower case; this is how the encoder sees capitals at all.
    """
    if not any(character.isalpha() for character in word):
        return 1 if any(character.isdigit() for character in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 5 if word[0].isupper() and word[1:].islower() else 6


def _breaks(doc: Doc, tokens: Ints, spaces: Ints) -> Bools:
    """Mark the first word of the text, and those with a newline before them."""
    breaks = np.zeros(len(tokens) + 1, dtype=bool)
    newlines = [i for i in spaces.tolist() if not _NEWLINES.isdisjoint(doc[i].text)]
    breaks[np.searchsorted(tokens, newlines)] = True
    breaks[0] = True
    return breaks[:-1]


def _headings(doc: Doc, tokens: Ints, breaks: Bools) -> Bools:
    """Mark where lines begin that are headings, and where they have ended.

    A heading is a short line that opens with a capital or a digit and ends without
    punctuation: "Talks fail in Oslo".
    """
    headings = np.zeros(len(tokens) + 1, dtype=bool)
    bounds = [*np.flatnonzero(breaks).tolist(), len(tokens)]
    for start, end in zip(bounds, bounds[1:], strict=False):
        first, last = doc[int(tokens[start])], doc[int(tokens[end - 1])]
        opens = not first.text[:1].islower() and (
            not first.is_punct or first.text in _OPENING
        )
        if end - start <= _LONGEST_HEADING and opens and last.text[-1:].isalnum():
            headings[[start, end]] = True
    return headings[:-1]


def _borders(orths: list[int], strings: StringStore) -> Bools:
    """Mark the words right after a full stop, or after one and a closing mark."""
    final = _marked(orths, strings, _FINAL)
    closing = _marked(orths, strings, _CLOSING)
    borders = np.zeros(len(orths), dtype=bool)
    borders[1:] = final[:-1]
    borders[2:] |= closing[1:-1] & final[:-2]
    return borders & ~final & ~closing


def _marked(orths: list[int], strings: StringStore, marks: frozenset[str]) -> Bools:
    """Mark the words that are one of some marks."""
    ids = {strings[mark] for mark in marks if mark in strings}
    return np.fromiter((orth in ids for orth in orths), dtype=bool, count=len(orths))
