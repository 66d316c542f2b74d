"""Who takes part in what an event noun tells: "Oslo's talks with Rome on Monday"."""

from spacy.tokens import Token

from kg.english.clauses import logical_subjects, phrases, surface_subjects
from kg.extract.events.participants import (
    counted,
    is_participant,
    named_modifiers,
    possessors,
)
from kg.extract.events.predicate import Predicate, makers, oblique


def noun_actors(predicate: Predicate) -> list[Token]:
    """Return who does what an event noun tells ("Oslo's visit", "a ban by Oslo")."""
    noun, flags = predicate.token, predicate.frame.flags
    parts = phrases(noun)
    agents = [counted(h) for h in parts.get("by", ()) if is_participant(h)]
    if agents:
        return agents
    if "patient" not in flags and (found := possessors(noun)):
        return found
    if found := [m for m in named_modifiers(noun) if not is_target(m, predicate)]:
        return found
    if predicate.frame.mode != "third-party" and (found := _between(predicate)):
        return found
    own = makers(surface_subjects(noun)) if _has_subject(noun) else []
    if own:
        return own
    if predicate.light is not None and (found := _light_actors(predicate)):
        return found
    inner = [a for h in parts.get("of", ()) for a in phrases(h).get("by", ())]
    if found := [counted(head) for head in inner if is_participant(head)]:
        return found
    if "of" not in predicate.frame.recipient:
        found = [counted(h) for h in parts.get("of", ()) if is_participant(h)]
        if found:
            return found
    return _governing_subjects(noun) if "governor" in flags else []


def is_target(modifier: Token, predicate: Predicate) -> bool:
    """Whether a name before an event noun says where: "the Kabul attack".

    Adjectives ("Russian") and abbreviations ("US") name who did it.
    """
    return (
        predicate.frame.type in {"ASSAULT", "CONSULT"}
        and modifier.ent_type_ == "LOC"
        and modifier.pos_ == "PROPN"
        and not modifier.text.replace(".", "").isupper()
    )


def _light_actors(predicate: Predicate) -> list[Token]:
    light = predicate.light
    if light is None:
        return []
    return [a for a in makers(logical_subjects(light)) if a.i != predicate.token.i]


def _has_subject(noun: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in noun.children)


def _governing_subjects(noun: Token) -> list[Token]:
    """Return the subject of the verb a meeting is told beside ("after talks with")."""
    governor = noun.head
    for _ in range(3):
        if governor.pos_ in {"VERB", "AUX", "ADJ"}:
            return makers(surface_subjects(governor))
        if governor.pos_ == "NOUN" and (found := possessors(governor)):
            return found
        governor = governor.head
    return []


def _between(predicate: Predicate) -> list[Token]:
    found = phrases(predicate.token).get("between", [])
    if not found and predicate.light is not None:
        found = phrases(predicate.light).get("between", [])
    return [counted(head) for head in found if is_participant(head)]


def noun_slot(slot: str, predicate: Predicate) -> list[Token]:
    """Return the fillers of one recipient slot of an event noun."""
    noun = predicate.token
    if slot == "between":
        return _between(predicate)
    if slot == "inside":
        return []
    found = phrases(noun).get(slot, [])
    if not found and predicate.light is not None and slot != "of":
        found = phrases(predicate.light).get(slot, [])
    filled = oblique(found, predicate.frame)
    if not filled and slot == "of" and "patient" in predicate.frame.flags:
        return possessors(noun)
    return filled
