"""Type and mode of an event; what is announced for the future is a promise of it.

PLOVER types a deed that somebody only announces by what the announcing is: AGREE,
CONCEDE, REJECT or THREATEN.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.english.arguments import surface_subjects
from kg.english.lexicon import words
from kg.english.polarity import WILL, is_negated, modals
from kg.english.trees import has_feature, lemma
from kg.extract.events.factuality import INTENSIONAL
from kg.extract.events.figurative import is_exercise
from kg.extract.events.frames import COOPERATION, YIELDING
from kg.extract.events.predicate import Predicate
from kg.records import EventType

# Mode of a refusal, by the type of what is refused; "assist" for the others.
_REJECTED_MODES = {"CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}
# Mode of a threat, by the type of what is threatened; others are no threats.
_THREATENED_MODES: Mapping[str, str] = {
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "PROTEST": "relations",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
}
_ENDED = frozenset({"AID", "COOPERATE"})
_CEASING = frozenset({"cease", "end", "quit", "stop", "suspend"})
_ANNOUNCING = words("saying.announcing")
_SUBJECT_PRONOUNS = words("function_words.subject_pronouns")
_GUESSING = INTENSIONAL | {"believe", "think", "doubt", "wonder", "know", "suspect"}


@dataclass(frozen=True, slots=True)
class EventKind:
    """Type and mode of an event; `is_promise` where its "will" or "not" made it one."""

    type: EventType
    mode: str | None
    is_promise: bool = False


def event_kind(predicate: Predicate) -> EventKind:
    """Return an event's type and mode.

    "Oslo sends aid" is AID, but "Oslo will send aid" AGREE, "Oslo will withdraw"
    CONCEDE, "Oslo will not send aid" REJECT, and "Oslo said it would attack" THREATEN.
    Needs a parse with morphology.
    """
    frame, verb = predicate.frame, predicate.verb
    # An attack in a drill shows force and uses none.
    if is_exercise(predicate):
        return EventKind("MOBILIZE", "troops")
    # "stopped funding the agency" is the end of help.
    if frame.type in _ENDED and verb.dep_ == "xcomp" and lemma(verb.head) in _CEASING:
        return EventKind("SANCTION", "discontinue")
    told = EventKind(frame.type, frame.mode)
    if not _is_future(verb) or _is_guess(verb):
        return told
    # A refusal stays one on conditions: "will not lift the ban if".
    if _is_conditional(verb) and not is_negated(verb):
        return told
    if frame.type not in COOPERATION | YIELDING:
        return _threat(predicate) or told
    if is_negated(verb):
        mode = _REJECTED_MODES.get(frame.type, "assist")
        return EventKind("REJECT", mode, is_promise=True)
    type_: EventType = "CONCEDE" if frame.type in YIELDING else "AGREE"
    return EventKind(type_, None, is_promise=True)


def _threat(predicate: Predicate) -> EventKind | None:
    """Return the threat that somebody's own announcement of a hostile deed is.

    "Oslo said it would impose sanctions" is one, "Rome says Oslo will" is not.
    """
    verb, type_ = predicate.verb, predicate.frame.type
    if type_ not in _THREATENED_MODES or is_negated(verb):
        return None
    if verb.dep_ != "ccomp" or lemma(verb.head) not in _ANNOUNCING:
        return None
    if all(subject.lower_ in _SUBJECT_PRONOUNS for subject in surface_subjects(verb)):
        return EventKind("THREATEN", _THREATENED_MODES[type_], is_promise=True)
    return None


def _is_future(verb: Token) -> bool:
    """Whether "will" stands with a verb, or "would" after "said" or "announced"."""
    found = modals(verb)
    if found & WILL:
        return True
    # Without a verb of the past above it, "would" tells a condition.
    return (
        bool(found & {"would", "'d"})
        and verb.dep_ == "ccomp"
        and has_feature(verb.head, "Tense", "Past")
    )


def _is_guess(verb: Token) -> bool:
    """Whether the future is somebody's wish or guess: "hopes that Oslo will help"."""
    return verb.dep_ in {"ccomp", "xcomp"} and lemma(verb.head) in _GUESSING


def _is_conditional(verb: Token) -> bool:
    """Whether the future hangs on a condition: "will help if Rome does"."""
    return any(
        clause.dep_ == "advcl"
        and any(child.lower_ in {"if", "unless"} for child in clause.children)
        for clause in verb.children
    )
