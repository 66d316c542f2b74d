"""Events where the lexicon is silent: the types that the model is sure of.

`kg.annotate.deeds` marks words with a type; here each type has one frame, which says
where such an event's recipients stand, whatever its predicate.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.annotate.deeds import NONE
from kg.english.arguments import indirect_objects
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.memory import remembered_once
from kg.english.trees import lemma
from kg.extract.events.frames import TYPES, Frame
from kg.records import EventType

# Verbs of what befalls their subject, whoever does it: "nine men died in clashes".
_SUFFERING = frozenset({"die", "perish", "succumb"})
# A death may have any cause, and what tells a violent one tells it better.
_ENDING = frozenset({"death", "demise", "dying"})
_TELLING = words("saying.announcing") | words("saying.telling")
# Where recipients of a type stand, likeliest first, as in `plover.yaml`.
_RECIPIENTS: Mapping[EventType, str] = {
    "AGREE": "with to iobj inside complement within",
    "CONSULT": "with between to obj mutual",
    "SUPPORT": "obj for to of with inside complement",
    "CONCEDE": "to for obj inside complement",
    "COOPERATE": "with between obj to mutual",
    "AID": "iobj to for obj inside within",
    "RETREAT": "from to obj inside",
    "REQUEST": "obj iobj from on to of clause complement inside",
    "ACCUSE": "obj of against at inside with",
    "REJECT": "obj inside from to complement",
    "THREATEN": "obj against to with complement",
    "PROTEST": "against obj inside at",
    "SANCTION": "obj against on from with to inside",
    "MOBILIZE": "against to along in",
    "COERCE": "obj against on from of inside",
    "ASSAULT": "obj against on at of inside place",
}


class Marks:
    """What the model makes of a doc's words; of none where `kg_deeds` has not run."""

    def __init__(self, doc: Doc) -> None:
        self._sure = _labels(doc, "deeds")
        self._clear = _labels(doc, "clear_deeds")
        self._cues = cue_words(doc)

    def has_none(self, token: Token) -> bool:
        """Tell whether the model is sure that a word tells no event."""
        return self._sure.get(token.i) == NONE

    def is_sure(self, token: Token, type_: EventType) -> bool:
        """Tell whether the model is sure that a word tells an event of a type."""
        return self._sure.get(token.i) == type_

    def frame(self, token: Token, listed: Collection[EventType]) -> Frame | None:
        """Return the frame of a word's type, None where it is not clear enough.

        `listed` has the types that the lexicon lists for a word whose frames do not
        hold: of another one, as of all types of a word that it does not know, the model
        has to be beyond doubt. A cue has a type only if it is listed, and no word of
        plain telling has any.
        """
        if lemma(token) in _ENDING:
            return None
        is_cue = token.i in self._cues
        label = self._sure.get(token.i, NONE)
        # "promised the families money" gives it, "promised that it would rain" says it.
        is_gift = label in listed and bool(indirect_objects(token))
        is_plain = not is_gift and not _TELLING.isdisjoint(base_forms(token))
        if is_cue and (not listed or is_plain):
            return None
        if label not in listed and (is_cue or label != self._clear.get(token.i)):
            return None
        frame = _frames().get(label)
        if frame is None or _SUFFERING.isdisjoint(base_forms(token)):
            return frame
        return replace(frame, flags=frame.flags | {"suffered"})


@remembered_once
def marks_of(doc: Doc) -> Marks:
    """Return what the model makes of a doc's words."""
    return Marks(doc)


@remembered_once
def cue_words(doc: Doc) -> frozenset[int]:
    """Return the words of cues: what they say is a statement and no other event."""
    return frozenset(
        token.i
        for span in doc.spans.get("attribution", ())
        if span.label_ == "CUE"
        for token in span
    )


def _labels(doc: Doc, key: str) -> dict[int, str]:
    return {span.start: span.label_ for span in doc.spans.get(key, ())}


@cache
def _frames() -> Mapping[str, Frame]:
    return {type_: _frame(type_) for type_ in TYPES}


def _frame(type_: EventType) -> Frame:
    return Frame(
        type=type_,
        mode=None,
        modes={},
        conditions={},
        phrases={},
        recipient=tuple(_RECIPIENTS[type_].split()),
        needs="either",
        flags=frozenset({"things"}),
    )
