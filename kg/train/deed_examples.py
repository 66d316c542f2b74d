"""What the head of deeds is fitted to: words in context, with the types they tell.

Five sources: kg's own rules on open news (the teacher), words labelled by hand in it
and in sentences of our own, CAMEO's verbs placed among actors, and the same verbs
where they tell no event.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import msgspec
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.deeds import KINDS, NONE, candidates
from kg.annotate.encoder.arrays import Floats, Ints
from kg.extract.events.compounds import forms_of
from kg.extract.events.conditions import lookup_keys
from kg.extract.events.events import has_participants
from kg.extract.events.figurative import is_figurative
from kg.extract.events.frames import load_lexicon
from kg.extract.events.roles import roles
from kg.extract.events.triggers import predicates
from kg.train.deed_phrases import Placed
from kg.train.deed_sentences import Marked
from kg.train.event_tally import event_labels
from kg.train.gold_labels import GOLD, GoldError, ReadingLabel, articles, labels
from kg.train.namebanks import bio_sentences
from kg.train.offsets import Offsets

# How much a row counts: labelled by hand with a type and with none, taught by a rule
# that holds, by one whose participants are missing, by silence on a noun and on a verb.
_BY_HAND, _BY_HAND_NONE = 3.0, 1.5
_TAUGHT, _HALF_TAUGHT, _NO_NOUN, _NO_VERB = 1.0, 0.15, 0.5, 0.25
# Of words on which the rules are silent one in so many is taken.
_STRIDE_NOUN, _STRIDE_VERB = 7, 3
# Placed sentences that make one text, and how much a row of theirs counts.
_TOGETHER = 6
_PLACED, _PLACED_NONE = 1.0, 3.4
# How much a row of our own sentences counts: their words that tell nothing are chosen
# to look as if they did.
_OWN, _OWN_NONE = 3.0, 5.0
# Documents of each corpus; a release longer than so many characters is left out.
_RELEASES, _BLOCKS, _LONGEST = 160, 470, 3200
_WIKINEWS, _STATE = "text/wikinews-2019.jsonl", "text/state-releases.jsonl"
_GMB = "ner/gmb-train.conll"
_BLOCK = 25


class DeedLabel(msgspec.Struct, frozen=True, kw_only=True):
    """What type of event one word tells, by hand; "NONE" where it tells none."""

    corpus: str
    document: int
    trigger: Offsets
    type: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows that the head reads, the number of each one's type, and what it counts."""

    words: Floats
    marks: Floats
    kinds: Ints
    weights: Floats


def deed_labels() -> list[DeedLabel]:
    """Read ``gold/deeds.jsonl``; raises `GoldError`."""
    path = GOLD / "deeds.jsonl"
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=DeedLabel) for line in lines]
    except (OSError, msgspec.DecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def join(parts: Iterable[Examples]) -> Examples:
    """Put examples below one another."""
    found = list(parts)
    return Examples(
        *(
            np.concatenate([getattr(part, name) for part in found])
            for name in ("words", "marks", "kinds", "weights")
        )
    )


def taught(nlp: Language, data: Path, *, seed: int = 5) -> Iterator[Examples]:
    """Yield what kg's rules and the labels by hand make of open news, by article.

    `nlp` must have the component ``collect_deeds`` and no ``kg_deeds``, so that the
    rules alone are asked. Raises `GoldError`.
    """
    by_hand: dict[tuple[str, int], dict[Offsets, str]] = {}
    for label in deed_labels():
        here = by_hand.setdefault((label.corpus, label.document), {})
        here[label.trigger] = label.type
    for corpus, numbers in _documents(data, by_hand, Random(seed)).items():
        for number, article in articles(data, corpus, numbers).items():
            if corpus != _STATE or len(article.text) <= _LONGEST:
                yield _rows(nlp(article.text), by_hand.get((corpus, number), {}))


def _documents(
    data: Path, by_hand: Iterable[tuple[str, int]], random: Random
) -> dict[str, list[int]]:
    """Return the documents of each corpus, those with labels first.

    Those of the reading set and of the labelled events are left to measure by.
    """
    held = {(each.corpus, each.document) for each in event_labels()}
    held |= {(each.corpus, each.document) for each in labels("reading", ReadingLabel)}
    found: dict[str, list[int]] = {}
    for corpus, number in by_hand:
        found.setdefault(corpus, []).append(number)
    sentences = sum(1 for _ in bio_sentences(data / _GMB))
    for corpus, numbers in (
        (_WIKINEWS, range(171)),
        (_STATE, random.sample(range(1863), _RELEASES)),
        (_GMB, random.sample(range(0, sentences - _BLOCK, _BLOCK), _BLOCKS)),
    ):
        known = set(found.setdefault(corpus, []))
        found[corpus] += [
            n for n in numbers if n not in known and (corpus, n) not in held
        ]
    return found


def _rows(doc: Doc, by_hand: Mapping[Offsets, str]) -> Examples:
    """Return the rows of a doc: labelled, taught, and some on which both are silent."""
    words, marks = doc.user_data["deeds"]
    rules, silent = _Teacher(doc), 0
    places: list[int] = []
    known: list[tuple[int, float]] = []
    for place, token in enumerate(candidates(doc)):
        label = by_hand.get((token.idx, token.idx + len(token)))
        given = _labelled(label) if label else rules.says(token)
        if given is None:
            continue
        if given[0] == NONE and not label:
            silent += 1
            if silent % (_STRIDE_NOUN if token.pos_ == "NOUN" else _STRIDE_VERB):
                continue
        places.append(place)
        known.append((KINDS.index(given[0]), given[1]))
    kinds, weights = np.array(known, np.float32).reshape(-1, 2).T
    return Examples(words[places], marks[places], kinds.astype(np.int64), weights)


def _labelled(label: str) -> tuple[str, float]:
    # Drawn where a head was in doubt, six of ten of these words tell nothing; as heavy
    # as the others they make it doubt plain events, too.
    return label, _BY_HAND_NONE if label == NONE else _BY_HAND


class _Teacher:
    """What kg's rules say of a doc's words, and how much that counts."""

    def __init__(self, doc: Doc) -> None:
        self._known = predicates(doc)
        self._light = {
            each.light_verb.i
            for each in self._known.values()
            if each.light_verb is not None
        }

    def says(self, token: Token) -> tuple[str, float] | None:
        """Return a type and its weight; None of a word whose frames do not hold."""
        predicate = self._known.get(token.i)
        if predicate is None:
            if token.i in self._light or _is_listed(token):
                return None
            return NONE, _NO_NOUN if token.pos_ == "NOUN" else _NO_VERB
        if is_figurative(predicate):
            return NONE, _TAUGHT
        whole = has_participants(predicate, roles(predicate, self._known))
        return predicate.frame.type, _TAUGHT if whole else _HALF_TAUGHT


def _is_listed(token: Token) -> bool:
    lexicon = load_lexicon()
    if token.pos_ == "VERB":
        return any(key in lexicon.verbs for key in lookup_keys(token))
    return any(form in lexicon.nouns for form in forms_of(token))


def placed(nlp: Language, sentences: Iterable[Placed]) -> Iterator[Examples]:
    """Yield the rows of placed sentences, some of them in one text."""
    found = list(sentences)
    for first in range(0, len(found), _TOGETHER):
        group = found[first : first + _TOGETHER]
        text = ""
        wanted: dict[int, str] = {}
        for each in group:
            wanted[len(text) + each.start] = each.type
            text += f"{each.text}\n\n"
        doc = nlp(text)
        words, marks = doc.user_data["deeds"]
        rows = [n for n, token in enumerate(candidates(doc)) if token.idx in wanted]
        types = [wanted[t.idx] for t in candidates(doc) if t.idx in wanted]
        yield Examples(
            words[rows],
            marks[rows],
            np.array([KINDS.index(type_) for type_ in types], np.int64),
            np.array([_PLACED_NONE if t == NONE else _PLACED for t in types], "f4"),
        )


def labelled(nlp: Language, sentences: Iterable[Marked]) -> Iterator[Examples]:
    """Yield the rows of sentences whose words are marked, each a text of its own."""
    for each in sentences:
        doc = nlp(each.text)
        words, marks = doc.user_data["deeds"]
        known = [_marked(each, token) for token in candidates(doc)]
        rows = [n for n, label in enumerate(known) if label is not None]
        types = [label for label in known if label is not None]
        yield Examples(
            words[rows],
            marks[rows],
            np.array([KINDS.index(type_) for type_ in types], np.int64),
            np.array([_OWN_NONE if t == NONE else _OWN for t in types], "f4"),
        )


def _marked(sentence: Marked, token: Token) -> str | None:
    """Return the type of the place that a word opens, auxiliaries aside."""
    return next(
        (
            type_
            for (start, end), type_ in sentence.types.items()
            if start <= token.idx < end and token.dep_ not in {"aux", "compound:prt"}
        ),
        None,
    )
