"""Where a content ends because its source goes on to something else."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.annotate.layout.pieces import pieces, words_of
from kg.english.clauses import DOCUMENTS
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.trees import has_feature, lemma

_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should"}) | {
    *("will", "would", "'d", "’d", "'ll", "’ll"),
}
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_SAYING = (
    words("saying.sayable")
    | words("saying.asking")
    | words("saying.announcing")
    | words("saying.judging")
)


class Turn(NamedTuple):
    """The verb with which a source goes on, the word that joins it, and its content.

    `content` is empty where the verb tells of a deed.
    """

    conjunction: int
    verb: Token
    content: Span


def turns_of(spans: Sequence[Span], quoted: Container[int]) -> Iterator[Turn]:
    """Yield what a source does next inside the content that the model gave it.

    "said rates would fall | and left the room": no "would" goes with "left". "said
    rates had peaked | and dismissed talk of a cut": rates dismiss nothing. A parse
    takes either verb for a second one of what was said. Needs tags and a parse.
    """
    cues = words_of(spans, "CUE")
    if not words_of(spans, "SOURCE") or not cues:
        return
    for content in pieces(spans, "CONTENT"):
        for verb in content:
            turn = _turn_at(verb, content, cues) if verb.i not in quoted else None
            if turn is not None:
                yield turn


def _turn_at(verb: Token, content: Span, cues: set[int]) -> Turn | None:
    conjunction, first = _joined_on(verb, content), _first_of(verb)
    is_said = first.dep_ == "ccomp" and first.head.i in cues
    if conjunction is None or not is_said or first.i < content.start:
        return None
    rest = content.doc[verb.i + 1 : content.end]
    if _is_voice_of_source(first, verb):
        return Turn(conjunction.i, verb, rest)
    is_deed = _lacks_modal(first, verb)
    return Turn(conjunction.i, verb, rest[:0]) if is_deed else None


def _joined_on(verb: Token, content: Span) -> Token | None:
    """Return the "and" or "but" right before a past verb without a subject."""
    is_past = has_feature(verb, "Tense", "Past") and has_feature(
        verb, "VerbForm", "Fin"
    )
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or not is_past:
        return None
    if any(x.dep_ in _SUBJECTS or x.dep_.startswith("aux") for x in verb.children):
        return None
    joined = next((x for x in verb.lefts if x.dep_ == "cc"), None)
    is_inside = joined is not None and content.start < joined.i
    return joined if is_inside else None


def _first_of(verb: Token) -> Token:
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _lacks_modal(first: Token, verb: Token) -> bool:
    """Tell "would fall and left": what goes with "would" has its bare form."""
    is_modal = any(x.dep_ == "aux" and x.lower_ in _MODALS for x in first.children)
    return is_modal and verb.head == first and verb.lower_ not in base_forms(verb)[:1]


def _is_voice_of_source(first: Token, verb: Token) -> bool:
    """Tell whether a verb of saying is joined to what a thing does or is."""
    subject = next((x for x in first.children if x.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ != "NOUN" or subject.ent_type_:
        return False
    is_thing = not noun_classes(subject) and lemma(subject) not in DOCUMENTS
    has_more = any(x.i > verb.i and x.dep_ in {"obj", "ccomp"} for x in verb.children)
    return is_thing and has_more and not _SAYING.isdisjoint(base_forms(verb))
