"""Events in the terms of PLOVER: who did what to whom, where and when.

The lexicon (`plover.yaml`) says which predicates are events. One event a trigger; an
event noun under a light verb ("launched an attack") is one event, and so is a verb
with a noun that restates it. AID, COOPERATE and SANCTION need a recipient, as PLOVER
has it; a place stands in where no other is named ("sent aid workers to Haiti").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.english.clauses import logical_objects, surface_subjects
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.polarity import WILL, is_negated, modals
from kg.english.trees import has_feature, lemma, name_of, sentence_of
from kg.extract.events.factuality import INTENSIONAL, content_tokens, factuality
from kg.extract.events.frames import (
    COOPERATION,
    NEEDS_RECIPIENT,
    YIELDING,
    load_lexicon,
)
from kg.extract.events.participants import is_in_classes, is_participant
from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import Roles, roles
from kg.extract.events.triggers import predicates
from kg.extract.findings import Argument, FoundEvent
from kg.extract.spans import to_argument, to_span, trimmed
from kg.extract.times.times import when_of
from kg.records import EventType, When

# Farthest a light verb may stand from its noun to be part of the trigger, in words.
_LIGHT_REACH = 4
_REJECTED_MODES = {"CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}


_THREATENED_MODES = {
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "PROTEST": "relations",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
}
_ANNOUNCING = words("saying.announcing")
_PERFORMATIVE = frozenset({"like", "want", "wish", "let"})
_SELF = words("function_words.subject_pronouns")


@dataclass(frozen=True, slots=True)
class _Kind:
    type: EventType
    mode: str | None
    is_promise: bool = False


def events(
    doc: Doc, times: Sequence[When], published: date | None
) -> Iterator[FoundEvent]:
    """Yield an article's events, in text order of their triggers.

    "Oslo sent tanks to Kyiv on Monday" yields an AID with actor "Oslo", recipient
    "Kyiv" and the Monday as its time. Needs a parse, `doc.ents` and
    `doc.spans["attribution"]`.
    """
    known = predicates(doc)
    said, denied = content_tokens(doc)
    for _, predicate in sorted(known.items()):
        found = roles(predicate, known)
        if not _has_participants(predicate, found):
            continue
        kind = _kind(predicate)
        trigger = _trigger(predicate, with_modal=kind.is_promise)
        yield FoundEvent(
            type=kind.type,
            mode=kind.mode,
            trigger=to_span(trigger),
            actors=tuple(map(_argument, found.actors)),
            recipients=tuple(map(_argument, found.recipients)),
            place=_argument(found.place) if found.place is not None else None,
            when=when_of(doc, trigger, times, published),
            factuality=factuality(
                _asserted(predicate), said, denied, is_promise=kind.is_promise
            ),
            evidence=to_span(trimmed(sentence_of(predicate.token))),
        )


def _argument(token: Token) -> Argument:
    """Return a word's phrase: a name uncut ("Al-Qaeda"), a predicate without subject.

    "They are the men who" gives "the men".
    """
    argument = to_argument(token)
    name, doc = name_of(token), token.doc
    start, end = argument.start, argument.end
    before = [child.right_edge.i for child in token.children if _is_before(child)]
    if before:
        start = max(start, doc[max(before) + 1].idx)
    start, end = min(start, name.start_char), max(end, name.end_char)
    phrase = doc.char_span(start, end, alignment_mode="expand")
    if phrase is None or (start, end) == (argument.start, argument.end):
        return argument
    return Argument(
        start=phrase.start_char,
        end=phrase.end_char,
        text=phrase.text,
        head=argument.head,
    )


def _is_before(child: Token) -> bool:
    return child.dep_ in {"cop", "nsubj"} and child.i < child.head.i


def _has_participants(predicate: Predicate, found: Roles) -> bool:
    needs = predicate.frame.needs
    if needs in {"both", "actor"} and not found.actors:
        return False
    if needs in {"both", "recipient"} and not found.recipients:
        return False
    if predicate.frame.type in NEEDS_RECIPIENT and not found.recipients:
        return False
    return any(
        is_participant(token) for token in (*found.actors, *found.recipients)
    ) or (any(token.lower_ in _OWN for token in found.actors))


_EVENT_CLASSES = ("approval", "displeasure", "investigation", "restriction", "sympathy")
_OWN = words("function_words.own")


def _asserted(predicate: Predicate) -> Token:
    """Return the word whose truth is the event's.

    "I want to thank Ada" thanks her: of speech in the first person it is "want".
    """
    verb = predicate.verb
    if verb.dep_ == "xcomp" and lemma(verb.head) in _PERFORMATIVE:
        speakers = surface_subjects(verb)
        if speakers and all(speaker.lower_ in {"i", "we"} for speaker in speakers):
            return verb.head
    return verb


def _kind(predicate: Predicate) -> _Kind:
    """Return type and mode; what is announced for the future is a promise of it.

    "Oslo will send aid" is AGREE, "will withdraw" CONCEDE, "will not send" REJECT.
    """
    frame = predicate.frame
    if not _is_future(predicate.verb) or _is_guess(predicate.verb):
        return _Kind(frame.type, frame.mode)
    if frame.type not in COOPERATION | YIELDING:
        return _threat(predicate) or _Kind(frame.type, frame.mode)
    if is_negated(predicate.verb):
        return _Kind("REJECT", _REJECTED_MODES.get(frame.type, "assist"), True)
    return _Kind("CONCEDE" if frame.type in YIELDING else "AGREE", None, True)


def _threat(predicate: Predicate) -> _Kind | None:
    """Return the threat that somebody's own announcement of a hostile deed is.

    "Oslo said it would impose sanctions" is one, "Rome says Oslo will" is not.
    """
    verb, type_ = predicate.verb, predicate.frame.type
    if type_ not in _THREATENED_MODES or is_negated(verb):
        return None
    if verb.dep_ != "ccomp" or lemma(verb.head) not in _ANNOUNCING:
        return None
    if all(subject.lower_ in _SELF for subject in surface_subjects(verb)):
        return _Kind("THREATEN", _THREATENED_MODES[type_], True)
    return None


def _is_future(verb: Token) -> bool:
    """Whether "will" stands with a verb, or "would" after "said" or "announced"."""
    found = modals(verb)
    if found & WILL:
        return True
    governor = verb.head
    return (
        bool(found & {"would", "'d"})
        and verb.dep_ == "ccomp"
        and has_feature(governor, "Tense", "Past")
    )


def _is_guess(verb: Token) -> bool:
    """Whether the future is somebody's wish or guess, or hangs on a condition."""
    if any(
        child.dep_ == "advcl"
        and any(c.lower_ in {"if", "unless"} for c in child.children)
        for child in verb.children
    ):
        return True
    return verb.dep_ in {"ccomp", "xcomp"} and lemma(verb.head) in (
        INTENSIONAL | {"believe", "think", "doubt", "wonder", "know", "suspect"}
    )


def _trigger(predicate: Predicate, *, with_modal: bool) -> Span:
    """Return the trigger's words: a verb with its particle, a noun with its verb.

    Where "will" makes the event a promise or refusal, it belongs to the trigger.
    """
    verb, token = predicate.verb, predicate.token
    first, last = sorted((verb.i, token.i))
    if last - first > _LIGHT_REACH:
        first = last = token.i
    if first == last and (noun := _told_by(predicate)) is not None:
        last = noun.i
    for child in verb.children:
        if child.dep_ == "compound:prt" and child.i == last + 1:
            last = child.i
    if with_modal and first == verb.i:
        auxiliaries = [c.i for c in verb.children if c.dep_ == "aux" and c.i < first]
        first = min(
            (at for at in auxiliaries if first - at <= _LIGHT_REACH), default=first
        )
    return token.doc[first : last + 1]


def _told_by(predicate: Predicate) -> Token | None:
    """Return the object that tells what a light verb does: "imposed a curfew"."""
    lexicon, verb = load_lexicon(), predicate.token
    if predicate.is_nominal or not lexicon.light_verbs.intersection(base_forms(verb)):
        return None
    for noun in logical_objects(verb):
        is_event = lemma(noun) in lexicon.nouns or is_in_classes(noun, _EVENT_CLASSES)
        if is_event and 0 < noun.i - verb.i <= _LIGHT_REACH:
            return noun
    return None
