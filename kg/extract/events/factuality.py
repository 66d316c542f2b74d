"""Whether an event is told as fact, as another's claim, as a possibility, or denied.

Precedence: denied, then hypothetical, then reported, then actual. An event inside
what somebody said is reported unless it is also negated or only possible. The classes
are coarse ones of FactBank (Saurí and Pustejovsky 2009), whose scale of certainty and
polarity a news sentence seldom tells apart.
"""

from collections.abc import Iterable, Set

from spacy.tokens import Doc, Span, Token

from kg.english.arguments import is_in_a_row
from kg.english.clauses import first_conjunct, is_infinitive, particle
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.memory import remembered_once
from kg.english.polarity import is_negated, is_negative_phrase, modals
from kg.english.trees import dependent_words, has_dependent, lemma, sentence_of
from kg.records import Factuality

DENIALS = words("polarity.denying")
_PRESUPPOSING = words("polarity.presupposing")
_DENYING_CUES = words("polarity.denying_cues")
_DENYING_NOUNS = words("polarity.denying_nouns")
# Verbs whose complement is as true as they are: "managed to", "began to" (Karttunen
# 1971 on implicative verbs).
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
# Who is said so of a deed did not do it: "cleared of killing".
_CLEARING = frozenset({"acquit", "clear", "exonerate", "absolve", "innocent"})
_GUILT_PREPOSITIONS = frozenset({"of", "to", "in", "from"})
_NEGATIVE_MARKS = frozenset({"without", "instead", "rather"})
# Verbs that bind somebody to what a gerund or "to" after a preposition says.
_COMMITTING = frozenset({"agree", "commit", "insist", "aim"})
_GERUND_PREPOSITIONS = frozenset({"from", "of", "against", "to", "on", "for", "with"})
_ASKED_PREPOSITIONS = frozenset({"for", "with", "to", "of"})
_DEFINITE_DETERMINERS = frozenset({"the", "this", "that", "these"})
# Governors to climb: a status eight clauses up no longer tells about this event.
_MAX_CLIMB = 8

_VOCABULARY = (
    DENIALS | _DENYING_NOUNS | _IMPLICATIVE | _REPORTIVE | INTENSIONAL | _SEEKING
) | (_INTENSIONAL_NOUNS | _REPORTIVE_NOUNS | _COMMITTING)


def _known_lemma(token: Token) -> str:
    """Return a word's lemma, mended where only its base form is known here.

    With its particle, where that makes it another word: "rule out".
    """
    if (tail := particle(token)) and f"{lemma(token)} {tail}" in _VOCABULARY:
        return f"{lemma(token)} {tail}"
    if token.pos_ != "VERB" or lemma(token) in _VOCABULARY:
        return lemma(token)
    known = (form for form in base_forms(token) if form in _VOCABULARY)
    return next(known, lemma(token))


@remembered_once
def content_tokens(doc: Doc) -> tuple[frozenset[int], frozenset[int]]:
    """Return the words inside what somebody said, and inside what somebody denied.

    As indices: of "Ada denied that Bo left" the words "that Bo left" are in both. Needs
    a parse and `doc.spans["attribution"]`.
    """
    spans = doc.spans.get("attribution", ())
    contents = [span for span in spans if span.label_ == "CONTENT"]
    denying = _denying_statements([span for span in spans if span.label_ == "CUE"])
    return (
        _indices(contents),
        _indices(span for span in contents if span.id in denying),
    )


def _denying_statements(cues: list[Span]) -> set[int]:
    """Return the numbers of statements whose source denies: not "did not deny".

    Of a cue in two parts the last one counts, and a negator with either.
    """
    roots = {cue.id: cue.root for cue in cues}
    negated = {cue.id for cue in cues if is_negated(cue.root)}
    denying = {
        id_ for id_, root in roots.items() if _known_lemma(root) in _DENYING_CUES
    }
    return denying - negated


def _indices(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(span.start, span.end))


def factuality(
    head: Token,
    said: Set[int],
    denied: Set[int],
    *,
    is_promise: bool = False,
) -> Factuality:
    """Return how an event is told, from its governing word.

    "Rebels attacked" is actual, "Ada said rebels attacked" reported, "rebels may
    attack" hypothetical, "rebels did not attack" denied. `said` and `denied` are what
    `content_tokens` returns; `is_promise` leaves the event's own "will" and "not"
    aside, since they made it a promise or refusal. Needs a parse with morphology.
    """
    status = _told_status(head, with_own=not is_promise)
    # "denied that it may attack" leaves the attack open.
    if status == "denied" or (head.i in denied and status != "hypothetical"):
        return "denied"
    if status:
        return status
    return "reported" if head.i in said else "actual"


def _told_status(
    head: Token, *, with_own: bool = True, depth: int = _MAX_CLIMB
) -> Factuality | None:
    """Return the status that a word's own clause gives, else that of its governors.

    None where they tell nothing: then it is a fact, or whatever its source says.
    """
    if with_own and (status := _own_status(head)):
        return status
    if depth == 0 or head.head.i == head.i:
        return None
    if head.pos_ in {"NOUN", "PROPN"} and not _is_predicate(head):
        return _noun_status(head, depth - 1)
    return _clause_status(head, depth - 1)


def _is_predicate(noun: Token) -> bool:
    """Whether a noun is what a clause says: "it was an attack"."""
    return has_dependent(noun, "cop", "nsubj")


def _own_status(head: Token) -> Factuality | None:
    """Return the status that words right under an event's word give it."""
    if is_negated(head) or is_negative_phrase(head):
        return "denied"
    if dependent_words(head, "mark", "case", "cc") & _NEGATIVE_MARKS:
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
    if dep in {"acl", "advcl"} and (status := _status_of_guilt(head)) is not None:
        return status
    if dep in {"xcomp", "ccomp", "csubj"} or (dep == "acl" and is_infinitive(head)):
        return _complement_status(head, depth)
    if dep == "advcl":
        return _adverbial_status(head, depth)
    # "the plan of attacking", but not "the men attacking".
    if dep == "acl" and governor.pos_ == "NOUN" and has_dependent(head, "mark", "case"):
        return _governing_noun_status(_known_lemma(governor))
    return None


def _coordinate_status(head: Token, depth: int) -> Factuality | None:
    """Return what a verb takes from the one it is coordinated with.

    "may attack and burn" is possible for both. "did not attack and burned" denies the
    first alone, "did not attack or burn" both.
    """
    # A subject or auxiliary of its own makes it a clause of its own.
    if has_dependent(head, "nsubj", "nsubj:pass", "aux"):
        return None
    first = first_conjunct(head)
    status = _told_status(first, depth=depth)
    if status == "denied" and is_negated(first):
        is_joined = not dependent_words(head, "cc").isdisjoint({"or", "nor"})
        return status if is_joined else None
    return status


def _complement_status(head: Token, depth: int) -> Factuality | None:
    """Return what the governor of a clause says of it: "denied attacking"."""
    governor = head.head
    word = _known_lemma(governor)
    # Who stopped attacking did attack.
    is_ending = word == "stop"
    if word in DENIALS | _DENYING_NOUNS and not is_ending:
        return _denied_unless_negated(governor)
    if word in _REPORTIVE | _REPORTIVE_NOUNS:
        return _status_of_claim(head)
    if word in INTENSIONAL | _INTENSIONAL_NOUNS:
        return "hypothetical"
    is_entailed = is_ending or word in _IMPLICATIVE
    # "the first woman to go" went.
    is_entailed |= head.dep_ == "acl" and is_in_a_row(governor)
    if is_infinitive(head) and not is_entailed:
        return "hypothetical"
    if is_entailed or head.dep_ in {"xcomp", "csubj"}:
        return _told_status(governor, depth=depth)
    return None


def _denied_unless_negated(governor: Token) -> Factuality | None:
    """Return the status under a word of denial: "did not refuse to go" denies nothing.

    It does not tell either that somebody went, so that no status is given.
    """
    return None if is_negated(governor) else "denied"


def _status_of_claim(head: Token) -> Factuality:
    """Return the status under a word of claiming or perceiving.

    "was seen to attack" is reported, "was not seen to attack" denied; "did not say that
    they attacked" is still a claim of somebody's.
    """
    is_denied = is_negated(head.head) and head.dep_ == "xcomp"
    return "denied" if is_denied else "reported"


def _adverbial_status(head: Token, depth: int) -> Factuality | None:
    # "to attack" after a verb tells its purpose.
    if is_infinitive(head):
        return "hypothetical"
    marks = dependent_words(head, "mark", "case")
    if marks & _GERUND_PREPOSITIONS:
        return _gerund_status(head.head, marks)
    if marks:
        return None
    # A bare participle shares what is only possible: "may leave, burning the town".
    status = _told_status(head.head, depth=depth)
    return "hypothetical" if status == "hypothetical" else None


def _gerund_status(governor: Token, prepositions: set[str]) -> Factuality | None:
    """Return the status of a gerund after a preposition: "accused of attacking"."""
    word = _known_lemma(governor)
    if word in _REPORTIVE:
        return "reported"
    # Only "from" makes it undone: "kept from", but "refused on hearing".
    if word in DENIALS and "from" in prepositions:
        return _denied_unless_negated(governor)
    return "hypothetical" if word in INTENSIONAL | _COMMITTING else None


def _status_of_guilt(head: Token) -> Factuality | None:
    """Return the status of what somebody is cleared or found guilty of.

    "acquitted of killing" and "found not guilty of killing" tell of no killing of his.
    """
    governor = head.head
    if _GUILT_PREPOSITIONS.isdisjoint(dependent_words(head, "mark", "case")):
        return None
    if not _CLEARING.isdisjoint({lemma(governor), *base_forms(governor)}):
        return _denied_unless_negated(governor)
    beside = [child for child in governor.children if child.dep_ == "xcomp"]
    for word in (governor, *beside):
        if word.lower_ == "guilty":
            return "denied" if is_negated(word) else "reported"
    return None


def _noun_status(noun: Token, depth: int) -> Factuality | None:
    """Return what the governor of an event noun says of it: "threatened an attack"."""
    governor, dep = noun.head, noun.dep_.partition(":")[0]
    if dep == "conj":
        return _told_status(governor, with_own=False, depth=depth)
    word = _known_lemma(governor)
    if dep == "nmod" or (dep == "obl" and governor.pos_ == "NOUN"):
        return _governing_noun_status(word)
    if not _is_argument(noun, dep):
        return None
    if word in DENIALS - _PRESUPPOSING:
        return _denied_unless_negated(governor)
    if word in INTENSIONAL | _SEEKING:
        return "hypothetical"
    # "may launch an attack" tells of none, "may end the attack" of one.
    if dep == "obj" and not _is_definite(noun):
        return _told_status(governor, depth=depth)
    return None


def _governing_noun_status(word: str) -> Factuality | None:
    if word in _DENYING_NOUNS:
        return "denied"
    if word in _INTENSIONAL_NOUNS:
        return "hypothetical"
    return "reported" if word in _REPORTIVE_NOUNS else None


def _is_argument(noun: Token, dep: str) -> bool:
    """Whether a verb says what becomes of an event: its object, or what it asks for.

    "called for talks" does, "called after talks" only tells when.
    """
    if dep == "obl":
        return not _ASKED_PREPOSITIONS.isdisjoint(dependent_words(noun, "case"))
    return dep == "obj" or noun.dep_ == "nsubj:pass"


def _is_definite(noun: Token) -> bool:
    """Whether a phrase takes for granted that its thing exists: "the", "Oslo's"."""
    return has_dependent(noun, "nmod:poss") or not _DEFINITE_DETERMINERS.isdisjoint(
        dependent_words(noun, "det")
    )
