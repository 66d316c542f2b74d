"""Propositions: what `kg_roles` found, for those who read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

# What a word may be to a predicate, in the order of the model's scores: PropBank's
# arguments (Palmer et al., 2005), "OTHER" for those that kg does not tell apart, and
# "RELATIVE" for the pronoun of a clause that stands for one of them.
ROLES = (
    *("", "ARG0", "ARG1", "ARG2", "TMP", "LOC", "NEG", "MOD"),
    *("OTHER", "RELATIVE"),
)
# What a word may be by itself, in the order of the model's scores.
KINDS = ("", "PREDICATE", "LIGHT")
# The labels of predicates in `doc.spans`: of what is so, of what is not said to be so,
# and of a verb that is empty beside its noun ("took a walk").
FACTUAL, UNREAL, LIGHT = "FACTUAL", "UNREAL", "LIGHT"
_PREDICATES = frozenset({FACTUAL, UNREAL, LIGHT})


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate, and the head words of its arguments by role, in text order.

    `is_factual` tells whether the text has it that it was or is so; `is_light` that the
    verb is empty beside a noun, whose own proposition says what happened.
    """

    predicate: Token
    is_factual: bool
    is_light: bool
    roles: dict[str, list[Token]] = field(default_factory=dict)


def propositions(doc: Doc, *, spans_key: str = "roles") -> Iterator[Proposition]:
    """Yield the propositions of a doc that `kg_roles` has read, in text order.

    "Ada did not leave Oslo" yields "leave", which is not factual, with ARG0 "Ada", NEG
    "not" and ARG1 "Oslo". Nothing where the component has not run.
    """
    found: dict[int, Proposition] = {}
    spans: list[Span] = list(doc.spans.get(spans_key, ()))
    for span in spans:
        if span.label_ in _PREDICATES:
            found[span.id] = Proposition(
                span[0], span.label_ == FACTUAL, span.label_ == LIGHT
            )
    for span in spans:
        if span.label_ not in _PREDICATES:
            found[span.id].roles.setdefault(span.label_, []).append(span[0])
    yield from found.values()


def argument(predicate: Token, head: Token) -> tuple[int, int]:
    """Return the first token of an argument and its end, given the word that heads it.

    Of "The man who left Oslo | slept" the argument of "left" with the head "man" is
    "The man": what stands under the predicate itself is left out. Needs a parse.
    """
    inside = {token.i for token in head.subtree}
    if predicate.i in inside:
        branch = predicate
        while branch.head.i != head.i:
            branch = branch.head
        inside -= {token.i for token in branch.subtree}
    first, last = head.i, head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head.i and _is_loose(head.doc[first]):
        first += 1
    while last > head.i and _is_loose(head.doc[last]):
        last -= 1
    return first, last + 1


def _is_loose(token: Token) -> bool:
    return token.is_punct or token.is_space
