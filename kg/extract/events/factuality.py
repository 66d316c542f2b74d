"""Whether an event is told as fact, as another's claim, as a possibility, or denied.

Precedence: denied, then hypothetical, then reported, then actual. An event inside
what somebody said is reported unless it is also negated or only possible.
"""

from collections.abc import Set

from spacy.tokens import Doc, Token

from kg.english.clauses import coordinate, is_infinitive
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.polarity import is_negated, is_negative_phrase, modals
from kg.english.trees import lemma, sentence_of
from kg.records import Factuality

DENIALS = words("polarity.denying")
_PRESUPPOSING = words("polarity.presupposing")
_DENYING_CUES = words("polarity.denying_cues")
_DENYING_NOUNS = words("polarity.denying_nouns")
_IMPLICATIVE = words("modality.implicative")
_REPORTIVE = words("modality.reportive")
_SEEKING = words("modality.seeking")
INTENSIONAL = words("modality.intensional")
_INTENSIONAL_NOUNS = words("modality.intensional_nouns")
_REPORTIVE_NOUNS = words("modality.reportive_nouns")
_UNREAL_ADJECTIVES = words("modality.unreal_adjectives")
_CLAIMED_ADJECTIVES = words("modality.claimed_adjectives")
_CLAIMING_ADVERBS = words("modality.claiming_adverbs")
_CONDITIONAL_MARKS = words("modality.conditional_marks")
_NEGATIVE_MARKS = frozenset({"without", "instead", "rather"})
_MAX_CLIMB = 8


_VOCABULARY = (
    DENIALS | _DENYING_NOUNS | _IMPLICATIVE | _REPORTIVE | INTENSIONAL | _SEEKING
) | (_INTENSIONAL_NOUNS | _REPORTIVE_NOUNS | {"agree", "commit", "insist", "aim"})


def _word(token: Token) -> str:
    """Return a word's lemma, mended where only its base form is known here."""
    if token.pos_ != "VERB" or lemma(token) in _VOCABULARY:
        return lemma(token)
    known = (form for form in base_forms(token) if form in _VOCABULARY)
    return next(known, lemma(token))


def content_tokens(doc: Doc) -> tuple[frozenset[int], frozenset[int]]:
    """Return the words inside what somebody said, and inside what somebody denied."""
    said: set[int] = set()
    denied: set[int] = set()
    cues: dict[int, str] = {}
    negated: set[int] = set()
    spans = doc.spans.get("attribution", ())
    for span in spans:
        if span.label_ == "CUE":
            cues[span.id] = _word(span.root)
            if is_negated(span.root):
                negated.add(span.id)
    for span in spans:
        if span.label_ == "CONTENT":
            words = range(span.start, span.end)
            said.update(words)
            if cues.get(span.id) in _DENYING_CUES and span.id not in negated:
                denied.update(words)
    return frozenset(said), frozenset(denied)


def factuality(
    head: Token,
    said: Set[int],
    denied: Set[int],
    *,
    is_promise: bool = False,
) -> Factuality:
    """Return how an event is told, from its governing word.

    `is_promise` leaves the event's own "will" and "not" aside: they made it one.
    Needs a parse and the words of `content_tokens`.
    """
    status = _climb(head, own=not is_promise)
    if status == "denied" or (head.i in denied and status != "hypothetical"):
        return "denied"
    if status:
        return status
    return "reported" if head.i in said else "actual"


def _climb(head: Token, *, own: bool, depth: int = _MAX_CLIMB) -> Factuality | None:
    """Return the strongest status that a word's own clause or its governors give."""
    if own and (status := _own_status(head)):
        return status
    if depth == 0 or head.head.i == head.i:
        return None
    if head.pos_ in {"NOUN", "PROPN"} and not _is_clausal(head):
        return _noun_status(head, depth - 1)
    return _clause_status(head, depth - 1)


def _is_clausal(noun: Token) -> bool:
    return any(child.dep_ in {"cop", "nsubj"} for child in noun.children)


def _own_status(head: Token) -> Factuality | None:
    if is_negated(head) or is_negative_phrase(head):
        return "denied"
    marks = {c.lower_ for c in head.children if c.dep_ in {"mark", "case", "cc"}}
    if marks & _NEGATIVE_MARKS:
        return "denied"
    if modals(head) or _has_conditional(head) or _is_question(head):
        return "hypothetical"
    words = {child.lower_ for child in head.children}
    if words & _UNREAL_ADJECTIVES:
        return "hypothetical"
    if words & (_CLAIMED_ADJECTIVES | _CLAIMING_ADVERBS):
        return "reported"
    return None


def _has_conditional(head: Token) -> bool:
    return any(
        child.dep_ == "mark"
        and (child.lower_ in _CONDITIONAL_MARKS - {"in"} or _is_in_case(child))
        for child in head.children
    )


def _is_in_case(mark: Token) -> bool:
    return mark.lower_ == "in" and any(c.lower_ == "case" for c in mark.children)


def _is_question(head: Token) -> bool:
    return head.dep_ == "ROOT" and sentence_of(head)[-1].text == "?"


def _clause_status(head: Token, depth: int) -> Factuality | None:
    governor, dep = head.head, head.dep_
    if dep == "conj":
        return _coordinate_status(head, depth)
    if dep in {"xcomp", "ccomp", "csubj"} or (dep == "acl" and is_infinitive(head)):
        return _complement_status(head, depth)
    if dep == "advcl":
        return _adverbial_status(head, depth)
    if dep == "acl" and governor.pos_ == "NOUN":
        return _governing_noun(_word(governor)) if _has_preposition(head) else None
    return None


def _has_preposition(head: Token) -> bool:
    return any(child.dep_ in {"mark", "case"} for child in head.children)


def _coordinate_status(head: Token, depth: int) -> Factuality | None:
    if any(c.dep_ in {"nsubj", "nsubj:pass", "aux"} for c in head.children):
        return None
    first = coordinate(head)
    status = _climb(first, own=True, depth=depth)
    if status == "denied" and is_negated(first):
        ties = {child.lower_ for child in head.children if child.dep_ == "cc"}
        return status if ties & {"or", "nor"} else None
    return status


def _complement_status(head: Token, depth: int) -> Factuality | None:
    governor = head.head
    word = _word(governor)
    if word == "stop":
        return _climb(governor, own=True, depth=depth)
    if word in DENIALS | _DENYING_NOUNS:
        return None if is_negated(governor) else "denied"
    if word in _REPORTIVE | _REPORTIVE_NOUNS:
        return "denied" if is_negated(governor) and head.dep_ == "xcomp" else "reported"
    if word in INTENSIONAL | _INTENSIONAL_NOUNS:
        return "hypothetical"
    if is_infinitive(head) and word not in _IMPLICATIVE:
        return "hypothetical"
    if head.dep_ in {"xcomp", "csubj"} or word in _IMPLICATIVE:
        return _climb(governor, own=True, depth=depth)
    return None


def _adverbial_status(head: Token, depth: int) -> Factuality | None:
    governor = head.head
    marks = {c.lower_ for c in head.children if c.dep_ in {"mark", "case"}}
    if is_infinitive(head):
        return "hypothetical"
    if marks & {"from", "of", "against", "to", "on", "for", "with"}:
        if _word(governor) in _REPORTIVE:
            return "reported"
        if _word(governor) in DENIALS and "from" in marks:
            return None if is_negated(governor) else "denied"
        if _word(governor) in INTENSIONAL | {"agree", "commit", "insist", "aim"}:
            return "hypothetical"
        return None
    if marks:
        return None
    return (
        "hypothetical"
        if _climb(governor, own=True, depth=depth) == "hypothetical"
        else None
    )


def _noun_status(noun: Token, depth: int) -> Factuality | None:
    governor, dep = noun.head, noun.dep_.split(":")[0]
    word = _word(governor)
    if dep == "conj":
        return _climb(governor, own=False, depth=depth)
    if dep == "nmod" or (dep == "obl" and governor.pos_ == "NOUN"):
        return _governing_noun(word)
    if dep not in {"obj", "obl"} and noun.dep_ != "nsubj:pass":
        return None
    if dep == "obl" and not _is_governed(noun):
        return None
    if word in DENIALS - _PRESUPPOSING:
        return None if is_negated(governor) else "denied"
    if word in INTENSIONAL | _SEEKING:
        return "hypothetical"
    if dep == "obj" and not _is_definite(noun):
        return _climb(governor, own=True, depth=depth)
    return None


def _governing_noun(word: str) -> Factuality | None:
    if word in _DENYING_NOUNS:
        return "denied"
    if word in _INTENSIONAL_NOUNS:
        return "hypothetical"
    return "reported" if word in _REPORTIVE_NOUNS else None


def _is_governed(noun: Token) -> bool:
    """Whether a phrase is what its verb asks for or threatens, not a circumstance."""
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    return bool(cases & {"for", "with", "to", "of"})


def _is_definite(noun: Token) -> bool:
    return any(
        child.dep_ == "nmod:poss"
        or (child.dep_ == "det" and child.lower_ in {"the", "this", "that", "these"})
        for child in noun.children
    )
