"""The event lexicon: noun classes and the frames of PLOVER's types.

PLOVER (github.com/openeventdata/PLOVER) is the event ontology that followed CAMEO: 16
types, some with modes. `plover.yaml` says which predicates are events,
`event_nouns.yaml` what their objects and subjects have to be; both describe their
format in their first lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from kg.errors import SchemaError
from kg.records import EventType
from kg.tables import read_table

# PLOVER's own: OTHER is what it has no type for.
TYPES: tuple[EventType, ...] = tuple(
    type_ for type_ in get_args(EventType) if type_ != "OTHER"
)
# Types by which somebody gives, helps or talks; the others yield or are hostile.
COOPERATION: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"}
)
YIELDING: frozenset[EventType] = frozenset({"CONCEDE", "RETREAT"})
# Deeds towards somebody: without a recipient PLOVER knows no such event.
NEEDS_RECIPIENT: frozenset[EventType] = frozenset({"AID", "COOPERATE", "SANCTION"})
# PLOVER's modes by type; a frame that names another one is refused.
MODES: Mapping[str, frozenset[str]] = {
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "RETREAT": frozenset(
        {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}
    ),
    "REQUEST": frozenset({"assist", "change", "yield", "meet"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset({"assist", "change", "yield", "meet"}),
    "THREATEN": frozenset(
        {"restrict", "arrest", "relations", "expel", "territory", "violence"}
    ),
    "PROTEST": frozenset(
        {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}
    ),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport"}
        | {"withhold", "misinformation", "cyber"}
    ),
    "ASSAULT": frozenset(
        {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive"}
        | {"firearms", "explosives", "suicide-attack", "aerial", "drone"}
        | {"heavy-weapons", "crowd-control", "unconventional"}
    ),
}

# Keys of a frame whose value is a list of lemmas, classes or slots in one string.
_WORD_KEYS = frozenset(
    {"object", "object_modifier", "subject", "modifier", "possessor", "sentence"}
    | {"without", "complement", "complement_verbs", "complement_adjective"}
    | {"skip_complement_verbs", "complement_modal"}
)
_FLAGS = frozenset(
    {"bare", "things", "patient", "governor", "infinitive", "plain", "predicative"}
    | {"suffered"}
)
_PREDICATES = ("verbs", "nouns", "adjectives")
_NEEDS = frozenset({"either", "actor", "recipient", "both"})
_KNOWN_KEYS = _WORD_KEYS | _FLAGS | {*_PREDICATES, "mode", "with", "recipient", "needs"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of some predicates: its type, conditions and where its roles are.

    One entry of `plover.yaml`, whose first lines explain the fields. `modes` goes from
    a complement's type to the mode that it gives, `phrases` from a preposition to the
    classes of nouns after it.
    """

    type: EventType
    mode: str | None
    modes: Mapping[str, str]
    conditions: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    recipient: tuple[str, ...]
    needs: str
    flags: frozenset[str]

    @property
    def specificity(self) -> int:
        """Number of conditions: of two frames that hold, the narrower one wins."""
        # Nearly any verb may have a clause, so that asking for one narrows nothing.
        asks_any_clause = self.conditions.get("complement") == ("clause",)
        return len(self.conditions) - asks_any_clause + bool(self.phrases)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by part of speech and lemma, noun classes, light verbs, all nouns."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    adjectives: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    classes_of: Mapping[str, frozenset[str]]
    light_verbs: frozenset[str]
    known_nouns: frozenset[str]


@dataclass(slots=True)
class _FrameTables:
    """Frames by lemma while they are read, in the order of the file."""

    verbs: dict[str, list[Frame]] = field(default_factory=dict)
    nouns: dict[str, list[Frame]] = field(default_factory=dict)
    adjectives: dict[str, list[Frame]] = field(default_factory=dict)


@cache
def load_lexicon() -> Lexicon:
    """Load the packaged lexicon; raises `SchemaError` where a frame is malformed."""
    return make_lexicon(
        read_table(__package__, "plover.yaml"),
        read_table(__package__, "event_nouns.yaml"),
    )


def make_lexicon(source: Mapping[str, Any], classes: Mapping[str, str]) -> Lexicon:
    """Build a lexicon from what the two YAML files hold.

    `source` goes from types to lists of frames, `classes` from names to words joined by
    blanks. Raises `SchemaError` for a type, mode, key or need that is unknown.
    """
    tables = _FrameTables()
    for type_ in source.keys() - {"light_verbs"} - set(TYPES):
        raise SchemaError(f"plover.yaml: {type_} is no PLOVER type")
    for type_ in TYPES:
        for entry in source.get(type_, ()):
            _add_frame(tables, type_, entry)
    by_class = {name: frozenset(words.split()) for name, words in classes.items()}
    return Lexicon(
        verbs=_by_specificity(tables.verbs),
        nouns=_by_specificity(tables.nouns),
        adjectives=_by_specificity(tables.adjectives),
        classes=by_class,
        classes_of=_by_word(by_class),
        light_verbs=frozenset(source.get("light_verbs", "").split()),
        known_nouns=frozenset().union(tables.nouns, *by_class.values()),
    )


def _by_word(by_class: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the classes of each word."""
    found: dict[str, set[str]] = {}
    for name, words in by_class.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _by_specificity(table: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    # Sorting is stable: of equally narrow frames the first one in the file wins.
    return {
        lemma: tuple(sorted(frames, key=lambda frame: -frame.specificity))
        for lemma, frames in table.items()
    }


def _add_frame(
    tables: _FrameTables, type_: EventType, entry: Mapping[str, Any]
) -> None:
    frame = _to_frame(type_, entry)
    for kind in _PREDICATES:
        table: dict[str, list[Frame]] = getattr(tables, kind)
        for lemma in entry.get(kind, "").split():
            table.setdefault(lemma, []).append(frame)


def _to_frame(type_: EventType, entry: Mapping[str, Any]) -> Frame:
    if unknown := entry.keys() - _KNOWN_KEYS:
        raise SchemaError(f"plover.yaml: {type_} {entry}: unknown {sorted(unknown)}")
    mode, modes = _modes(type_, entry.get("mode"))
    needs = entry.get("needs", "either")
    if needs not in _NEEDS:
        raise SchemaError(f"plover.yaml: {type_}: needs {needs} is unknown")
    return Frame(
        type=type_,
        mode=mode,
        modes=modes,
        conditions={
            key: tuple(str(entry[key]).split()) for key in _WORD_KEYS & entry.keys()
        },
        phrases={
            preposition: tuple(words.split())
            for preposition, words in entry.get("with", {}).items()
        },
        recipient=tuple(entry.get("recipient", "").split()),
        needs=needs,
        flags=frozenset(
            key if value == "true" else f"not_{key}"
            for key, value in entry.items()
            if key in _FLAGS
        ),
    )


def _modes(
    type_: EventType, given: str | dict[str, str] | None
) -> tuple[str | None, dict[str, str]]:
    """Return a frame's own mode, and modes by the complement's type; check both."""
    mode = given if isinstance(given, str) else None
    modes = given if isinstance(given, dict) else {}
    for name in modes.values() if mode is None else (mode,):
        if name not in MODES.get(type_, ()):
            raise SchemaError(f"plover.yaml: {type_} has no mode {name}")
    return mode, modes
