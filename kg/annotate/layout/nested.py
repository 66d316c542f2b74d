"""Statements inside what somebody says that others said: "Ada said Bob told her".

The model of attribution has learned to give each word to one speaker, the outer one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Span, Token

from kg.annotate.labels import NAME_LABELS
from kg.annotate.layout.pieces import Parts, parts_of, pieces, words_of
from kg.english.clauses import SAYING
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import PEOPLE, noun_classes
from kg.english.trees import has_dependent

_SAYING = (
    SAYING
    | words("saying.announcing")
    | {"allege", "argue", "claim", "complain", "insist"}
)
# Verbs of what others hold or decide: "she thinks" tells no more than "she said".
_HOLDING = frozenset({"ask", "believe", "decide", "demand", "order", "rule", "think"})
_SPEAKING = PEOPLE | {"body", "state"}
_PERSONS = frozenset({"he", "she", "they"})
_AROUND_VERB = frozenset({"aux", "aux:pass", "compound:prt"})


def nested_statements(attributions: Iterable[Sequence[Span]]) -> Iterator[Parts]:
    """Yield who says what inside the contents of attributions, where no cue is.

    "Police said the suspect told them he had fled" has a source, "the suspect", a cue,
    "told", and a content, "he had fled". Needs tags, a parse and `doc.ents`.
    """
    known = list(attributions)
    cues = set(chain.from_iterable(words_of(spans, "CUE") for spans in known))
    for spans in known:
        if not words_of(spans, "SOURCE"):
            continue
        for content in pieces(spans, "CONTENT"):
            for verb in content:
                if verb.i not in cues and (parts := _told_by(verb, content)):
                    cues.add(verb.i)
                    yield parts


def _told_by(verb: Token, content: Span) -> Parts | None:
    subject = next((x for x in verb.lefts if x.dep_ == "nsubj"), None)
    clause = next((x for x in verb.rights if x.dep_ == "ccomp"), None)
    if verb.pos_ != "VERB" or subject is None or clause is None:
        return None
    telling = _SAYING if subject.pos_ == "PRON" else _SAYING | _HOLDING
    if telling.isdisjoint(base_forms(verb)) or not _speaks(subject):
        return None
    if not has_dependent(clause, "nsubj", "nsubj:pass", "csubj", "expl"):
        return None
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    said = _without_marks(content.doc[first : min(last, content.end)])
    is_inside = content.start <= subject.left_edge.i and verb.i < first
    return _parts(verb, subject, said) if is_inside and said else None


def _parts(verb: Token, subject: Token, said: Span) -> Parts:
    doc = verb.doc
    around = [verb.i, *(x.i for x in verb.children if x.dep_ in _AROUND_VERB)]
    first = min(i for i in around if i > subject.i)
    return parts_of(
        source=doc[subject.left_edge.i : subject.right_edge.i + 1],
        cue=doc[first : max(i for i in around if i < said.start) + 1],
        content=said,
    )


def _speaks(subject: Token) -> bool:
    """Tell whether a subject can say something: a name, a person, a body, "she"."""
    if subject.pos_ == "PRON":
        return subject.lower_ in _PERSONS
    if subject.ent_type_:
        return subject.ent_type_ in NAME_LABELS
    return bool(noun_classes(subject) & _SPEAKING)


def _without_marks(span: Span) -> Span:
    while span and span[-1].is_punct and not span[-1].is_quote:
        span = span[:-1]
    return span
