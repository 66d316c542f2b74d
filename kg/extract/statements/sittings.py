"""The day of what is said in court, in parliament or in a council, told once.

"Moss wept in the dock on Tuesday. ... She told the jury that ...": Tuesday as well.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, NOUN_POS, lemma, sentence_of
from kg.extract.statements.settings import is_apart, setting_of
from kg.extract.times.attachment import times_of_sentence
from kg.intervals import Intervals
from kg.records import When

# Who sits, and who is spoken to there.
_KINDS = {
    "courts": (words("settings.courts"), words("settings.courts_spoken_to")),
    "assemblies": (
        words("settings.assemblies"),
        words("settings.assemblies_spoken_to"),
    ),
}
# Who speaks in hardly any other place.
_MEMBERS = {
    "courts": words("settings.courts_speaking"),
    "assemblies": words("settings.assemblies_speaking"),
}
# What only witnesses do, and what only counsel does.
_IN_COURT = words("settings.speaking_in_court")
# A ruling is told on a day of its own; what led to it was said before.
_RULING = words("settings.ruling")
_HEARERS = frozenset({"iobj", "obj", "obl"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis"})
_RECENT = timedelta(7)
# So many sentences on, at most, somebody else speaks to those who sit.
_SENTENCES = 15
# A hearer whom what is said opens with is among so many words.
_OPENING = 3
# The setting of "told the court" is the court, of others their own.
_ELSEWHERE = frozenset({"briefing", "document", "interview", "letter", "post"})


class Sitting(NamedTuple):
    """A sitting with the day that the text tells, and where it tells it."""

    kind: str
    when: When
    start: int


class Attributed(NamedTuple):
    """A cue with its sources and what it reports."""

    cue: Span
    sources: Sequence[Span]
    contents: Sequence[Span]


class Said(NamedTuple):
    """What is said in a sitting, as far as its own clause tells: its place and kind."""

    start: int
    kind: str


class Sittings:
    """The sittings of a text whose days it tells, and what is said in them.

    `attributed` is all that the text reports under a cue. Needs a parse.
    """

    def __init__(
        self,
        doc: Doc,
        times: Sequence[When],
        published: date | None,
        attributed: Sequence[Attributed],
    ) -> None:
        said = Intervals((c.start, c.end) for x in attributed for c in x.contents)
        self._told = list(_sittings(doc, times, published, said))
        self._said = [
            Said(each.cue.start, kind)
            for each in attributed
            if self._told and (kind := _kind_of_sitting(each))
        ]
        self._sentences = [sent.start for sent in doc.sents] if self._told else []

    def day_of_saying(self, said: Attributed) -> When | None:
        """Return the day of the sitting in which something was said, None of none.

        That is told by whom it was said to, "told jurors", and by who said it, or else
        by somebody else's words there further on.
        """
        place = said.cue.start
        before = [each for each in self._told if each.start <= place]
        if not before or is_apart(said.cue):
            return None
        if (kind := _kind_of_hearers(said)) is not None:
            return next((x.when for x in reversed(before) if x.kind == kind), None)
        if setting_of(said.cue, said.contents) in _ELSEWHERE:
            return None
        goes_on = _kind_of_sitting(said) == before[-1].kind or self._goes_on(
            before[-1], place
        )
        return before[-1].when if goes_on else None

    def _goes_on(self, sitting: Sitting, place: int) -> bool:
        """Tell whether somebody still speaks in a sitting further on."""
        later = next((each.start for each in self._told if each.start > place), None)
        return any(
            place < each.start
            and each.kind == sitting.kind
            and (later is None or each.start < later)
            and self._between(place, each.start) <= _SENTENCES
            for each in self._said
        )

    def _between(self, start: int, end: int) -> int:
        return sum(start < each <= end for each in self._sentences)


def _sittings(
    doc: Doc, times: Sequence[When], published: date | None, said: Intervals
) -> Iterator[Sitting]:
    """Yield the sittings that a text dates by itself, in text order."""
    for sent in doc.sents:
        for when, place in times_of_sentence(doc, sent, times):
            if not said.at(place.start) and _is_near(when, published):
                yield from _sittings_on(place, when)


def _is_near(when: When, published: date | None) -> bool:
    """Tell a day, past and not long ago, from all other times."""
    if published is None or when.to > when.from_:
        return False
    return timedelta() <= published - when.to <= _RECENT


def _sittings_on(place: Span, when: When) -> Iterator[Sitting]:
    """Yield the sitting in a time's clause, or right before it: "the court on Friday".

    A parse may hang such a time on another clause.
    """
    verb, doc = place.root, place.doc
    while verb.head != verb and verb.pos_ not in CLAUSE_POS:
        verb = verb.head
    if verb.pos_ not in CLAUSE_POS or not _RULING.isdisjoint(base_forms(verb)):
        return
    before = place.start - 1
    before -= doc[before].lower_ == "on"
    if before >= 0 and (kind := _kind_of_sitters({lemma(doc[before]).lower()})):
        yield Sitting(kind, when, sentence_of(place.root).start)
        return
    nouns = {lemma(noun).lower() for noun in _nouns_of_clause(verb)}
    if kind := _kind_of_sitters(nouns):
        yield Sitting(kind, when, sentence_of(verb).start)


def _kind_of_sitters(nouns: set[str]) -> str | None:
    kinds = (kind for kind, (sit, _) in _KINDS.items() if not sit.isdisjoint(nouns))
    return next(kinds, None)


def _nouns_of_clause(verb: Token) -> Iterator[Token]:
    """Yield the nouns of a clause, without those of the clauses that hang on it."""
    stack = [verb]
    while stack:
        word = stack.pop()
        if word.pos_ in NOUN_POS:
            yield word
        stack += [child for child in word.children if child.dep_ not in _CLAUSES]


def _kind_of_sitting(said: Attributed) -> str | None:
    """Return the kind of a sitting in which somebody speaks, None of none.

    Judges and delegates speak in theirs, whoever hears them.
    """
    if (kind := _kind_of_hearers(said)) is not None:
        return kind
    speaking = {lemma(token).lower() for span in said.sources for token in span}
    found = (kind for kind, who in _MEMBERS.items() if not who.isdisjoint(speaking))
    return next(found, None)


def _kind_of_hearers(said: Attributed) -> str | None:
    """Return the kind of those in whose sitting something is said, None of others.

    "Told jurors", "the court heard" and "testified" name a court.
    """
    verb = said.cue.root
    if not _IN_COURT.isdisjoint(base_forms(verb)):
        return "courts"
    near = {lemma(each).lower() for each in _hearers(verb, said.contents)}
    for kind, (_, spoken_to) in _KINDS.items():
        if not spoken_to.isdisjoint(near):
            return kind
    is_in_court = any(
        child.dep_ == "advcl" and not _IN_COURT.isdisjoint(base_forms(child))
        for child in verb.children
    )
    return "courts" if is_in_court else None


def _hearers(verb: Token, contents: Sequence[Span]) -> Iterator[Token]:
    """Yield whom a verb tells something, or who hears it.

    What is said may open with them: "told | the jury to go home".
    """
    inside = {token.i for span in contents for token in span[_OPENING:]}
    hears = "hear" in base_forms(verb)
    for child in verb.children:
        is_one = child.dep_ in _HEARERS or (hears and child.dep_ == "nsubj")
        if is_one and child.i not in inside:
            yield child
