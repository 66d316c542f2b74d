"""Whether who speaks is the subject of what is said, without being named in it."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.english.clauses import is_infinitive, is_passive
from kg.english.trees import has_dependent, lemma

_OWNING = frozenset({"admit", "claim", "confess", "deny"})
# What one claims or denies to have: "claimed responsibility", "denied any role".
_SHARES = frozenset({"blame", "guilt", "involvement", "part", "responsibility", "role"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def is_of_oneself(cue: Span | None, contents: Sequence[Span]) -> bool:
    """Tell "claimed to have won", "denied killing him" and "claimed responsibility".

    "Claimed that she had won" names its subject. Needs a parse with morphology.
    """
    if cue is None or not contents or lemma(cue.root) not in _OWNING:
        return False
    head = max(contents, key=len).root
    if is_passive(cue.root) or has_dependent(head, *_SUBJECTS):
        return False
    return lemma(head) in _SHARES or is_infinitive(head) or _is_gerund(head)


def _is_gerund(verb: Token) -> bool:
    """Tell "acting" of "confessed to acting alone" from "acts"."""
    return verb.pos_ == "VERB" and verb.lower_.endswith("ing")
