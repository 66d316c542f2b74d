"""Whether an article reports that something was *not* said."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

# Lemmas of negation (UD: Polarity=Neg is not marked on all of them).
_NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "without"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "none", "nobody"})
# Implicative verbs: their complement did not happen (Karttunen 1971).
_REFUSALS = frozenset(
    {"avoid", "cease", "decline", "fail", "forbear", "hesitate", "neglect", "omit"}
    | {"refrain", "refuse", "resist", "sidestep", "stop", "withhold"}
)
_COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obl", "obj", "conj"})


def is_unsaid(cue: Span, source: Span | None) -> bool:
    """Tell whether a cue stands under negation or refusal.

    "declined to say", "has neither confirmed nor denied", "No official mentioned"
    are unsaid; "denied that" is not, since a denial is said. Needs a parse.
    """
    head = cue.root
    return (
        any(_is_negated(verb) for verb in _with_coordinates(head))
        or _is_refused(head)
        or (source is not None and _is_negative_phrase(source.root))
    )


def _with_coordinates(verb: Token) -> Iterator[Token]:
    yield verb
    while verb.dep_ == "conj" and _shares_negation(verb):
        verb = verb.head
        yield verb


def _shares_negation(verb: Token) -> bool:
    """Whether "nor" or "or" ties a verb to a negated one before it."""
    return any(child.lemma_ in {"nor", "or"} for child in verb.children)


def _is_negated(verb: Token) -> bool:
    return any(
        child.lemma_.lower() in _NEGATORS
        and child.dep_ in {"advmod", "cc", "cc:preconj", "mark", "aux"}
        and child.i < verb.i
        for child in verb.children
    )


def _is_refused(verb: Token) -> bool:
    governor = verb.head
    return (
        verb.dep_ in _COMPLEMENT_DEPS
        and verb.dep_ != "conj"
        and governor.i != verb.i
        and governor.i < verb.i
        and governor.lemma_.lower() in _REFUSALS
        and not _is_negated(governor)
    )


def _is_negative_phrase(noun: Token) -> bool:
    return noun.lemma_.lower() in _NEGATIVE_DETERMINERS or any(
        child.lemma_.lower() in _NEGATIVE_DETERMINERS
        and child.dep_ in {"det", "cc:preconj"}
        for child in noun.children
    )
