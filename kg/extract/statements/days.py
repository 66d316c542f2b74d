"""When something was said: the time that its clause, setting or source gives it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from kg.english.clauses import DOCUMENTS
from kg.english.lexicon import words
from kg.english.polarity import MODALS
from kg.english.trees import CLAUSE_POS, NOUN_POS, has_feature, lemma, sentence_of
from kg.extract.statements.sources import is_hearsay
from kg.extract.times.attachment import (
    inferred,
    predicate_of_same_time,
    times_of_sentence,
    times_within,
    when_after,
    when_of,
)
from kg.records import When

# What somebody speaks or writes in: its day is that of the words.
_SETTINGS = frozenset().union(
    *(
        words(f"settings.{kind}")
        for kind in ("interview", "letter", "address", "talks", "gatherings", "post")
    ),
    words("settings.margins"),
)
_DOCUMENTS = DOCUMENTS | words("settings.document") | words("saying.sources_of_facts")
# Clauses side by side, and what acts in one.
_BESIDE = frozenset({"conj", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_DATING_CASES = frozenset({"in", "on"})
_PLACED_CASES = frozenset({"on", "during"})


def said_when(
    cue: Span | None,
    source: Span | None,
    contents: Sequence[Span],
    times: Sequence[When],
    published: date | None,
) -> When | None:
    """Return when something was said, else the day of publication, if any.

    "said on Friday", "speaking on Friday, she said", "in a letter of Friday she wrote"
    and "a report on Friday said" give Friday; a day that is told by what is said does
    not count: "reported Friday's attack". Needs a parse.
    """
    found = _own_time(cue, source, contents, times, published) if cue else None
    return found or (inferred(published) if published else None)


def _own_time(
    cue: Span,
    source: Span | None,
    contents: Sequence[Span],
    times: Sequence[When],
    published: date | None,
) -> When | None:
    """Return the time that a cue's clause gives it, None of none.

    Nothing is said after its article unless its cue is still to come ("will announce on
    Friday"): "predict rain on Friday" dates the rain. Nor does a time date the saying
    where an adverb alone tells of it: "reportedly fled on Friday".
    """
    if is_hearsay(cue):
        return None
    doc = cue.doc
    near = times_within(sentence_of(cue.root), times)
    outside = [when for when in near if not _is_told(doc, when, contents)]
    above = partial(_predicate_of_same_time, times=outside)
    found = when_of(doc, cue, outside, published, above=above)
    if found is None and source is not None and source.start == cue.end:
        found = when_after(doc, source, times)
    if found is None:
        found = _time_around(cue, source, outside)
    if found is None or published is None or found.to <= published or _is_ahead(cue):
        return found
    # "This week" ends for what was said when the article appears.
    return replace(found, to=published) if found.from_ <= published else None


def _predicate_of_same_time(word: Token, times: Sequence[When]) -> Token | None:
    """Return the word above whose time a cue shares.

    In "Ada left on Friday, and Bo said" each has a time of its own; "on Friday Ada left
    and Bo said" gives both one, and so does "Ada left on Friday, and she said".
    """
    above = predicate_of_same_time(word)
    if above is None or not _has_other_subject(word):
        return above
    is_opened = any((when.start or 0) < above.idx for when in times)
    return above if is_opened else None


def _has_other_subject(verb: Token) -> bool:
    """Tell whether a clause beside another names a subject of its own."""
    return verb.dep_ in _BESIDE and any(
        child.dep_ in _SUBJECTS and child.pos_ in NOUN_POS for child in verb.children
    )


def _is_told(doc: Doc, when: When, contents: Sequence[Span]) -> bool:
    """Tell whether a time is part of what is said, though it does not date the saying.

    In "called him a thief in May" the day hangs on the calling.
    """
    place = doc.char_span(when.start or 0, when.end or 0, alignment_mode="expand")
    if place is None:
        return False
    for span in contents:
        if span.start <= place.start and place.end <= span.end:
            is_opening = place.start <= span.start + 1
            return is_opening or not _is_adverbial(place.root, span)
    return False


def _is_adverbial(time: Token, content: Span) -> bool:
    """Tell whether a time hangs on a verb outside of what is said."""
    cases = {child.lower_ for child in time.children if child.dep_ == "case"}
    while time.dep_.startswith("nmod") and lemma(time.head) in _SETTINGS:
        # "praised the deal on the sidelines of a summit on Monday"
        time = time.head
    head = time.head
    is_outside = not content.start <= head.i < content.end
    is_adverbial = time.dep_.startswith("obl") and cases <= _DATING_CASES
    return is_adverbial and is_outside and head.pos_ in CLAUSE_POS


def _time_around(cue: Span, source: Span | None, times: Sequence[When]) -> When | None:
    """Return the time of a phrase beside a cue that tells how or who said it."""
    sent = sentence_of(cue.root)
    for when, place in times_of_sentence(cue.doc, sent, times):
        if _hangs_on_setting(place.root, cue.root):
            return when
        if source is not None and _dates_source(place, source):
            return when
    return None


def _hangs_on_setting(time: Token, cue: Token) -> bool:
    """Tell whether a time hangs on what tells how a cue's words were said.

    "speaking on Friday, she said", "said in an interview on Friday": through no other
    word than such, for "speaking of Friday's vote" tells of the vote.
    """
    word = time.head
    while word != cue and word.head != word and _is_setting(word):
        word = word.head
    return word == cue and time.head != cue


def _is_setting(word: Token) -> bool:
    """Tell whether a word names in what or by what something is said."""
    if word.pos_ in CLAUSE_POS:
        return word.dep_ == "advcl" and has_feature(word, "VerbForm", "Part")
    return word.pos_ in NOUN_POS and lemma(word) in _SETTINGS


def _dates_source(place: Span, source: Span) -> bool:
    """Tell "a report on Friday" and "the 2011 study" from "the 2011 champion"."""
    noun, time = source.root, place.root
    if not source.start <= place.start < source.end or time.head.i != noun.i:
        return False
    cases = {child.lower_ for child in time.children if child.dep_ == "case"}
    return lemma(noun) in _DOCUMENTS or not cases.isdisjoint(_PLACED_CASES)


def _is_ahead(cue: Span) -> bool:
    """Tell "will announce" and "plans to announce" from "announced"."""
    return any(
        token.lower_ in MODALS or token.lower_ == "to"
        for token in (*cue, *cue.root.children)
        if token.dep_.startswith("aux") or token.dep_ == "mark"
    )
