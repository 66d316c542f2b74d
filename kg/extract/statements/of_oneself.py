"""Whether who speaks is the subject of what is said, without being named in it."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.english.clauses import is_infinitive, is_passive
from kg.english.lexicon import words
from kg.english.trees import has_dependent, lemma

_OWNING = frozenset({"admit", "claim", "confess", "deny"})
# What one claims or denies to have: "claimed responsibility", "denied any role".
_SHARES = frozenset({"blame", "guilt", "involvement", "part", "responsibility", "role"})
_OBJECTS = ("obj", "iobj")
_IMPERSONAL = words("saying.impersonal")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def is_of_oneself(cue: Span | None, contents: Sequence[Span]) -> bool:
    """Tell "claimed to have won", "denied killing him" and "vowed to fight on".

    So is "claimed responsibility". "Claimed that she had won" names its subject, and
    "told him to go" is of whom she told. Needs a parse with morphology.
    """
    if cue is None or not contents or is_passive(cue.root):
        return False
    head = max(contents, key=len).root
    if has_dependent(head, *_SUBJECTS):
        return False
    if lemma(cue.root) not in _OWNING:
        return _is_own_aim(head, cue.root)
    return lemma(head) in _SHARES or is_infinitive(head) or _is_gerund(head)


def _is_own_aim(head: Token, cue: Token) -> bool:
    """Tell whether who says it is to do it: "vowed to fight on"."""
    is_aim = head.dep_ == "xcomp" and head.head.i == cue.i and is_infinitive(head)
    return (
        is_aim and lemma(cue) not in _IMPERSONAL and not has_dependent(cue, *_OBJECTS)
    )


def _is_gerund(verb: Token) -> bool:
    """Tell "acting" of "confessed to acting alone" from "acts"."""
    return verb.pos_ == "VERB" and verb.lower_.endswith("ing")
