"""Augmentation: other names, other capitals, other marks, missing full stops."""

from random import Random

import numpy as np

from kg.english import lexicon
from kg.train.gazetteers import Gazetteer
from kg.train.head_labels import SMALL_WORDS, name_types
from kg.train.namebanks import Sentence
from kg.train.texts import Text

_REPLACED = ("PER", "ORG", "LOC")
_LOWER_IN_HEADLINES = SMALL_WORDS | lexicon.words("corpora.small_in_headlines")
_MARKS = (("“", "”"), ('"', '"'), ("``", "''"))
_MARK_WORDS = {mark: side for pair in _MARKS for side, mark in enumerate(pair)}
_DASHES = ("—", "–", "--")


class NameSwap:
    """Put names from all over the world in the place of a sentence's own.

    A name that occurs again gets the same new one; one word of a replaced person's
    name ("Obama" after "Barack Obama") becomes the last word of the new name.
    """

    def __init__(self, gazetteer: Gazetteer, random: Random) -> None:
        self._pools = {kind: list(gazetteer.names[kind]) for kind in _REPLACED}
        self.random = random

    def learn(self, sentences: list[Sentence], corpus: str) -> None:
        """Add the names of a corpus to those to draw from, each once."""
        for kind, pool in self._pools.items():
            known = {tuple(name) for name in pool}
            for words, tags in sentences:
                for start, end in name_spans(tags, corpus, kind):
                    name = tuple(words[start:end])
                    if name not in known and _fit(name, kind):
                        known.add(name)
                        pool.append(list(name))

    def __call__(
        self, sentences: list[Sentence], corpus: str, rate: float
    ) -> list[Sentence]:
        """Replace each name of a run of sentences with probability `rate`."""
        chosen: dict[tuple[str, ...], list[str] | None] = {}
        return [self._swap(sentence, corpus, (rate, chosen)) for sentence in sentences]

    def _swap(
        self,
        sentence: Sentence,
        corpus: str,
        state: tuple[float, dict[tuple[str, ...], list[str] | None]],
    ) -> Sentence:
        words, tags = list(sentence[0]), list(sentence[1])
        spans = [
            (start, end, kind)
            for kind in _REPLACED
            for start, end in name_spans(tags, corpus, kind)
        ]
        for start, end, kind in sorted(spans, reverse=True):
            new = self._choose(tuple(words[start:end]), kind, state)
            if new is not None:
                label = tags[start][2:]
                words[start:end] = new
                tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (len(new) - 1)]
        return words, tags

    def _choose(
        self,
        name: tuple[str, ...],
        kind: str,
        state: tuple[float, dict[tuple[str, ...], list[str] | None]],
    ) -> list[str] | None:
        rate, chosen = state
        if name not in chosen:
            swap = self.random.random() < rate
            chosen[name] = self._draw(name, kind) if swap else None
            new = chosen[name]
            if new and kind == "PER" and len(name) > 1:
                chosen.setdefault(name[-1:], new[-1:])
        return chosen[name]

    def _draw(self, name: tuple[str, ...], kind: str) -> list[str]:
        if kind == "ORG" and self.random.random() < 0.2:
            return [_acronym(self.random.choice(self._pools["ORG"]), self.random)]
        new = self.random.choice(self._pools[kind])
        return new[-1:] if kind == "PER" and len(name) == 1 else new


def _fit(name: tuple[str, ...], kind: str) -> bool:
    """Whether a corpus's name is written as a name usually is."""
    shouted = kind != "ORG" and all(word.isupper() for word in name)
    return name[0][0].isupper() and not shouted


def _acronym(name: list[str], random: Random) -> str:
    letters = [word[0] for word in name if word[0].isupper()]
    while len(letters) < 2:
        letters.append(random.choice("ABCDEFGILMNOPRSTU"))
    return "".join(letters[:5])


def name_spans(tags: list[str], corpus: str, kind: str) -> list[tuple[int, int]]:
    """Return where the BIO tags of a corpus have names that are surely of our type."""
    found = []
    for start, tag in enumerate(tags):
        if tag[:2] == "B-" and name_types(corpus, tag[2:]) == {kind}:
            end = start + 1
            while end < len(tags) and tags[end] == f"I-{tag[2:]}":
                end += 1
            found.append((start, end))
    return found


def changed_capitals(words: list[str], random: Random) -> list[str]:
    """Write a run of words in lower case, in capitals or like a headline."""
    style = random.random()
    if style < 0.4:
        return [word.lower() for word in words]
    if style < 0.7:
        return [word.upper() for word in words]
    return [
        word if word.lower() in _LOWER_IN_HEADLINES else word[:1].upper() + word[1:]
        for word in words
    ]


def changed_marks(words: list[str], random: Random) -> list[str]:
    """Write quotation marks and dashes in another style, the same all through."""
    marks, dash = random.choice(_MARKS), random.choice(_DASHES)
    opened, written = False, []
    for word in words:
        if word in _MARK_WORDS:
            side = int(opened) if word == '"' else _MARK_WORDS[word]
            opened = side == 0
            written.append(marks[side])
        else:
            written.append(dash if word in _DASHES else word)
    return written


def without_full_stops(text: Text, random: Random, rate: float) -> Text:
    """Drop the full stops of some sentences, as headlines and captions do."""
    starts = np.flatnonzero(text.layers["sent"])
    last = np.append(starts[1:], len(text.words)) - 1
    keep = np.ones(len(text.words), dtype=bool)
    headed = set(text.layers["head"].tolist())
    for place in last.tolist():
        if text.words[place] == "." and place + 1 not in headed:
            keep[place] = random.random() >= rate
    return text if keep.all() else _kept(text, keep)


def _kept(text: Text, keep: np.ndarray) -> Text:
    moved = np.concatenate(([0], np.cumsum(keep)))
    layers = {name: rows[keep] for name, rows in text.layers.items()}
    layers["head"] = moved[layers["head"]]
    words = [word for word, kept in zip(text.words, keep, strict=True) if kept]
    return Text(words, text.breaks[keep], layers)
