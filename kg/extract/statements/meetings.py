"""Meetings of which a text tells the day, and who takes part in them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from spacy.tokens import Doc, Token

from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, NOUN_POS, lemma, sentence_of
from kg.extract.findings import Argument, FoundMeeting
from kg.extract.spans import phrase_argument, to_span
from kg.extract.times.attachment import times_of_sentence
from kg.intervals import Intervals
from kg.records import When

_TALKS = words("settings.talks") | words("settings.gatherings")
_MEETING = words("settings.meeting")
# Clauses beside the one that tells of a meeting: "to discuss the war in Chad".
_CLAUSES = frozenset(
    {"acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "xcomp"}
)
# What is told of a longer time is no one meeting.
_LONGEST = timedelta(6)


def meetings(
    doc: Doc, times: Sequence[When], contents: Intervals
) -> Iterator[FoundMeeting]:
    """Yield the meetings that a text dates, in text order, with who is named there.

    "Envoys of Ghana and Togo met in Accra on Friday to discuss Chad" gives the Friday
    with "Envoys", "Ghana", "Togo" and "Accra", not "Chad". `times` are those of the
    text, in its order, `contents` the characters that somebody says. Needs a parse.
    """
    for sent in doc.sents:
        for when, place in times_of_sentence(doc, sent, times):
            if when.to - when.from_ > _LONGEST or contents.at(place.start_char):
                continue
            above = list(_above(place.root))
            if _tells_of_meeting(place.root, above):
                yield FoundMeeting(
                    when=when,
                    parties=tuple(_named_in_clause(above[-1], above)),
                    evidence=to_span(sentence_of(place.root)),
                )
                break


def _above(time: Token) -> Iterator[Token]:
    """Yield the words that a time hangs on, up to the predicate of its clause.

    A participle after a noun belongs to the noun's clause: "a summit held on Friday".
    """
    word = time
    while word.head != word:
        word = word.head
        yield word
        if word.pos_ in CLAUSE_POS and word.dep_ != "acl":
            return


def _tells_of_meeting(time: Token, above: Sequence[Token]) -> bool:
    """Tell whether a time dates a meeting: by the noun or the verb that it hangs on."""
    if any(_is_talk(word) for word in above):
        return True
    if not above or above[-1].pos_ not in CLAUSE_POS:
        return False
    verb = above[-1]
    is_verb = lemma(verb) in _MEETING and time.head.i == verb.i
    # "held talks", "ended two days of talks".
    near = (word for child in verb.children for word in (child, *child.children))
    return is_verb or any(map(_is_talk, near))


def _is_talk(word: Token) -> bool:
    return word.pos_ in NOUN_POS and lemma(word) in _TALKS


def _named_in_clause(top: Token, above: Sequence[Token]) -> Iterator[Argument]:
    """Yield the nouns of a clause, without those of the clauses that hang on it."""
    on_the_way = {word.i for word in above}
    stack = [top]
    while stack:
        word = stack.pop()
        if word.pos_ in NOUN_POS:
            yield phrase_argument(word.doc[word.i : word.i + 1], word)
        stack += [
            child
            for child in word.children
            if child.dep_ not in _CLAUSES or child.i in on_the_way
        ]
