"""An event predicate, and what its subjects and phrases give for its roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.english.clauses import owners, phrases
from kg.extract.events.frames import Frame
from kg.extract.events.participants import (
    counted,
    is_message,
    is_participant,
    named_modifiers,
    possessors,
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger with its frame; `light` is the light verb beside an event noun."""

    token: Token
    frame: Frame
    light: Token | None = None

    @property
    def verb(self) -> Token:
        """Return the word that carries subject, modality and negation."""
        return self.light if self.light is not None else self.token

    @property
    def is_nominal(self) -> bool:
        """Whether an event noun is the trigger."""
        return self.token.pos_ in {"NOUN", "PROPN"}


def makers(subjects: Iterable[Token]) -> list[Token]:
    """Return who acts where the subject cannot: "Russian missiles" gives "Russian"."""
    found: list[Token] = []
    for subject in subjects:
        word = counted(subject)
        if is_participant(word):
            found.append(word)
        elif is_message(word):
            found.extend(head for head in owners(word) if is_participant(head))
            found.extend(named_modifiers(word))
        else:
            found.extend(
                possessors(word)
                or [h for h in phrases(word).get("by", ()) if is_participant(h)]
                or named_modifiers(word)
            )
    return found


def fillers(heads: Iterable[Token], frame: Frame) -> list[Token]:
    """Return the heads that can fill a role of a frame, counted things for counts."""
    found: list[Token] = []
    for head in heads:
        word = counted(head)
        is_thing = "things" in frame.flags and word.pos_ in {"NOUN", "PROPN"}
        if is_thing or is_participant(word):
            found.append(word)
    return found


def oblique(heads: Iterable[Token], frame: Frame) -> list[Token]:
    """Return participants among the heads; of other nouns, whom they belong to."""
    found: list[Token] = []
    for head in heads:
        direct = fillers([head], frame)
        found.extend(direct or possessors(head) or named_modifiers(head))
    return found
