"""Cues that tell what people do or are due to do, with nothing said."""

from spacy.tokens import Span, Token

from kg.english.nouns import PEOPLE, noun_classes
from kg.english.trees import lemma

_NAMED = frozenset({"NORP", "PERSON"})


def is_conduct(cue: Span | None, source: Span | None) -> bool:
    """Tell "thanked Togo for its help" and "the envoys are expected to meet".

    Where nobody is said to expect it, people have arranged it; "the storm is expected
    to turn" is somebody's forecast. Needs a parse and `doc.ents`.
    """
    if cue is None:
        return False
    is_due = source is None and lemma(cue.root) == "expect" and _is_of_people(cue.root)
    return is_due or lemma(cue.root) == "thank"


def _is_of_people(verb: Token) -> bool:
    """Tell whether a passive verb has people for its subject."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    return any(
        each.ent_type_ in _NAMED or not PEOPLE.isdisjoint(noun_classes(each))
        for each in subjects
    )
