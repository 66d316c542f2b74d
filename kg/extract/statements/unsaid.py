"""Whether an article reports that something was *not* said."""

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.polarity import has_negator, is_negative_phrase, negators
from kg.english.trees import CLAUSE_POS

# "made no secret of", "left no doubt that": said all the more.
_DOUBTS = frozenset({"bones", "doubt", "mistake", "question", "secret"})
_REFUSALS = words("polarity.refusing")
_REFUSING = words("polarity.refusing_words")
_SAYING = words("saying.sayable")
_CONCEDING = frozenset(
    {"after", "although", "as", "because", "before", "since", "though", "when", "while"}
)
# UD relations of what is refused: "declined to say", "declined comment".
_COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obl", "obj", "conj"})


def is_unsaid(cue: Span, source: Span | None, contents: Iterable[Span] = ()) -> bool:
    """Tell whether a cue stands under negation or refusal.

    A negation among the words that were said is part of them: "I did not," she said.

    "declined to say", "has neither confirmed nor denied", "made no mention of", "has
    yet to announce", "No official mentioned" are unsaid; "denied that" is not, since a
    denial is said, nor "not only said" nor "refused to leave". Needs a parse.
    """
    head = cue.root
    said = {token.i for span in contents for token in span}
    return (
        any(_is_negated(verb, said) for verb in _with_coordinates(head))
        or _is_refused(head)
        or _refuses_to_say(cue)
        or _holds_noun_under_no(cue)
        or _is_nobody(source)
    )


def _is_nobody(source: Span | None) -> bool:
    """Tell "no official" and "few" from a source, and from none."""
    return source is not None and is_negative_phrase(source.root)


def _with_coordinates(verb: Token) -> Iterator[Token]:
    """Yield a verb and those whose negation is its own: "neither denied nor said"."""
    yield verb
    while verb.dep_ == "conj" and _shares_negation(verb):
        verb = verb.head
        yield verb


def _shares_negation(verb: Token) -> bool:
    """Whether "nor" or "or" ties a verb to a negated one before it."""
    return any(child.lemma_ in {"nor", "or"} for child in verb.children)


def _is_negated(verb: Token, said: Container[int]) -> bool:
    """Whether a verb is negated; who "never fails to say" something says it."""
    if verb.lemma_.lower() in _REFUSALS | {"miss"}:
        return False
    return any(word.i not in said for word in negators(verb))


def _is_refused(verb: Token) -> bool:
    """Tell "declined to say" and "has yet to say" from "agreed to say"."""
    governor = verb.head
    if verb.dep_ not in _COMPLEMENT_DEPS - {"conj"} or governor.i >= verb.i:
        return False
    is_unsaid = _is_refusal(governor) or _is_yet_to(governor, verb)
    return is_unsaid and not _is_aside(verb)


def _is_aside(verb: Token) -> bool:
    """Whether a clause goes with its verb, not into it: "declined, citing the law".

    So does one that says "though" or "while".
    """
    return verb.dep_ == "advcl" and not any(
        child.dep_ in {"case", "mark"} and child.lower_ not in _CONCEDING
        for child in verb.children
    )


def _is_refusal(word: Token) -> bool:
    """Tell "declined" from "did not hesitate", which refuses to refuse."""
    lemma = word.lemma_.lower()
    return lemma in _REFUSALS | _REFUSING and not has_negator(word)


def _is_yet_to(governor: Token, verb: Token) -> bool:
    """Whether something "has yet to" or "is yet to" happen."""
    return governor.lemma_.lower() in {"be", "have", "remain"} and any(
        word.lower_ == "yet" for word in governor.doc[governor.i + 1 : verb.i]
    )


def _refuses_to_say(cue: Span) -> bool:
    """Whether the cue is a refusal, of what the cue or a verb of saying goes on with.

    "declined" with the content "to comment", "stopped short of calling".
    """
    head = cue.root
    if not _is_refusal(head):
        return False
    return any(
        child.i < cue.end or child.lemma_.lower() in _SAYING
        for child in head.rights
        if child.dep_ in _COMPLEMENT_DEPS and child.pos_ in CLAUSE_POS
    )


def _holds_noun_under_no(cue: Span) -> bool:
    """Whether the cue holds a noun under "no": "made no mention of", "no comment"."""
    return any(
        _is_no_before_noun(word) and cue.root in {word.head, word.head.head}
        for noun in cue
        for word in noun.children
    )


def _is_no_before_noun(word: Token) -> bool:
    """Tell "no" of "no mention" from those of "no secret" and "no longer"."""
    if word.lower_ != "no" or word.dep_ not in {"det", "advmod"}:
        return False
    return word.head.pos_ == "NOUN" and word.head.lemma_.lower() not in _DOUBTS
