"""The day of what something was said at, during or after: "said after the race".

The race has its day from the clause that tells of it: "she won the marathon on Sunday".
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Span, Token

from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, NOUN_POS, has_feature, lemma, sentence_of
from kg.extract.times.attachment import times_of_sentence, times_within
from kg.intervals import Intervals
from kg.records import When

_CASES = frozenset({"after", "at", "during", "following"})
# "In this meeting" is at it; "in the talks" may be anything said of them.
_WITHIN = frozenset({"in"})
_POINTING = frozenset({"that", "this"})
_RELATIVE = frozenset({"that", "which"})
_DEFINITE = frozenset({"its", "that", "the", "their", "this"})
# What hangs on a predicate and belongs to what happened: "won the race", "the verdict".
_ARGUMENTS = frozenset({"nsubj:pass", "obj", "xcomp"})
_SETTINGS = frozenset().union(
    *(
        words(f"settings.{kind}")
        for kind in ("briefing", "interview", "address", "talks", "gatherings")
    )
)
# A noun on the left may mean what a verb on the right tells.
_BRIDGES = (
    (words("settings.contests"), words("settings.contending")),
    (words("settings.rulings"), words("settings.ruling")),
    (words("settings.incidents"), words("settings.harming")),
)
# Before "which" stand a preposition and perhaps a comma.
_WINDOW = 3
_LONGEST = timedelta(6)
_RECENT = timedelta(31)


class DatedEvents:
    """The events of a text whose days it tells, found by the nouns that take them up.

    Takes the text's times, in order, its day of publication and the words in quotation
    marks, whose days do not count. Needs a parse.
    """

    def __init__(
        self,
        doc: Doc,
        times: Sequence[When],
        published: date | None,
        quotes: Intervals,
    ) -> None:
        self._times, self._published = times, published
        self._told = [
            (_told_by(place.root), when)
            for sent in doc.sents
            for when, place in times_of_sentence(doc, sent, times)
            if self._is_near(when) and not quotes.at(place.start)
        ]

    def day_of_saying(self, cue: Span, contents: Sequence[Span]) -> When | None:
        """Return the day of what something was said at or after, None of none.

        In "said after the race", "spoke at Monday's vote", "a rally, during which she
        said" it is that of the race, the vote and the rally.
        """
        said = {token.i for span in contents for token in span}
        for noun in _occasions(cue, said):
            if (when := self._own_day(noun) or self._told_day(noun)) is not None:
                return when
        return None

    def _own_day(self, noun: Token) -> When | None:
        """Return the day beside a noun: "Monday's vote", "the vote on Monday"."""
        for when in times_within(sentence_of(noun), self._times):
            at = when.start or 0, when.end or 0
            place = noun.doc.char_span(*at, alignment_mode="expand")
            if place and place.root.head.i == noun.i and self._is_near(when):
                return when
        return None

    def _told_day(self, noun: Token) -> When | None:
        """Return the one day that the text tells of what a noun takes up."""
        if not any(child.lower_ in _DEFINITE for child in noun.children):
            return None
        found = [when for told, when in self._told if _takes_up(noun, told)]
        days = {(when.from_, when.to) for when in found}
        return found[0] if len(days) == 1 else None

    def _is_near(self, when: When) -> bool:
        """Tell a day or a few, past and not long ago, from all other times."""
        if self._published is None or when.to - when.from_ > _LONGEST:
            return False
        return timedelta() <= self._published - when.to <= _RECENT


def _occasions(cue: Span, said: Collection[int]) -> Iterator[Token]:
    """Yield the nouns of what somebody speaks at or after, as its clause tells."""
    root = cue.root
    for word in sentence_of(root):
        if word.pos_ not in NOUN_POS and word.lower_ not in _RELATIVE:
            continue
        cases = {child.lower_ for child in word.children if child.dep_ == "case"}
        if word.i in said or not (cases & _CASES or _is_within(word, cases)):
            continue
        if word.pos_ in NOUN_POS and _leads_to(word, root):
            yield word
        elif word.lower_ in _RELATIVE and word.head == root:
            # "the ceremony, during which she said", whatever its clause hangs on.
            before = word.doc[max(0, word.i - _WINDOW) : word.i]
            yield from (x for x in reversed(before) if x.pos_ in NOUN_POS)


def _is_within(noun: Token, cases: Collection[str]) -> bool:
    """Tell "in this meeting" from "in the harbour"."""
    return (
        not _WITHIN.isdisjoint(cases)
        and lemma(noun) in _SETTINGS
        and any(child.lower_ in _POINTING for child in noun.children)
    )


def _leads_to(noun: Token, cue: Token) -> bool:
    """Tell "told the press after the race" from "told of a party after the race"."""
    word = noun.head
    while word != cue and word.head != word:
        is_setting = word.pos_ in NOUN_POS and lemma(word) in _SETTINGS
        is_beside = word.dep_ == "advcl" and has_feature(word, "VerbForm", "Part")
        if not (is_setting or is_beside):
            return False
        word = word.head
    return word == cue


def _told_by(time: Token) -> frozenset[str]:
    """Return the words of what a time dates: its verb, and who or what it befell."""
    word = time
    while word.head != word and word.pos_ not in CLAUSE_POS:
        word = word.head
    near = [word, *(x for x in word.children if x.dep_ in _ARGUMENTS)]
    near += [x for x in word.children if x.dep_ == "conj" and x.pos_ in CLAUSE_POS]
    near += [x for x in time.ancestors if x.pos_ in NOUN_POS and x.i > word.i]
    return frozenset(form for each in near for form in base_forms(each))


def _takes_up(noun: Token, told: frozenset[str]) -> bool:
    """Tell whether a noun means what some words tell: "the opening ceremony" opened."""
    parts = [noun, *(x for x in noun.children if x.dep_ in {"amod", "compound"})]
    if any(not told.isdisjoint(base_forms(part)) for part in parts):
        return True
    return any(
        lemma(noun) in nouns and not told.isdisjoint(verbs) for nouns, verbs in _BRIDGES
    )
